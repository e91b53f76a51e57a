"""Headings by what a whole page shows: bullets that stand alone above text, and sentences of which the title counts."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from plugins.normalize.extract.bare_lines import (
    CLOSE_WORDS,
    LEAST_ALIKE,
    MOST_WORDS,
    PRONOUN_START,
    PROSE_WORDS,
    TITLED,
    UNFINISHED,
)
from plugins.normalize.extract.markers import find_marker
from plugins.normalize.extract.run_ins import ANNOUNCES
from plugins.normalize.extract.title_rivals import share_of_capitals
from plugins.normalize.model import HEADING, ITEM, PARAGRAPH, Page, Piece
from plugins.normalize.stops import ends_sentence, is_stopped

LEAST_SENTENCES, SENTENCES_SHARE, LONG_WORDS, TITLE_WORDS, ASKED_WORDS, ANSWER_WORDS = 3, 0.25, 20, 10, 18, 5
ANNOUNCING = 200
NUMBERS = defaultdict(str, enumerate(["", "", "", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]))
QUOTES = "\"“‘'«"
DASHES = frozenset("-–—")
COUNTS = re.compile(r"\b(?:[3-9]|[1-9]\d|three|four|five|six|seven|eight|nine|ten|twelve)\b", re.I)
LABEL = re.compile(r"[A-ZÀ-Þ][^.!?:;]*:")
NARRATES = re.compile(r"(?:i|we|and|but|so|or|then|yes|no)\b", re.I)


def lone_bullets(body: Sequence[Piece]) -> None:
    """Short lines behind a bullet, each of them alone above a paragraph, are headings where a page has two or more."""
    found = [
        piece
        for above, piece, below in _in_threes(body)
        if piece.shape == ITEM
        and not piece.ordered
        and not piece.side
        and piece.words <= MOST_WORDS
        and below.gap
        and below.shape == PARAGRAPH
        and (below.words >= (LONG_WORDS if piece.lead[:1] in DASHES else PROSE_WORDS) or below.text.endswith(":"))
        and (above is None or above.shape != ITEM)
    ]
    alone = {id(piece) for piece in found}
    others = [piece for piece in body if piece.shape == ITEM and piece.lead and id(piece) not in alone]
    if len(found) >= LEAST_ALIKE and not {piece.lead for piece in found} & {piece.lead for piece in others}:
        _into_headings(found)


def counted_sentences(page: Page) -> None:
    """Very short sentences, each alone above a long paragraph, are headings where the title counts what they are."""
    body = page.body()
    found = [
        piece
        for above, piece, below in _in_threes(body)
        if piece.shape == PARAGRAPH
        and not piece.side
        and piece.words <= CLOSE_WORDS
        and piece.gap
        and below.gap
        and ends_sentence(piece.text)
        and below.shape == PARAGRAPH
        and below.words >= LONG_WORDS
        and (above is None or above.shape != PARAGRAPH or above.words >= PROSE_WORDS)
        and not find_marker(piece.text)
    ]
    most = max(LEAST_SENTENCES, SENTENCES_SHARE * len(body))
    if len(found) >= most and _is_counted(page, found) and not any(NARRATES.match(piece.text) for piece in found):
        _into_headings(found)


def _is_counted(page: Page, found: Sequence[Piece]) -> bool:
    """Whether the title counts something, or the paragraph above the first of these lines says how many they are."""
    if COUNTS.search(page.title):
        return True
    body = page.body()
    at = next(at for at, piece in enumerate(body) if piece is found[0])
    said = COUNTS.findall(body[at - 1].text[-ANNOUNCING:]) if at else []
    return any(word.casefold() in (NUMBERS[len(found)], str(len(found))) for word in said)


def close_titles(body: Sequence[Piece]) -> None:
    """Titles in capitals between long finished paragraphs with no gap above them are headings, two of them or more."""
    found = [
        piece
        for above, piece, below in _in_threes(body)
        if above is not None
        and piece.shape == PARAGRAPH
        and not (piece.gap or piece.side or above.side or below.side)
        and 2 <= piece.words <= TITLE_WORDS
        and (above.shape == ITEM or (above.words >= LONG_WORDS and ends_sentence(above.text)))
        and below.shape == PARAGRAPH
        and below.words >= LONG_WORDS
        and not UNFINISHED.search(piece.text)
        and piece.text[0] not in DASHES
        and share_of_capitals(piece.text) >= TITLED
        and not find_marker(piece.text)
    ]
    if len(found) >= LEAST_ALIKE:
        _into_headings(found)


def close_labels(body: Sequence[Piece]) -> None:
    """Labels such as `Being right:`, each straight above a long paragraph, are headings, two of them or more."""
    found = [
        piece
        for above, piece, below in _in_threes(body)
        if above is not None
        and piece.shape == PARAGRAPH
        and not (piece.side or below.gap)
        and 2 <= piece.words <= CLOSE_WORDS
        and LABEL.fullmatch(piece.text)
        and (piece.gap or above.shape == ITEM or ends_sentence(above.text))
        and below.shape == PARAGRAPH
        and below.words >= LONG_WORDS
        and not ANNOUNCES.search(piece.text.rstrip(" :"))
        and not PRONOUN_START.match(piece.text)
        and not find_marker(piece.text)
    ]
    if len(found) >= LEAST_ALIKE:
        _into_headings(found)


def apart_labels(body: Sequence[Piece]) -> None:
    """Labels with a colon, each by itself above a long paragraph, are headings where a page has three or more."""
    found = [
        piece
        for above, piece, below in _in_threes(body)
        if piece.shape == below.shape == PARAGRAPH
        and not (piece.side or below.side)
        and piece.gap
        and below.gap
        and 2 <= piece.words <= TITLE_WORDS
        and LABEL.fullmatch(piece.text)
        and (above is None or above.shape != PARAGRAPH or ends_sentence(above.text) or above.words <= TITLE_WORDS)
        and below.words >= LONG_WORDS
        and below.text[0] not in QUOTES
        and not ANNOUNCES.search(piece.text.rstrip(" :"))
        and not NARRATES.match(piece.text)
        and not find_marker(piece.text)
    ]
    if len(found) >= LEAST_SENTENCES:
        _into_headings(found)


def answered_questions(body: Sequence[Piece]) -> None:
    """Questions, each straight above the paragraph that answers it, are headings where a page has three or more.

    Two are enough where a few words straight above the first (`Questions that we are asked`) head them both.
    """
    found = [
        piece
        for above, piece, below in _in_threes(body)
        if piece.shape == below.shape == PARAGRAPH
        and not (piece.side or below.side or below.gap)
        and (piece.gap or (above is not None and (_heads_questions(above) or ends_sentence(above.text))))
        and 3 <= piece.words <= ASKED_WORDS
        and piece.text.endswith("?")
        and ends_sentence(below.text)
        and not below.text.endswith("?")
        and below.words >= ANSWER_WORDS
        and not find_marker(piece.text)
    ]
    first = next((above for above, piece, _ in _in_threes(body) if found and piece is found[0]), None)
    headed = first is not None and _heads_questions(first)
    if len(found) >= (LEAST_ALIKE if headed else LEAST_SENTENCES):
        _into_headings(found)


def _heads_questions(piece: Piece) -> bool:
    return piece.words <= CLOSE_WORDS and bool(piece.gap) and not is_stopped(piece.text) and piece.shape == PARAGRAPH


def _into_headings(pieces: Sequence[Piece]) -> None:
    for piece in pieces:
        piece.shape, piece.rule = HEADING, "headings"


def _in_threes(body: Sequence[Piece]) -> Iterator[tuple[Piece | None, Piece, Piece]]:
    """Each piece but the last, with the one above it and the one below."""
    return zip([None, *body], body, body[1:], strict=False)
