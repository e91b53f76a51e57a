"""Slides: a page that prints its parts one by one, each below its number (`2 / 6`), perhaps with a picture."""

import re

from plugins.normalize.model import DROPPED, Page, Piece, drop

COUNTER = re.compile(r"\d{1,3}\s?(?:/|of)\s?\d{1,3}")
STOPPED = re.compile(r"[.?!…:;,][\"'”’)\]]*$")
SHORT, PROSE = 14, 20
"""The most words of a caption or heading, and the least of a slide's text."""


def is_counter(piece: Piece) -> bool:
    """Whether a piece is the number of a slide, left out of the text."""
    return piece.role == DROPPED and COUNTER.fullmatch(piece.text) is not None


def slide_captions(page: Page) -> None:
    """Drop the line straight below a slide's number where the slide's own heading stands below it.

    Any other line there stands apart from what the number follows.
    """
    pieces = page.pieces
    for above, piece, below, text in zip(pieces, pieces[1:], pieces[2:], pieces[3:], strict=False):
        short = max(piece.words, below.words) <= SHORT and not STOPPED.search(piece.text)
        close = is_counter(above) and not piece.role and not piece.gap
        if close and short and below.gap and text.words >= PROSE:
            drop([piece], "pictures-lines", "a picture's caption")
            page.flag("caption-dropped", piece.text)
        elif close:
            piece.gap = 1
