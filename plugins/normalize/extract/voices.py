"""Who speaks to whom: how often a text says I and how often you, and what follows from that."""

import re
from collections.abc import Iterable

from plugins.normalize.model import Piece

FIRST = re.compile(r"\b(?:i|i['’](?:m|ve|d|ll)|my|me|mine|myself|je|j['’]|mon|ma|ich|mein\w*|mir|yo|mi)\b", re.I)
FIRST_PLURAL = re.compile(r"\b(?:we|our|us|ours)\b", re.I)
SECOND = re.compile(
    r"\b(?:you|your|yours|yourself|you['’](?:re|ve|d|ll)|vous|votre|vos|du|dein\w*|dir|dich|sie|ihr\w*|tú|tu|usted)\b",
    re.I,
)
QUOTED = re.compile(r"[\"“«][^\"“”«»]{0,400}[\"”»]|(?<!\w)[‘'][^'‘’]{4,300}[’'](?!\w)")
OWN_LIFE = re.compile(
    r"\b(?:my own|my (?:husband|wife|marriage|partner|divorce|mother|father|ex|boyfriend|girlfriend|column|story|"
    r"life|childhood|readers|son|daughter)|"
    r"i['’]ve been there|i almost|i used to|when i was)\b",
    re.I,
)


def unquoted(text: str) -> str:
    """A text without what it quotes: who speaks in a quotation is somebody else."""
    return QUOTED.sub(" ", text)


def count(pattern: re.Pattern[str], pieces: Iterable[Piece]) -> int:
    """How often a pattern stands in the unquoted text of some pieces."""
    return sum(len(pattern.findall(unquoted(piece.text))) for piece in pieces)
