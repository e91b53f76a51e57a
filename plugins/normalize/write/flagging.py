"""What in a finished article is worth a person's look: each check raises one flag of `plugins.normalize.flags`."""

import itertools
import re
from collections.abc import Iterator, Sequence

from plugins.normalize.extract.letter_parts import letters_of
from plugins.normalize.model import HEADING, ITEM, LETTER, Page, Piece
from plugins.normalize.repair import ENCODING_FIXERS
from plugins.normalize.write.comments import PERSONAL, text_of, words_of
from plugins.shared.comment_files import Comment
from plugins.shared.personal_data import find_personal_data

COMMENT_CALL = re.compile(
    r"comment(?:(?<=\b(?:in|to) the comment)s?\b|(?<=\bleave a comment)\b|(?<=\bleave (?:me|us) a comment)\b|"
    r"(?<=\bcomment) (?:box|section|below)\b)"
)
"""In small letters; it begins with the word itself, which is found far faster than what may stand before it."""

PROMOTION = re.compile(
    r"\b(?:my|our)\b.{0,60}\b(?:story|book|ebook|site|website|course|program|blog|newsletter|services?)\b.{0,80}(?:https?://|www\.|\bhere\b)",
    re.I,
)
BARE_URL = re.compile(r"\bI\b.{0,120}\bhere:?\s*(?:https?://|www\.)", re.I)
HAS_LINK = re.compile(r"https?://|www\.|\bhere\b")
LINK_SIGNS = ("here", "://", "www.")
CUT_OFF = re.compile(r"[\w,;]$")
LEAST_WORDS = 40


def raise_flags(page: Page, fixers: Sequence[str], comments: Sequence[Comment]) -> None:
    """Raise every flag that the finished page calls for. `comments` are the page's, as they are to be written."""
    body = page.body()
    text = "\n".join(piece.text for piece in body)
    if not page.author:
        page.flag("no-author")
    if ENCODING_FIXERS & set(fixers):
        page.flag("encoding-repaired", ", ".join(fixers))
    if 0 < len(page.askers) < letters_of(page):
        page.flag("asker-partial", "; ".join(page.askers))
    small = text.lower()
    if COMMENT_CALL.search(small):
        page.flag("comment-call")
    if any(_promotes(piece.text) for piece in body):
        page.flag("self-promotion")
    if found := [*_personal_in_letters(body, page.askers), *_personal_in_comments(page, comments)]:
        page.flag("personal-data", "; ".join(found))
    if sum(piece.words for piece in body) < LEAST_WORDS:
        page.flag("short")
    if body and body[-1].shape not in (ITEM, HEADING) and CUT_OFF.search(body[-1].text):
        page.flag("cut-off", body[-1].text[-40:])
    _lost_headings(page, body)


def _promotes(text: str) -> bool:
    """Whether a paragraph sends readers to the writer's own."""
    if not any(sign in text for sign in LINK_SIGNS) or not HAS_LINK.search(text):
        return False
    return bool(PROMOTION.search(text) or BARE_URL.search(text))


def _personal_in_letters(body: Sequence[Piece], askers: Sequence[str]) -> Iterator[str]:
    """The personal data in the letters and below them, masked, each with its line."""
    for piece in body:
        if piece.side == LETTER:
            for found in find_personal_data(words_of(piece)):
                yield f"{found.masked} in the letter, line {piece.line}"
    for asker in askers:
        for found in find_personal_data(asker):
            yield f"{found.masked} in the sign-off of a letter"


def _personal_in_comments(page: Page, comments: Sequence[Comment]) -> Iterator[str]:
    """The personal data in the comments that are held for it, masked, each with the comment's id."""
    for found, comment in zip(page.comments, comments, strict=True):
        if comment.reason == PERSONAL:
            for one in find_personal_data(text_of(found)):
                yield f"{one.masked} in comment {comment.id}"


def _lost_headings(page: Page, body: Sequence[Piece]) -> None:
    """A gap of two lines or more between paragraphs, in an article whose other parts have headings."""
    if page.markup or sum(1 for piece in body if piece.shape == HEADING) < 3:
        return
    for above, piece in itertools.pairwise(body):
        if piece.gap >= 2 and piece.shape not in (HEADING, ITEM) and above.shape != HEADING:
            page.flag("lost-heading", f"before line {piece.line}")
            return
