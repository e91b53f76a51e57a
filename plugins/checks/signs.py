"""Rules about the characters of every text file of the content, whatever it says."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from plugins.normalize.repair import ENCODING_FIXERS, repair
from plugins.shared.content import Content
from plugins.shared.errors import Problem, SiteError
from plugins.shared.hidden_characters import HIDDEN
from plugins.shared.whole_files import read_whole


def line_ends(content: Content) -> Iterator[Problem]:
    """A text file has Unix line ends, no byte order mark, and one newline at its end.

    Then a change of one line shows as one line in git, whatever editor wrote it.
    """
    for path, text in _texts(content):
        if text.startswith("\ufeff"):
            yield Problem(path, 1, "the file begins with a byte order mark; save it as UTF-8 without one")
        if "\r" in text:
            line = text.partition("\r")[0].count("\n") + 1
            yield Problem(path, line, "the lines end as on Windows or on an old Mac; save the file with Unix line ends")
        if text.strip() and not re.search(r"[^\r\n]\r?\n\Z", text):
            yield Problem(
                path, text.rstrip().count("\n") + 1, "the last line ends with one newline; mend the file's end"
            )


def hidden_characters(content: Content) -> Iterator[Problem]:
    """A text holds no character that does not show: controls, spaces without width, marks that turn the direction.

    They come with text that is copied from elsewhere, and can make a line read as something that it is not.
    """
    for path, text in _texts(content):
        for number, row in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
            if found := next((place for place, sign in enumerate(row) if sign in HIDDEN), -1) + 1:
                name = f"U+{ord(row[found - 1]):04X}"
                yield Problem(path, number, f"{name} stands here and does not show; delete it", column=found)


def unicode_form(content: Content) -> Iterator[Problem]:
    """A text is in Unicode's composed form (NFC), so that words that look alike are alike."""
    for path, text in _texts(content):
        if not unicodedata.is_normalized("NFC", text):
            for number, row in enumerate(text.split("\n"), 1):
                composed = unicodedata.normalize("NFC", row)
                if row != composed:
                    column = next(
                        at for at, pair in enumerate(zip(row, f"{composed}\0", strict=False), 1) if len({*pair}) > 1
                    )
                    yield Problem(
                        path, number, "letters and their accents are apart here; write them as one", column=column
                    )


def mojibake(content: Content) -> Iterator[Problem]:
    """No text was saved in one encoding and read in another: `donâ€™t` should be `don’t`.

    The message says how the line most likely read. It is not mended by itself, since a person must say that it is so.
    """
    for path, text in _texts(content):
        if text.isascii():
            continue
        mended, used = repair(text)
        if ENCODING_FIXERS.isdisjoint(used):
            continue
        for number, (row, meant) in enumerate(zip(text.split("\n"), mended.split("\n"), strict=False), 1):
            if wrong := _first_difference(row, meant):
                yield Problem(path, number, f"`{wrong[0]}` looks like `{wrong[1]}` in a wrong encoding; correct it")


def _first_difference(row: str, meant: str) -> tuple[str, str] | None:
    """The first word of a line that is meant to be another, with that other."""
    pairs = zip(row.split(), meant.split(), strict=False)
    return next(((word, other) for word, other in pairs if word != other), None)


def _texts(content: Content) -> Iterator[tuple[Path, str]]:
    """Every text file of the content that can be read; one that cannot is told elsewhere."""
    for path in content.text_files:
        with suppress(SiteError):
            yield path, read_whole(path, "encoding")
