"""Repair: named fixers, text in and text out, in the order in which they run. Each leaves the number of lines alone."""

import re
from collections.abc import Callable

from plugins.normalize.repair import characters, lost_quotes, mixed_scripts, mojibake, text_view

Fixer = Callable[[str], str]

BYTES_IN_A_ROW = re.compile(
    r"[^\x00-\x7f‘’“”–—…](?:[^\x00-\x7f‘’“”–—…]|(?<=[\u00c2-\u00f4\u221a\u201a])[^\x00-\x7f\w]|(?<=[ÂÃâ])[ \u00a0])"
)
"""What UTF-8 read one byte at a time always leaves: two odd characters in a row, or one and a space that was one."""

LOST_CLOSING = re.compile("â€(?=[ \n.,;:!?)]|$)")
"""A closing quote read so whose last byte, which Windows leaves without a sign, got lost."""

COMMON = frozenset("‘’“”–—…")
"""What is not odd by itself."""


def utf8_read_as_another(text: str) -> str:
    """Undo UTF-8 that was read as Windows-1252, Latin-1 or Mac Roman, as ftfy sees it; nothing else of ftfy is used.

    >>> utf8_read_as_another("itâ€™s a cafÃ©"), utf8_read_as_another("l'été à Łódź")
    ('it’s a café', "l'été à Łódź")
    """
    if COMMON.issuperset(characters.beyond_ascii(text)) or not BYTES_IN_A_ROW.search(text):
        return text
    import ftfy

    text = LOST_CLOSING.sub("â€\x9d", text)
    fixed = (ftfy.fix_encoding(line) if BYTES_IN_A_ROW.search(line) else line for line in text.split("\n"))
    return "\n".join(" ".join(line.split("\n")) for line in fixed)


FIXERS: tuple[tuple[str, Fixer], ...] = (
    ("line-ends", characters.line_ends),
    ("text-view", text_view.text_of_view),
    ("utf8-read-by-dos", mojibake.utf8_read_by_dos),
    ("spaces-in-two", mojibake.spaces_in_two),
    ("utf8-read-as-another", utf8_read_as_another),
    ("windows-controls", characters.windows_controls),
    ("control-characters", characters.control_characters),
    ("letters-in-parts", characters.letters_in_parts),
    ("lost-quotes", lost_quotes.lost_quotes),
    ("single-byte-pairs", mojibake.single_byte_pairs),
    ("accents-read-as-cyrillic", mixed_scripts.accents_read_as_cyrillic),
    ("invisible-spaces", characters.invisible_spaces),
    ("plain-spaces", characters.plain_spaces),
)
"""Every fixer by name, first to last."""

OF_PLAIN_TEXT: tuple[tuple[str, Fixer], ...] = (
    ("entities", characters.entities),
    ("parted-words", characters.parted_words),
    ("markdown-bold", characters.markdown_bold),
    ("plain-spaces", characters.plain_spaces),
    ("long-gaps", characters.long_gaps),
)
"""The fixers for a text that is no markup: an entity in it is only a trace of the page that it was copied from."""

ENCODING_FIXERS = frozenset(
    {
        "utf8-read-by-dos",
        "spaces-in-two",
        "utf8-read-as-another",
        "lost-quotes",
        "single-byte-pairs",
        "accents-read-as-cyrillic",
        "windows-controls",
    }
)
"""The fixers that guess at an encoding: what they changed is worth a person's look."""


def repair(text: str, fixers: tuple[tuple[str, Fixer], ...] = FIXERS) -> tuple[str, tuple[str, ...]]:
    """The mended text, and the names of the fixers that changed something."""
    used = []
    for name, fixer in fixers:
        fixed = fixer(text)
        if fixed != text:
            used.append(name)
            text = fixed
    return text, tuple(used)
