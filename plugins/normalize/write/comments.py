"""Found comments to the comments file: ids, replies, the author's own; copies and advertising are held."""

import re
from collections.abc import Sequence

from plugins.normalize.extract.names import same_person
from plugins.normalize.model import FoundComment
from plugins.normalize.segment.repeats import folded
from plugins.normalize.write.markdown import escaped, line_start
from plugins.shared.comment_files import Comment

NEAR_COPY, LEAST_WORDS, SHINGLE = 0.85, 12, 4
WARES = re.compile(
    r"\b(?:spell ?cast\w*|love spells?|cast (?:a|the|his|her) spells?|dr\.? \w+ (?:the )?(?:spell|healer)|herbal "
    r"(?:cure|medicine|doctor)|voodoo|psychic reading|"
    r"loans?|invest(?:ment|or|ing)?s?|bitcoin|crypto\w*|forex|binary options?|hackers?|hacking services?|casino|"
    r"payday|viagra|cialis|escorts?|"
    r"seo services?|backlinks?|cheap \w+|discount codes?|promo codes?|free shipping|replica|essay writing)\b",
    re.I,
)
CONTACT = re.compile(
    r"[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+\s?\.\s?[a-z]{2,}|https?://|www\.|\bwhats ?app\b|\btelegram\b|\bcontact "
    r"(?:him|her|them|us|me) (?:on|at|via|through|now|today)\b|"
    r"\+?\d[\d\s().-]{8,}\d|\bclick (?:here|the link)\b",
    re.I,
)


def comments_of(found: Sequence[FoundComment], author: str) -> list[Comment]:
    """The comments of a page as the comments file keeps them, in the page's order."""
    written: list[Comment] = []
    words: list[set[str]] = []
    for number, comment in enumerate(found, 1):
        body = "\n\n".join(line_start(escaped(piece.lead + piece.text)) for piece in comment.body)
        text = folded(" ".join(piece.text for piece in comment.body))
        own = shingles(text)
        copy_of = next(
            (w.id for w, other in zip(written, words, strict=True) if _copies(own, other) and not w.duplicate_of), ""
        )
        status, reason = held_reason(" ".join(piece.text for piece in comment.body), copy_of)
        written.append(
            Comment(
                id=f"c{number}",
                author=comment.author or "Anonymous",
                body=body,
                date=comment.when,
                reply_to=_id_of(comment.reply_to, written),
                by_author=comment.by_author or same_person(comment.author, author),
                duplicate_of=copy_of,
                status=status,
                reason=reason,
            )
        )
        words.append(own)
    return written


def shingles(text: str) -> set[str]:
    """Runs of four words, to tell copies; a text of fewer than four is one run."""
    parts = text.split()
    return {" ".join(parts[at : at + SHINGLE]) for at in range(max(len(parts) - SHINGLE + 1, 1))} if parts else set()


def _copies(one: set[str], other: set[str]) -> bool:
    """Whether two comments say the same: word for word, or nearly so where they are long enough to tell."""
    if not one or not other:
        return False
    if one == other:
        return len(one) >= 3
    return min(len(one), len(other)) >= LEAST_WORDS and len(one & other) >= NEAR_COPY * max(len(one), len(other))


def held_reason(text: str, copy_of: str) -> tuple[str, str]:
    """`held` and why, for a copy or advertising (wares *and* a way to the seller); two empty strings else."""
    if copy_of:
        return "held", f"the same text as comment {copy_of}"
    ware = WARES.search(text)
    if ware and CONTACT.search(text):
        return "held", f"looks like advertising: “{ware[0]}” with a way to get in touch"
    return "", ""


def _id_of(name: str, written: Sequence[Comment]) -> str:
    """The id of the latest comment by that name so far; empty where there is none."""
    return next((comment.id for comment in reversed(written) if name and comment.author == name), "")
