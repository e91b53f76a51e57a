"""Lists whose marks a flattened page spoiled: odd signs, letters, numbers without a point or on lines of their own."""

import re
from collections.abc import Callable, Sequence
from itertools import dropwhile, groupby, pairwise

from plugins.normalize.model import DROPPED, HEADING, ITEM, PARAGRAPH, Piece, decide

ODD_BULLET = re.compile(r"(?P<lead>[ov§ØüqnlàÞè¨~»›]\s+)(?=\S)")
LETTER = re.compile(r"\(?(?P<letter>[a-h])[.)]\s+(?=\S)")
BARE_NUMBER = re.compile(r"(?P<lead>(?P<number>\d{1,2})\s+)(?=[A-Z\"“‘])")
LONE_NUMBER = re.compile(r"(?P<number>\d{1,2})[.)]?")
BULLETS = frozenset("•*·◦▪□■○")
ROMANS = "I II III IV V VI VII VIII IX X XI XII".split()
ROMAN = re.compile(rf"(?P<number>{'|'.join(ROMANS)})[.)]\s+\S.*[^.,;]")
LABELED = re.compile(
    r"(?P<label>[A-Z][^:\d]{3,60}?)\s?(?:[Nn]o\.?|[Nn]r\.?|n°|#)\s?(?P<number>\d{1,2})\s?[:.–-]\s+\S.*"
)
LEAST_NUMBERS, PART_WORDS, LABELED_WORDS = 3, 10, 18
NOTE = "a number above its item"


def list_marks(pieces: Sequence[Piece]) -> None:
    """Read marks that are one only in a row: two like signs or letters together, three numbers down a text."""
    _odd_bullets(pieces)
    _letters(pieces)
    _bare_numbers(pieces)
    _lone_numbers(pieces)
    _roman_numbers(pieces)
    _numbered_labels(pieces)


def _odd_bullets(pieces: Sequence[Piece]) -> None:
    """Lines together that all begin with one sign which a word processor's font once drew as a bullet."""
    for _, group in groupby(pieces, key=lambda piece: _lead(ODD_BULLET, piece).strip()):
        run = list(group)
        if len(run) >= 2 and _lead(ODD_BULLET, run[0]):
            for piece in run:
                _take(piece, len(_lead(ODD_BULLET, piece)))


def _letters(pieces: Sequence[Piece]) -> None:
    """Lines together that begin with `a)`, `b)` and so on are items; they keep their letters, which texts refer to."""
    letters = [LETTER.match(piece.text) if _is_plain(piece) else None for piece in pieces]
    for (above, one), (piece, two) in pairwise(zip(pieces, letters, strict=True)):
        if (
            one
            and two
            and ord(two["letter"]) == ord(one["letter"]) + 1
            and (above.shape == ITEM or one["letter"] == "a")
        ):
            above.shape = piece.shape = ITEM


def _bare_numbers(pieces: Sequence[Piece]) -> None:
    """`1 Say so`, `2 Say why`, `3 Say sorry` down a text are numbers that lost their point."""
    for piece, found in _counted(pieces, BARE_NUMBER.match):
        _take(piece, found.end("lead"), int(found["number"]))


def _lone_numbers(pieces: Sequence[Piece]) -> None:
    """A number on a line of its own, one of a row, belongs to the text below it; among them so do bullets."""
    below = {id(above): piece for above, piece in pairwise(pieces)}
    found = _counted(pieces, LONE_NUMBER.fullmatch)
    if all(id(piece) in below and _is_plain(below[id(piece)]) for piece, _ in found):
        for piece, number in found:
            item = below[id(piece)]
            item.shape, item.ordered, item.gap = ITEM, int(number["number"]), max(item.gap, piece.gap)
            decide(piece, DROPPED, "list-marks", NOTE)
    for piece, item in pairwise(pieces) if found else ():
        if piece.text in BULLETS and _is_plain(piece) and _is_plain(item) and item.start > piece.start:
            item.shape = ITEM
            decide(piece, DROPPED, "list-marks", NOTE)


def _roman_numbers(pieces: Sequence[Piece]) -> None:
    """`I. The boat`, `II. The crew`, each a short line apart from the text, number the parts of it: headings."""
    found = [
        (piece, number["number"])
        for piece in pieces
        if _is_plain(piece) and piece.words <= PART_WORDS and (number := ROMAN.fullmatch(piece.text))
    ]
    if len(found) >= 2 and [number for _, number in found] == ROMANS[: len(found)]:
        for piece, _ in found:
            piece.shape = HEADING


def _numbered_labels(pieces: Sequence[Piece]) -> None:
    """Short lines that begin with one label and count (`A rower's hint No. 1: …`, `… No. 2: …`) head parts."""
    labels: dict[str, list[Piece]] = {}
    for piece in pieces:
        found = (
            LABELED.fullmatch(piece.text) if _is_plain(piece) and piece.gap and piece.words <= LABELED_WORDS else None
        )
        counted = labels.setdefault(found["label"].casefold(), []) if found else []
        if found and int(found["number"]) == len(counted) + 1:
            counted.append(piece)
    for run in labels.values():
        for piece in run if len(run) >= 2 else ():
            piece.shape = HEADING


def _counted(
    pieces: Sequence[Piece], match: Callable[[str], re.Match[str] | None]
) -> list[tuple[Piece, re.Match[str]]]:
    """The pieces that match and count 1, 2, 3 …, once or from the start again, with no other number; else none.

    A number above the first, as in a title, is none of the row.
    """
    numbers = ((piece, number) for piece in pieces if _is_plain(piece) and (number := match(piece.text)))
    found = list(dropwhile(lambda one: int(one[1]["number"]) != 1, numbers))
    counts = [int(number["number"]) for _, number in found]
    in_order = all(two in (1, one + 1) for one, two in pairwise([0, *counts]))
    return found if len(found) >= LEAST_NUMBERS and in_order and max(counts) > 1 else []


def _lead(mark: re.Pattern[str], piece: Piece) -> str:
    found = mark.match(piece.text) if _is_plain(piece) else None
    return found["lead"] if found else ""


def _is_plain(piece: Piece) -> bool:
    return not piece.role and piece.shape == PARAGRAPH


def _take(piece: Piece, length: int, number: int = 0) -> None:
    piece.lead, piece.text = piece.text[:length], piece.text[length:]
    piece.start += length
    piece.shape, piece.ordered, piece.words = ITEM, number, len(piece.text.split())
