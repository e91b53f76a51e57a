"""Letters that nothing marks: told from their answers by who speaks to whom."""

import re
import unicodedata
from collections.abc import Sequence

from plugins.normalize.extract.letter_parts import WHOLLY_QUOTED
from plugins.normalize.extract.names import is_full_name
from plugins.normalize.extract.signoff_shapes import INLINE, MOST_WORDS, SOMEBODY, is_sign_off
from plugins.normalize.extract.unmarked_several import HEAD_WORDS, several_letters
from plugins.normalize.extract.voices import FIRST, FIRST_PLURAL, SECOND, count, unquoted
from plugins.normalize.model import ANSWER, HEADING, ITEM, LETTER, QUOTE, Page, Piece
from plugins.normalize.stops import ends_sentence, is_closed

READER = re.compile(
    r"\b(?:reader|woman|man|wife|husband|mother|father|somebody|someone|writes?|asks?|asked|wrote|letter|e-?mail|"
    r"question)\b",
    re.I,
)

WRITER = re.compile(r"\b(?:lectrice|lecteur|leser(?:in)?|lectora?|lettrice|lettore|lezer(?:es)?|anon\w+)\b", re.I)
"""What a line says that signs for somebody without a name."""
LEAST_TOLD, LEAST_SPOKEN = 3, 3
MOST_ABOVE, MOST_ABOVE_GAP = 0.6, 0.8
"""How much of a text a letter may be that nothing signs: a wide gap below it lets it be longer."""
OWNED, ADDRESSED = re.compile(r"\bmy (\w{3,})"), re.compile(r"\byour (\w{3,})")
OURS = re.compile(r"\b(?:my|our) (\w{3,})")
EVERYBODYS = frozenset(
    "life lives marriage marriages relationship relationships partner partners spouse spouses love time home own "
    "children child kids feelings needs heart hearts mind family families body bodies day days way ways".split()
)
WHEN = re.compile(
    r"\b(?:for|in|since|after) (?:the (?:last|past) )?(?:\w+ )?(?:years?|months?|weeks?)\b|"
    r"\blast (?:year|week|month|night|spring|summer|fall|autumn|winter|christmas)\b|\b(?:years?|months?|weeks?) ago\b"
)
"""What somebody says who tells of one time, and not of what always is."""
SOMEBODY_ELSE = re.compile(r"\b(?:she|he|her|him|his)\b")
TOLD = re.compile(
    r"\b(?:you(?:['’]ve| have)? (?:told me|wrote|written|mention(?:ed)?|described?|"
    r"say (?:that )?(?:you|he|she|it|they)\b)|"
    r"as you (?:say|write|put it)|your (?:letter|e-?mail|message|note)|for writing)\b"
)
LEAST_FIRST, MOST_FIRST, STEM, TAKEN_UP = 5, 2, 5, 12
TOLD_TO = re.compile(r"(?<!\w)\w{3,12}ez\b")
"""What somebody is told to do, in French."""
ANSWERS = re.compile(r"(?:(?:best|accepted|top|chosen|expert|all|\d+)\s+)?answers?\b.{0,40}", re.I)
LEAST_HEADINGS = 3
"""How many short questions on lines of their own are a page's headings, and end no letter."""


def unmarked_letter(page: Page, pieces: Sequence[Piece]) -> None:
    """An unmarked letter: the page begins with somebody telling of himself, then somebody else advises him."""
    if _quoted_letter(page, pieces) or several_letters(page, pieces):
        return
    headings = [piece for piece in pieces if piece.words <= HEAD_WORDS and piece.text.endswith("?")]
    for at in range(1, min(len(pieces), 12)):
        above, below = pieces[:at], pieces[at:]
        wide, asks = below[0].gap >= 2, _asks(above)
        if is_sign_off(below[0]) or (len(headings) >= LEAST_HEADINGS and above[-1] in headings):
            continue
        if (
            _announced(page, above, below)
            or ((wide or asks) and _two_voices(above, below, wide, asks))
            or _takes_up(above, below)
            or ((wide or asks) and _tells_of_us(above, below, asks))
            or _signed(above, below)
            or _listed(above, below)
        ):
            for piece in above:
                piece.side, piece.letter = LETTER, 1
            for piece in below:
                piece.side, piece.letter = ANSWER, 1
            page.flag("letter-unmarked", below[0].text[:60])
            return
        if wide:
            return


def _quoted_letter(page: Page, pieces: Sequence[Piece]) -> bool:
    """A paragraph in quotation marks (or a quotation in markup) in which somebody tells of himself, then advice."""
    for at, piece in enumerate(pieces[:4]):
        end = at
        while end < len(pieces) and (
            pieces[end].shape == QUOTE or (end == at and WHOLLY_QUOTED.fullmatch(pieces[end].text))
        ):
            end += 1
        told = " ".join(quoted.text for quoted in pieces[at:end])
        own = FIRST.findall(told.lower()) + FIRST_PLURAL.findall(told.lower())
        if end == at or len(own) < 3 or len(told.split()) < 20 or end == len(pieces):
            continue
        announced = bool(at and READER.search(pieces[at - 1].text))
        if not (announced or "?" in told) or count(SECOND, pieces[end:]) < (1 if announced else 3):
            continue
        for quoted in pieces[at:end]:
            quoted.side, quoted.letter = LETTER, 1
        for rest in pieces[end:]:
            rest.side, rest.letter = ANSWER, 1
        page.flag("letter-unmarked", piece.text[:60])
        return True
    return False


def _asks(above: Sequence[Piece]) -> bool:
    """Whether a text ends with a question, or with one and a sign-off behind it (`— Lurking`, or a short line)."""
    last = above[-1]
    if INLINE.search(last.text) or (len(above) > 1 and is_sign_off(last)):
        return True
    if len(above) > 1 and last.words <= MOST_WORDS and not is_closed(last.text):
        last = above[-2]
    return last.text.rstrip("\"”’'").endswith("?")


def _announced(page: Page, above: Sequence[Piece], below: Sequence[Piece]) -> bool:
    """Whether a line such as `Best Answer`, dropped by now, stands between two pieces, and the page names who asked or
    the first of the two asks."""
    if not (page.askers or _asks(above)) or count(FIRST, above) <= count(SECOND, above):
        return False
    between = page.pieces[page.pieces.index(above[-1]) + 1 : page.pieces.index(below[0])]
    return any(ANSWERS.fullmatch(piece.text) for piece in between)


def _signed(above: Sequence[Piece], below: Sequence[Piece]) -> bool:
    """Whether a line signs what somebody tells of himself: the only short line of the page and a full name, or words
    that stand for a name; and somebody is spoken to below it.

    Those of somebody (`Une fidèle`) stand below a question, or what is said below them takes up one of their words.
    """
    last = above[-1]
    if len(above) < 2 or last.words > MOST_WORDS or is_closed(last.text) or not is_closed(above[-2].text):
        return False
    short = [piece for piece in (*above, *below) if piece.words <= HEAD_WORDS and not is_closed(piece.text)]
    somebody = SOMEBODY.match(last.text) and (_asks(above[:-1]) or _taken_up(last.text, below[0].text))
    if not (WRITER.search(last.text) or ((is_full_name(last.text) or somebody) and short == [last])):
        return False
    first, second = count(FIRST, above), count(SECOND, above)
    own, you = count(FIRST, below), count(SECOND, below)
    you += sum(len(TOLD_TO.findall(piece.text)) for piece in below) if somebody else 0
    return first >= LEAST_TOLD and second <= first and you >= LEAST_SPOKEN and you > own


def _taken_up(name: str, answer: str) -> bool:
    """Whether one of the first words of an answer begins as a longer word of a name does."""
    stems = {word[:STEM] for word in _bare(name).split() if len(word) > STEM}
    return any(word[:STEM] in stems for word in _bare(answer).split()[:TAKEN_UP])


def _bare(text: str) -> str:
    """A text in small letters without accents."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(sign))


def _listed(above: Sequence[Piece], below: Sequence[Piece]) -> bool:
    """Whether somebody tells of himself only, and the rest is a list that nothing leads to and that speaks to him."""
    if count(SECOND, above) or not ends_sentence(above[-1].text):
        return False
    if any(piece.shape in (ITEM, HEADING) for piece in above) or any(piece.shape != ITEM for piece in below):
        return False
    return count(FIRST, above) >= LEAST_FIRST and not count(FIRST, below) and count(SECOND, below) >= LEAST_SPOKEN


def _takes_up(above: Sequence[Piece], below: Sequence[Piece]) -> bool:
    """Whether somebody tells of himself only, and below one who never does says `your brother` of what above was `my
    brother` and speaks of what was told: an essay that turns from its writer to its readers does not do both."""
    if count(SECOND, above) or any(piece.shape in (ITEM, HEADING) for piece in (*above, *below)):
        return False
    if count(FIRST, above) < LEAST_FIRST or count(FIRST, below) > MOST_FIRST or not count(SECOND, below[:1]):
        return False
    answer = " ".join(unquoted(piece.text) for piece in below).lower()
    own = {noun for piece in above for noun in OWNED.findall(unquoted(piece.text).lower())}
    return bool(own & set(ADDRESSED.findall(answer))) and TOLD.search(answer) is not None


def _tells_of_us(above: Sequence[Piece], below: Sequence[Piece], asks: bool) -> bool:
    """Whether a couple tells of itself, of when and of somebody close to it, of whom the text below says `your`.

    What everybody has (`our life`) is no somebody, and whoever says `we` below is none who answers.
    """
    if any(piece.shape in (ITEM, HEADING) for piece in (*above, *below)) or count(SECOND, above):
        return False
    own, said = count(FIRST, above) + count(FIRST_PLURAL, above), count(FIRST, below) + count(FIRST_PLURAL, below)
    spoken, at_once = count(SECOND, below), asks or count(SECOND, below[:1]) > 0
    if own < LEAST_FIRST or said > MOST_FIRST or spoken < LEAST_SPOKEN or not at_once:
        return False
    told = " ".join(unquoted(piece.text) for piece in above).lower()
    answer = " ".join(unquoted(piece.text) for piece in below).lower()
    close = set(OURS.findall(told)) & set(ADDRESSED.findall(answer)) - EVERYBODYS
    return bool(close) and WHEN.search(told) is not None


def _is_short(piece: Piece) -> bool:
    """Whether a piece is an item, or short and without a stop as headings are: no letter is answered so."""
    return piece.shape in (ITEM, HEADING) or (piece.words <= HEAD_WORDS and not is_closed(piece.text))


def _of_somebody(pieces: Sequence[Piece]) -> bool:
    """Whether a text speaks of one other person."""
    return any(SOMEBODY_ELSE.search(piece.text.lower()) for piece in pieces)


def _two_voices(above: Sequence[Piece], below: Sequence[Piece], wide: bool, asks: bool) -> bool:
    """Whether one voice tells of itself above and another speaks to it below."""
    first, second = count(FIRST, above), count(SECOND, above)
    own, you = count(FIRST, below), count(SECOND, below)
    words, rest = sum(piece.words for piece in above), sum(piece.words for piece in below)
    if (
        first < 3
        or any(piece.shape in (ITEM, HEADING) for piece in above)
        or rest < 20
        or (words > (MOST_ABOVE_GAP if wide else MOST_ABOVE) * (words + rest) and asks)
    ):
        return False
    if wide and asks:
        return second <= first and you >= 3 and you > own
    if wide:
        plain = not second and first >= LEAST_FIRST and not any(_is_short(piece) for piece in below)
        of_somebody = plain and own <= MOST_FIRST and _of_somebody(above) and _of_somebody(below[:2])
        return second <= first / 3 and you >= 3 and (own <= you / 8 or of_somebody)
    told = first >= 4 and first >= 0.03 * words and second <= first / 5
    advised = you >= 4 and own <= 0.45 * you and count(SECOND, below[:2]) > 0
    return told and advised and (words <= 0.9 * rest or INLINE.search(above[-1].text) is not None)
