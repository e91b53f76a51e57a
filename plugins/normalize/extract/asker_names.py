"""The name in a sign-off: what of a line or of the end of one is the name, and which lines can be none."""

import re
from collections.abc import Set

from plugins.normalize.extract.names import is_person
from plugins.normalize.extract.signoff_shapes import DASH, DASHED, FEELING, MOST_WORDS, SOMEBODY, YOURS
from plugins.normalize.model import ITEM, Piece

AGE = re.compile(r"(?:,\s*(?:aged?\s)?|\s\()[1-9]\d\)?(?:\s(?:ans|años|anni|anos|Jahre|jaar|lat|år|years old))?(?=,|$)")
TRAILING_DASH = re.compile(rf"(?<=\w)\s*{DASH}$")
READER_OF_OURS = re.compile(
    r"(?:(?:our|a|unsere?|eine?|notre|une?|nuestr[ao]|una?) )?"
    r"(?:reader|listener|viewer|leserin|leser|lectrice|lecteur|lectora?|lettrice|lettore|lezer(?:es)?)\s+(?=(?-i:[A-ZÀ-Þ]))",
    re.I,
)
"""What a page calls a letter's writer in front of the name."""
ADVERB = re.compile(
    r"^\W*(?:apparently|mostly|maybe|sadly|honestly|really|probably|finally|truly|hopefully|still|too|again|almost|"
    r"clearly|obviously|allegedly|usually|officially|perhaps|sort of|kind of)\W*$",
    re.I,
)
"""What stands behind a comma in a pseudonym and is no town."""
SENT = re.compile(r",\s?(?:by|via|per|through)\s(?:e-?mail|post|letter|text|phone|facebook|whatsapp)\.?$", re.I)
"""How a letter came, which stands behind its writer's name."""
_PLACE = r"(?!Jr\b|Sr\b|II)[A-ZÀ-Þ][\w’'-]*\.?(?:\s[A-ZÀ-Þ][\w’'-]*\.?){0,2}"
TOWN = re.compile(rf"(?<=[^\W\d_.])\.?(?:,\s*|\s[–—-]\s(?=[^,]+,)){_PLACE}(?:,\s*{_PLACE})?$")
"""Where somebody lives, behind his name: one or two words with capitals behind a comma, and perhaps the state's."""
ABBREVIATED = re.compile(r", [A-Z][a-z]{1,4}\.$")
STOP = re.compile(r"(?<!\b[A-Z])\.+$")
SIGNS = re.compile(r"(?<=\w)\s?[^\w\s.,!?'\"’”)\]-]+$")
"""What stands behind a name and is no letter: `Watched ♥`."""
INITIALS_ALONE = re.compile(r"(?:[A-Z]\.\s?){1,3}")
WITH_INITIAL = re.compile(r"[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ]\.")
NAMELESS = re.compile(r"(?:by )?anon(?:ymous)?\.?", re.I)
NOT_A_NAME = re.compile(
    r"(?:thanks?(?: you)?|thank you|please(?: help)?|help(?: me)?|good luck|any ideas|any advice|love|regards|"
    r"sincerely|yes|no|ok|okay|the end|cheers|"
    r"what|why|how|who|when|where|amen|peace|best|signed|read more|view|continued|page \d+|updated?)\b.{0,12}",
    re.I,
)
WRAPPED = re.compile(r"(?:(?P<sign>[*_]{1,2})(?P<marked>[^*_]{2,60})(?P=sign)|[(\[](?P<inside>[^()\[\]]{2,60})[)\]])")
QUOTED = re.compile(r"(?:(?i:from|by)\s)?[`‘'“\"](?P<name>[^`‘’'“”\"]{2,60})[’'”\"]")
"""A name in quotation marks, `From` in front of it perhaps: `Puzzled'."""
DOTS = re.compile(r"^(?:\.\.\.|…)\s?(?=[A-ZÀ-Þ])")
SMALL = frozenset("a an the in on of at and or for from to with de la du der von van".split())
TITLED_WORDS, LINE_WORDS, ACRONYM_WORDS = 3, 6, 8


def asker_name(said: str) -> str:
    """The name that a sign-off says, without age, town, stops and signs around it; empty where it cannot be one.

    >>> asker_name("Ann T., Macon, Ga."), asker_name("Tired, Worried"), asker_name("Bo, Jr.")
    ('Ann T.', 'Tired, Worried', 'Bo, Jr.')
    >>> asker_name("*Cold in Kent*"), asker_name("Ann, 34, by e-mail."), asker_name("Please help me")
    ('Cold in Kent', 'Ann', '')
    >>> asker_name("From `Puzzled'")
    'Puzzled'
    """
    quoted = QUOTED.fullmatch(said.strip())
    named = quoted["name"] if quoted else unwrapped(said)
    called = SENT.sub("", READER_OF_OURS.sub("", YOURS.sub("", SIGNS.sub("", named)))).strip(' ,"“”')
    called = called if ABBREVIATED.search(called) else STOP.sub("", called)
    called = AGE.sub("", TRAILING_DASH.sub("", called.lstrip(".…")))
    town = TOWN.search(called)
    if town and not FEELING.search(town[0]) and not ADVERB.search(town[0]):
        called = called[: town.start()] + ("." if town[0].startswith(".") else "")
    most = ACRONYM_WORDS if called.istitle() else MOST_WORDS
    return "" if NOT_A_NAME.fullmatch(called) or len(called.split()) > most else called.strip()


def unwrapped(text: str) -> str:
    """A line without the stars, dashes or brackets that stand around all of it, and without dots in front of it."""
    found = WRAPPED.fullmatch(text)
    return DOTS.sub("", (found["marked"] or found["inside"]) if found else text)


def is_pseudonym(piece: Piece, answered: Set[str], only_item: bool) -> bool:
    """Whether a letter's last line is a pseudonym by itself: a few words, a capital, no stop.

    An item of a list is one where a dash leads it and an answer calls its first words, or it is a person's name; and
    where it is the letter's only item. A stop is no hindrance where an answer calls it, or all of its words have
    capitals.
    """
    text = unwrapped(piece.text)
    words = text.split()
    called = any(text.casefold().startswith(name) for name in answered)
    capitals = all(word[0].isupper() for word in words)
    titled = (capitals and len(words) >= TITLED_WORDS) or _has_capitals(words)
    item = piece.shape == ITEM and not (DASHED.fullmatch(piece.lead) and (called or is_person(text)))
    stopped = re.search(r"[.?!…:,;]$", text) is not None and not INITIALS_ALONE.fullmatch(text)
    stopped = stopped and not WITH_INITIAL.fullmatch(text)
    most = ACRONYM_WORDS if capitals and len(words) > LINE_WORDS else MOST_WORDS if called else LINE_WORDS
    return bool(
        piece.words <= most
        and (not item or only_item)
        and (text[0].isupper() or text[0] in '"“' or SOMEBODY.match(text))
        and (called or titled or not stopped)
        and not NOT_A_NAME.fullmatch(text)
    )


def _has_capitals(words: list[str]) -> bool:
    """Whether all words but the small ones have capitals, and some small one is among them (`Watched in Kent.`)."""
    small = [word in SMALL for word in words]
    return any(small) and all(one or word[0].isupper() for one, word in zip(small, words, strict=True))
