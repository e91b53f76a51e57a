"""What else stands in a page's head: lines between the title and the byline, and a paper's name below them."""

import re
from itertools import takewhile

from plugins.normalize.extract.markers import find_marker
from plugins.normalize.model import BYLINE, DECK, DROPPED, HEADING, ITEM, META, QUOTE, TITLE, Page, Piece, decide
from plugins.normalize.stops import ends_sentence, is_stopped

RUNNING_TEXT, MOST_LINES, PAPER_WORDS = 25, 6, 6
BARE_WORDS, FIRST_PARAGRAPH, CLOSE_WORDS = 4, 15, 8
SENTENCE_WORDS = 6
PAPER = re.compile(
    r"(?:.*\b(?:syndicate|news|times|press|herald|tribune|ledger|courier|gazette|journal|chronicle|service|features|"
    r"correspondent|columnist|contributor|reporter|staff|writer|magazine|media|post|examiner|observer|telegraph|mail)|"
    r"special to .{3,40}|[A-Z]{2,5})",
    re.I,
)
BARE_COUNT = re.compile(r"[\d.,]{1,6}\s?[kK]?|(?:comments?|listen|gift|save|share|key points)", re.I)


def head_lines(page: Page) -> None:
    """Drop what stands between the title and the last line of the byline, and the paper's name straight below it.

    Leaves alone every page on which running text stands between the two, and pages of markup: there the elements tell.
    """
    at = next((place for place, piece in enumerate(page.pieces) if piece.role == TITLE), -1)
    if at < 0 or page.markup:
        return
    last = _last_of_head(page.pieces, at)
    _close_below(page, max(at, last))
    _left_over(page, max(at, last))
    if last < 0:
        return
    for piece in page.pieces[at + 1 : last]:
        if not piece.role:
            decide(piece, DROPPED, "head-lines", "a line of the page's head")
    for piece in page.pieces[last + 1 :]:
        if piece.role == DROPPED:
            continue
        paper = piece.words <= PAPER_WORDS and PAPER.fullmatch(piece.text) and not is_stopped(piece.text)
        if piece.role or not (BARE_COUNT.fullmatch(piece.text) or (paper and piece.shape != HEADING)):
            return
        decide(piece, DROPPED, "head-lines", "a line of the page's head")


def _close_below(page: Page, last: int) -> None:
    """Drop short lines without a gap between the last line of the byline and one of furniture: they are of its box."""
    open_ = page.pieces[last + 1 :]
    run = list(takewhile(lambda piece: not (piece.role or piece.gap) and piece.words <= CLOSE_WORDS, open_))
    below = page.pieces[last + 1 + len(run) : last + 2 + len(run)]
    if len(run) <= MOST_LINES and below and below[0].rule == "furniture-lines" and not below[0].gap:
        for piece in run:
            decide(piece, DROPPED, "head-lines", "a line of the page's head")


def _left_over(page: Page, last: int) -> None:
    """Drop a few words alone between the head and the first paragraph, where no other line of that form is below.

    A first heading has others below it; what has none is a section's name, a counter or a button of the head.
    """
    open_ = [piece for piece in page.pieces[last + 1 :] if not piece.role]
    if len(open_) < 2 or not _is_bare(open_[0]) or open_[1].words < FIRST_PARAGRAPH or any(map(_is_bare, open_[1:])):
        return
    decide(open_[0], DROPPED, "head-lines", "a line of the page's head")


def _is_bare(piece: Piece) -> bool:
    """Whether a line is a few words without a stop, and neither an item of a list nor a letter's mark."""
    short = piece.words <= BARE_WORDS and piece.shape not in (ITEM, QUOTE) and not is_stopped(piece.text)
    return short and find_marker(piece.text) is None


def _last_of_head(pieces: list[Piece], at: int) -> int:
    """Where the last line of date or byline below the title stands; -1 where text comes before it.

    One sentence may stand between them, the deck; two are the text.
    """
    last, lines, sentences = -1, 0, 0
    for place in range(at + 1, len(pieces)):
        piece = pieces[place]
        if piece.role in (META, BYLINE):
            last = place
            continue
        if piece.role and piece.role != DECK:
            continue
        lines += not piece.role
        sentences += piece.words >= SENTENCE_WORDS and ends_sentence(piece.text)
        if lines > MOST_LINES or sentences > 1 or piece.words >= RUNNING_TEXT or find_marker(piece.text):
            break
    return last
