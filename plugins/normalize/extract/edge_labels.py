"""Labels at the edges of letters and answers that are told already: cut off, whatever word a page uses for them."""

import re
from collections.abc import Sequence

from plugins.normalize.extract.column_names import in_full
from plugins.normalize.extract.letter_parts import by_letter
from plugins.normalize.extract.markers import answer_heading, find_marker
from plugins.normalize.extract.names import is_person
from plugins.normalize.extract.signoff_shapes import INTRODUCED
from plugins.normalize.model import ANSWER, ITEM, LETTER, MARKER, Page, Piece, decide, split
from plugins.normalize.stops import is_closed

LABEL_WORDS = 4
LABEL = re.compile(
    r"(?:[\[(][A-Z]\w{0,12}[\])]\s?:?|[A-ZÀ-Þ][\w’'.]*(?: [\w’'.]+){0,2}\s?:|[A-Z][)>]|"
    r"[A-Z][A-Z’' ]{0,40}\s[-–—]{1,2})\s+(?=\S)"
)
"""What stands in front of a letter's first words, or an answer's: `Reader:`, `[Q]`, `Q)`, `Q –`."""
ANNOUNCES = re.compile(
    r"(?:(?:My|Our|The|Your)\s\w+|[A-ZÀ-Þ][\w’'.]+(?:\s[A-ZÀ-Þ][\w’'.]+){0,3})\s?:|[A-ZÀ-Þ][\w’'-]+(?:\s[\w’'-]+){0,3},"
)
"""A line by itself above an answer: `My take:`, `Advice:`, `Watched,`."""
GREETING = re.compile(r"(?:hi|hello|hey|hej|hallo|hola|ciao|bonjour)(?: there)?[!,.]", re.I)


def edge_labels(page: Page) -> None:
    """Drop the lines that announce an answer, and cut labels off the first words of letter and answer.

    A line announces an answer where it stands between it and the letter and ends in a colon, or greets, or is the last
    of a letter whose writer is named at its start already, or is the author's name. A label is cut where letter and
    answer have one each, where each of several answers has one, and where somebody `says:` or `writes:` what is told
    as the answer. Where several people answer one letter, each keeps the name in front of his words.
    """
    told = by_letter(page).values()
    firsts = [next((piece for piece in own if piece.side == ANSWER), None) for own in told]
    all_labeled = len(firsts) > 1 and all(piece is not None and LABEL.match(piece.text) for piece in firsts)
    for own in told:
        letter = [piece for piece in own if piece.side == LETTER]
        answer = own[len(letter) :]
        if not letter or not answer or _several_answer(answer):
            continue
        if len(letter) > 1 and _ends_as_label(letter):
            decide(letter[-1], MARKER, "find-letters", "the mark of the answer")
        if len(answer) > 1 and answer[1].shape != ITEM and _announces(page, answer[0]):
            decide(answer[0], MARKER, "find-letters", "the mark of the answer")
        else:
            _cut_labels(page, letter[0], answer[0], all_labeled)


def _several_answer(answer: Sequence[Piece]) -> bool:
    """Whether the paragraphs of an answer have labels of their own, and those differ."""
    labels = [found[0] for piece in answer if (found := LABEL.match(piece.text))]
    return len(labels) == len(answer) and len({*labels}) > 1


def _ends_as_label(letter: Sequence[Piece]) -> bool:
    last = letter[-1].text
    named = INTRODUCED.match(letter[0].text) is not None and not is_closed(last)
    return letter[-1].words <= LABEL_WORDS and (last.endswith(":") or named)


def _announces(page: Page, piece: Piece) -> bool:
    """Whether an answer's first line is no part of it; what heads it (`Ann's answer`) stays its heading."""
    if page.author and piece.text.casefold() == page.author.casefold():
        return True
    short = piece.words <= LABEL_WORDS and piece.shape != ITEM and answer_heading(piece.text) is None
    return short and any(pattern.fullmatch(piece.text) for pattern in (ANNOUNCES, GREETING))


def _cut_labels(page: Page, asks: Piece, answers: Piece, all_labeled: bool) -> None:
    asked, answered = LABEL.match(asks.text), LABEL.match(answers.text)
    says = find_marker(answers.text)
    if asked and answered:
        _cut(page, asks, asked.end(), LETTER)
        _cut(page, answers, answered.end(), ANSWER)
    elif answered and all_labeled:
        _cut(page, answers, answered.end(), ANSWER)
    elif says and says.kind in ("says", "writes") and len(answers.text) > says.end:
        _cut(page, answers, says.end, ANSWER)
        if not page.author and is_person(says.name):
            page.author = in_full(page, says.name)


def _cut(page: Page, piece: Piece, at: int, side: str) -> None:
    mark, _ = split(page, piece, at)
    decide(mark, MARKER, "find-letters", f"the mark of the {side}")
