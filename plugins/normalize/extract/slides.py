"""Slides: a page that prints its parts one by one, each below its number (`2 / 6`), perhaps with a picture."""

import re

from plugins.normalize.model import DROPPED, Page, Piece, drop
from plugins.normalize.stops import is_stopped

COUNTER = re.compile(r"\d{1,3}\s?(?:/|of)\s?\d{1,3}")
SHORT, PROSE = 14, 20
"""The most words of a caption or heading, and the least of a slide's text."""


def is_counter(piece: Piece) -> bool:
    """Whether a piece is the number of a slide, left out of the text."""
    return piece.role == DROPPED and COUNTER.fullmatch(piece.text) is not None


def slide_captions(page: Page) -> None:
    """Drop the line straight below a slide's number where the slide's own heading stands below it.

    Any other line there stands apart from what the number follows.
    """
    for above, piece, *below in (page.pieces[at : at + 4] for at in range(len(page.pieces) - 1)):
        if piece.role or piece.gap or not is_counter(above):
            continue
        heads = len(below) == 2 and below[0].gap and below[0].words <= SHORT and below[1].words >= PROSE
        if heads and piece.words <= SHORT and not is_stopped(piece.text):
            drop([piece], "pictures-lines", "a picture's caption")
            page.flag("caption-dropped", piece.text)
        else:
            piece.gap = 1
