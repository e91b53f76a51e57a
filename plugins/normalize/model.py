"""What the stages hand to each other: pieces of a page, the page, the comments found on it, the article."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

BODY, TITLE, META, MARKER, ASKER = "body", "title", "meta", "marker", "asker"
BYLINE, DECK, DROPPED, COMMENT = "byline", "deck", "dropped", "comment"
PARAGRAPH, HEADING, ITEM, QUOTE, TABLE = "paragraph", "heading", "item", "quote", "table"
LETTER, ANSWER = "letter", "answer"
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")


CUT = "cut"


class Mark(NamedTuple):
    """Emphasis or a link over the characters `start` to `end` of a piece's text. `kind` is em, strong, code or link.

    Of the kind CUT are characters amid a text that are left out of the article; `href` then says as what.
    """

    start: int
    end: int
    kind: str
    href: str = ""


def words_in(text: str) -> int:
    """How many words a text has; where a script writes none apart (Chinese, Japanese, Thai), two characters are one.

    >>> words_in("two words"), words_in("今日は雨です")
    (2, 3)
    """
    words = len(text.split())
    return words if text.isascii() else max(words, len(UNSPACED.findall(text)) // 2)


@dataclass(slots=True, eq=False)
class Piece:
    """A line of the page, or a part of one, and what became of it.

    `line` is 1-based, `start` the column of `text` in it, `lead` what stood before the text and is said by `shape`
    already (a bullet, a number), `span` the number of source lines in it, `gap` the number of blank lines above. An
    empty `role` is undecided yet; `rule` names the rule that decided and `note` says as what. `side` tells letter from
    answer and `letter` counts letters from 1. `area` is where markup puts the piece: article, outside, head (between
    the title and the article), foot (straight below it), below, comments; empty for plain text.
    """

    line: int
    start: int
    text: str
    gap: int = 0
    lead: str = ""
    role: str = ""
    rule: str = ""
    note: str = ""
    shape: str = PARAGRAPH
    level: int = 0
    ordered: int = 0
    side: str = ""
    letter: int = 0
    span: int = 1
    marks: tuple[Mark, ...] = ()
    words: int = -1
    area: str = ""

    @property
    def shown(self) -> str:
        """The text without what is cut out of it."""
        if not self.marks:
            return self.text
        cuts = [mark for mark in self.marks if mark.kind == CUT]
        edges = [0, *(edge for mark in cuts for edge in (mark.start, mark.end)), len(self.text)]
        return "".join(self.text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))

    def __post_init__(self) -> None:
        if self.words < 0:
            self.words = words_in(self.text)


@dataclass(slots=True)
class FoundComment:
    """One comment of the page: who, when (local time, or the day where the page states only that), its body's pieces.

    `reply_to` is the name of whom it answers as stated, `answers` the number (from 1) of that comment on the page.
    A comment out of an export has a `key`, names the one that it answers by key and may be `held` with its reason.
    """

    author: str
    when: date | None
    body: list[Piece]
    engine: str
    by_author: bool = False
    reply_to: str = ""
    key: str = ""
    held: str = ""
    answers: int = 0


@dataclass(frozen=True)
class Hints:
    """What the markup of a page says about its article; all empty for plain text."""

    title: str = ""
    author: str = ""
    published: date | None = None
    url: str = ""


@dataclass
class Page:
    """A capture cut into pieces, in order, with what the rules have found out so far.

    `renewed` says that `published` is the day of an update, for want of another; `markup` that it was a page of HTML,
    `exported` that an export states its title and comments, so that no rule
    looks for them in the text.
    """

    pieces: list[Piece]
    hints: Hints = field(default_factory=Hints)
    markup: bool = False
    exported: bool = False
    comments: list[FoundComment] = field(default_factory=list)
    title: str = ""
    author: str = ""
    deck: str = ""
    published: date | None = None
    renewed: bool = False
    askers: list[str] = field(default_factory=list)
    kind: str = ""
    held: str = ""
    flags: dict[str, str] = field(default_factory=dict)

    def open(self) -> list[Piece]:
        """The pieces that no rule has decided on yet, in order."""
        return [piece for piece in self.pieces if not piece.role]

    def body(self) -> list[Piece]:
        """The pieces that belong to the article: those decided to, and those not yet decided."""
        return [piece for piece in self.pieces if piece.role in ("", BODY)]

    def flag(self, name: str, detail: str = "") -> None:
        self.flags.setdefault(name, detail)


def decide(piece: Piece, role: str, rule: str, note: str = "") -> None:
    """Say what a piece is, which rule says so, and as what it was moved or dropped."""
    piece.role, piece.rule, piece.note = role, rule, note


def drop(pieces: Iterable[Piece], rule: str, note: str) -> None:
    """Leave pieces out of the article; the report says as what."""
    for piece in pieces:
        decide(piece, DROPPED, rule, note)


def split(page: Page, piece: Piece, at: int) -> tuple[Piece, Piece]:
    """Cut a piece in two before the character `at` of its text; both stay on the page, in order."""
    right_text = piece.text[at:]
    shift = len(right_text) - len(right_text.lstrip())
    left_text = piece.text[:at].rstrip()
    right = Piece(
        piece.line,
        piece.start + at + shift,
        right_text.lstrip(),
        piece.gap,
        role=piece.role,
        rule=piece.rule,
        side=piece.side,
        letter=piece.letter,
        span=piece.span,
        area=piece.area,
        marks=tuple(
            Mark(max(m.start - at - shift, 0), m.end - at - shift, m.kind, m.href)
            for m in piece.marks
            if m.end > at + shift
        ),
    )
    piece.marks = tuple(Mark(m.start, min(m.end, at), m.kind, m.href) for m in piece.marks if m.start < len(left_text))
    piece.text, piece.words = left_text, words_in(left_text)
    page.pieces.insert(page.pieces.index(piece) + 1, right)
    return piece, right
