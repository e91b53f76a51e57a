"""What became of each part of a capture, with its text: what the report's page and `blog import --explain` show."""

from typing import NamedTuple

from plugins.normalize.accounting import BECAME
from plugins.normalize.article import Reading, read_capture
from plugins.normalize.model import ANSWER, BODY, HEADING, LETTER, Page, Piece


class Part(NamedTuple):
    """A part of a capture: `text` on the lines `line` to `last` (1-based; of a page of HTML its visible lines).

    `became` is body, moved, comments, dropped or held; `what` the field moved to, or what was dropped; `rule` who
    decided, empty where none did. `shape` tells of a part of the body what it is: heading, letter, answer or text.
    """

    line: int
    last: int
    text: str
    became: str
    what: str
    rule: str
    shape: str = ""


class Trace(NamedTuple):
    """A capture read, and its parts in order. `markup` says that it is a page of HTML."""

    reading: Reading
    parts: tuple[Part, ...]
    markup: bool


def trace_capture(data: bytes, name: str) -> Trace:
    """Read a capture's bytes, and tell what became of each part. Never raises for what the bytes are."""
    pages: list[Page] = []
    reading = read_capture(data, name, pages.append)
    parts = tuple(_part(page, piece) for page in pages for piece in page.pieces)
    return Trace(reading, parts, any(page.markup for page in pages))


def _part(page: Page, piece: Piece) -> Part:
    last, text = piece.line + piece.span - 1, piece.lead + piece.text
    if page.held:
        return Part(piece.line, last, text, "held", page.held, "")
    became = BECAME[piece.role or BODY]
    if became != "body":
        return Part(piece.line, last, text, became, piece.note, piece.rule)
    rule = piece.rule or ("find-letters" if piece.side else "")
    return Part(piece.line, last, text, became, "", rule, _shape(piece))


def _shape(piece: Piece) -> str:
    """What a part of the body is to a reader."""
    if piece.shape == HEADING:
        return "heading"
    return {LETTER: "letter", ANSWER: "answer"}.get(piece.side, "text")
