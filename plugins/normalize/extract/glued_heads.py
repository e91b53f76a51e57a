"""Columns printed without line breaks: the column's name, title, byline, letter and answer in one line."""

import re
from itertools import pairwise

from plugins.normalize.model import BYLINE, DROPPED, Page, Piece, decide, split

HEAD_PIECES, LEAST_WORDS, LEAST_NAME = 4, 40, 6
SIGNED = re.compile(
    r"(?P<title>\S.{8,120}?[a-z?!.’'\"”)])By (?P<name>[A-Z][a-z’'-]+(?: [A-Z][a-z’'.-]+){1,2})(?=DEAR [A-Z]|Dear [A-Z])"
)
MARKS = re.compile(r"(?<=[.!?\"”’)])(?=(?:(?:GENTLE|KIND) READER|DEAR [A-Z][A-Z .'’]{1,30})\s?(?:--|—|:)\s)")


def glued_heads(page: Page) -> None:
    """Take such a line apart, where a name between a title and `DEAR` tells that it is one."""
    for piece in page.open()[:HEAD_PIECES]:
        if piece.words < LEAST_WORDS:
            continue
        _name_again(page, piece)
        piece = next(other for other in page.open() if other.words >= LEAST_WORDS)
        found = SIGNED.match(piece.text)
        if found is None:
            return
        _, byline = split(page, piece, found.end("title"))
        _, rest = split(page, byline, len(byline.text) - (len(found.string) - found.end()))
        decide(byline, BYLINE, "glued-byline", "Author")
        page.author = page.author or found["name"]
        for at in reversed([mark.start() for mark in MARKS.finditer(rest.text)]):
            split(page, rest, at)
        for cut in page.pieces[page.pieces.index(byline) :]:
            cut.gap = cut.gap or 1
        return


def _name_again(page: Page, piece: Piece) -> None:
    """Cut the column's name off, where the line above says it and the line begins with it in capitals."""
    above = next((one for one, other in pairwise(page.pieces) if other is piece), None)
    name = above.text.upper() if above else ""
    if above and len(name) >= LEAST_NAME and piece.text.startswith(name) and piece.text[len(name) :][1:2].islower():
        split(page, piece, len(name))
        for one in (above, piece):
            decide(one, DROPPED, "find-title", "the site's head above the title")
