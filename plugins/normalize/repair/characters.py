"""Characters that do not show, show as a space or stand in parts: made plain, save where they carry meaning."""

import html
import re
import unicodedata
from functools import lru_cache

LINE_ENDS = re.compile(r"\r\n?")
SEPARATORS = re.compile(r"[\u2028\u2029]")
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ufdd0-\ufdef\ud800-\udfff]")
C1 = re.compile(r"[\x80-\x9f]")
SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
INVISIBLE = re.compile(r"[\u200b\u2060\ufeff]")
ACCENT_APART = re.compile("[\u0300-\u036f]")
LETTER_IN_PARTS = re.compile("[^\\W\\d_][\u0300-\u036f]+")
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
LONG_GAP = re.compile(r"[^\S\n][^\S\n]{99,}")
PARTED = re.compile(r"(?P<first>(?<![\w-])[^\W\d_]{2,20})-\n(?P<rest>[a-zà-ÿ]{2,20})(?P<after>[^\s\w]{0,3})(?:[ \n]|$)")
COMPOUND = re.compile(r"(?<![\w-])[^\W\d_]{2,20}-[^\W\d_]{2,20}(?![\w-])")
LEAST_PARTED, LEAST_SIGNS, LEAST_PAIRS = 3, 4, 2
BOLD = re.compile(r"(?<![\w*])\*\*(?=[^\s*])([^*\n]{1,200}?)(?<=\S)\*\*(?![\w*])")
FRENCH_SPACE = re.compile("[\u00a0\u202f](?:(?<=«[\u00a0\u202f])|(?=[»:;!?]))")
"""Both begin with one character of a class: Python looks for that in a quick loop."""

ASCII = bytes(range(0x80))


@lru_cache(maxsize=1)
def beyond_ascii(text: str) -> str:
    """The characters of a text that are not ASCII, in order: few, so that they are quickly looked through.

    Fixer after fixer asks for those of one text.

    >>> beyond_ascii("a café, “nice”")
    'é“”'
    """
    if text.isascii():
        return ""
    return text.encode("utf-8", "surrogatepass").translate(None, ASCII).decode("utf-8", "surrogatepass")


def line_ends(text: str) -> str:
    r"""Every line ends with one newline, so that lines count alike everywhere.

    Unicode's own separators end lines where they are more than newlines; elsewhere they are left overs amid a line.

    >>> line_ends("a\r\nb\rc"), line_ends("a\u2028\u2028b")
    ('a\nb\nc', 'a\n\nb')
    """
    text = LINE_ENDS.sub("\n", text) if "\r" in text else text
    separators = SEPARATORS.findall(beyond_ascii(text))
    return SEPARATORS.sub("\n", text) if len(separators) > text.count("\n") else text


def control_characters(text: str) -> str:
    r"""Take out what steers a terminal and says nothing: controls (not tab, not newline) and non-characters.

    Leaves joiners, direction marks and variation selectors alone: scripts and emoji are written with them.

    >>> control_characters("so\x07 it\x00 goes")
    'so it goes'
    """
    return CONTROLS.sub("", text)


def windows_controls(text: str) -> str:
    r"""Read the C1 controls as what Windows puts at their numbers: nobody writes C1, everybody writes quotes.

    >>> windows_controls("don\x92t")
    'don’t'
    """
    return (
        text
        if not C1.search(beyond_ascii(text))
        else C1.sub(lambda found: found[0].encode("latin-1").decode("cp1252", "ignore"), text)
    )


def plain_spaces(text: str) -> str:
    r"""No-break and other wide spaces become spaces. French keeps its own before `:` and inside guillemets.

    >>> plain_spaces("By:\xa0 Ann"), plain_spaces("«\xa0oui\xa0»")
    ('By:  Ann', '«\xa0oui\xa0»')
    """
    if not SPACES.search(beyond_ascii(text)):
        return text
    kept = {found.start() for found in FRENCH_SPACE.finditer(text)}
    if not kept:
        return SPACES.sub(" ", text)
    return SPACES.sub(lambda found: found[0] if found.start() in kept else " ", text)


def invisible_spaces(text: str) -> str:
    r"""Take out zero-width spaces, word joiners and stray byte order marks.

    Leaves soft hyphens (they are right text), zero-width joiners and non-joiners (emoji families, Persian).

    >>> invisible_spaces("love\u200bly")
    'lovely'
    """
    return INVISIBLE.sub("", text) if INVISIBLE.search(beyond_ascii(text)) else text


def letters_in_parts(text: str) -> str:
    r"""Letters written as a base and its accents apart become the one letter that everybody searches for and compares.

    >>> letters_in_parts("Ire\u0300ne"), letters_in_parts("שָׁלוֹם") == "שָׁלוֹם"
    ('Irène', True)
    """
    if not ACCENT_APART.search(beyond_ascii(text)):
        return text
    return LETTER_IN_PARTS.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)


def entities(text: str) -> str:
    """Read the entities that a page's source leaves in a text copied from it; once, so that `&amp;amp;` says `&amp;`.

    What would break a line, or stands for no character, stays as it is written.

    >>> entities("I don&rsquo;t &#38; won&#x2019;t; AT&T; &nosuch;")
    'I don’t & won’t; AT&T; &nosuch;'
    """
    return ENTITY.sub(_read_entity, text) if "&" in text else text


def _read_entity(found: re.Match[str]) -> str:
    read = html.unescape(found[0])
    return read if read.isprintable() or read == "\u00a0" else found[0]


def markdown_bold(text: str) -> str:
    r"""Take the signs of Markdown's bold off words, in a text that has several pairs of them.

    >>> markdown_bold("* **Listen:** wait.\n* **Wait:** listen.")
    '* Listen: wait.\n* Wait: listen.'
    >>> markdown_bold("a ** b, 2**3, **once**")
    'a ** b, 2**3, **once**'
    """
    return BOLD.sub(r"\1", text) if text.count("**") >= LEAST_SIGNS and len(BOLD.findall(text)) >= LEAST_PAIRS else text


def parted_words(text: str) -> str:
    r"""Words parted at the ends of lines stand whole on the upper line, in a text that parts several of them.

    A word that the text also writes with its hyphen amid a line keeps it.

    >>> parted_words("a colum-\nnist of the har-\nbor, a co-rower and a co-\nrower ask")
    'a columnist\nof the harbor,\na co-rower and a co-rower\nask'
    >>> parted_words("the pre-\nand the post-war years")
    'the pre-\nand the post-war years'
    """
    if text.count("-\n") < LEAST_PARTED or len(PARTED.findall(text)) < LEAST_PARTED:
        return text
    compounds = frozenset(COMPOUND.findall(text.lower()))
    return PARTED.sub(lambda found: _whole(found, compounds), text)


def _whole(found: re.Match[str], compounds: frozenset[str]) -> str:
    first, rest, after = found["first"], found["rest"], found["after"]
    hyphen = "-" if f"{first}-{rest}".lower() in compounds else ""
    return f"{first}{hyphen}{rest}{after}\n"


def long_gaps(text: str) -> str:
    r"""A hundred spaces or more in a row are one: no rule has to look through them from each one on.

    >>> long_gaps("left" + " " * 300 + "right")
    'left right'
    """
    return LONG_GAP.sub(" ", text) if "\t" in text or "  " in text else text
