"""Pages that hold no article: lists of teasers, menus, forums' lists, entries behind a password."""

import re

from plugins.normalize.model import HEADING, Page
from plugins.normalize.segment.furniture import SENTENCE_END

MORE = re.compile(
    r"(?:continue reading|read more|read the rest|read full|keep reading|\[(?:…|\.\.\.)\]|lire la suite|weiterlesen|"
    r"leer más)[^.!?]{0,60}$",
    re.I,
)
MORE_LONGEST = 100
"""Characters from the end of a line within which MORE begins."""

LOCKED = re.compile(
    r".{0,80}\b(?:this (?:content|post|entry) is password[- ]protected|enter your password to view|protected:\s)", re.I
)
THREADS = re.compile(r".{0,120}\b(?:\d+ (?:replies|views|posts)|last post|started by|thread starter)\b.{0,80}", re.I)
LEAST_TEASERS = 3
LEAST_WORDS = 25


def why_held(page: Page) -> str:
    """Why a page must not become a post; empty where it holds an article."""
    pieces = [piece for piece in page.pieces if piece.role != "comment"]
    if any(LOCKED.match(piece.text) for piece in pieces[:40]):
        return "the entry is protected by a password"
    teasers = sum(1 for piece in pieces if piece.words <= 90 and MORE.search(piece.text[-MORE_LONGEST:]))
    whole = sum(1 for piece in pieces if piece.words > 25 and SENTENCE_END.search(piece.text))
    if teasers >= LEAST_TEASERS and whole <= teasers:
        return f"an index page: {teasers} teasers that go on elsewhere, and no article"
    threads = sum(1 for piece in pieces if THREADS.fullmatch(piece.text))
    if threads >= 4 and whole <= threads // 2:
        return "a forum's list of threads, and no article"
    prose = sum(piece.words for piece in page.body() if piece.shape != HEADING and piece.words > 6)
    if not prose:
        return "no running text: a menu or an empty page"
    if prose < LEAST_WORDS:
        return f"only {prose} words of running text: a menu, a caption or the rest of a page"
    return ""
