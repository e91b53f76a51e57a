"""Several letters that nothing marks: one voice that tells of itself and asks, another that answers it, and so on."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from plugins.normalize.extract.voices import FIRST, SECOND, count
from plugins.normalize.model import ANSWER, ITEM, LETTER, Page, Piece
from plugins.normalize.stops import is_closed

HEAD_WORDS, LEAST_LETTERS, LEAST_FIRST, LEAST_SECOND = 14, 2, 4, 2
LEAST_HEADED, MOST_WELCOME, MOST_BELOW = 3, 3, 40
NUMBER = re.compile(r"#?\d{1,2}[.):]?\s")
ASKS = re.compile(r"\?['\"”’)]*$")


class _Run(NamedTuple):
    """Pieces in a row of one voice, and whether a short line stands above them as a letter's heading."""

    side: str
    pieces: list[Piece]
    headed: bool


def several_letters(page: Page, pieces: Sequence[Piece]) -> bool:
    """Tell letters from answers where both alternate at least twice, and each letter asks or has a heading.

    Words of welcome may stand above the first heading where each letter has one and most of them ask. Leaves alone
    every page on which a paragraph belongs to neither voice, or which does not begin with a letter and end with an
    answer: an essay that speaks of its writer and to its reader by turns does not keep to that.
    """
    runs = _runs(pieces)
    runs = runs if runs and runs[0].side == LETTER else _headed(pieces) or _numbered(pieces)
    letters = [run for run in runs if run.side == LETTER]
    answers = [run for run in runs if run.side == ANSWER]
    if len(letters) < LEAST_LETTERS or len(letters) != len(answers) or not runs or runs[0].side != LETTER:
        return False
    asking = [any(ASKS.search(piece.text) for piece in run.pieces[-2:]) for run in letters]
    if not any(asking) or not all(run.headed or asks for run, asks in zip(letters, asking, strict=True)):
        return False
    least = LEAST_FIRST if runs[0].pieces[0] is pieces[0] else LEAST_HEADED
    if any(count(FIRST, run.pieces) < least for run in letters):
        return False
    if any(count(FIRST, run.pieces) * 2 > max(count(SECOND, run.pieces), LEAST_SECOND) for run in answers):
        return False
    for number, (letter, answer) in enumerate(zip(letters, answers, strict=True), 1):
        for piece in letter.pieces:
            piece.side, piece.letter = LETTER, number
        for piece in answer.pieces:
            piece.side, piece.letter = ANSWER, number
    page.flag("letter-unmarked", letters[1].pieces[0].text[:60])
    return True


def _headed(pieces: Sequence[Piece]) -> list[_Run]:
    """The voices below the first heading, where a letter with a question stands below most headings; else empty."""
    first = next((at for at, piece in enumerate(pieces) if _is_heading(piece)), 0)
    runs = _runs(pieces[first:]) if 0 < first <= MOST_WELCOME else []
    letters = [run for run in runs if run.side == LETTER]
    asking = sum(any("?" in piece.text for piece in run.pieces) for run in letters)
    return runs if all(run.headed for run in letters) and 2 * asking > len(letters) else []


def _numbered(pieces: Sequence[Piece]) -> list[_Run]:
    """The voices from the paragraph numbered 1 on, where each letter begins with the next number; else empty."""
    first = next((at for at, piece in enumerate(pieces) if piece.ordered == 1), 0)
    runs = _runs(pieces[first:]) if 0 < first <= MOST_WELCOME else []
    numbers = [run.pieces[0].ordered for run in runs if run.side == LETTER]
    return runs if numbers == list(range(1, len(numbers) + 1)) else []


def _is_heading(piece: Piece) -> bool:
    numbered = bool(NUMBER.match(piece.lead + piece.text)) and ASKS.search(piece.text) is not None
    return piece.words <= HEAD_WORDS and (numbered or not is_closed(piece.text))


def _signs(piece: Piece, runs: Sequence[_Run]) -> bool:
    """Whether a short line stands straight below a letter that ends, as its writer's name does."""
    return bool(runs) and runs[-1].side == LETTER and is_closed(runs[-1].pieces[-1].text)


def _runs(pieces: Sequence[Piece]) -> list[_Run]:
    """The voices of a page in a row; empty where some paragraph has none."""
    runs: list[_Run] = []
    headed = False
    for at, piece in enumerate(pieces):
        if _is_heading(piece):
            below = next((other for other in pieces[at + 1 :] if not _is_heading(other)), piece)
            if _signs(piece, runs) and _voice(below, runs) == ANSWER:
                runs[-1].pieces.append(piece)
            else:
                headed = True
            continue
        side = LETTER if headed and _tells_alone(piece) else _voice(piece, runs)
        if not side or (piece.shape == ITEM and not piece.ordered):
            return []
        if runs and runs[-1].side == side and not headed:
            runs[-1].pieces.append(piece)
        elif runs and runs[-1].side == side:
            return runs if side == ANSWER and sum(rest.words for rest in pieces[at:]) <= MOST_BELOW else []
        else:
            runs.append(_Run(side, [piece], headed))
        headed = False
    return runs


def _tells_alone(piece: Piece) -> bool:
    """Whether a paragraph says I and never you."""
    return count(FIRST, [piece]) > 0 and not count(SECOND, [piece])


def _voice(piece: Piece, runs: Sequence[_Run]) -> str:
    """Whose voice a paragraph is; where it says neither I nor you, that of the one who spoke, or who was asked."""
    first, second = count(FIRST, [piece]), count(SECOND, [piece])
    if first > 2 * second and (first >= 2 or piece.ordered):
        return LETTER
    if second and second > first:
        return ANSWER
    if not runs:
        return ""
    asked = runs[-1].side == LETTER and bool(ASKS.search(runs[-1].pieces[-1].text))
    return ANSWER if asked and first <= 1 else runs[-1].side
