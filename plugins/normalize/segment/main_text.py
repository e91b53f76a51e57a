"""The main text of a page that was saved with all that stands around it: where running text is densest."""

from collections.abc import Sequence

from plugins.normalize.model import COMMENT, DROPPED, Page, Piece, drop
from plugins.normalize.segment.furniture_table import TAIL_OPENERS

PROSE_WORDS, LONG_WORDS, ENTRY_WORDS = 10, 25, 9
COST, COST_OF_FURNITURE = 9, 5
LEAST_ENTRIES, LEAST_SHARE = 40, 0.4
HEAD = 4
LEAST_FURTHER, FAR = 20, 60
ENDS = {"comment form", "copyright line", "poll"}


def main_text(page: Page) -> None:
    """Drop all that stands apart from the densest run of paragraphs, on pages that are mostly short lines.

    A few lines above the run stay: its title and byline stand there. Leaves alone every page of which less than two
    fifths, or fewer than 40 lines, are short: there the other rules judge line by line. On
    pages of markup the elements tell.
    """
    if page.markup:
        return
    pieces = page.pieces
    entries = sum(1 for piece in pieces if piece.role != COMMENT and _is_entry(piece))
    lines = sum(1 for piece in pieces if piece.role != COMMENT)
    if entries < LEAST_ENTRIES or entries < LEAST_SHARE * lines:
        return
    first, last = span_of_text(pieces)
    head = [piece for piece in pieces[:first] if not piece.role][-HEAD:]
    kept = {id(piece) for piece in [*head, *pieces[first:last]]}
    drop(
        (piece for piece in pieces if not piece.role and id(piece) not in kept), "main-text", "apart from the main text"
    )


def span_of_text(pieces: Sequence[Piece]) -> tuple[int, int]:
    """The place of the main text's first piece and the place after its last."""
    worth = [_worth(piece) for piece in pieces]
    first, last = _densest(worth)
    return first, _further(pieces, worth, last)


def _is_entry(piece: Piece) -> bool:
    return piece.words <= ENTRY_WORDS and not _is_ended(piece.text)


def _is_ended(text: str) -> bool:
    """Whether a line ends with a stop or colon, quotation marks and brackets behind it aside."""
    return text.rstrip("'\"”’»)]").endswith((".", "!", "?", "…", ":"))


def _worth(piece: Piece) -> int:
    """What a piece speaks for the run it stands in: running text for it, short lines and furniture against it."""
    if piece.role == COMMENT:
        return -COST
    if piece.role == DROPPED and piece.rule != "list-marks":
        return -COST_OF_FURNITURE
    if (piece.words >= PROSE_WORDS and _is_ended(piece.text)) or piece.words >= LONG_WORDS:
        return piece.words
    return -COST


def _further(pieces: Sequence[Piece], worth: Sequence[int], last: int) -> int:
    """Where the main text ends, when a table, a list or a program stands in the middle of it.

    Text that goes on below it belongs to it, up to the comments, a copyright line or a box of other articles.
    """
    total = 0
    for at in range(last, len(pieces)):
        if _ends(pieces[at]) or at - last >= FAR:
            return last
        total = max(total + worth[at], 0)
        if total >= LEAST_FURTHER:
            last, total = at + 1, 0
    return last


def _ends(piece: Piece) -> bool:
    opens_tail = piece.words <= 12 and bool(TAIL_OPENERS.fullmatch(piece.lead + piece.text))
    return opens_tail or piece.role == COMMENT or piece.note in ENDS


def _densest(worth: Sequence[int]) -> tuple[int, int]:
    """The run of the greatest sum, as its first place and the place after its last."""
    best, found = 0, (0, 0)
    total, start = 0, 0
    for at, value in enumerate(worth):
        if total <= 0:
            total, start = 0, at
        total += value
        if total > best:
            best, found = total, (start, at + 1)
    return found
