"""Letters that nothing opens, told by what stands below them: a sign-off that the answer calls, or `Dear Old Dog,`."""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from plugins.normalize.extract.markers import Marker
from plugins.normalize.extract.names import is_person
from plugins.normalize.extract.signoff_shapes import is_sign_off
from plugins.normalize.extract.voices import FIRST, SECOND, count
from plugins.normalize.model import ANSWER, LETTER, Piece
from plugins.normalize.stops import is_stopped

Marks = dict[int, Marker]
"""The marks of a page by the identity of their pieces."""

CALLS_WORDS, LEAST_SIGNED, LEAST_TOLD = 4, 2, 3
LEAST_INITIALS, MOST_INITIALS = 3, 9


def signed(pieces: Sequence[Piece], marks: Marks) -> None:
    """Several letters that only a dash and a name below each of them prove, and answers follow.

    All of them ask, or tell of their writers alone.

    Or letters whose sign-off is called by its initials in the answer (`You are not mad, TENOR, …`), or whose writer's
    first name the answer begins with.
    """
    ends = [at for at, piece in enumerate(pieces) if at and is_sign_off(piece)]
    called = [
        at
        for at in range(1, len(pieces) - 1)
        if _calls_initials(pieces[at], pieces[at + 1]) or _calls_first_name(pieces, at)
    ]
    if called:
        _open_and_answer(pieces, marks, called)
        return
    starts = [0, *(change(pieces, end + 1, nxt) for end, nxt in pairwise(ends))]
    own = [_is_own(pieces[a:b]) for a, b in zip(starts, ends, strict=False)]
    if len(ends) >= LEAST_SIGNED and all(own) and ends[-1] + 1 < len(pieces):
        _open_and_answer(pieces, marks, ends)


def _is_own(letter: Sequence[Piece]) -> bool:
    """Whether somebody asks, or tells of himself and speaks to nobody, in whole sentences."""
    if any("?" in piece.text for piece in letter):
        return True
    tells = count(FIRST, letter) >= LEAST_TOLD and not count(SECOND, letter)
    return tells and all(is_stopped(piece.text) for piece in letter)


def _calls_initials(signed: Piece, answer: Piece) -> bool:
    """Whether a paragraph below a short line calls somebody by the initials of that line, in capitals."""
    if signed.words > MOST_INITIALS or is_stopped(signed.text):
        return False
    words = re.findall(r"[^\W\d_][\w’']*", signed.text)
    initials = "".join(word[0] for word in words).upper()
    called = LEAST_INITIALS <= len(words) <= MOST_INITIALS and initials in answer.text
    return called and re.search(rf"\b{initials}\b", answer.text) is not None


def _calls_first_name(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the paragraph below a line with somebody's name begins with the first name and a comma.

    Somebody tells of himself above the line, and is spoken to below it.
    """
    signed, answer = pieces[at], pieces[at + 1]
    first = signed.text.partition(" ")[0]
    named = 2 <= signed.words <= CALLS_WORDS and signed.text[-1] not in ",:;!?" and is_person(signed.text)
    called = named and answer.text.startswith(f"{first}, ")
    return called and count(FIRST, pieces[max(at - 2, 0) : at]) > 1 and count(SECOND, pieces[at + 1 : at + 3]) > 0


def _open_and_answer(pieces: Sequence[Piece], marks: Marks, ends: Sequence[int]) -> None:
    """Mark where the letters begin that end at those places, and the answers below them."""
    starts = [0, *(change(pieces, end + 1, nxt) for end, nxt in pairwise(ends))]
    for start, end in zip(starts, ends, strict=True):
        if start > end or start in ends:
            return
        marks[id(pieces[start])] = Marker(LETTER, "q", 0, "")
        marks[id(pieces[end + 1])] = Marker(ANSWER, "a", 0, "")


def answers_only(pieces: Sequence[Piece], marks: Marks) -> None:
    """`Dear Old Dog,` answers what stands above it, where that calls nobody and every salutation of a page does so."""
    dears = [at for at, piece in enumerate(pieces) if id(piece) in marks]
    names = {marks[id(pieces[at])].name for at in dears}
    if (
        len(dears) < LEAST_SIGNED
        or len(names) < len(dears)
        or any(marks[id(pieces[at])].kind != "dear" for at in dears)
    ):
        return
    if not all(at and count(FIRST, pieces[at - 1 : at]) > max(count(SECOND, pieces[at - 1 : at]), 1) for at in dears):
        return
    for above, at in pairwise([-1, *dears]):
        marks[id(pieces[at])] = marks[id(pieces[at])]._replace(side=ANSWER, kind="expert")
        gap = next((place for place in range(at - 1, above + 1, -1) if pieces[place].gap > 1), 0)
        start = 0 if above < 0 else gap or change(pieces, above + 1, at)
        marks[id(pieces[start])] = Marker(LETTER, "q", 0, "")


def change(pieces: Sequence[Piece], start: int, end: int) -> int:
    """The place between two at which one who speaks to somebody best parts from one who tells of himself."""
    spoken = [count(SECOND, [piece]) - count(FIRST, [piece]) for piece in pieces[start:end]]
    parted = list(accumulate(spoken[:-1]))
    return start + 1 + parted.index(max(parted)) if parted else start
