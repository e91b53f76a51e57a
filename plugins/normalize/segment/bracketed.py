"""What stands in brackets amid text and is none of it: page builders' codes, ways to other articles, notes' numbers."""

import re

from plugins.normalize.model import CUT, Mark, Page, Piece, drop, split
from plugins.normalize.segment.furniture import kind_of_furniture
from plugins.normalize.stops import ends_sentence

CODE = re.compile(
    r"\[/?[a-z]+_[a-z_]+(?:\s[^\[\]]{0,300})?\]|\[/[a-z][\w-]{0,40}\]|"
    r"\[[a-z][\w-]{0,40}(?:\s[\w-]{1,40}=(?:\"[^\"\[\]]{0,200}\"|[^\s\[\]\"]{1,200})){1,12}\s?/?\]"
)
"""A code by its form: an underscore in its name, a slash before it, or settings behind it."""
LONE_CODE = re.compile(r"\[[a-z][a-z_-]{2,24}\]")
BRACES = re.compile(r"\{\{[a-z][\w -]{0,40}\}\}\s?")
TEASER = re.compile(r"\[(?P<link>[^\[\]]{8,160})\]\.?$|\((?P<way>(?:also )?(?:read|related)\b[^()]{4,150})\)\.?$", re.I)
NOTE = re.compile(r"(?<=[\w.,;:!?\"”’)])(?:\[\d{1,3}\])+(?=[\s.,;:!?\"”’)]|$)")
WAY = re.compile(r"[.!?…][\"”’)]?\s+(?P<way>[A-ZÀ-Þ][\w ]{3,40}\s?(?:\.{3}|…|»|→|›|>{1,2})?)$")
LEAST_LEFT, LEAST_NOTES, LONGEST_WAY = 4, 2, 60


def bracketed(page: Page) -> None:
    """Cut off codes such as `[vc_row]`, numbers of notes `[2]`, and `[Read: Ten ways to …]` at a paragraph's end."""
    for piece in page.open():
        if "{{" in piece.text:
            _leave_out(piece, BRACES, "a page builder's code")
        if LONE_CODE.fullmatch(piece.text):
            drop([piece], "bracketed", "a page builder's code")
        elif "[" in piece.text:
            _cut_codes(page, piece)
    noted = [piece for piece in page.open() if "[" in piece.text and NOTE.search(piece.text)]
    if len(noted) >= LEAST_NOTES:
        for piece in noted:
            _leave_out(piece, NOTE, "the number of a note")
    for piece in page.open():
        _cut_way(page, piece)
        found = TEASER.search(piece.text) if piece.text.rstrip(".")[-1:] in ("]", ")") else None
        inside = (found["link"] or found["way"]) if found else ""
        if (
            found
            and kind_of_furniture(inside) == "teaser link"
            and len(piece.text[: found.start()].split()) >= LEAST_LEFT
        ):
            _, link = split(page, piece, found.start())
            drop([link], "bracketed", "teaser link")


def _leave_out(piece: Piece, pattern: re.Pattern[str], what: str) -> None:
    """Mark what a pattern finds in a piece as left out of the article; the sentence around it goes on."""
    cuts = [Mark(*found.span(), CUT, what) for found in pattern.finditer(piece.text)]
    piece.marks = tuple(sorted((*piece.marks, *cuts)))


def _cut_way(page: Page, piece: Piece) -> None:
    """Cut off the link to the rest of a text behind a paragraph's last sentence: `… like that. Keep reading »`."""
    if ends_sentence(piece.text) and not piece.text.endswith(("...", "…")):
        return
    last = max(len(piece.text) - LONGEST_WAY, 0)
    found = WAY.search(piece.text[last:]) if piece.words > 2 * LEAST_LEFT else None
    if found and kind_of_furniture(found["way"]) == "teaser link":
        _, link = split(page, piece, last + found.start("way"))
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
