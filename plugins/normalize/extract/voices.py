"""Who speaks to whom: how often a text says I and how often you, and what follows from that."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache, lru_cache, partial

from plugins.normalize.model import Piece


def _said(*phrases: str) -> re.Pattern[str]:
    """A pattern for whole words and phrases. It begins with letters, which Python finds far faster than word edges."""
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    for phrase in phrases:
        by_letter[phrase[0]].append(phrase[1:])
    return re.compile("|".join(rf"{one}(?<!\w{one})(?:{'|'.join(rest)})\b" for one, rest in by_letter.items()))


FIRST = _said(*r"i my me mine myself je j['’] mon ma mes moi m['’] ich mein\w* mir mich yo mi".split())
FIRST_PLURAL = _said("we", "our", "us", "ours")
SECOND = _said(*r"you your yours yourself vous votre vos du dein\w* dir dich sie ihr\w* tú tu usted".split())
QUOTED = re.compile(r"[\"“«‘'](?:(?<=[\"“«])[^\"“”«»]{0,400}[\"”»]|(?<=[‘'])(?<!\w.)[^'‘’]{4,300}[’'](?!\w))")
OWN_LIFE = _said(
    "my own",
    "my (?:husband|wife|marriage|partner|divorce|mother|father|ex|boyfriend|girlfriend|column|story|life|childhood|"
    "readers|son|daughter)",
    "i['’]ve been there",
    "i almost",
    "i used to",
    "when i was",
)
"""What a voice says; all of these patterns are for texts in small letters."""

LINE = 4000
"""Characters up to which what was counted in a text is remembered."""


def unquoted(text: str) -> str:
    """A text without what it quotes: who speaks in a quotation is somebody else."""
    return QUOTED.sub(" ", text)


def count(pattern: re.Pattern[str], pieces: Iterable[Piece]) -> int:
    """How often a pattern in small letters stands in the unquoted text of some pieces."""
    remembered = _remembered(pattern)
    return sum([remembered(p.text) if len(p.text) <= LINE else _times(pattern, p.text) for p in pieces])


def _times(pattern: re.Pattern[str], text: str) -> int:
    return len(pattern.findall(_small(text)))


@lru_cache(maxsize=64)
def _small(text: str) -> str:
    """The unquoted text in small letters: of one text one pattern is asked after the other."""
    return unquoted(text).lower()


@cache
def _remembered(pattern: re.Pattern[str]) -> Callable[[str], int]:
    """The same of texts of ordinary length, of which several rules ask. A pattern is told from others but slowly."""
    return lru_cache(maxsize=512)(partial(_times, pattern))
