"""Headings that lost their markup: numbers that are headings or a list, bare lines, run-in leads; their levels."""

import itertools
import re
from collections.abc import Sequence

from plugins.normalize.extract.bare_lines import (
    CLOSE_WORDS,
    LONG_WORDS,
    MOST_WORDS,
    PROSE_WORDS,
    STOPS,
    TITLED,
    bare_lines,
)
from plugins.normalize.extract.lone_headings import (
    COUNTS,
    answered_questions,
    apart_labels,
    close_labels,
    close_titles,
    counted_sentences,
    lone_bullets,
)
from plugins.normalize.extract.markers import answer_heading
from plugins.normalize.extract.names import is_person, name_in_words
from plugins.normalize.extract.run_ins import run_ins
from plugins.normalize.extract.signoff_shapes import CLOSING
from plugins.normalize.extract.title_rivals import share_of_capitals
from plugins.normalize.model import DROPPED, HEADING, ITEM, LETTER, PARAGRAPH, Page, Piece, decide, split
from plugins.normalize.stops import ends_sentence, is_closed

ATTRIBUTED = re.compile(r"[.!?][\"'”’)]*\s[–—-]\s?[A-ZÀ-Þ][\w.,’' -]{2,50}$")
SAYING = re.compile(r"[\"“][^\"“”]+[\"”]")
ATTRIBUTION = 60
"""Characters at a paragraph's end within which it names whom it quotes: `… every day.” – Ann Lee, LMFT`."""
GLUED_NOTE = "a number glued to a heading"
GLUED = re.compile(r"(?P<number>\d{1,2})(?=[A-Z][a-z])")


def headings(page: Page) -> None:
    """Find the headings of the body (letters have none) and give them their levels."""
    body = [piece for piece in page.body() if piece.side != LETTER]
    _judge_numbers(page, body)
    if page.kind != "interview":
        lone_bullets(body)
        counted_sentences(page)
        close_titles(body)
        close_labels(body)
        apart_labels(body)
        answered_questions(body)
        bare_lines(page.body())
        run_ins(page, body)
    _stray_lines(page, body)
    _answerers(page)
    _levels(page.body())


def _judge_numbers(page: Page, body: Sequence[Piece]) -> None:
    """Numbered lines are headings where paragraphs stand between them, and items where they follow each other.

    So is one above a list that counts from one. A number by itself (`1986. What a year.`), or one whose line is a
    paragraph, is part of the text.
    """
    numbered = [piece for piece in body if piece.ordered]
    places = {id(piece): at for at, piece in enumerate(body)}
    sentences = len(numbered) >= 3 and all(
        _is_above_prose(piece, body[places[id(piece)] + 1 :][:1]) for piece in numbered
    )
    alternate = _alternate(body, numbered, counted=bool(COUNTS.search(page.title)))
    for piece in numbered:
        at = places[id(piece)]
        above, below = body[at - 1 : at] if at else [], body[at + 1 : at + 3]
        goes_on = piece.ordered > 1 and [one.ordered for one in above] == [piece.ordered - 1]
        heads_list = [one.ordered for one in below] == [1, 2] and not goes_on
        beside = not heads_list and any(one.ordered for one in [*above, *below[:1]])
        close = piece.gap and below and not below[0].gap and _is_above_prose(piece, below[:1])
        short = piece.words <= MOST_WORDS and (alternate or sentences or close or not STOPS.search(piece.text))
        if short and not beside and len(numbered) >= 2 and (alternate or heads_list or _prose_follows(below)):
            _as_heading(piece)
        elif not beside and len(numbered) < 2:
            counted = COUNTS.search(page.title) or share_of_capitals(piece.text) >= TITLED
            titled = piece.ordered == 1 and piece.words >= 2 and counted
            (_as_heading if titled and short and _prose_follows(below) else _as_text)(piece)
    _numbers_alike(body, numbered)
    glued = [(piece, found) for piece in body if piece.words <= MOST_WORDS and (found := GLUED.match(piece.text))]
    if len(glued) >= 2:
        for piece, found in glued:
            number, rest = split(page, piece, found.end())
            rest.shape, rest.ordered, rest.gap = HEADING, 0, piece.gap
            decide(number, DROPPED, "headings", GLUED_NOTE)


def _alternate(body: Sequence[Piece], numbered: Sequence[Piece], counted: bool) -> bool:
    """Whether three or more short numbered lines each stand alone above a finished paragraph, however short it is.

    Sentences among them are very short, and of questions no paragraph below asks on. The paragraphs are longer in all,
    unless the title has `counted` them.
    """
    ids = {id(piece) for piece in numbered}
    pairs = [(piece, below) for piece, below in itertools.pairwise(body) if id(piece) in ids]
    alone = all(
        below.gap
        and below.shape == PARAGRAPH
        and below.words > 1
        and (ends_sentence(below.text) or ATTRIBUTED.search(below.text[-ATTRIBUTION:]))
        for _, below in pairs
    )
    plain = all(
        piece.words <= (CLOSE_WORDS if STOPS.search(piece.text) and not SAYING.fullmatch(piece.text) else MOST_WORDS)
        for piece in numbered
    )
    asked_on = any(piece.text.endswith("?") and below.text.endswith("?") for piece, below in pairs)
    longer = sum(below.words for _, below in pairs) > 2 * sum(piece.words for piece in numbered)
    asks = all(piece.text.endswith("?") for piece in numbered)
    return 3 <= len(numbered) == len(pairs) and alone and plain and not asked_on and (longer or asks or counted)


def _numbers_alike(body: Sequence[Piece], numbered: Sequence[Piece]) -> None:
    """Where most numbers of a row are headings, so is one above a short paragraph or below another heading."""
    found = [piece for piece in numbered if piece.shape == HEADING]
    for at, piece in enumerate(body):
        below = body[at + 1] if at + 1 < len(body) else None
        alike = piece.ordered and len(found) >= 2 and 2 * len(found) >= len(numbered)
        alone = below is not None and below.gap and below.shape == PARAGRAPH
        if alike and alone and piece.words <= MOST_WORDS and not STOPS.search(piece.text):
            _as_heading(piece)


def _prose_follows(below: Sequence[Piece]) -> bool:
    """Whether a paragraph stands below a numbered line, at once or behind one short line of its own."""
    if not below or below[0].words >= PROSE_WORDS or len(below) < 2:
        return bool(below) and below[0].words >= PROSE_WORDS
    if below[0].text.endswith(":") and below[1].shape == ITEM and not below[1].ordered:
        return True
    return bool(below[0].gap and below[1].gap) and below[0].shape != ITEM and below[1].words >= PROSE_WORDS


def _is_above_prose(piece: Piece, below: Sequence[Piece]) -> bool:
    """Whether a numbered sentence stands above a paragraph that is long for it."""
    longer = piece.words <= MOST_WORDS and bool(below) and below[0].words >= LONG_WORDS
    return _prose_follows(below) and (piece.words <= CLOSE_WORDS or longer)


def _as_heading(piece: Piece) -> None:
    piece.text, piece.start, piece.shape = piece.lead + piece.text, piece.start - len(piece.lead), HEADING
    piece.lead, piece.ordered, piece.rule = "", 0, "headings"


def _as_text(piece: Piece) -> None:
    piece.text, piece.start, piece.shape = piece.lead + piece.text, piece.start - len(piece.lead), PARAGRAPH
    piece.lead, piece.ordered, piece.words = "", 0, piece.words + 1


def _stray_lines(page: Page, body: Sequence[Piece]) -> None:
    """A line without a stop and with no capital after the last paragraph is a picture's caption left over."""
    rest = [piece for piece in body if not piece.role]
    if len(rest) > 4:
        last = rest[-1]
        if (
            last.words <= 12
            and last.text[0].islower()
            and last.shape == PARAGRAPH
            and not CLOSING.fullmatch(rest[-2].text)
            and not is_closed(last.text)
        ):
            decide(last, DROPPED, "headings", "a picture's caption")
            page.flag("caption-dropped", last.text)


def _answerers(page: Page) -> None:
    """Whoever a heading names as answering (`La réponse de X`) is the author, where no byline names another."""
    for piece in page.body():
        name = answer_heading(piece.text) if piece.shape == HEADING else None
        if name and not page.author and is_person(name):
            page.author = name_in_words(name)


def _levels(body: Sequence[Piece]) -> None:
    """Level 2 for a heading that another follows at once, 3 below such a one; else all 2. Markup keeps its own."""
    found = [piece for piece in body if piece.shape == HEADING]
    own = [piece.level for piece in found if piece.level]
    if own:
        for piece in found:
            piece.level = min(max(piece.level - min(own) + 2, 2), 4)
        return
    stacked = {id(one) for one, two in itertools.pairwise(body) if one.shape == two.shape == HEADING}
    for piece in found:
        piece.level = 2 if id(piece) in stacked or not stacked else 3
