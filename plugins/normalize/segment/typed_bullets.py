"""Bullets typed before the paragraphs of a page, by somebody or a word processor: its lists, without their form."""

import re
from collections.abc import Sequence
from itertools import groupby

from plugins.normalize.model import ITEM, PARAGRAPH, Piece

TYPED = re.compile(r"(?P<lead>(?P<sign>[•●▪◦‣·∙⁃■□►✓✔\uf0b7])\s+)(?=\S)")
LEAST = 2
"""Items: one bullet by itself may stand for anything."""


def typed_bullets(pieces: Sequence[Piece]) -> None:
    """Make items of paragraphs in a row that all begin with the same bullet."""
    for sign, group in groupby((piece for piece in pieces if not piece.role), key=_sign):
        run = list(group)
        for piece in run if sign and len(run) >= LEAST else ():
            _take(piece)


def _sign(piece: Piece) -> str:
    found = TYPED.match(piece.text) if piece.shape == PARAGRAPH else None
    return found["sign"] if found else ""


def _take(piece: Piece) -> None:
    found = TYPED.match(piece.text)
    assert found
    cut = found.end()
    piece.lead, piece.shape, piece.level = found["lead"], ITEM, 1
    piece.text = piece.text[cut:]
    piece.words = len(piece.text.split())
    marks = (mark._replace(start=max(mark.start - cut, 0), end=mark.end - cut) for mark in piece.marks)
    piece.marks = tuple(mark for mark in marks if mark.end > 0)
