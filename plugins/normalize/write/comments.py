"""Found comments to the comments file: ids, replies, the author's own; copies and advertising are held."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from plugins.normalize.extract.names import same_person
from plugins.normalize.model import FoundComment, Piece
from plugins.normalize.segment.repeats import folded
from plugins.normalize.write.markdown import body_of, escaped, line_start
from plugins.shared.comment_files import PERSONAL_DATA, Comment
from plugins.shared.limits import beyond_limits
from plugins.shared.personal_data import find_personal_data

NEAR_COPY, LEAST_WORDS, SHINGLE = 0.85, 12, 4
NO_TEXT, PERSONAL = "the capture holds no text of it", PERSONAL_DATA
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


TESTIMONY = (
    re.compile(r"\bspells?\b|\bspell ?cast\w*|\b(?:voodoo|love po(?:rt|t)ion|oracle|marabout|juju)\b", re.I),
    re.compile(
        r"\b(?:dr|doctor|prophet|priest(?:ess)?|chief|baba|mama|papa|lord|sheikh|spell ?casters?|"
        r"(?:great|powerful|real|genuine) (?:man|woman|healer|spell\w*))\b",
        re.I,
    ),
    re.compile(r"\bmy (?:ex|husband|wife|lover|boyfriend|girlfriend|man|woman|marriage|relationship|home)\b", re.I),
    re.compile(
        r"\b(?:came|come|comes|coming|brought|bring|brings|bringing|got|get|return(?:ed|s|ing)?|restor(?:ed|ing)|"
        r"reunit(?:ed|ing))\b(?:\W++\w++){0,6}?\W++(?:back|home|to me|together|my)\b",
        re.I,
    ),
    re.compile(
        r"\b(?:thanks? to|thank you|i want to thank|grateful|testimon\w+|testif\w+|with the help of|all thanks|"
        r"appreciate|highly recommend|god bless)\b",
        re.I,
    ),
)
"""What praise of a spell caster holds, all of it: his art, his title, whom he brought back, that he did, and thanks."""

ARTS = ("spell", "voodoo", "love po", "oracle", "marabout", "juju")
"""What in small letters his art is called by, one or another."""

CONTACT_SIGNS = ("@", "(at)", "[at]", "://", "www.", "telegram", "whats", "contact", "click")
"""What a way to get in touch holds, in small letters, unless it is a number."""

NUMBER_LIKE = re.compile(r"\d[\d\s().-]{8}")
"""What the number of CONTACT begins with."""


def comments_of(found: Sequence[FoundComment], author: str) -> list[Comment]:
    """The comments of a page as the comments file keeps them, in the page's order."""
    written: list[Comment] = []
    originals = _Originals()
    ids = {comment.key: f"c{comment.key}" for comment in found if comment.key}
    for number, comment in enumerate(found, 1):
        body = _body(comment)
        own = shingles(folded(" ".join(piece.text for piece in comment.body)))
        copy_of = originals.copied_by(own)
        reason = comment.held or why_held(text_of(comment), copy_of, bool(comment.body)) or _too_much(body)
        written.append(
            Comment(
                id=ids.get(comment.key, f"c{number}"),
                author=comment.author or "Anonymous",
                body=body,
                date=comment.when,
                reply_to=ids.get(comment.reply_to, "") if ids else f"c{comment.answers}" if comment.answers else "",
                by_author=comment.by_author or is_by(comment.author, author),
                duplicate_of=copy_of,
                status="held" if reason else "",
                reason=reason,
            )
        )
        if not copy_of:
            originals.add(written[-1].id, own)
    return written


def _too_much(body: str) -> str:
    """What a comment's Markdown holds too much of to be shown; empty where a page can take it."""
    return next((f"more than a page can show: {message}" for _, message in beyond_limits(body)), "")


def is_by(name: str, author: str) -> bool:
    """Whether a comment's name is the author's: the same person, or the name written together as people log in.

    >>> is_by("Ann Weaver, MFT", "Ann Weaver"), is_by("annweaver", "Ann Weaver"), is_by("ann_w", "Ann Weaver")
    (True, True, True)
    >>> is_by("Ann", "Ann Weaver"), is_by("Ann W.", "Ann Weaver")
    (False, False)
    """
    if same_person(name, author):
        return True
    parts = [word.casefold() for word in re.findall(r"\w+", author)]
    if len(parts) < 2 or " " in name.strip():
        return False
    login = re.sub(r"[\W_]", "", name.casefold())
    return login in {"".join(parts), parts[0] + parts[-1], parts[0] + parts[-1][0], parts[0][0] + parts[-1]}


def _body(comment: FoundComment) -> str:
    """The Markdown of a comment's body; of one out of an export with its emphasis, links and lists."""
    if comment.key:
        return body_of(comment.body)
    return "\n\n".join(line_start(escaped(piece.lead + piece.text)) for piece in comment.body)


def shingles(text: str) -> set[int]:
    """Runs of four words by their hashes, to tell copies; a text of fewer than four is one run."""
    parts = text.split()
    if len(parts) < SHINGLE:
        return {hash(tuple(parts))} if parts else set()
    return set(map(hash, zip(*(parts[at:] for at in range(SHINGLE)), strict=False)))


class _Originals:
    """The comments that copy none before them, by what they say."""

    def __init__(self) -> None:
        self.exact: dict[frozenset[int], str] = {}
        self.long: list[tuple[str, int]] = []
        self.having: dict[int, list[int]] = defaultdict(list)

    def add(self, key: str, own: set[int]) -> None:
        """Remember a comment by its shingles."""
        if len(own) >= 3:
            self.exact.setdefault(frozenset(own), key)
        if len(own) >= LEAST_WORDS:
            for shingle in own:
                self.having[shingle].append(len(self.long))
            self.long.append((key, len(own)))

    def copied_by(self, own: set[int]) -> str:
        """The id of the first comment that one says again: word for word, or nearly so where both are long enough."""
        if same := self.exact.get(frozenset(own)):
            return same
        if len(own) < LEAST_WORDS:
            return ""
        shared = Counter(place for shingle in own for place in self.having.get(shingle, ()))
        near = (at for at, count in shared.items() if count >= NEAR_COPY * max(len(own), self.long[at][1]))
        return min(((at, self.long[at][0]) for at in near), default=(0, ""))[1]


def text_of(comment: FoundComment) -> str:
    """All that a comment says: its writer's name, its words, and the addresses that it writes to."""
    return "\n".join([comment.author, *(words_of(piece) for piece in comment.body)])


def words_of(piece: Piece) -> str:
    """The text of a piece, and behind it the e-mail addresses that its links write to."""
    return " ".join([piece.text, *(mark.href for mark in piece.marks if mark.href.startswith("mailto:"))])


def why_held(text: str, copy_of: str, has_body: bool = True) -> str:
    """Why a comment is kept without being shown: it is empty, a copy, advertising (wares *and* a way to the seller), or
    holds personal data; empty for one that may be shown."""
    if not has_body:
        return NO_TEXT
    if copy_of:
        return f"the same text as comment {copy_of}"
    small = text.casefold()
    if _may_contact(small) and (ware := WARES.search(text)) and CONTACT.search(text):
        return f"looks like advertising: “{ware[0]}” with a way to get in touch"
    if any(art in small for art in ARTS) and all(part.search(text) for part in TESTIMONY):
        return "looks like advertising: thanks to a spell caster"
    return PERSONAL if find_personal_data(text) else ""


def _may_contact(small: str) -> bool:
    """Whether a text in small letters holds anything that CONTACT could begin with: most comments do not."""
    return any(sign in small for sign in CONTACT_SIGNS) or NUMBER_LIKE.search(small) is not None
