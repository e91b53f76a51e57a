"""Columns that are called by their columnist's name in the title: `Ask Dr. Lind: May I keep the cat?`."""

import re

from plugins.normalize.extract.markers import find_marker
from plugins.normalize.extract.names import PERSON, is_full_name, is_person
from plugins.normalize.model import LETTER, MARKER, Page

COLUMN = re.compile(
    rf"(?:Ask|ASK|Dear|DEAR|Querida|Querido|Chère|Cher|Liebe|Lieber|Allô)\s(?P<name>{PERSON})\s?[:–—-]\s?\S"
)
TITLED = re.compile(r"(?:Dr|Prof|Rev|Mrs?|Ms|Miss|Sister|Father|Rabbi|Pastor|Aunt|Auntie|Uncle|Cousin|Madame)\b")


def column_names(page: Page) -> None:
    """Without a byline, the columnist in the title of a page with letters is the author.

    A name alone (`Ask Ida: …`) has to be the one that a letter calls, too.
    """
    found = COLUMN.match(page.title) if not page.author else None
    if not found or not any(piece.side == LETTER for piece in page.pieces):
        return
    name = found["name"]
    if is_person(name) and (TITLED.match(name) or is_full_name(name) or name.casefold() in _called(page)):
        page.author = name


def _called(page: Page) -> set[str]:
    """Whom the letters of a page call, in small letters."""
    marks = (find_marker(piece.text) for piece in page.pieces if piece.role == MARKER and piece.side == LETTER)
    return {mark.name.casefold() for mark in marks if mark and mark.kind == "dear"}
