"""Interviews: questions and answers in which nobody asks for help."""

import re
from collections import Counter
from collections.abc import Sequence

from plugins.normalize.extract.markers import Marker
from plugins.normalize.extract.voices import FIRST, FIRST_PLURAL, SECOND, count
from plugins.normalize.model import Piece

TALK = re.compile(
    r"\b(?:interview(?:s|ed)?|conversation with|talk(?:s|ed)? (?:with|to)|speaks? to|spoke (?:with|to)|"
    r"sat down with|we (?:met|asked|visited)|caught up with|q\s?&\s?a with)\b",
    re.I,
)
ASKED_WORDS, TOLD_WORDS, LEAST_ASKED = 22, 12, 3
SPEAKER = re.compile(r"(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2})\s?: (?=\S)")
QUESTION_WORDS = {"q", "a", "question", "answer", "frage", "antwort", "pregunta", "respuesta", "réponse"}


def is_interview(pieces: Sequence[Piece], marks: dict[int, Marker]) -> bool:
    """Whether questions and answers are an interview: an interviewer asks about you and never tells of himself."""
    if _talk(pieces):
        return True
    names = Counter(found["name"] for piece in pieces if (found := SPEAKER.match(piece.text)) and piece.words > 2)
    talkers = [times for name, times in names.items() if times >= 2 and name.casefold() not in QUESTION_WORDS]
    if len(talkers) >= 2 and max(talkers) >= 3 and sum(talkers) >= 0.5 * len(pieces):
        return True
    asked = [piece for piece in pieces if (m := marks.get(id(piece))) and m.kind == "q"]
    answered = [piece for piece in pieces if (m := marks.get(id(piece))) and m.kind == "a"]
    if len(asked) < 3 or len(answered) < 3:
        return False
    own = sum(1 for piece in asked if count(FIRST, [piece]) + count(FIRST_PLURAL, [piece]))
    told = sum(1 for piece in answered if count(FIRST, [piece]))
    addressed = sum(1 for piece in asked if count(SECOND, [piece]))
    return own <= 0.2 * len(asked) and told >= 0.5 * len(answered) and addressed >= 0.5 * len(asked)


def _talk(pieces: Sequence[Piece]) -> bool:
    """Whether the page announces a talk, and short questions stand between answers that nothing marks."""
    if not any(TALK.search(piece.text) for piece in pieces[:4]):
        return False
    asked = [at for at, piece in enumerate(pieces[:-1]) if piece.text.endswith("?") and piece.words <= ASKED_WORDS]
    told = [at for at in asked if pieces[at + 1].words >= TOLD_WORDS and not pieces[at + 1].text.endswith("?")]
    return len(told) >= LEAST_ASKED and sum(count(FIRST, [pieces[at]]) for at in asked) <= 1
