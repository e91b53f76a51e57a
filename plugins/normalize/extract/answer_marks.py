"""Salutations that open an answer and no letter, told by what stands above them.

Answers that call an asker by the name of his sign-off prove both: `— Cold in Kent` above `Dear Cold,`.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from plugins.normalize.extract.letter_parts import WHOLLY_QUOTED
from plugins.normalize.extract.markers import Marker, answer_heading
from plugins.normalize.extract.signed_letters import Marks, answers_only, change, signed
from plugins.normalize.extract.signoff_shapes import AGED, INTRODUCED, ends_with_name
from plugins.normalize.extract.voices import FIRST, SECOND, count
from plugins.normalize.model import ANSWER, ITEM, LETTER, Piece
from plugins.normalize.stops import is_stopped

CALLED = re.compile(r"(?P<name>[A-Z][\w.’'-]*(?:\s[\w.’'-]+){0,4}):\s+(?=\S)")
ASKS = re.compile(r"\?['\"”’)]*$")
GREETS = re.compile(r"(?:Hi|Hey|Hello|Hallo|Hoi|Hola|Bonjour|Salut|Ciao)(?: there)?[,!]")
LABEL = re.compile(r"[A-ZÀ-Þ][^:.!?]{2,40}:\s+(?=\S)")
MOST_TOLD, GREETED = 6, 40
CALLS = re.compile(r"[^.?!]{2,40}[:,]")
TITLED = re.compile(r"(?:Dr|Prof|Mrs?|Ms|Miss|Rev|Aunt|Auntie|Uncle|Cousin|Sister|Father|Rabbi|Pastor|Madame)\b")
LEAST_TOLD, SIGN_OFF_WORDS, CALLS_WORDS, HEADING_WORDS = 4, 6, 4, 6


def find_answers(pieces: Sequence[Piece], marks: Marks) -> None:
    """Turn salutations into marks of answers where they stand below what they answer, and mark where letters begin."""
    if all(marker.side != LETTER for marker in marks.values()):
        _called_by_colon(pieces, marks)
    if not marks:
        _presented(pieces, marks)
    if not marks:
        signed(pieces, marks)
    answers_only(pieces, marks)
    _called_by_age(pieces, marks)
    _greeted(pieces, marks)
    _headed(pieces, marks)
    _first_answer(pieces, marks)
    _further_answers(pieces, marks)


def _first_answer(pieces: Sequence[Piece], marks: Marks) -> None:
    """The page's first mark opens an answer where the text above it is a letter: it ends with the name that the mark
    calls, begins with that name and an age, or tells of its writer while the text below speaks to somebody."""
    at = next((at for at, piece in enumerate(pieces) if id(piece) in marks), 0)
    marker = marks.get(id(pieces[at])) if at else None
    if marker and marker.kind in ("a", "named", "says") and _is_told(pieces[:at]):
        once = sum(mark.kind == "says" for mark in marks.values()) == 1 and pieces[at].shape != ITEM
        alone = marker.kind == "a" or (len(pieces[at].text) <= marker.end and (once or marker.kind == "named"))
        marks[id(pieces[at])] = marker._replace(kind="announced") if alone else marker
    if not marker or marker.kind != "dear":
        return
    introduced = INTRODUCED.match(pieces[0].text)
    named = ends_with_name(pieces[at - 1].text, marker.name) or (introduced and introduced["name"] == marker.name)
    if named or _turns(pieces, at, marks) or _is_signed(pieces[:at]):
        marks[id(pieces[at])] = marker._replace(side=ANSWER, kind="expert")
        _open_above(pieces[: at - 1], marks)


def _headed(pieces: Sequence[Piece], marks: Marks) -> None:
    """The heading of an answer (`Ann's Reply`) below a letter that nothing opens."""
    for at, piece in enumerate(pieces):
        if id(piece) in marks:
            return
        name = answer_heading(piece.text) if at and piece.words <= HEADING_WORDS else None
        if name is not None:
            if _is_told(pieces[:at]):
                marks[id(piece)] = Marker(ANSWER, "announced", len(piece.text), name)
            return


def _is_told(above: Sequence[Piece]) -> bool:
    """Whether somebody tells of himself in a text, or all of its last paragraph is quoted."""
    told = count(FIRST, above)
    return (told >= LEAST_TOLD and told > 2 * count(SECOND, above)) or bool(WHOLLY_QUOTED.fullmatch(above[-1].text))


def _is_signed(above: Sequence[Piece]) -> bool:
    """Whether somebody who tells of himself asks at the end of a text, and signs with a short line below that."""
    if len(above) < 2 or above[-1].words > SIGN_OFF_WORDS or is_stopped(above[-1].text):
        return False
    return above[-2].text.rstrip("\"”’'").endswith("?") and count(FIRST, above) >= LEAST_TOLD


def _turns(pieces: Sequence[Piece], at: int, marks: Marks) -> bool:
    """Whether somebody tells of himself above a salutation, and is spoken to below it."""
    next_mark = next((place for place in range(at + 1, len(pieces)) if id(pieces[place]) in marks), len(pieces))
    above, below = pieces[:at], pieces[at:next_mark]
    spoken = count(SECOND, below)
    return _is_told(above) and spoken >= 2 and spoken > 2 * count(FIRST, below)


def _open_above(above: Sequence[Piece], marks: Marks) -> None:
    """`Doctor Heart:` by itself among a letter's first lines opens it, though it has no word such as Dear."""
    for piece in above[:3]:
        if piece.words <= CALLS_WORDS and CALLS.fullmatch(piece.text):
            marks[id(piece)] = Marker(LETTER, "dear", len(piece.text), piece.text[:-1])
            return


def _further_answers(pieces: Sequence[Piece], marks: Marks) -> None:
    """`Dear Cold,` below the line `Cold` opens an answer; where no mark opens its letter, the letter begins where the
    answer above it ends: one voice stops speaking to somebody and another tells of itself."""
    named = Counter(marker.name.casefold() for marker in marks.values() if marker.kind == "dear")
    before = -1
    for at, piece in enumerate(pieces):
        marker = marks.get(id(piece))
        signs = at > 1 and pieces[at - 1].words <= SIGN_OFF_WORDS and id(pieces[at - 1]) not in marks
        once = marker is not None and marker.kind == "dear" and named[marker.name.casefold()] == 1
        if marker and once and signs and before >= 0 and ends_with_name(pieces[at - 1].text, marker.name):
            marker = marks[id(piece)] = marker._replace(side=ANSWER, kind="expert")
            if not any(id(other) in marks for other in pieces[before + 1 : at]):
                marks[id(pieces[change(pieces, before + 1, at - 1)])] = Marker(LETTER, "q", 0, "")
        before = at if marker and marker.side == ANSWER else before


def _call(piece: Piece) -> re.Match[str] | None:
    """The name with which a line begins, before the colon that is looked for first."""
    return CALLED.match(piece.text) if ":" in piece.text else None


def _called_by_colon(pieces: Sequence[Piece], marks: Marks) -> None:
    """`Dr. Heart: My aunt …` opens a letter where it does so again and again, or has a title, and `Ann: …` below calls
    whoever signed it."""
    calls = {at: match for at, piece in enumerate(pieces) if (match := _call(piece))}
    answers = [at for at, match in calls.items() if at and ends_with_name(pieces[at - 1].text, match["name"])]
    named = Counter(match["name"] for at, match in calls.items() if at not in answers)
    name, times = named.most_common(1)[0] if named else ("", 0)
    if not answers or not (times > 1 or TITLED.match(name)) or calls[min(calls)]["name"] != name:
        return
    for at, match in calls.items():
        if at in answers:
            marks[id(pieces[at])] = Marker(ANSWER, "a", match.end(), "")
        elif match["name"] == name:
            marks[id(pieces[at])] = Marker(LETTER, "q", match.end(), "")


def _called_by_age(pieces: Sequence[Piece], marks: Marks) -> None:
    """`Jo, 14: I am …` opens a letter where `The team: Dear Jo, …` below it answers Jo."""
    for at, piece in enumerate(pieces[:-1]):
        aged = AGED.match(piece.text)
        found = aged and next(
            ((other, label) for other in pieces[at + 1 : at + MOST_TOLD] if (label := LABEL.match(other.text))), None
        )
        if aged and found and f" {aged['name']}" in found[0].text[found[1].end() :][:GREETED]:
            marks[id(piece)] = Marker(LETTER, "asks", aged.end(), aged["name"])
            marks[id(found[0])] = Marker(ANSWER, "a", found[1].end(), "")


def _greeted(pieces: Sequence[Piece], marks: Marks) -> None:
    """A line straight below a sign-off that calls the whole of it (`Well hello, Cold in Kent!`) opens the answer.

    Above them a letter has its mark, or somebody tells of himself.
    """
    for at, (above, piece) in enumerate(pairwise(pieces), 1):
        name = above.text.strip(' -–—~"“”').casefold()
        calls = piece.words <= HEADING_WORDS + 2 and piece.text[-1] in "!,:" and id(piece) not in marks
        signs = 2 <= above.words <= SIGN_OFF_WORDS and not is_stopped(above.text)
        if calls and signs and name in piece.text.casefold() and (marks or _is_told(pieces[:at])):
            marks[id(piece)] = Marker(ANSWER, "expert", len(piece.text), "")


def _presented(pieces: Sequence[Piece], marks: Marks) -> None:
    """`Ann: You …` answers what is asked above it, once on the page, where the first line presents Ann Weaver."""
    calls = {at: match for at, piece in enumerate(pieces) if (match := _call(piece))}
    at, match = next(iter(calls.items()), (0, None))
    if match is None or len(calls) > 1 or at < 2 or " " in match["name"]:
        return
    full = re.search(rf"\b{re.escape(match['name'])}\s[A-ZÀ-Þ]\w+", pieces[0].text)
    if not full or not any(ASKS.search(piece.text) for piece in pieces[1:at]):
        return
    greets = GREETS.fullmatch(pieces[1].text)
    marks[id(pieces[1])] = Marker(LETTER, "q", greets.end() if greets else 0, "")
    marks[id(pieces[at])] = Marker(ANSWER, "named", match.end(), full[0])
