"""Headings that lost their markup: bare lines, run-in leads, steps and numbers; and numbers that are a list instead."""

import itertools
import re
from collections.abc import Sequence

from plugins.normalize.extract.markers import answer_heading, find_marker
from plugins.normalize.extract.names import is_person, name_in_words
from plugins.normalize.extract.title import share_of_capitals
from plugins.normalize.model import DROPPED, HEADING, ITEM, LETTER, TABLE, Page, Piece, decide, split

MOST_WORDS, RUN_IN_WORDS, PROSE_WORDS = 14, 13, 14
LEAST_STEPS = 3
ALTERNATING_WORDS, LEAST_ALTERNATING = 9, 3
FINISHED = re.compile(r"[.!?…][\"'”’)\]]*$")
UNFINISHED = re.compile(r"[.,;:!…][\"'”’)\]]*$")
CLOSE_WORDS, TITLE_OF_LETTER_WORDS = 7, 12
PLAIN_LEAD_WORDS, LEAST_PLAIN_LEADS, PLAIN_LEADS_SHARE = 6, 3, 0.6
RUN_IN = re.compile(r"(?P<head>[A-Z\"“‘'0-9][^:]{3,110}?[^\s:])(?P<colon>:)\s+(?=[A-Z\"“‘'])")
STEP = re.compile(
    r"(?:step|tip|day|rule|reason|way|lesson|stage|phase|week|sign|mistake|part|chapter|habit|secret|key|point|myth|"
    r"question|no\.|number|étape|schritt|paso|conseil|#)\s*"
    r"(?:#?\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\b(?:\s*[:.)–—-]+.*)?",
    re.I,
)
GLUED_NOTE = "a number glued to a heading"
GLUED = re.compile(r"(?P<number>\d{1,2})(?=[A-Z][a-z])")
STOPS = re.compile(r"[.,;…][\"'”’)]*$")
REPLY = re.compile(r"(?:yes|no|maybe|perhaps|never|nothing|okay)\W*", re.I)
PRONOUN_START = re.compile(r"(?:i|he|she|we|they|it|you|there|this|that|these|those|and|but|so|or|here)\b", re.I)


def headings(page: Page) -> None:
    """Find the headings of the body (letters have none) and give them their levels."""
    body = [piece for piece in page.body() if piece.side != LETTER]
    _judge_numbers(page, body)
    if page.kind != "interview":
        _bare_lines(page.body())
        _run_in(page, body)
    _stray_lines(page, body)
    _answerers(page)
    _levels(page.body())


def _judge_numbers(page: Page, body: Sequence[Piece]) -> None:
    """Numbered lines are headings where paragraphs stand between them, and items where they follow each other.

    A number by itself (`1986. What a year.`), or one whose line is a paragraph, is part of the text.
    """
    numbered = [piece for piece in body if piece.ordered]
    places = {id(piece): at for at, piece in enumerate(body)}
    sentences = len(numbered) >= 3 and all(
        piece.words <= CLOSE_WORDS and _prose_follows(body[places[id(piece)] + 1 :][:1]) for piece in numbered
    )
    answered = _answered(body, numbered)
    for piece in numbered:
        at = places[id(piece)]
        below = body[at + 1] if at + 1 < len(body) else None
        beside = [other for other in (body[at - 1] if at else None, below) if other is not None and other.ordered]
        short = piece.words <= MOST_WORDS and (sentences or not STOPS.search(piece.text))
        if short and not beside and len(numbered) >= 2 and (answered or _prose_follows(body[at + 1 : at + 3])):
            _as_heading(piece)
        elif not beside and len(numbered) < 2:
            _as_text(piece)
    _numbers_alike(body, numbered)
    glued = [(piece, found) for piece in body if piece.words <= MOST_WORDS and (found := GLUED.match(piece.text))]
    if len(glued) >= 2:
        for piece, found in glued:
            number, rest = split(page, piece, found.end())
            rest.shape, rest.ordered, rest.gap = HEADING, 0, piece.gap
            decide(number, DROPPED, "headings", GLUED_NOTE)


def _answered(body: Sequence[Piece], numbered: Sequence[Piece]) -> bool:
    """Whether three or more numbers are all questions, each with a finished paragraph below it, however short."""
    ids = {id(piece) for piece in numbered}
    below = [after for piece, after in itertools.pairwise(body) if id(piece) in ids and piece.text.endswith("?")]
    answers = [piece for piece in below if piece.gap and piece.shape == "paragraph" and FINISHED.search(piece.text)]
    asked_on = any(piece.text.endswith("?") for piece in answers)
    return len(numbered) >= 3 and len(answers) == len(numbered) and not asked_on


def _numbers_alike(body: Sequence[Piece], numbered: Sequence[Piece]) -> None:
    """Where most numbers of a row are headings, so is one above a short paragraph or below another heading."""
    found = [piece for piece in numbered if piece.shape == HEADING]
    for at, piece in enumerate(body):
        below = body[at + 1] if at + 1 < len(body) else None
        alike = piece.ordered and len(found) >= 2 and 2 * len(found) >= len(numbered)
        alone = below is not None and below.gap and below.shape == "paragraph"
        if alike and alone and piece.words <= MOST_WORDS and not STOPS.search(piece.text):
            _as_heading(piece)


def _prose_follows(below: Sequence[Piece]) -> bool:
    """Whether a paragraph stands below a numbered line, at once or behind one short line of its own."""
    if not below or below[0].words >= PROSE_WORDS or len(below) < 2:
        return bool(below) and below[0].words >= PROSE_WORDS
    return bool(below[0].gap and below[1].gap) and below[0].shape != ITEM and below[1].words >= PROSE_WORDS


def _as_heading(piece: Piece) -> None:
    piece.text, piece.start, piece.shape = piece.lead + piece.text, piece.start - len(piece.lead), HEADING
    piece.lead, piece.ordered, piece.rule = "", 0, "headings"


def _as_text(piece: Piece) -> None:
    piece.text, piece.start, piece.shape = piece.lead + piece.text, piece.start - len(piece.lead), "paragraph"
    piece.lead, piece.ordered, piece.words = "", 0, piece.words + 1


def _bare_lines(body: Sequence[Piece]) -> None:
    """A short line alone between gaps, with no stop at its end and running text or another heading below it."""
    following_heading = False
    candidates: list[tuple[Piece, float]] = []
    steps = sum(1 for piece in body if piece.words <= MOST_WORDS and STEP.fullmatch(piece.text))
    for at in range(len(body) - 1, -1, -1):
        piece = body[at]
        below = body[at + 1] if at + 1 < len(body) else None
        if piece.shape in (HEADING, TABLE) or piece.side == LETTER:
            following_heading = piece.shape == HEADING
            continue
        prose_below = (
            below is not None and (below.words >= PROSE_WORDS or below.shape == ITEM) and below.shape != HEADING
        )
        score = _score(piece, below, prose_below, following_heading, steps >= LEAST_STEPS)
        following_heading = score > 0
        if score > 0:
            candidates.append((piece, score))
    alternating = {id(piece) for piece in _alternating(body)}
    strong = [piece for piece, score in candidates if score >= 2]
    strong += [piece for piece in body if id(piece) in alternating]
    weak = [piece for piece, score in candidates if 1 <= score < 2]
    for piece in strong + (weak if len(weak) >= 2 or strong else []):
        piece.shape, piece.rule = HEADING, "headings"


def _alternating(body: Sequence[Piece]) -> list[Piece]:
    """Short lines without a stop that take turns with finished paragraphs down a page: headings, however they begin."""
    found = []
    for above, piece, below in zip(body, body[1:], body[2:], strict=False):
        alone = piece.gap and below.gap and 2 <= piece.words <= ALTERNATING_WORDS and piece.shape == "paragraph"
        ended = FINISHED.search(above.text) and FINISHED.search(below.text) and below.words >= PROSE_WORDS // 2
        plain = piece.text[0].isupper() and not UNFINISHED.search(piece.text) and not find_marker(piece.text)
        if alone and ended and plain and not piece.side and below.shape == "paragraph" and below.words > piece.words:
            found.append(piece)
    return found if len(found) >= LEAST_ALTERNATING and 4 * len(found) >= len(body) else []


def _score(
    piece: Piece, below: Piece | None, prose_below: bool, following_heading: bool, in_steps: bool = False
) -> float:
    """How much a line is like a heading: 0 not at all, 1 it may be, 2 surely."""
    if STEP.fullmatch(piece.text) and in_steps and below is not None and piece.gap and piece.words <= MOST_WORDS:
        return 0 if STOPS.search(piece.text) else 3
    if below is None or not (prose_below or following_heading) or piece.shape == ITEM or piece.words > MOST_WORDS:
        return 0
    if (
        (piece.gap == 0 and not piece.text.endswith(":-"))
        or STOPS.search(piece.text)
        or not (piece.text[0].isupper() or piece.text[0].isdigit() or piece.text[0] in '"“‘¿¡«')
    ):
        return 0
    if STEP.fullmatch(piece.text):
        return 3
    if find_marker(piece.text) or REPLY.fullmatch(piece.text):
        return 0
    if below.side == LETTER and piece.side != LETTER and piece.words <= TITLE_OF_LETTER_WORDS and piece.text[-1] != ":":
        return 2
    if below.gap == 0 and not following_heading and below.shape != ITEM:
        return 1 if share_of_capitals(piece.text) >= 0.7 or (piece.words <= CLOSE_WORDS and _is_plain(piece)) else 0
    capitals = share_of_capitals(piece.text)
    if piece.text.endswith(":-"):
        return 3
    if piece.text.endswith(":") and following_heading and capitals >= 0.5:
        return 2
    if piece.text.endswith(":"):
        return 2 if capitals >= 0.75 and piece.words >= 2 and prose_below and below.shape != ITEM else 0
    if piece.text.endswith("!"):
        return 2 if capitals >= 0.75 and piece.words >= 3 else 0
    if capitals >= 0.7:
        return 2 if piece.words >= 2 or not piece.text.endswith("?") else 0
    if piece.words > 10 or PRONOUN_START.match(piece.text) or (below.shape == ITEM and piece.words > 6):
        return 0
    return 1.5 if piece.words <= 8 else 1


def _is_plain(piece: Piece) -> bool:
    """Whether a line can be a heading in small letters: it says nothing about somebody, and announces nothing."""
    return not PRONOUN_START.match(piece.text) and piece.text[-1] not in ':!"”'


def _run_in(page: Page, body: Sequence[Piece]) -> None:
    """`Give It Time: Nobody heals …` becomes a heading and its paragraph, where at least two paragraphs begin so."""
    found = []
    for piece in body:
        if piece.shape in (HEADING, ITEM) or piece.words < PROSE_WORDS + 2:
            continue
        match = RUN_IN.match(piece.text)
        if match and _leads(match["head"], piece.words):
            found.append((piece, match))
    if len(found) < 2:
        found = _plain_leads(body)
    for piece, match in found:
        _, rest = split(page, piece, match.end("colon"))
        _, colon = split(page, piece, match.start("colon"))
        decide(colon, DROPPED, "headings", "the colon after a run-in heading")
        piece.shape, piece.rule = HEADING, "headings"
        rest.gap = 1


def _plain_leads(body: Sequence[Piece]) -> list[tuple[Piece, re.Match[str]]]:
    """Run-in leads in small letters (`Tell one person: …`): short, all different, on most paragraphs of the body."""
    prose = [piece for piece in body if piece.shape not in (HEADING, ITEM) and piece.words >= PROSE_WORDS]
    found = []
    for piece in prose:
        match = RUN_IN.match(piece.text)
        head = match["head"] if match else ""
        if match and 2 <= len(head.split()) <= PLAIN_LEAD_WORDS and not re.search(r"[.!;,?]", head):
            found.append((piece, match))
    heads = {match["head"].casefold() for _, match in found}
    most = len(found) >= LEAST_PLAIN_LEADS and len(found) >= PLAIN_LEADS_SHARE * len(prose)
    speech = any(PRONOUN_START.match(head) for head in heads)
    return found if most and len(heads) == len(found) and not speech else []


def _leads(head: str, words: int) -> bool:
    length = len(head.split())
    return (
        2 <= length <= RUN_IN_WORDS
        and share_of_capitals(head) >= 0.75
        and words >= 2 * length
        and not re.search(r"[.!;]\s", head)
    )


def _stray_lines(page: Page, body: Sequence[Piece]) -> None:
    """A line without a stop and with no capital after the last paragraph is a picture's caption left over."""
    rest = [piece for piece in body if not piece.role]
    if len(rest) > 4:
        last = rest[-1]
        if (
            last.words <= 12
            and last.text[0].islower()
            and last.shape == "paragraph"
            and not re.search(r"[.?!…:][\"'”’)]*$", last.text)
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
