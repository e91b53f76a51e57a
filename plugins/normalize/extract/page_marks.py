"""The marks of letters and answers on a page: those that lines begin with, less what only looks like one, and those
that only the page as a whole proves: topics in a chat, a columnist's name, the name with which a letter is signed.
"""

import re
from collections import Counter
from collections.abc import Sequence

from plugins.normalize.extract.answer_marks import find_answers
from plugins.normalize.extract.bare_marks import bare_marks
from plugins.normalize.extract.markers import Marker, find_marker
from plugins.normalize.extract.names import is_full_name
from plugins.normalize.extract.signed_letters import Marks
from plugins.normalize.extract.voices import FIRST
from plugins.normalize.model import ANSWER, LETTER, Page, Piece, drop

WROTE = re.compile(
    r"(?:She|He|They|Somebody|Someone|A (?:man|woman|reader|friend)) (?:wrote|writes|asks|asked):\s+(?=\S)"
)
"""How a page begins that answers a letter of somebody without a name."""
ASKS = re.compile(r"\?['\"”’)]*$")
TOPIC = re.compile(r"[A-Z][^:?!]{1,60}:\s+(?=\S)")
LETTER_PIECES, LEAST_FIRST, LEAST_ANSWERS = 5, 3, 2


def marks_of(page: Page, pieces: Sequence[Piece]) -> Marks:
    """Every mark of a page, by the identity of its piece."""
    marks = {id(piece): marker for piece in pieces if (marker := find_marker(piece.text))}
    if pieces and not marks and (wrote := WROTE.match(pieces[0].text)):
        marks[id(pieces[0])] = Marker(LETTER, "q", wrote.end(), "")
    _leave_quotations(page, pieces, marks)
    if any(marker.kind == "q" for marker in marks.values()):
        _drop_names_of_columns(pieces, marks)
    elif not any(marker.kind == "a" for marker in marks.values()):
        marks |= bare_marks(pieces, f"{page.author} {page.title}") or _chat_marks(pieces, page.author)
    marks |= _calls(pieces, marks) | _named_answers(pieces, marks, page.author)
    _to_author(pieces, marks, page.author)
    find_answers(pieces, marks)
    return marks


def is_known(page: Page, name: str, addressee: str) -> bool:
    """Whether a name is the columnist's: of the byline, of the title, or the one to whom the letters are written."""
    called = name.casefold()
    author = page.author.casefold()
    return called in (addressee, author, author.partition(" ")[0]) or f" {called}" in f" {page.title.casefold()}"


def _leave_quotations(page: Page, pieces: Sequence[Piece], marks: Marks) -> None:
    """Leave `X writes:` in the text where it quotes somebody: above a letter he tells of himself, and asks.

    Or `Dear X` below answers it.
    """
    called = {marker.name.casefold() for marker in marks.values() if marker.kind == "dear"}
    for at, piece in enumerate(pieces):
        marker = marks.get(id(piece))
        quotes = marker is not None and marker.kind == "writes" and not is_known(page, marker.name, "")
        answered = marker is not None and marker.name.partition(" ")[0].casefold() in called
        if quotes and not answered and not _asks_for_help(pieces, at):
            del marks[id(piece)]


def _asks_for_help(pieces: Sequence[Piece], at: int) -> bool:
    """Whether one of the first pieces from a place on ends with a question, and up to it somebody tells of himself."""
    told = ""
    for piece in pieces[at : at + LETTER_PIECES]:
        told += f" {piece.text}"
        if ASKS.search(piece.text):
            return len(FIRST.findall(told.lower())) >= LEAST_FIRST
    return False


def _drop_names_of_columns(pieces: Sequence[Piece], marks: Marks) -> None:
    """Drop `Dear Ann` on a line by itself, without a comma, where questions have marks: it is the column's name."""
    for piece in pieces:
        marker = marks.get(id(piece))
        if marker and marker.kind == "dear" and marker.end >= len(piece.text) and piece.text[-1].isalnum():
            del marks[id(piece)]
            drop([piece], "find-letters", "the name of the column")


def _chat_marks(pieces: Sequence[Piece], author: str) -> Marks:
    """The marks of a chat: `Leeds: My aunt …` above `Ann Weaver: Tell her …`, by the name of the page's author.

    An author who asks is an interviewer.
    """
    answers = [at for at, piece in enumerate(pieces) if author and piece.text.startswith(f"{author}: ")]
    asked = [at for at in answers if ASKS.search(pieces[at].text)]
    if len(answers) < LEAST_ANSWERS or 2 * len(asked) > len(answers):
        return {}
    marks: Marks = {}
    start = 0
    for at in answers:
        topics = [piece for piece in pieces[start:at] if TOPIC.match(piece.text)]
        if topics:
            topic = topics[0] if start else topics[-1]
            found = TOPIC.match(topic.text)
            marks[id(topic)] = Marker(LETTER, "q", found.end() if found else 0, "")
            marks[id(pieces[at])] = Marker(ANSWER, "a", len(author) + 2, "")
        start = at + 1
    return marks


def _to_author(pieces: Sequence[Piece], marks: Marks, author: str) -> None:
    """`Joanna: I have …` opens a letter to Joanna Pike, the author, where `Dear Cold: …` answers each such letter."""
    opens = f"{author.partition(' ')[0]}: "
    turns = [at for at, piece in enumerate(pieces) if id(piece) in marks or (author and piece.text.startswith(opens))]
    calls, dears = turns[::2], turns[1::2]
    to_her = all(id(pieces[at]) not in marks for at in calls)
    if len(dears) < LEAST_ANSWERS or len(calls) != len(dears) or not to_her:
        return
    if all(id(pieces[at]) in marks and marks[id(pieces[at])].kind == "dear" for at in dears):
        for call, dear in zip(calls, dears, strict=True):
            marks[id(pieces[call])] = Marker(LETTER, "q", len(opens), "")
            marks[id(pieces[dear])] = marks[id(pieces[dear])]._replace(side=ANSWER, kind="a")


def _calls(pieces: Sequence[Piece], marks: Marks) -> Marks:
    """`Ann, my aunt …` opens a letter as well where others on the page open with `Dear Ann,`."""
    named = Counter(marker.name for marker in marks.values() if marker.kind == "dear")
    name = named.most_common(1)[0][0] if named else ""
    if not name or named[name] < LEAST_ANSWERS:
        return {}
    opens = rf"{re.escape(name)}[,:!]\s+(?=\S)"
    begun = [piece for piece in pieces if piece.text.startswith(name) and id(piece) not in marks]
    found = ((piece, re.match(opens, piece.text)) for piece in begun)
    return {id(piece): Marker(LETTER, "called", match.end(), name) for piece, match in found if match}


def _named_answers(pieces: Sequence[Piece], marks: Marks, author: str) -> Marks:
    """`Ann: …` opens an answer where questions have marks and answers none, and Ann Weaver alone is the author.

    So does `Ann Weaver replies: …` there, whoever she is.
    """
    kinds = {marker.kind for marker in marks.values()}
    if kinds & {"q", "asks"} and "a" not in kinds:
        replies = [piece for piece in pieces if (mark := marks.get(id(piece))) and mark.kind == "says"]
        named = {id(piece): marks[id(piece)]._replace(kind="named") for piece in replies}
        if named and all(is_full_name(mark.name) for mark in named.values()):
            return named
    if not author or " and " in author or "q" not in kinds or "a" in kinds:
        return {}
    opens = re.compile(rf"(?:{re.escape(author)}|{re.escape(author.split()[0])}):\s+(?=\S)")
    found = ((piece, opens.match(piece.text)) for piece in pieces if id(piece) not in marks)
    return {id(piece): Marker(ANSWER, "a", match.end(), "") for piece, match in found if match}
