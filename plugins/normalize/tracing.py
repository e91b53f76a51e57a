"""What became of each part of a capture, with its text: what the report's page and `blog import --explain` show."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from plugins.normalize.accounting import BECAME
from plugins.normalize.article import Reading, read_capture
from plugins.normalize.captures import CaptureFile, beside, read_bytes
from plugins.normalize.model import ANSWER, BODY, HEADING, ITEM, LETTER, Page, Piece
from plugins.normalize.write.comments import comments_of

LARGEST_SHOWN = 1_000_000
"""Bytes; a larger capture is not read a second time to be shown."""


class Part(NamedTuple):
    """A part of a capture: `text` on the lines `line` to `last` (1-based; of a page of HTML its visible lines).

    `became` is body, moved, comments, dropped or held; `what` the field moved to, or what was dropped; `rule` who
    decided, empty where none did. `shape` tells of a part of the body what it is: heading, letter, answer, item or
    text. A comment that is held is `held`, with the reason.
    """

    line: int
    last: int
    text: str
    became: str
    what: str
    rule: str
    shape: str = ""


class Trace(NamedTuple):
    """A capture read, and its parts in order, by the pages that it holds: one, or those of an export's entries.

    `titles` are the titles of the pages. `markup` says that it is a page of HTML, whose visible lines are counted.
    """

    reading: Reading
    pages: tuple[tuple[Part, ...], ...]
    titles: tuple[str, ...]
    markup: bool

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of all pages."""
        return tuple(part for page in self.pages for part in page)

    @property
    def is_export(self) -> bool:
        """Whether the capture holds entries, each with lines of its own."""
        entries = self.reading.entries or any(article.where for article in self.reading.articles)
        return bool(entries) and not self.reading.several


def trace_capture(data: bytes, name: str, beside: Callable[[str], bytes | None] = lambda _: None) -> Trace:
    """Read a capture's bytes, and tell what became of each part. Never raises for what the bytes are."""
    pages: list[Page] = []
    reading = read_capture(data, name, pages.append, beside)
    parts = tuple(tuple(_parts(page)) for page in pages)
    return Trace(reading, parts, tuple(page.title for page in pages), any(page.markup for page in pages))


def _parts(page: Page) -> Iterator[Part]:
    """The parts of one page, comments that are held told as held."""
    written = comments_of(page.comments, page.author)
    owner = {id(piece): one for found, one in zip(page.comments, written, strict=True) for piece in found.body}
    for piece in page.pieces:
        part = _part(page, piece)
        comment = owner.get(id(piece))
        if comment and part.became == "comments":
            what = f"comment {comment.id} by {comment.author}"
            part = part._replace(
                became="held" if comment.held else part.became,
                what=f"{what}: {comment.reason}" if comment.held else what,
            )
        yield part


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
    if piece.shape in (HEADING, ITEM):
        return piece.shape
    return {LETTER: "letter", ANSWER: "answer"}.get(piece.side, "text")


class Captures:
    """Captures to be read a second time, one by one, as they are asked for by name and digest."""

    def __init__(self, files: Iterable[CaptureFile]) -> None:
        self._files: dict[str, list[CaptureFile]] = {}
        for capture in files:
            if not capture.skip:
                self._files.setdefault(capture.name, []).append(capture)

    def trace(self, source: str, sha256: str) -> Trace | None:
        """The trace of a capture; None where it is gone, another by now, or too large to be shown."""
        for capture in self._files.get(source, ()):
            try:
                data = read_bytes(capture.path)
            except (OSError, ValueError):
                continue
            if len(data) <= LARGEST_SHOWN and hashlib.sha256(data).hexdigest() == sha256:
                return trace_capture(data, source, beside(capture.path))
        return None
