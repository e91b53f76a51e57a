"""Interviews: questions and answers in which nobody asks for help."""

import re
from collections import Counter
from collections.abc import Sequence

from plugins.normalize.extract.markers import Marker
from plugins.normalize.extract.voices import FIRST, FIRST_PLURAL, SECOND, count
from plugins.normalize.model import Mark, Piece

TALK = re.compile(
    r"\b(?:interview(?:s|ed)?|conversation with|talk(?:s|ed)? (?:with|to)|speaks? to|spoke (?:with|to)|"
    r"sat down with|we (?:met|asked|visited)|caught up with|q\s?&\s?a with)\b",
    re.I,
)
ASKED = re.compile(
    r"\b[A-Z][\w’'-]{1,30} asked [A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30})?,? (?:who|an?|the|about|for|how|what|why)\b"
)
TITLED = re.compile(
    r"\binterview\W*$|^\W*interview\b|\binterview (?:with|of)\b|\bin conversation with\b|\bq\s?&\s?a with\b|"
    r"\b\d+ questions (?:for|with)\b",
    re.I,
)
TELL = re.compile(r"(?:please )?(?:tell us|talk (?:about|us through)|describe|give us|share)\b.{3,100}\.$", re.I)
_WORK = r"(?:book|memoir|novel|research|study|studies|podcast|film|blog|web ?site)"
YOUR_WORK = re.compile(rf"\b(?:in|about|of|for|from|call(?:ed)?|writing) (?:your|this) (?:\w+ ){{0,2}}{_WORK}\b", re.I)
THE_WORK = re.compile(rf"\b(?:your|the|this) (?:\w+ )?{_WORK}\b", re.I)
MY_WORK = re.compile(rf"\bmy (?:\w+ )?{_WORK}\b", re.I)
ASKED_WORDS, TOLD_WORDS, LEAST_ASKED, LEAST_OWN, LEAST_TURNS = 22, 12, 3, 2, 4
SPEAKER = re.compile(r"(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2})\s?: {1,3}(?=\S)")
QUESTION_WORDS = {"q", "a", "question", "answer", "frage", "antwort", "pregunta", "respuesta", "réponse"}


def is_interview(pieces: Sequence[Piece], marks: dict[int, Marker], title: str = "") -> bool:
    """Whether questions and answers are an interview: an interviewer asks about you and never tells of himself."""
    asked_lines = _talk(pieces, title)
    for piece in asked_lines:
        piece.marks = piece.marks or (Mark(0, len(piece.text), "strong"),)
    if asked_lines:
        return True
    if _turns(pieces, marks) or _transcript(pieces, marks):
        return True
    asked = [piece for piece in pieces if (m := marks.get(id(piece))) and m.kind == "q"]
    answered = [piece for piece in pieces if (m := marks.get(id(piece))) and m.kind == "a"]
    if _asks_of_work(asked, answered):
        return True
    if len(asked) < LEAST_ASKED or len(answered) < LEAST_ASKED:
        return False
    own = sum(1 for piece in asked if count(FIRST, [piece]) + count(FIRST_PLURAL, [piece]))
    told = sum(1 for piece in answered if count(FIRST, [piece]))
    addressed = sum(1 for piece in asked if count(SECOND, [piece]))
    return own <= 0.2 * len(asked) and told >= 0.5 * len(answered) and addressed >= 0.5 * len(asked)


def _asks_of_work(asked: Sequence[Piece], answered: Sequence[Piece]) -> bool:
    """Whether somebody who tells nothing of himself asks about a book, and is told of `my book`."""
    named = any(THE_WORK.search(piece.text) for piece in asked) and any(
        MY_WORK.search(piece.text) for piece in answered
    )
    return named and len(asked) >= 2 and not any(count(FIRST, [piece]) for piece in asked)


def _turns(pieces: Sequence[Piece], marks: dict[int, Marker]) -> bool:
    """Whether two or more named speakers take turns through most of a text, in lines and in words.

    A talk that somebody retells within his own text is no interview, and a letter's mark (`GENTLE READER:`) no speaker.
    """
    lines = [(at, piece) for at, piece in enumerate(pieces) if id(piece) not in marks]
    spoken = [(at, found["name"]) for at, piece in lines if (found := _speaker(piece))]
    spoken = [(at, name) for at, name in spoken if pieces[at].words > 2 and name.casefold() not in QUESTION_WORDS]
    names = Counter(name for _, name in spoken)
    talkers = [times for times in names.values() if times >= 2]
    if len(talkers) < 2 or max(talkers) < 3 or sum(talkers) < 0.5 * len(pieces):
        return False
    inside = sum(piece.words for piece in pieces[spoken[0][0] : spoken[-1][0] + 1])
    return 2 * inside >= sum(piece.words for piece in pieces)


def _speaker(piece: Piece) -> re.Match[str] | None:
    """The name with which a line begins, before the colon that is looked for first."""
    return SPEAKER.match(piece.text) if ": " in piece.text else None


def _transcript(pieces: Sequence[Piece], marks: dict[int, Marker]) -> bool:
    """Whether each line of a text begins with one of several names in capitals, and none with a letter's mark."""
    names = {found["name"] for piece in pieces if (found := _speaker(piece)) and found["name"].isupper()}
    turns = sum(1 for piece in pieces if piece.text.partition(":")[0].rstrip() in names)
    return len(names) >= 2 and turns == len(pieces) >= LEAST_TURNS and not any(id(piece) in marks for piece in pieces)


def _talk(pieces: Sequence[Piece], title: str) -> list[Piece]:
    """The questions of a talk that the page announces: short lines between answers that nothing marks; or none.

    Where only the title announces it, or a question that asks about the other one's book or work, those who answer
    speak of themselves.
    """
    asked = [at for at, piece in enumerate(pieces[:-1]) if piece.words <= ASKED_WORDS and _asks(piece.text)]
    told = [at for at in asked if pieces[at + 1].words >= TOLD_WORDS and not pieces[at + 1].text.endswith("?")]
    if len(told) < LEAST_ASKED or sum(count(FIRST, [pieces[at]]) for at in asked) > 1:
        return []
    announced = any(TALK.search(piece.text) or ASKED.search(piece.text) for piece in pieces[:4])
    below = [pieces[at + 1 : at + 2] for at in told]
    own = sum(1 for answer in below if count(FIRST, answer) + count(FIRST_PLURAL, answer))
    titled = TITLED.search(title) is not None and 2 * own >= len(told)
    works = any(YOUR_WORK.search(piece.text) for piece in pieces if piece.words <= ASKED_WORDS)
    return [pieces[at] for at in told] if announced or titled or (works and own >= LEAST_OWN) else []


def _asks(text: str) -> bool:
    """Whether a line by itself is a question, or bids somebody tell, perhaps behind a question."""
    return text.endswith("?") or TELL.match(text.rpartition("? ")[2]) is not None
