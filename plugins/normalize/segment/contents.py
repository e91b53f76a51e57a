"""Boxes of contents: lines in a row that each stand again further down, as the headings that they point at."""

import re
from itertools import pairwise, takewhile

from plugins.normalize.model import ITEM, Page, Piece, drop, split
from plugins.normalize.segment.repeats import folded

OPENER = re.compile(
    r"(?:table of )?contents(?:\s*\[(?:hide|show|toggle)\]?)?|"
    r"toc|(?:in|on) this (?:article|page|post|guide)|jump to(?: section)?|what(?:'|’)s inside|"
    r"inhalt(?:sverzeichnis)?|sommaire|au sommaire|índice|spis treści|obsah",
    re.I,
)
NUMBER = re.compile(r"(?:(?:\d{1,2}(?:\.\d{1,2})?|[ivx]{1,4})[.):]?\s+){1,2}", re.I)
TOGGLE = re.compile(r"(?:Toggle|Hide|Show)(?=[A-ZÀ-Þ][a-zà-ÿ])")
ENTRY_WORDS, LEAST_HEADED, LEAST_ALONE, MOST = 16, 2, 3, 80


def contents_boxes(page: Page) -> None:
    """Drop a box of contents: entries in a row, each of which stands again below, in the same order.

    Two entries are enough below `Table of contents` and its kin, three without. A line that stands again only once in
    a while, or whose second copy comes straight after it, is no entry: it is left to the rules for repeats.
    """
    _glued_toggles(page)
    keys = [_key(piece) if piece.words <= ENTRY_WORDS and not piece.role else None for piece in page.pieces]
    places = {key: at for at, key in enumerate(keys) if key is not None}
    if len(places) == len(keys) - keys.count(None):  # none stands there twice
        return
    at = 0
    while at < len(page.pieces):
        run = _run(page.pieces, at, keys, places)
        headed = bool(at and run) and bool(OPENER.fullmatch(page.pieces[at - 1].text.strip(" :[]–-")))
        if len(run) >= (LEAST_HEADED if headed else LEAST_ALONE):
            run += _rest_of_list(page.pieces[at + len(run) :]) if headed and run[-1].shape == ITEM else []
            drop(run, "contents-boxes", "a box of contents")
            if headed and not page.pieces[at - 1].role:
                drop([page.pieces[at - 1]], "contents-boxes", "a box of contents")
        at += max(len(run), 1)


def _glued_toggles(page: Page) -> None:
    """Cut off the switch of a box of contents that is glued to the line below `Table of contents`."""
    for above, piece in pairwise(list(page.pieces)):
        found = TOGGLE.match(piece.text) if not piece.role else None
        if found and OPENER.fullmatch(above.text.strip(" :")):
            split(page, piece, found.end())
            drop([piece], "contents-boxes", "a box of contents")


def _rest_of_list(below: list[Piece]) -> list[Piece]:
    """The other entries of a box that is one list: of a page that breaks off some point at nothing."""
    return list(takewhile(lambda piece: piece.shape == ITEM and not piece.role and piece.words <= ENTRY_WORDS, below))


def _key(piece: Piece) -> str:
    """A short line's words without its number."""
    return folded(NUMBER.sub("", piece.text, count=1))


def _run(pieces: list[Piece], at: int, keys: list[str | None], places: dict[str, int]) -> list[Piece]:
    """The entries in a row from `at` on: each points further down, past the end of the row, and none goes back.

    `keys` are the words of the short lines, `places` tells where each stands for the last time.
    """
    run: list[Piece] = []
    pointed = at
    for piece, key in zip(pieces[at : at + MOST], keys[at : at + MOST], strict=True):
        target = places[key] if key is not None and not piece.role else -1
        if target <= pointed or target <= at + len(run):
            break
        run.append(piece)
        pointed = target
    first = places[keys[at] or ""] if run else 0
    return run if first >= at + len(run) else []
