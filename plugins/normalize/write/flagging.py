"""What in a finished article is worth a person's look: each check raises one flag of `plugins.normalize.flags`."""

import itertools
import re
from collections.abc import Sequence

from plugins.normalize.extract.letter_parts import letters_of
from plugins.normalize.model import HEADING, ITEM, Page, Piece
from plugins.normalize.repair import ENCODING_FIXERS

EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})*\.[A-Za-z]{2,}")
PHONE = re.compile(r"(?<![\w/.-])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{2,5}\)\s?|\d{2,5}[\s.-])\d{3,4}[\s.-]\d{3,4}(?![\w/-])")
COMMENT_CALL = re.compile(
    r"\b(?:in|to) the comments?\b|\bcomment (?:box|section)\b|\bleave (?:me |us )?a comment\b|\bcomment below\b", re.I
)
PROMOTION = re.compile(
    r"\b(?:my|our)\b.{0,60}\b(?:story|book|ebook|site|website|course|program|blog|newsletter|services?)\b.{0,80}(?:https?://|www\.|\bhere\b)",
    re.I,
)
BARE_URL = re.compile(r"\bI\b.{0,120}\bhere:?\s*(?:https?://|www\.)", re.I)
HAS_LINK = re.compile(r"https?://|www\.|\bhere\b")
CUT_OFF = re.compile(r"[\w,;]$")
LEAST_WORDS = 40


def raise_flags(page: Page, fixers: Sequence[str]) -> None:
    """Raise every flag that the finished page calls for."""
    body = page.body()
    text = "\n".join(piece.text for piece in body)
    if not page.author:
        page.flag("no-author")
    if ENCODING_FIXERS & set(fixers):
        page.flag("encoding-repaired", ", ".join(fixers))
    if 0 < len(page.askers) < letters_of(page):
        page.flag("asker-partial", "; ".join(page.askers))
    if COMMENT_CALL.search(text):
        page.flag("comment-call")
    if any(
        PROMOTION.search(piece.text) or BARE_URL.search(piece.text) for piece in body if HAS_LINK.search(piece.text)
    ):
        page.flag("self-promotion")
    if has_personal_data(text):
        page.flag("personal-data")
    said = "\n".join(piece.text for comment in page.comments for piece in comment.body)
    if has_personal_data(said):
        page.flag("comments-personal-data")
    if sum(piece.words for piece in body) < LEAST_WORDS:
        page.flag("short")
    if body and body[-1].shape not in (ITEM, HEADING) and CUT_OFF.search(body[-1].text):
        page.flag("cut-off", body[-1].text[-40:])
    _lost_headings(page, body)


def has_personal_data(text: str) -> bool:
    """Whether a text holds an e-mail address or what looks like a telephone number."""
    return ("@" in text and bool(EMAIL.search(text))) or bool(PHONE.search(text))


def _lost_headings(page: Page, body: Sequence[Piece]) -> None:
    """A gap of two lines or more between paragraphs, in an article whose other parts have headings."""
    if page.markup or sum(1 for piece in body if piece.shape == HEADING) < 3:
        return
    for above, piece in itertools.pairwise(body):
        if piece.gap >= 2 and piece.shape not in (HEADING, ITEM) and above.shape != HEADING:
            page.flag("lost-heading", f"before line {piece.line}")
            return
