"""What is left at the foot of an article once its boxes are gone: their headings, form labels, an author's notice."""

import re

from plugins.normalize.extract.author_notices import author_notices
from plugins.normalize.model import DROPPED, ITEM, META, Page, Piece, decide

CRUMB_WORDS, BOX_HEADING_WORDS, NOTICE_WORDS = 4, 8, 90
STOPPED = re.compile(r"[.?!…:;,][\"'”’)\]]*$")
NO_LETTERS = re.compile(
    r".{2,40}\b(?:cannot|can't|is unable to|regrets that)\b.{0,60}"
    r"\b(?:correspondence|personal(?:ly)? repl|reply)\b.{0,80}",
    re.I,
)


def foot_of_article(page: Page) -> None:
    """Drop the last lines of the body that belong to what was dropped below them, and the notice about its author.

    Leaves alone finished sentences, items of lists, and any line with no furniture beside it.
    """
    author_notices(page)
    last = _last(page)
    notice = page.pieces[last] if last > 0 else None
    if notice and notice.words <= NOTICE_WORDS and NO_LETTERS.fullmatch(notice.text):
        decide(notice, DROPPED, "foot-of-article", "a notice about letters")
    while (at := _last(page)) > 0:
        piece = page.pieces[at]
        below = page.pieces[at + 1] if at + 1 < len(page.pieces) else None
        beside = _is_furniture(below) or (below is None and _below_box(page.pieces, at))
        crumb = piece.words <= CRUMB_WORDS or (
            piece.words <= BOX_HEADING_WORDS and piece.text[0].isupper() and _is_furniture(below)
        )
        if not (beside and crumb) or piece.shape == ITEM or STOPPED.search(piece.text):
            return
        decide(piece, DROPPED, "foot-of-article", "left over of a box below the article")


def _below_box(pieces: list[Piece], at: int) -> bool:
    """Whether a page's last line hangs on a box above it: only a few words and no gap between them."""
    while at > 0 and not pieces[at].gap and not pieces[at].role and pieces[at].words <= CRUMB_WORDS:
        at -= 1
    return _is_furniture(pieces[at])


def _last(page: Page) -> int:
    """Where the last undecided piece stands; -1 where there is none or it is the only one."""
    places = [at for at, piece in enumerate(page.pieces) if not piece.role]
    return places[-1] if len(places) > 1 else -1


def _is_furniture(piece: Piece | None) -> bool:
    dropped = ("furniture-lines", "foot-of-article", "tail", "menus")
    return piece is not None and (
        (piece.role == DROPPED and piece.rule in dropped) or (piece.role == META and piece.rule == "printed-names")
    )
