"""Headings that stand on a line of their own and lost their markup: told by their form and by what is around them."""

import itertools
import re
from collections.abc import Sequence

from plugins.normalize.extract.markers import find_marker
from plugins.normalize.extract.title_rivals import share_of_capitals
from plugins.normalize.model import HEADING, ITEM, LETTER, PARAGRAPH, TABLE, Piece
from plugins.normalize.stops import ends_sentence

MOST_WORDS, PROSE_WORDS, LONG_WORDS = 14, 14, 25
LEAST_STEPS, LITTLE_WORDS = 3, 8
ALTERNATING_WORDS, LEAST_ALTERNATING = 9, 3
CLOSE_WORDS, ASKED_WORDS, ASKING_WORDS, TITLE_OF_LETTER_WORDS = 7, 3, 10, 12
LABEL_WORDS, LEAST_ALIKE, TITLED, TITLED_SHARE = 4, 2, 0.7, 0.8
UNFINISHED = re.compile(r"[.,;:!…][\"'”’)\]]*$")
STOPS = re.compile(r"[.,;…][\"'”’)]*$")
ENDED = re.compile(r"[.!?…:][\"'”’)\]]*$")
TRAILS_OFF = re.compile(r"(?:…|\.\.\.)$")
STEP = re.compile(
    r"(?:step|tip|day|rule|reason|way|lesson|stage|phase|week|sign|mistake|part|chapter|habit|secret|key|point|myth|"
    r"question|no\.|number|étape|règle|clé|astuce|schritt|tipp|regel|paso|regla|clave|consejo|passo|dica|regola|"
    r"consiglio|conseil|#)\s*(?:n°\s?)?"
    r"(?:#?\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\b(?:\s*[:.)–—-]+.*|\s+(?-i:[A-Z0-9\"“‘'(]).*)?",
    re.I,
)
NUMBERED = re.compile(r"[a-z#] ?#?\d{1,3}\s*[:.)–—-]", re.I)
REPLY = re.compile(r"(?:yes|no|maybe|perhaps|never|nothing|okay)\W*", re.I)
ASKS = re.compile(
    r"(?!.*\b(?:i|me|my|we|us|our|ich|mich|mir|mein\w*|ik|mij|mijn|yo|mi|mis|mía|io|mio|mia|eu|meu|minha|mój|moja)\b)"
    r"(?:what|why|how|when|where|who|was|warum|wie|wann|wo|wer|wat|waarom|hoe|wanneer|waar|wie|comment|pourquoi|quand|"
    r"qu['’]est-ce|qué|cómo|por qué|cuándo|quién|come|perché|cosa|quando|como|por que|o que|jak|dlaczego|"
    r"kiedy|czym)\b.*\?",
    re.I,
)
"""A question that does not speak of its writer."""
LETTERS = re.compile(r"[^\W\d_]{2}")
GREETING = re.compile(r"(?:hello|hi|hey|welcome|bonjour|hallo|hola|ciao)\b.*!", re.I)
PRONOUN_START = re.compile(r"(?:i|he|she|we|they|it|you|there|this|that|these|those|and|but|so|or|here)\b", re.I)


def bare_lines(body: Sequence[Piece]) -> None:
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
            below is not None
            and (
                below.words >= PROSE_WORDS
                or below.shape == ITEM
                or _leads_to_list(body, at + 1)
                or _heads_little(piece, below)
            )
            and below.shape != HEADING
        )
        score = _score(piece, below, prose_below, following_heading, steps >= LEAST_STEPS)
        if score and at and below is not None and _asked_on(body[at - 1], piece, below):
            score = 0
        if score < 2 and at and body[at - 1].text.endswith(":") and body[at - 1].shape != HEADING:
            score = 0
        following_heading = score > 0
        if score > 0:
            candidates.append((piece, score))
    alternating = {id(piece) for piece in _alternating(body)}
    strong = [piece for piece, score in candidates if score >= 2]
    strong += [piece for piece in body if id(piece) in alternating]
    weak = [piece for piece, score in candidates if 1 <= score < 2]
    for piece in strong + (weak if len(weak) >= 2 or strong else []):
        piece.shape, piece.rule = HEADING, "headings"
    _below_steps(body)
    _labels_of_lists(body)
    _alike(body)


def _alternating(body: Sequence[Piece]) -> list[Piece]:
    """Short lines without a stop that take turns with finished paragraphs down a page: headings, however they begin."""
    found = []
    for above, piece, below in zip(body, body[1:], body[2:], strict=False):
        alone = piece.gap and below.gap and 2 <= piece.words <= ALTERNATING_WORDS and piece.shape == PARAGRAPH
        text_below = below.shape == PARAGRAPH and below.words > piece.words and below.words >= PROSE_WORDS // 2
        if not alone or not text_below or piece.side or not piece.text[0].isupper():
            continue
        ended = ends_sentence(above.text) and ends_sentence(below.text) and not _asked_on(above, piece, below)
        if ended and not UNFINISHED.search(piece.text) and not find_marker(piece.text):
            found.append(piece)
    return found if len(found) >= LEAST_ALTERNATING and 4 * len(found) >= len(body) else []


def _score(
    piece: Piece, below: Piece | None, prose_below: bool, following_heading: bool, in_steps: bool = False
) -> float:
    """How much a line is like a heading: 0 not at all, 1 it may be, 2 surely."""
    if STEP.fullmatch(piece.text) and in_steps and below is not None and piece.gap and piece.words <= MOST_WORDS:
        return 0 if _is_stopped(piece) else 3
    if below is None or not (prose_below or following_heading) or piece.shape == ITEM or piece.words > MOST_WORDS:
        return 0
    numbered = piece.words <= CLOSE_WORDS and NUMBERED.search(piece.text) and below.words >= LONG_WORDS
    if (
        (piece.gap == 0 and not piece.text.endswith(":-"))
        or (_is_stopped(piece) and not numbered if STEP.fullmatch(piece.text) else STOPS.search(piece.text))
        or not (piece.text[0].isupper() or piece.text[0].isdigit() or piece.text[0] in '"“‘¿¡«#')
    ):
        return 0
    if STEP.fullmatch(piece.text):
        return 3
    goes_on = not below.gap and not below.start and below.text[0].islower()
    if goes_on or not LETTERS.search(piece.text):
        return 0
    if find_marker(piece.text) or GREETING.match(piece.text) or REPLY.fullmatch(piece.text):
        return 0
    if below.side == LETTER and piece.side != LETTER and piece.words <= TITLE_OF_LETTER_WORDS and piece.text[-1] != ":":
        return 2
    if below.gap == 0 and not following_heading and below.shape != ITEM:
        above_text = piece.words <= CLOSE_WORDS or (below.words >= LONG_WORDS and ends_sentence(below.text))
        return 1 if share_of_capitals(piece.text) >= TITLED or (above_text and _is_plain(piece)) else 0
    return _score_of_words(piece, below, prose_below, following_heading)


def _score_of_words(piece: Piece, below: Piece, prose_below: bool, following_heading: bool) -> float:
    """The same of a line that stands apart: what its capitals, its last sign and its first word say."""
    capitals = share_of_capitals(piece.text)
    if piece.text.endswith(":-"):
        return 3
    if piece.text.endswith(":") and following_heading and capitals >= 0.5:
        return 2
    if piece.text.endswith(":"):
        return 2 if capitals >= 0.75 and piece.words >= 2 and prose_below and below.shape != ITEM else 0
    if piece.text.endswith("!"):
        return 2 if capitals >= 0.75 and piece.words >= 3 else 0
    asks = not piece.side and piece.words >= ASKED_WORDS and below.words >= PROSE_WORDS
    if asks and piece.words <= ASKING_WORDS and ASKS.fullmatch(piece.text):
        return 2
    if capitals >= TITLED:
        return 2 if piece.words >= 2 or not piece.text.endswith("?") else 0
    if piece.words > 10 or PRONOUN_START.match(piece.text) or (below.shape == ITEM and piece.words > 6):
        return 0
    return 1.5 if piece.words <= 8 else 1


def _leads_to_list(body: Sequence[Piece], at: int) -> bool:
    """Whether a paragraph ends in a colon above a list: it is text, however short."""
    return body[at].text.endswith(":") and at + 1 < len(body) and body[at + 1].shape == ITEM


def _heads_little(piece: Piece, below: Piece) -> bool:
    """Whether a few words stand apart above a short paragraph that is longer than they are, and finished."""
    apart = piece.gap and below.gap and below.shape == PARAGRAPH and 2 <= piece.words <= ALTERNATING_WORDS
    longer = below.words >= max(LITTLE_WORDS, 2 * piece.words) and ends_sentence(below.text)
    return bool(apart and longer)


def _asked_on(above: Piece, piece: Piece, below: Piece) -> bool:
    """Whether a question stands beside another one: whoever asks twice in a row heads nothing."""
    return piece.text.endswith("?") and (above.text.endswith("?") or below.text.endswith("?"))


def _is_stopped(piece: Piece) -> bool:
    """Whether a line ends in a stop, three dots aside: a step may trail off."""
    return bool(STOPS.search(piece.text)) and not TRAILS_OFF.search(piece.text)


def _is_plain(piece: Piece) -> bool:
    """Whether a line can be a heading in small letters: it says nothing about somebody, and announces nothing."""
    return not PRONOUN_START.match(piece.text) and piece.text[-1] not in ':!"”'


def _below_steps(body: Sequence[Piece]) -> None:
    """The line straight below `Step One:`, itself alone above a paragraph, says what the step is: a heading, too."""
    for step, piece, below in zip(body, body[1:], body[2:], strict=False):
        is_step = step.shape == HEADING and step.text.endswith(":") and STEP.fullmatch(step.text)
        alone = not piece.gap and below.gap and piece.shape == PARAGRAPH and piece.words <= MOST_WORDS
        if is_step and alone and not STOPS.search(piece.text):
            piece.shape, piece.rule = HEADING, "headings"


def _labels_of_lists(body: Sequence[Piece]) -> None:
    """`Do:` and `Don't:`, each alone above a list, are headings, where a page has two of them or more.

    In small letters they are, where all of them are.
    """
    found = [
        piece
        for piece, below in itertools.pairwise(body)
        if piece.gap
        and piece.words <= LABEL_WORDS
        and piece.text.endswith(":")
        and piece.shape == PARAGRAPH
        and below.shape == ITEM
        and not piece.side
    ]
    capitals = [piece for piece in found if piece.text[0].isupper()]
    found = capitals or found
    for piece in found if len(found) >= LEAST_ALIKE else ():
        piece.shape, piece.rule = HEADING, "headings"


def _alike(body: Sequence[Piece]) -> None:
    """Where a page has headings, so is a line of their form that stands as they do, above however short a text."""
    found = [piece for piece in body if piece.shape == HEADING]
    if len(found) < LEAST_ALIKE:
        return
    titled = sum(share_of_capitals(piece.text) >= TITLED for piece in found) >= TITLED_SHARE * len(found)
    ids = {id(piece) for piece in found}
    close = sum(1 for one, two in itertools.pairwise(body) if id(one) in ids and not two.gap) >= LEAST_ALIKE
    for above, piece, below in zip(body, body[1:], body[2:], strict=False):
        apart = (
            (piece.gap or above.shape == ITEM)
            and (below.gap or close)
            and piece.shape == PARAGRAPH
            and piece.words <= ALTERNATING_WORDS
        )
        if not apart or piece.shape != PARAGRAPH or piece.side or below.side or not piece.text[0].isupper():
            continue
        around = above.shape != PARAGRAPH or ENDED.search(above.text)
        text_below = below.shape == ITEM or (below.shape == PARAGRAPH and ENDED.search(below.text) and below.words > 1)
        asks = piece.text.endswith("?") and 2 * sum(one.text.endswith("?") for one in found) > len(found)
        form = share_of_capitals(piece.text) >= TITLED if titled else asks or not PRONOUN_START.match(piece.text)
        trails_off = titled and TRAILS_OFF.search(piece.text)
        named = (trails_off or not UNFINISHED.search(piece.text)) and not find_marker(piece.text)
        spoken = REPLY.fullmatch(piece.text) or _asked_on(above, piece, below)
        if around and text_below and form and named and not spoken:
            piece.shape, piece.rule = HEADING, "headings"
