"""What stands in brackets amid text and is none of it: page builders' codes, ways to other articles, notes' numbers."""

import re

from plugins.normalize.model import CUT, Mark, Page, Piece, drop, split
from plugins.normalize.segment.furniture import kind_of_furniture

CODE = re.compile(
    r"\[/?[a-z]+_[a-z_]+(?:\s[^\[\]]{0,300})?\]|\[/[a-z][\w-]{0,40}\]|"
    r"\[[a-z][\w-]{0,40}(?:\s[\w-]{1,40}=(?:\"[^\"\[\]]{0,200}\"|[^\s\[\]\"]{1,200})){1,12}\s?/?\]"
)
"""A code by its form: an underscore in its name, a slash before it, or settings behind it."""
TEASER = re.compile(r"\[(?P<link>[^\[\]]{8,160})\]\.?$|\((?P<way>(?:also )?(?:read|related)\b[^()]{4,150})\)\.?$", re.I)
NOTE = re.compile(r"(?<=[\w.,;:!?\"”’)])(?:\[\d{1,3}\])+(?=[\s.,;:!?\"”’)]|$)")
LEAST_LEFT, LEAST_NOTES = 4, 2


def bracketed(page: Page) -> None:
    """Cut off codes such as `[vc_row]`, numbers of notes `[2]`, and `[Read: Ten ways to …]` at a paragraph's end."""
    for piece in page.open():
        if "[" in piece.text:
            _cut_codes(page, piece)
    noted = [piece for piece in page.open() if "[" in piece.text and NOTE.search(piece.text)]
    if len(noted) >= LEAST_NOTES:
        for piece in noted:
            cuts = [Mark(*found.span(), CUT, "the number of a note") for found in NOTE.finditer(piece.text)]
            piece.marks = tuple(sorted((*piece.marks, *cuts)))
    for piece in page.open():
        found = TEASER.search(piece.text) if piece.text.rstrip(".")[-1:] in ("]", ")") else None
        inside = (found["link"] or found["way"]) if found else ""
        if (
            found
            and kind_of_furniture(inside) == "teaser link"
            and len(piece.text[: found.start()].split()) >= LEAST_LEFT
        ):
            _, link = split(page, piece, found.start())
            drop([link], "bracketed", "teaser link")


def _cut_codes(page: Page, piece: Piece) -> None:
    rest = piece
    while found := CODE.search(rest.text):
        if found.end() == len(rest.text):
            after = None
        else:
            rest, after = split(page, rest, found.end())
        code = rest if not found.start() else split(page, rest, found.start())[1]
        drop([code], "bracketed", "a page builder's code")
        if after is None:
            return
        rest = after
