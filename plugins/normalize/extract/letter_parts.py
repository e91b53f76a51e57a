"""The pieces of each letter: how many there are, where an unmarked answer begins, which lines are captions."""

import re
from collections.abc import Sequence

from plugins.normalize.extract.names import is_full_name
from plugins.normalize.extract.signoff_shapes import CLOSING, POSTSCRIPT, signed_inline
from plugins.normalize.extract.voices import FIRST, SECOND, count
from plugins.normalize.model import ANSWER, DROPPED, HEADING, ITEM, LETTER, Page, Piece, decide
from plugins.normalize.stops import is_closed, is_stopped

GREETING = re.compile(r"(?:hi|hello|hey)(?: there)?,? (?-i:[a-zA-Z])[\w’'-]{2,20}[,!.:]\s", re.I)
WHOLLY_QUOTED = re.compile(r"[\"“«][^\"“”«»]{60,}[\"”»]")
TOWN = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?:[ ,]+[A-ZÀ-Þ][\w.’'-]*){0,3}")
TOWN_WORDS = 4
MUCH_SPOKEN = 3
CAPTION_WORDS = 16


def letters_of(page: Page) -> int:
    """How many letters a page holds."""
    return max((piece.letter for piece in page.pieces if piece.role in ("", "body")), default=0)


def by_letter(page: Page) -> dict[int, list[Piece]]:
    """The undecided pieces of each letter and its answer, by the letter's number."""
    found: dict[int, list[Piece]] = {}
    for piece in page.open():
        if piece.letter:
            found.setdefault(piece.letter, []).append(piece)
    return found


def divide_unanswered(page: Page) -> None:
    """Where no mark begins the answer, divide behind the sign-off's place, at the wide gap or behind a question."""
    for own in by_letter(page).values():
        if any(piece.side == ANSWER for piece in own) or len(own) < 2:
            continue
        at = boundary(own)
        if at:
            for piece in own[at:]:
                piece.side = ANSWER
            if own[at].gap < 2 and own[at - 1].gap < 2 and not WHOLLY_QUOTED.fullmatch(own[0].text):
                page.flag("answer-guessed", own[at].text[:60])


def boundary(own: Sequence[Piece]) -> int:
    """The place in a letter's pieces where its answer begins; 0 where nothing tells."""
    if at := _below_sign_off(own) or _below_name_and_town(own):
        return at
    if WHOLLY_QUOTED.fullmatch(own[0].text):
        return next((at for at in range(1, len(own)) if not WHOLLY_QUOTED.fullmatch(own[at].text)), 0)
    for at in range(1, len(own)):
        if own[at].gap >= 2 and any(piece.words > 8 for piece in own[:at]):
            return at + 1 if own[at].words <= 5 and at + 1 < len(own) and not is_closed(own[at].text) else at
    for at in range(1, len(own)):
        signs = own[at - 1].words <= 6 and not (is_closed(own[at - 1].text) or own[at].text[0].islower())
        if signs and at > 1 and own[at].words > 12:
            return at
    greeted = (at for at in range(1, len(own)) if GREETING.match(own[at].text) and count(FIRST, own[:at]))
    if at := next(greeted, 0):
        return at
    asked = [
        (_voices_apart(own, at), at)
        for at in range(1, len(own))
        if _asks_for_itself(own[at - 1]) and _advises(own[at:]) and count(FIRST, own[:at])
    ]
    return max(asked)[1] if asked else _second_voice(own)


def _below_name_and_town(own: Sequence[Piece]) -> int:
    """The place below a full name and a town, each on a line of its own below a finished paragraph; 0 without."""
    for at in range(1, len(own) - 2):
        name, town = own[at], own[at + 1]
        ended = is_closed(own[at - 1].text)
        signs = is_full_name(name.text) and not CLOSING.fullmatch(name.text)
        if ended and signs and town.words <= TOWN_WORDS and TOWN.fullmatch(town.text):
            return at + 2
    return 0


def _asks_for_itself(piece: Piece) -> bool:
    """Whether a paragraph ends with a question of whoever writes it; one that speaks of you alone asks the reader."""
    asks = piece.text.rstrip("\"”’'").endswith("?")
    return asks and (count(SECOND, [piece]) < MUCH_SPOKEN or count(FIRST, [piece]) > 0)


def _below_sign_off(own: Sequence[Piece]) -> int:
    """The place below the first piece that ends in a sign-off behind a dash, if no postscript follows it; 0 without."""
    for at in range(1, len(own)):
        if signed_inline(own[at - 1].text) and not POSTSCRIPT.match(own[at].text):
            return at
    return 0


def _second_voice(own: Sequence[Piece]) -> int:
    """The place from which somebody speaks to one who has told of himself so far; 0 where nobody does."""
    for at in range(1, len(own)):
        first, second = count(FIRST, own[at : at + 1]), count(SECOND, own[at : at + 1])
        told = count(FIRST, own[:at]) > count(SECOND, own[:at])
        if second >= 2 and second > first and told and count(SECOND, own[at:]) > count(FIRST, own[at:]):
            return at
    return 0


def _advises(below: Sequence[Piece]) -> bool:
    """Whether a text speaks to somebody: more than once, or once and never of itself."""
    return count(SECOND, below) >= 2 or (count(SECOND, below) == 1 and not count(FIRST, below))


def _voices_apart(own: Sequence[Piece], at: int) -> int:
    """How well a place divides one who tells of himself from one who speaks to him."""
    above = count(FIRST, own[:at]) - count(SECOND, own[:at])
    return above + count(SECOND, own[at:]) - count(FIRST, own[at:])


def captions_in_letters(page: Page) -> None:
    """Drop lines inside a letter that end without a stop between paragraphs that end with one: pictures' captions."""
    for pieces in by_letter(page).values():
        own = [piece for piece in pieces if piece.side == LETTER]
        ended = sum(1 for piece in own if is_closed(piece.text))
        for piece in own[1:-1]:
            alone = piece.words <= CAPTION_WORDS and piece.gap and piece.shape not in (ITEM, HEADING)
            if ended >= 3 and ended >= 0.6 * len(own) and alone and not is_stopped(piece.text):
                decide(piece, DROPPED, "captions-in-letters", "a picture's caption")
                page.flag("caption-dropped", piece.text)
