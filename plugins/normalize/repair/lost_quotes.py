"""Quotes and apostrophes of which a program kept the first byte alone, or nothing but a sign that something was there.

Of `don’t` some programs leave `donât` or `donâ€t`, some `donâ??t`, `don�t` or `don?t`. What they left stands for every
quote alike, so its place has to tell which it was; contractions, which have one in a known place, prove that it is one.
"""

import re
from functools import cache

from plugins.normalize.repair.characters import beyond_ascii
from plugins.normalize.repair.mojibake import CONTRACTION

SIGNS = ("â??", "â€", "â", "\ufffd")
ASKED = re.compile(CONTRACTION.pattern.replace(r"([^\x00-\x7f‘’ʼ´…–—“”])", r"(\?)"))
OTHERS = ("”", "“", '"')
"""Quotes that some programs write for an apostrophe."""
ELIDED = re.compile(r"(?<=\b[DLCNSJMTdlcnsjmt])â(?=[aeiouyhàâéèêëîïôûœ])|(?<=\b[Qq]u)â(?=[aeiouyhàâéèêëîïôûœ])")
"""The same in French, where an elided word stands before a vowel: `lâeau`, never `lâche`."""
LEAST_ALIKE, LEAST_ELIDED = 2, 3
"""Contractions with the same wrong sign for their apostrophe that are no slip of the finger."""


def lost_quotes(text: str) -> str:
    """Put quotes, apostrophes and dashes where their first byte or a sign of loss stands, in a text that proves it.

    Leaves alone every such sign whose place does not tell what it was, and every text without a contraction that has
    lost its apostrophe. Of question marks only those inside contractions are read, of other quotes those inside words.

    >>> lost_quotes("Iâm sure, âso he saysâ, and donât ask")
    'I’m sure, “so he says”, and don’t ask'
    >>> lost_quotes("She can\ufffdt say \ufffdno.\ufffd")
    'She can’t say “no.”'
    >>> lost_quotes("I”m up, and it isn”t late, says Ann”s “friend”")
    'I’m up, and it isn’t late, says Ann’s “friend”'
    >>> lost_quotes("lâeau quâelle nâaime pas"), lost_quotes("le château, lâche, l’âge")
    ('l’eau qu’elle n’aime pas', 'le château, lâche, l’âge')
    """
    strange = beyond_ascii(text)
    for sign in SIGNS:
        if sign[0] in strange and sign in text and _proof(sign).search(text):
            for place, meant in _places(sign):
                text = place.sub(meant, text)
            break
    if "â" in strange and len(ELIDED.findall(text)) >= LEAST_ELIDED:
        text = ELIDED.sub("’", text)
    if _ending("?").search(text) and len(ASKED.findall(text)) >= LEAST_ALIKE:
        text = ASKED.sub(lambda found: found[0].replace("?", "’"), text)
    for sign in OTHERS:
        if _ending(sign).search(text) and len(_proof(sign).findall(text)) >= LEAST_ALIKE:
            text = re.sub(rf"(?<=[A-Za-z]){sign}(?=(?:m|t|s|re|ve|ll|d)\b)", "’", text)
    return text


@cache
def _proof(sign: str) -> re.Pattern[str]:
    """A contraction in which a sign stands for the apostrophe."""
    return re.compile(CONTRACTION.pattern.replace(r"([^\x00-\x7f‘’ʼ´…–—“”])", re.escape(sign)))


@cache
def _ending(sign: str) -> re.Pattern[str]:
    """What such a contraction ends with: a pattern that begins with the sign itself is found far faster."""
    sign = re.escape(sign)
    return re.compile(rf"{sign}(?<=[A-Za-z]{sign})(?:m|t|s|re|ve|ll|d)(?!\w)")


@cache
def _places(sign: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The places of a sign that tell what it was, the surest first."""
    sign = re.escape(sign)
    places = (
        (rf"(?<=[A-Za-z]){sign}(?=(?:m|t|s|re|ve|ll|d)\b)", "’"),
        (rf"(?<=\s){sign}(?=\s)", "–"),
        (rf"(?<![^\s(\[]){sign}(?=[A-Za-z0-9])(?!ge\b|me\b)", "“"),
        (rf"(?<=s){sign}(?=\s[a-z])", "’"),
        (rf"(?<=[.,!?…]){sign}(?=[\s.,;:!?)]|$)", "”"),
        (rf"(“[^”\n]{{0,400}}?\w){sign}(?=[\s.,;:!?)]|$)", r"\1”"),
    )
    return tuple((re.compile(place, re.M), meant) for place, meant in places)
