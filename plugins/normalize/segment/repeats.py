"""What stands on a page more than once: captions, keyword lines, headings doubled by an image, whole paragraphs."""

import itertools
import re
from collections import defaultdict
from functools import lru_cache

from plugins.normalize.extract.markers import find_marker
from plugins.normalize.model import ITEM, Page, Piece, drop

WORDS = re.compile(r"\w+")
SMALL_WORDS = bytes(ord(sign.lower() if WORDS.match(sign) else " ") for sign in map(chr, range(256)))
"""What each byte of an ASCII text is among words in small letters: itself, its small letter, or a gap."""

COMMON_MARKS = "“”–—…\u00a0"
"""The marks beyond ASCII that most texts have, next to the apostrophe."""

SHORT = 20
LINE = 4000
"""Characters up to which a folded text is remembered."""
PARAGRAPH_WORDS, WHOLE_BODY, LETTER_WORDS = 8, 3, 15
LEAST_PIECES, LEAST_WORDS = 3, 60
"""Pieces and words from which on a text is more than a line that returns."""


def folded(text: str) -> str:
    """A text's words alone, ready to compare."""
    return _folded_line(text) if len(text) <= LINE else _fold(text)


@lru_cache(maxsize=512)
def _folded_line(text: str) -> str:
    """The same of a line, which several rules ask for."""
    return _fold(text)


def _fold(text: str) -> str:
    """Where only common marks lie beyond ASCII, the words are what other signs part: bytes are cut far faster."""
    plain = text.replace("’", "").replace("'", "")
    for mark in "" if plain.isascii() else COMMON_MARKS:
        plain = plain.replace(mark, " ")
    if plain.isascii():
        return b" ".join(plain.encode().translate(SMALL_WORDS).split()).decode()
    return " ".join(WORDS.findall(plain.casefold()))


def take_second_copy(page: Page) -> list[Piece]:
    """Take the second copy off a page that holds its whole text twice, from its first line to its last or nearly so.

    No other rule must see it, for what stands there twice is evidence of other things. What was taken comes back.
    """
    keys = [folded(piece.text) for piece in page.pieces]
    half = sum(piece.words for piece in page.pieces[: len(keys) // 2])
    at = _where_again(keys, max(len(keys) * 2 // 5, LEAST_PIECES))
    again = page.pieces[at:]
    if not again or sum(piece.words for piece in again) < max(LEAST_WORDS, 0.8 * half):
        return []
    del page.pieces[at:]
    drop(again, "whole-page-again", "the whole text again")
    return again


def _where_again(keys: list[str], least: int) -> int:
    """The first place, not before `least`, from which on a list says its own beginning again to its end; else its end.

    Each entry of `same` tells how much of the list's beginning ends there: Knuth, Morris and Pratt's table.
    """
    same = [0] * len(keys)
    for at in range(1, len(keys)):
        length = same[at - 1]
        while length and keys[at] != keys[length]:
            length = same[length - 1]
        same[at] = length + (keys[at] == keys[length])
    length = same[-1] if same else 0
    while length and len(keys) - length < least:
        length = same[length - 1]
    return len(keys) - length


def doubled_paragraphs(page: Page) -> None:
    """Drop the second copy of a paragraph of eight words or more: a page that prints it twice means it once.

    Short lines beside it that stand beside the first copy as well, its headings, go with it. A page of markup is
    believed, unless it holds three such paragraphs: then its whole body stands in it twice.
    """
    first: dict[str, int] = {}
    copies: list[tuple[int, int]] = []
    for at, piece in enumerate(page.pieces):
        if piece.role or piece.words < PARAGRAPH_WORDS:
            continue
        key = folded(piece.text)
        if key in first and not _is_short(piece):
            copies.append((first[key], at))
        first.setdefault(key, at)
    if not page.markup or len({one for one, _ in copies}) >= WHOLE_BODY:
        drop((page.pieces[at] for _, at in copies), "doubled-paragraphs", "a paragraph printed twice")
        for one, two in copies if len(copies) > 1 else ():
            drop(_beside_both(page.pieces, one, two), "doubled-paragraphs", "beside a paragraph printed twice")


def _beside_both(pieces: list[Piece], one: int, two: int) -> list[Piece]:
    """The short lines straight above and below a second copy that stand in the same place by the first."""
    found: list[Piece] = []
    for step in (-1, 1):
        here, there = one + step, two + step
        while one < there < len(pieces) and here >= 0 and here != two and not pieces[there].role:
            if folded(pieces[here].text) != folded(pieces[there].text) or not _is_short(pieces[there]):
                break
            found.append(pieces[there])
            here, there = here + step, there + step
    return found


def repeated_lines(page: Page) -> None:
    """Of a short line that repeats keep the last of a run as the heading, and drop captions altogether.

    A line is a caption where a photo's credit stands by it, where it repeats the title or its beginning, or where it
    stands above another heading, twice in a row if it begins with a small letter. One that stands above a paragraph
    each time (`Why it works`) is a heading each time.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for at, piece in enumerate(page.pieces):
        if not piece.role and _is_short(piece) and piece.shape != ITEM and not _is_salutation(piece):
            groups[folded(piece.text)].append(at)
    _numbered_twice(page.pieces)
    title = folded(page.title)
    for key, places in groups.items():
        if title and _says_title(key, title):
            drop((page.pieces[at] for at in places), "repeated-lines", "the title again, as a caption")
        elif len(places) > 1 and key and not _opens_letters(page, places):
            _judge(page, places)


def _numbered_twice(pieces: list[Piece]) -> None:
    """Of a numbered line that stands twice in a row with one number keep the second: the first is a picture's."""
    for above, piece in itertools.pairwise([piece for piece in pieces if not piece.role]):
        if piece.ordered and piece.ordered == above.ordered and folded(piece.text) == folded(above.text):
            piece.gap = max(piece.gap, above.gap)
            drop([above], "repeated-lines", "a caption above the heading that it repeats")


def _is_salutation(piece: Piece) -> bool:
    """Whether a line opens a letter or an answer, as any other of its page may: `Dear Doctor Heart,`, `A.`."""
    marker = find_marker(piece.text)
    if marker is None or len(piece.text) > marker.end:
        return False
    return marker.kind in ("q", "a") or (marker.kind == "dear" and piece.text.endswith((",", ":")))


def _opens_letters(page: Page, places: list[int]) -> bool:
    """Whether a line is a salutation, if only without a comma, and stands above running text twice or more."""
    marker = find_marker(page.pieces[places[0]].text)
    if marker is None or marker.kind != "dear" or len(page.pieces[places[0]].text) > marker.end:
        return False
    return sum(piece.words >= LETTER_WORDS for at in places for piece in page.pieces[at + 1 : at + 2]) > 1


def _says_title(key: str, title: str) -> bool:
    return key == title or (title.startswith(key + " ") and len(key.split()) >= 4)


def _is_short(piece: Piece) -> bool:
    return piece.words <= SHORT and (piece.words < 12 or not piece.text.endswith((".", "!", "”", '"')))


def _judge(page: Page, places: list[int]) -> None:
    pieces = page.pieces
    near_credit = any(
        other.note == "photo credit"
        for at in places
        for other in (pieces[max(at - 1, 0)], pieces[min(at + 1, len(pieces) - 1)])
    )
    close = [(at, later) for at, later in itertools.pairwise(places) if later - at <= 2]
    if near_credit:
        drop((pieces[at] for at in places), "repeated-lines", "a caption beside a photo credit")
    elif close and pieces[places[-1]].text[0].islower() and not _above_paragraph(page, places[-1]):
        drop((pieces[at] for at in places), "repeated-lines", "a caption, printed twice")
    elif close:
        for at, later in close:
            pieces[later].gap = max(pieces[later].gap, pieces[at].gap)
        drop((pieces[at] for at, _ in close), "repeated-lines", "a caption above the heading that it repeats")
    elif all(not _above_paragraph(page, at) for at in places):
        drop((pieces[at] for at in places), "repeated-lines", "a caption or keyword line, repeated")


def _above_paragraph(page: Page, at: int) -> bool:
    rest = (page.pieces[place] for place in range(at + 1, len(page.pieces)))
    below = next((piece for piece in rest if not piece.role), None)
    return below is not None and (below.words > SHORT or below.shape == ITEM)
