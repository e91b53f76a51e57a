"""Marks that lost their colon: `Q My wife …` with `A She …`, `The dilemma My son …` with `Ann replies He …`.

One such line by itself is prose (`The question I asked him was …`); only a question with its answer below proves them.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from plugins.normalize.extract.markers import Marker
from plugins.normalize.extract.names import PERSON, is_person
from plugins.normalize.extract.voices import FIRST, count
from plugins.normalize.model import ANSWER, LETTER, Piece

BEGINS = r"\s+(?=[A-ZÀ-Þ\"“‘'])"
QUESTION = re.compile(rf"Q{BEGINS}")
ANSWERED = re.compile(rf"A{BEGINS}")
DILEMMA = re.compile(rf"(?:The (?:dilemma|question|problem|letter)|Dilemma|Problem){BEGINS}")
REPLIES = re.compile(rf"(?P<name>{PERSON})\s+(?:replies|says|answers|responds|advises|writes){BEGINS}")
ASKED_BY_LETTER = re.compile(r"[PDV][.:]\s+(?=[¿¡«“\"A-ZÀ-Þ])")
ANSWERED_BY_LETTER = re.compile(r"R[.:]\s+(?=[¿¡«“\"A-ZÀ-Þ])")
IN_CAPITALS = re.compile(rf"(?:THE )?(?:PROBLEM|DILEMMA|QUESTION|LETTER){BEGINS}")
SOLVED = re.compile(rf"(?:(?:THE|OUR|MY) )?(?:SOLUTION|ANSWER|ADVICE|REPLY|RESPONSE|VERDICT){BEGINS}")
PAIRS = ((QUESTION, ANSWERED), (DILEMMA, REPLIES), (IN_CAPITALS, SOLVED), (ASKED_BY_LETTER, ANSWERED_BY_LETTER))
CALLED = re.compile(r"(?P<name>[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,3}),(?:\s+(?=\S)|$)")
MOST_SIGNED = 8
LEAST_WORDS, LEAST_FIRST = 6, 3


def bare_marks(pieces: Sequence[Piece], known: str = "") -> dict[int, Marker]:
    """The marks without a colon of a page, by the identity of their pieces; empty where nothing proves them.

    `known` is what the page says of its columnist, its title and byline: `Ann replies You …` needs no question's mark
    where Ann is named there and somebody has told of himself above.
    """
    for asks, answers in PAIRS:
        if not any(asks.match(piece.text) for piece in pieces):
            continue
        found: dict[int, Marker] = {}
        sides: list[str] = []
        for piece in pieces:
            side, match = next(
                ((side, m) for side, p in ((LETTER, asks), (ANSWER, answers)) if (m := p.match(piece.text))), ("", None)
            )
            if match is None or piece.words < LEAST_WORDS or (side == ANSWER and LETTER not in sides):
                continue
            sides.append(side)
            name = match.groupdict().get("name") or ""
            kind = "q" if side == LETTER else "named" if name else "a"
            found[id(piece)] = Marker(side, kind, match.end(), name)
        if LETTER in sides and ANSWER in sides:
            return found
    return _names_alone(pieces, known) or _reply_alone(pieces, known)


def _names_alone(pieces: Sequence[Piece], known: str) -> dict[int, Marker]:
    """Letter and answer that begin with a name and a comma alone: `Uncle Bart,` above, `Nuts,` below `Nuts and Bolts`.

    The page must name the first in its title or byline, or both be lines of their own; the second must be what the line
    above it is signed with.
    """
    for at, piece in enumerate(pieces):
        called = CALLED.match(piece.text)
        alone = called is not None and called.end() == len(piece.text)
        named = called and is_person(called["name"]) and called["name"].casefold() in known.casefold()
        if not called or not (alone or named):
            continue
        for above, below in pairwise(pieces[at + 1 :]):
            answered = CALLED.match(below.text)
            signed = above.text.lstrip("-–—~ ").casefold()
            own_line = named or (answered and answered.end() == len(below.text))
            if answered and own_line and above.words <= MOST_SIGNED and signed.startswith(answered["name"].casefold()):
                return {
                    id(piece): Marker(LETTER, "dear", called.end(), called["name"]),
                    id(below): Marker(ANSWER, "named", answered.end(), ""),
                }
    return {}


def _reply_alone(pieces: Sequence[Piece], known: str) -> dict[int, Marker]:
    """The one mark by which a columnist whom the page names answers what stands above it."""
    for at, piece in enumerate(pieces):
        found = REPLIES.match(piece.text)
        if not found or piece.words < LEAST_WORDS or found["name"].casefold() not in known.casefold():
            continue
        if count(FIRST, pieces[:at]) >= LEAST_FIRST:
            return {id(piece): Marker(ANSWER, "expert", found.end(), found["name"])}
    return {}
