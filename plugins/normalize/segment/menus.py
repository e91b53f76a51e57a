"""Menus: many very short lines in a row, as a flattened page prints its navigation, its sections and its footer."""

import re
from collections.abc import Iterator
from itertools import pairwise

from plugins.normalize.model import DROPPED, Page, Piece, drop
from plugins.normalize.segment.main_text import span_of_text
from plugins.normalize.stops import is_stopped

ENTRY_WORDS, MEAN_WORDS = 7, 3.5
LEAST, LEAST_BESIDE_FURNITURE, BESIDE = 8, 4, 2
ABOVE_TEXT, ABOVE_LATER_TEXT = 4, 1
BULLETED = re.compile(r"[•·●▪◦‣○■□*✓✔➤→+]\s*$")
CLOSING_WORDS = 3
PARAGRAPH = 20


def menus(page: Page) -> None:
    """Drop runs of very short lines: eight in a row, or four among lines already known as a page's furniture.

    The last four above the first paragraph are left for the title and the byline, the last one above a later
    paragraph as its heading. Leaves alone bulleted lists, lines that end in a stop, anything of which only a few
    stand together, and what stands amid the text with no furniture in it: a list or a table.
    """
    if page.markup:
        return
    first, last = span_of_text(page.pieces)
    amid = {id(piece) for piece in page.pieces[first:last]}
    text_above = False
    for run, below in _runs(page.pieces):
        entries = [piece for piece in run if not piece.role]
        known = sum(1 for piece in run if piece.rule == "furniture-lines")
        if known < BESIDE and all(id(piece) in amid for piece in entries):
            continue
        spared = 0 if below is None else ABOVE_LATER_TEXT if text_above else ABOVE_TEXT
        text_above = text_above or (below is not None and below.words >= PARAGRAPH)
        least = LEAST_BESIDE_FURNITURE if known >= BESIDE else LEAST
        if len(entries) >= least and sum(piece.words for piece in entries) <= MEAN_WORDS * len(entries):
            drop(entries[: len(entries) - spared], "menus", "a menu")


def _runs(pieces: list[Piece]) -> Iterator[tuple[list[Piece], Piece | None]]:
    """Runs of entries and furniture, none of them perhaps, each with the piece that ends it."""
    run: list[Piece] = []
    for above, piece in pairwise([*pieces[:1], *pieces]):
        if piece.role == DROPPED or _is_entry(piece, above):
            run.append(piece)
            continue
        yield run, piece
        run = []
    yield run, None


def _is_entry(piece: Piece, above: Piece) -> bool:
    """Whether a line may be a menu's; the name below `With love,` is none."""
    return (
        not piece.role
        and piece.words <= ENTRY_WORDS
        and not is_stopped(piece.text)
        and not (above.words <= CLOSING_WORDS and above.text.endswith(","))
        and not BULLETED.match(piece.lead)
        and not piece.ordered
        and not piece.level
    )
