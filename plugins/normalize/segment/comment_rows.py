"""Comments that stand between a name above and a row of buttons with their age below (`Like · Reply · 3y`)."""

import re
from collections.abc import Sequence

from plugins.normalize.extract.dates import find_date
from plugins.normalize.model import COMMENT, FoundComment, Page, Piece, decide
from plugins.normalize.segment.comment_lines import clean_name, heading_above, text_of
from plugins.normalize.segment.comment_words import HEADING, INSIDE, ROW, ROW_AGE

RULE = "comments-rows"
NAME = re.compile(r"(?P<name>[^\s.!?:•·|][^.!?:•·|]{0,48}?(?: [A-Z]\.)?)(?:\s*[•·|]\s*.{2,60})?")
ROLE = re.compile(
    r"(?:works?|worked|studied|studies|lives?|went|owner|manager|student|teacher|retired|self[- ]employed|top (?:fan|"
    r"commenter|contributor)|author|founder|director|engineer|nurse)\b.{0,60}|[^.!?]{2,40} (?:at|chez|bei|"
    r"en) [A-Z].{1,50}|"
    r".{0,40}\b(?:university|college|school|academy)\b.{0,40}",
    re.I,
)
LINES, NAME_WORDS = 12, 5


def find_rows(page: Page) -> bool:
    """Find comments of that kind; whether there are any. Leaves alone a page with one such row and no heading."""
    rows = _rows(page.pieces)
    headed = rows and heading_above(page.pieces, max(_first_name(page.pieces, 0, rows[0][0]), 0)) >= 0
    if not rows or not (headed or len(rows) >= 2):
        return False
    start = 0
    for first, end in rows:
        name_at = _first_name(page.pieces, start, first)
        if name_at >= 0:
            _record(page, name_at, first, end)
        start = end
    return bool(page.comments)


def _rows(pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """Runs of button lines that state an age together: first place, place after the last."""
    rows, at = [], 0
    while at < len(pieces):
        end = at
        while end < len(pieces) and _is_part(pieces[end]):
            end += 1
        text = " · ".join(text_of(piece) for piece in pieces[at:end])
        if end > at and len(text) <= 160 and ROW.fullmatch(text) and ROW_AGE.search(text):
            rows.append((at, end))
        at = max(end, at + 1)
    return rows


def _is_part(piece: Piece) -> bool:
    text = text_of(piece)
    return (
        not piece.role
        and len(text) <= 80
        and bool(ROW.fullmatch(text) or INSIDE.fullmatch(text) or ROW_AGE.fullmatch(text))
    )


def _first_name(pieces: Sequence[Piece], start: int, row: int) -> int:
    """Where the name stands that begins the comment above a row: below the row or the heading before, else near by."""
    low = max(start, row - LINES)
    headings = [at for at in range(low, row) if HEADING.fullmatch(text_of(pieces[at]))]
    low = headings[-1] + 1 if headings else low
    names = [at for at in range(low, row - 1) if _is_name(pieces[at])]
    if not names:
        return -1
    return names[0] if low == start and start else _nearest(pieces, names, row)


def _nearest(pieces: Sequence[Piece], names: Sequence[int], row: int) -> int:
    """Of several short lines above the first comment the lowest that has a gap above it, else the lowest.

    A line that only says where somebody works or studied stands below his name.
    """
    lowest = next((at for at in reversed(names) if pieces[at].gap), names[-1])
    says_where = lowest - 1 in names and not pieces[lowest].gap and ROLE.fullmatch(text_of(pieces[lowest])) is not None
    return lowest - 1 if says_where else lowest


def _is_name(piece: Piece) -> bool:
    if piece.role or piece.words > 12 or HEADING.fullmatch(text_of(piece)):
        return False
    found = NAME.fullmatch(text_of(piece))
    return found is not None and len(found["name"].split()) <= NAME_WORDS


def _record(page: Page, at: int, row: int, end: int) -> None:
    stated = NAME.fullmatch(text_of(page.pieces[at]))
    name, own = clean_name(stated["name"] if stated else text_of(page.pieces[at]))
    first = at + 1
    if first + 1 < row and page.pieces[first].words <= 9 and ROLE.fullmatch(text_of(page.pieces[first])):
        first += 1
    body = [piece for piece in page.pieces[first:row] if not piece.role and not INSIDE.fullmatch(text_of(piece))]
    for piece in page.pieces[at:end]:
        if not piece.role:
            decide(piece, COMMENT, RULE, "comment" if piece in body else "attribution")
    moment = find_date(" ".join(text_of(piece) for piece in page.pieces[row:end]))
    when = moment.stated() if moment else None
    page.comments.append(FoundComment(name, when, body, "rows", own))
