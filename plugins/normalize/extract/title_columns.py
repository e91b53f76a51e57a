"""Titles and heads in which a column is called: `Dear Ann` above a byline, `Dear Ann: She reads my letters`."""

from plugins.normalize.extract.markers import find_marker
from plugins.normalize.extract.names import is_full_name
from plugins.normalize.extract.title_rivals import QUOTED
from plugins.normalize.model import BYLINE, LETTER, META, Page, Piece
from plugins.normalize.segment.repeats import folded
from plugins.normalize.stops import is_stopped

HEAD_LINES, NAME_WORDS, MOST_BETWEEN, RUNNING_TEXT, LONGEST_COLUMN_TITLE = 3, 4, 4, 25, 12


def is_columns_head(page: Page, piece: Piece) -> bool:
    """Whether a salutation without a stop (`Dear Ann`) is a column's name.

    The byline or date follows it closely, or it is a page's first line and a letter below begins with it, or a title in
    quotes stands straight below.
    """
    at = page.pieces.index(piece)
    near = page.pieces[at + 1 : at + 1 + HEAD_LINES]
    mark = find_marker(piece.text)
    if mark is None or is_stopped(piece.text) or piece.words > NAME_WORDS:
        return False
    again = not at and any(other.text.startswith((f"{piece.text},", f"{piece.text}:")) for other in page.pieces[1:])
    head = next((place for place, other in enumerate(near) if other.role in (META, BYLINE)), 0)
    near = near[: head + 1] or near
    dated = any(other.role in (META, BYLINE) for other in near)
    quoted = not at and any(QUOTED.fullmatch(other.text) for other in near[:1])
    return (
        (dated and all(other.words < RUNNING_TEXT for other in near))
        or quoted
        or (again and all(other.words < RUNNING_TEXT and not find_marker(other.text) for other in near[:1]))
    )


def names_columnist(page: Page, piece: Piece) -> bool:
    """Whether a page's first line is a title in which a column is named: `Dear Ann: She reads my letters`.

    One that asks is a title where the columnist's full name or another letter's mark follows closely, and one in which
    somebody `says:` where a letter does.
    """
    marker = find_marker(piece.text)
    rest = piece.text[marker.end :] if marker else ""
    if marker is not None and marker.kind == "says":
        return bool(rest) and piece is page.pieces[0] and _is_introduced(page, piece, marker.name)
    if marker is None or marker.kind != "dear" or not 2 <= len(rest.split()) <= LONGEST_COLUMN_TITLE:
        return False
    if rest.endswith("?"):
        return rest[0].isupper() and _is_introduced(page, piece, marker.name)
    return (rest[0].isupper() or bool(piece.gap)) and not rest.endswith((".", "!", "…"))


def _is_introduced(page: Page, piece: Piece, name: str) -> bool:
    """Whether the full name of whom a line calls, or the mark of a letter, stands close below it."""
    at = page.pieces.index(piece)
    for other in page.pieces[at + 1 : at + 1 + MOST_BETWEEN]:
        mark = find_marker(other.text)
        if (mark and mark.side == LETTER) or (is_full_name(other.text) and name.split()[0] in other.text.split()):
            return True
        if other.words >= RUNNING_TEXT:
            break
    return False


def salutation_as_title(page: Page) -> Piece | None:
    """A salutation without a stop that is the title of a post: it stands beside the date, and no letter has a mark."""
    open_ = page.open()
    piece = open_[0] if open_ else None
    mark = find_marker(piece.text) if piece else None
    if piece is None or mark is None or mark.kind != "dear" or mark.end < len(piece.text) or is_stopped(piece.text):
        return None
    at = page.pieces.index(piece)
    dated = any(other.role in (META, BYLINE) for other in page.pieces[max(at - 1, 0) : at + 2])
    return piece if dated and not any(find_marker(other.text) for other in open_[1:]) else None


def called_at_once(page: Page) -> bool:
    """Whether a page's first line is a salutation as its title (`Dear Doctor Heart`), and the next line the same."""
    head = page.open()[:2]
    return len(head) == 2 and folded(head[0].text) == folded(head[1].text) != ""


def calls_again(page: Page, piece: Piece) -> bool:
    """Whether the letter below a line calls whom the line calls: `Dear Ann: May I?` above `Dear Ann: I have …`."""
    mark = find_marker(piece.text)
    if mark is None or mark.kind != "dear":
        return False
    below = page.pieces[page.pieces.index(piece) + 1 :]
    first = next(((again, other) for other in below if (again := find_marker(other.text))), None)
    return first is not None and first[0].name == mark.name and first[1].words > piece.words
