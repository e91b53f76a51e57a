"""Accents of Western words that were read as Cyrillic letters: `cafй`, `naпve`."""

import re

from plugins.normalize.repair.characters import beyond_ascii

CYRILLIC_WORD = re.compile(r"(?<![^\W\d_])[\u0400-\u04ff]{2,}(?![^\W\d_])")
MIXED_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]*[\u0400-\u04ff][^\W\d_]*")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
ACCENTED = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿ")
LATIN_LETTERS = 2


def accents_read_as_cyrillic(text: str) -> str:
    """Read lone Cyrillic letters in Latin words as Windows-1252 meant them, where every one of a text comes out so.

    Leaves alone any text with a Cyrillic word in it, and any in which one such letter is no accented small letter
    then: a name that plays with letters stays as it is.

    >>> accents_read_as_cyrillic("my fiancй is naпve")
    'my fiancé is naïve'
    >>> accents_read_as_cyrillic("KoЯn"), accents_read_as_cyrillic("да, cafй")
    ('KoЯn', 'да, cafй')
    """
    if not CYRILLIC.search(beyond_ascii(text)) or CYRILLIC_WORD.search(text):
        return text
    for word in MIXED_WORD.findall(text):
        latin = CYRILLIC.sub("", word)
        if (
            len(latin) < LATIN_LETTERS
            or not latin.isascii()
            or not set(map(_meant, CYRILLIC.findall(word))) <= ACCENTED
        ):
            return text
    return CYRILLIC.sub(lambda found: _meant(found[0]), text)


def _meant(letter: str) -> str:
    """What a letter of Windows-1251 is in Windows-1252; itself where it is in neither."""
    try:
        return letter.encode("cp1251").decode("cp1252")
    except UnicodeError:
        return letter
