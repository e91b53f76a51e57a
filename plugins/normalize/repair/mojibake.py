"""Text of one single-byte encoding that was read as another: found by evidence, mended only where all of it fits.

ftfy mends UTF-8 that was read as something else. Where both encodings have one byte a character nothing is malformed,
so only the language can tell: in English a letter such as `í` never stands in the place of the apostrophe of `don't`.
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache, partial
from typing import NamedTuple

from plugins.normalize.repair.characters import beyond_ascii

WRONG = ("mac_latin2", "mac_roman", "cp437", "cp850", "cp852", "cp1250", "cp1251", "cp1253", "cp1257", "koi8_r",
         "mac_cyrillic", "mac_greek", "mac_turkish", "iso8859_2", "cp1252", "latin_1", "cp866", "cp858", "cp775",
         "mac_croatian", "mac_romanian", "mac_iceland", "cp1254", "cp1258", "cp1256", "cp737", "cp855", "cp857",
         "cp860", "cp861", "cp863", "cp865", "iso8859_5", "iso8859_7", "iso8859_15", "hp_roman8")  # fmt: skip
"""The encodings by which text may have been read, likelier ones first."""

RIGHT = ("cp1252", "mac_roman", "cp1250", "cp437", "cp850", "mac_latin2")
"""The encodings in which it may have been written, likelier ones first: ties go to the first."""

CONTRACTION = re.compile(
    r"(?<![A-Za-z])(?:(?:[Ii]|[Yy]ou|[Ww]e|[Tt]hey|[Hh]e|[Ss]he|[Ii]t|[Tt]hat|[Ww]hat|[Tt]here|[Hh]ere|[Ww]ho|[Ll]et|[Ww]here|"
    r"[Hh]ow|[Ii]sn|[Aa]ren|[Ww]asn|[Ww]eren|[Dd]on|[Dd]oesn|[Dd]idn|[Cc]an|[Cc]ouldn|[Ww]on|[Ww]ouldn|[Ss]houldn|[Hh]aven|"
    r"[Hh]asn|[Hh]adn|[Mm]ustn|[Aa]in|[Nn]eedn)"
    r"([^\x00-\x7f‘’ʼ´…–—“”])(?:m|t|s|re|ve|ll|d))(?!\w)"
)  # fmt: skip
COMMON, NO_SIGN = frozenset("‘’ʼ´…–—“”"), "\ufffd"
BROKEN = re.compile(r"[^\x00-\x7f‘’ʼ´…–—“”](?<=[A-Za-z].)(?:m|t|s|re|ve|ll|d)(?!\w)")
FIRST_BYTE = re.compile(r"(?<=[a-z.,!?;:)’])[ÂĀΒВ](?=[ \xa0]\S)")
A_GRAVE = re.compile(r"Ă[ \xa0](?=[ \xa0])")
READ_BY_DOS = re.compile(r"(?:ΓÇ|ÔÇ|[┬├])[^\x00-\x7f]|Ă[^\x00-\x7f](?![A-ZĂÂÎȘȚ])")
OPENING, CLOSING, APOSTROPHES = "“‘„«", "”’»", "’‘"
BETWEEN = "–—…•·©®™€£°½¼¾"
ALLOWED_LETTERS = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŸ]")


class Reading(NamedTuple):
    """One way to read a text: what stands for what, and how much speaks for it."""

    fits: int
    table: dict[int, str]


@cache
def table_of(wrong: str, right: str) -> dict[str, str]:
    """What each non-ASCII character of a text read as `wrong` was, if it had been written in `right`."""
    pairs = zip(_signs_of(wrong), _signs_of(right), strict=True)
    return {seen: meant for seen, meant in pairs if NO_SIGN not in (seen, meant)}


@cache
def _signs_of(encoding: str) -> str:
    """What the bytes from 0x80 on are in an encoding of one byte a character, in order."""
    return bytes(range(0x80, 0x100)).decode(encoding, "replace")


def utf8_read_by_dos(text: str) -> str:
    """Undo UTF-8 that was read by an encoding of DOS or as Latin-10, sequence by sequence.

    Nobody writes `ΓÇ`, a frame in a word, or `Ă` before a sign.

    >>> utf8_read_by_dos("• “so” donΓÇÖt, caf├⌐, ÔÇô"), utf8_read_by_dos("├── a frame ┬─")
    ('• “so” don’t, café, –', '├── a frame ┬─')
    >>> utf8_read_by_dos('la rĂšgle, Ă\xa0 deux'), utf8_read_by_dos('CĂȚEL, Ă')
    ('la règle, à deux', 'CĂȚEL, Ă')
    """
    if not set("Γ┬├ÔĂ") & set(beyond_ascii(text)):
        return text
    fixed = READ_BY_DOS.sub(_by_dos, text)
    return A_GRAVE.sub("à", fixed) if fixed.count("Ă") < text.count("Ă") else fixed


def _by_dos(found: re.Match[str]) -> str:
    for encoding in ("cp437", "cp850", "iso8859_16"):
        try:
            return found[0].encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return found[0]


def spaces_in_two(text: str) -> str:
    """Take out the letter that the first byte of a no-break space was read as: it ends a word in a capital.

    >>> spaces_in_two("havingĀ\xa0open talks, soΒ we"), spaces_in_two("план В и Â la")
    ('having\xa0open talks, so we', 'план В и Â la')
    """
    return FIRST_BYTE.sub("", text) if set("ÂĀΒВ") & set(beyond_ascii(text)) else text


def single_byte_pairs(text: str) -> str:
    """Undo one single-byte encoding read as another, where contractions prove it and every changed character fits.

    Leaves alone any text without a broken contraction, and any in which a character would come out in a place where
    it cannot stand.

    >>> single_byte_pairs("Iím sure you donít say ďneverĒ.")
    'I’m sure you don’t say “never”.'
    >>> single_byte_pairs("Vím, že to jde. Ďábel nespí.")
    'Vím, že to jde. Ďábel nespí.'
    """
    if COMMON.issuperset(beyond_ascii(text)) or not BROKEN.search(text):
        return text
    evidence = Counter(found[1] for found in CONTRACTION.finditer(text))
    if not evidence:
        return text
    apostrophe = evidence.most_common(1)[0][0]
    strange = set(beyond_ascii(text))
    best: Reading | None = None
    fit = cache(partial(_verdict, text))
    for table in tables_with(apostrophe):
        reading = _read({c: table[c] for c in strange if c in table and table[c] != c}, strange, fit)
        if reading and (best is None or reading.fits > best.fits):
            best = reading
    return text.translate(best.table) if best else text


@cache
def tables_with(apostrophe: str) -> tuple[dict[str, str], ...]:
    """The tables by which a character was an apostrophe, likelier ones first."""
    pairs = ((wrong, right) for right in RIGHT for wrong in WRONG if wrong != right)
    return tuple(table for pair in pairs if (table := table_of(*pair)).get(apostrophe) in tuple(APOSTROPHES))


def _read(table: dict[str, str], strange: set[str], fit: Callable[[str, str], int]) -> Reading | None:
    """How well a text reads by a table; None where something cannot stand where the table puts it.

    `fit` says how often one character fits where another stands: the tables have most of these pairs in common.
    """
    fits = 0
    kept = {}
    for character, meant in table.items():
        verdict = fit(character, meant)
        if verdict > 0:
            kept[ord(character)] = meant
            fits += verdict
        elif meant in APOSTROPHES + OPENING + CLOSING or character in "íìîďĒôöÆ":
            return None
    return Reading(fits - 2 * sum(1 for c in strange if ord(c) not in kept and c.isalpha()), kept)


def _verdict(text: str, character: str, meant: str) -> int:
    """How often `meant` fits where `character` stands; 0 where it once cannot stand there."""
    fits = 0
    at = text.find(character)
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        if not _can_stand(meant, before, after):
            return 0
        fits += 2 if meant in APOSTROPHES + OPENING + CLOSING + "–—" else 1
        at = text.find(character, at + 1)
    return fits


def _can_stand(meant: str, before: str, after: str) -> bool:
    """Whether a character can stand between these two (each one character, or none at the edge of the text)."""
    opens = not before or before.isspace() or not before.isalnum()
    if meant == "’":
        return (bool(before) and not before.isspace()) or after.isalnum()
    if meant in OPENING:
        return opens and bool(after) and not after.isspace()
    if meant in CLOSING:
        return bool(before) and not before.isspace() and not (after.isascii() and after.isalnum())
    if meant in BETWEEN or meant == "\u00a0":
        return True
    if ALLOWED_LETTERS.fullmatch(meant):
        return before.isalpha() or after.isalpha() if meant.islower() else not (before.isalpha() and before.islower())
    return False
