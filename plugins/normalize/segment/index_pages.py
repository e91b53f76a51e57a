"""Pages that hold no article: lists of teasers, menus, forums' lists, entries behind a password."""

import re
from collections.abc import Sequence

from plugins.normalize.model import HEADING, Page, Piece
from plugins.normalize.segment.furniture import SENTENCE_END
from plugins.normalize.segment.site_pages import why_no_article

MORE = re.compile(
    r"(?:continue reading|read more|read the rest|read full|keep reading|\[(?:…|\.\.\.)\]|lire la suite|weiterlesen|"
    r"leer más)[^.!?]{0,60}$"
)
"""In small letters."""

MORE_LONGEST = 100
"""Characters from the end of a line within which MORE begins."""

LOCKED = re.compile(
    r".{0,80}\b(?:this (?:content|post|entry) is password[- ]protected|enter your password to view|protected:\s)", re.I
)
LOCKED_SIGN = re.compile(r"[Pp](?:assword|rotected)|P(?:ASSWORD|ROTECTED)")
"""What a line of LOCKED holds: it is found far faster than the line is read to its end from every word on."""

THREADS = re.compile(r".{0,120}\b(?:\d+ (?:replies|views|posts)|last post|started by|thread starter)\b.{0,80}", re.I)
THREADS_LONGEST = 300
"""Characters; a line of THREADS that has more holds a number of eighty digits."""

THREADS_SIGNS = ("repl", "view", "post", "start")
"""In small letters, one of them in every line of THREADS."""

LEAST_TEASERS = 3
CUT_WORDS, LABEL_WORDS = 8, 14
LEAST_WORDS = 25


def why_held(page: Page) -> str:
    """Why a page must not become a post; empty where it holds an article."""
    pieces = _judged(page)
    if any(LOCKED.match(piece.text) for piece in pieces[:40] if LOCKED_SIGN.search(piece.text)):
        return "the entry is protected by a password"
    teasers = sum(
        1
        for piece in pieces
        if piece.words <= 90 and piece.note != "advertisement" and MORE.search(piece.text[-MORE_LONGEST:].lower())
    )
    whole = sum(1 for piece in pieces if piece.words > 25 and SENTENCE_END.search(piece.text))
    if teasers >= LEAST_TEASERS and whole <= teasers:
        return f"an index page: {teasers} teasers that go on elsewhere, and no article"
    cut = _cut_teasers(pieces)
    ended = sum(1 for piece in pieces if piece.words > 25 and SENTENCE_END.search(piece.text) and not _is_cut(piece))
    if cut >= LEAST_TEASERS and ended <= cut // 2:
        return f"an index page: {cut} teasers that are cut off, and no article"
    threads = sum(1 for piece in pieces if _lists_thread(piece.text))
    if threads >= 4 and whole <= threads // 2:
        return "a forum's list of threads, and no article"
    prose = sum(piece.words for piece in page.body() if piece.shape != HEADING and piece.words > 6)
    if not prose:
        return "no running text: a menu or an empty page"
    if prose < LEAST_WORDS:
        return f"only {prose} words of running text: a menu, a caption or the rest of a page"
    return why_no_article(page)


def _lists_thread(text: str) -> bool:
    """Whether a line is an entry of a forum's list; a word that every such line holds is looked for first."""
    if len(text) > THREADS_LONGEST:
        return False
    small = text.lower()
    return any(sign in small for sign in THREADS_SIGNS) and THREADS.fullmatch(text) is not None


def _is_cut(piece: Piece) -> bool:
    return piece.words >= CUT_WORDS and piece.text.endswith(("…", "...", "[…]", "[...]"))


def _cut_teasers(pieces: Sequence[Piece]) -> int:
    """How many texts are cut off in mid sentence, each straight below its title or date and above the next one's."""
    found = 0
    for at, piece in enumerate(pieces):
        above, below = pieces[at - 1] if at else None, pieces[at + 1] if at + 1 < len(pieces) else None
        labeled = above is not None and above.words <= LABEL_WORDS and not SENTENCE_END.search(above.text[-3:] or ".")
        asks = above is not None and above.words <= LABEL_WORDS and above.text.endswith("?")
        found += _is_cut(piece) and (labeled or asks) and (below is None or below.words <= LABEL_WORDS)
    return found


def _judged(page: Page) -> list[Piece]:
    """The pieces that tell what a page is: where markup holds a text of several paragraphs, no box around it."""
    pieces = [piece for piece in page.pieces if piece.role != "comment"]
    inside = [piece for piece in pieces if piece.rule != "markup" and piece.area not in ("foot", "below")]
    whole = [piece for piece in inside if piece.words > LEAST_WORDS and SENTENCE_END.search(piece.text)]
    return inside if page.markup and len(whole) >= LEAST_TEASERS else pieces
