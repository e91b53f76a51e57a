"""A text set in lines for a card: which characters can be drawn, and how large the text may stand."""

import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import chain

from font_source_serif_pro import SourceSerifPro, SourceSerifProIt
from PIL.ImageFont import FreeTypeFont, Layout, truetype

SIZES = range(88, 43, -4)
LEADING = 1.16
ELLIPSIS = " …"

_NOTHING = "\U0010ffff"
"""A character that no font has."""


@cache
def font_of(size: int, *, italic: bool = False) -> FreeTypeFont:
    """Source Serif Pro at a size in pixels. Laid out by FreeType alone: what else a machine has makes no difference."""
    return truetype(SourceSerifProIt if italic else SourceSerifPro, size, layout_engine=Layout.BASIC)


def can_be_drawn(text: str) -> bool:
    """Whether every character has a shape of its own here, and the text runs from left to right.

    >>> can_be_drawn("Žižek’s “ça va” – Ελλάδα, да"), can_be_drawn("שלום"), can_be_drawn("愛"), can_be_drawn("ok 🙂")
    (True, False, False, False)
    """
    font, missing = font_of(44), bytes(font_of(44).getmask(_NOTHING))
    return all(
        sign == " "
        or (
            unicodedata.bidirectional(sign) not in ("R", "AL", "AN")
            and not unicodedata.combining(sign)
            and unicodedata.category(sign)[0] != "C"
            and bytes(font.getmask(sign)) != missing
        )
        for sign in {*text}
    )


def fit(text: str, width: int, height: int) -> tuple[int, tuple[str, ...]]:
    """The largest size, in pixels, at which the text fits into a box, and its lines; cut at the smallest if need be.

    The lines of a size are evened out, so that no single word is left over.
    """
    for size in SIZES:
        lines = wrap(text, font_of(size), width)
        if len(lines) * size * LEADING <= height:
            return size, _evened(text, font_of(size), width, len(lines))
    size = SIZES[-1]
    room = max(1, int(height // (size * LEADING)))
    kept = list(lines[:room])
    while kept[-1] and font_of(size).getlength(kept[-1] + ELLIPSIS) > width:
        kept[-1] = kept[-1][:-1].rstrip()
    return size, (*kept[:-1], kept[-1] + ELLIPSIS)


def wrap(text: str, font: FreeTypeFont, width: float) -> tuple[str, ...]:
    """The text in lines no wider than `width` pixels; a word that is wider itself is broken."""
    lines = [""]
    for part in chain.from_iterable(_parts(word, font, width) for word in text.split()):
        longer = f"{lines[-1]} {part}".strip()
        if font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(part)
    return tuple(lines)


def _parts(word: str, font: FreeTypeFont, width: float) -> Sequence[str]:
    if font.getlength(word) <= width:
        return [word]
    parts = [""]
    for sign in word:
        if parts[-1] and font.getlength(parts[-1] + sign) > width:
            parts.append("")
        parts[-1] += sign
    return parts


def _evened(text: str, font: FreeTypeFont, width: int, count: int) -> tuple[str, ...]:
    """The same number of lines in the narrowest column that takes no more; found by halving."""
    narrow, wide = width // 2, width
    while wide - narrow > 8:
        middle = (narrow + wide) // 2
        if len(wrap(text, font, middle)) <= count:
            wide = middle
        else:
            narrow = middle
    return wrap(text, font, wide)
