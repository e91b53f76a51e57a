"""Columnists' names at the head of a page: columns called by them (`Ask Dr. Lind: May I keep the cat?`), full names."""

import itertools
import re

from plugins.normalize.extract.markers import find_marker
from plugins.normalize.extract.names import PERSON, is_full_name, is_person, name_in_words
from plugins.normalize.extract.section_names import WITH
from plugins.normalize.model import ANSWER, LETTER, MARKER, Page

COLUMN = re.compile(
    rf"(?:Ask|ASK|Dear|DEAR|Querida|Querido|Chère|Cher|Liebe|Lieber|Allô)\s(?P<name>{PERSON})\s?[:–—-]\s?\S"
)
COLUMN_NAME = re.compile(rf"(?:Ask|ASK|Dear|DEAR|Coluna d[aeo]|Columna de|Rubrica di|Kolumne von)\s(?P<name>{PERSON})")
TITLED = re.compile(
    r"(?:Dr|Prof|Rev|Mrs?|Ms|Miss|Sister|Father|Rabbi|Pastor|Aunt|Auntie|Uncle|Cousin|Madame|Tia|Tía|Tante|Zia|Frau|Doktor)\b"
)

HEAD_PIECES = 5


def column_names(page: Page) -> None:
    """Without a byline, the columnist in the title of a page with letters is the author.

    A name alone (`Ask Ida: …`) has to be the one that a letter calls, too. So is whose full name marks the answers.
    """
    if page.author or not any(piece.side == LETTER for piece in page.pieces):
        return
    marks = [piece.text.rstrip(" :") for piece in page.pieces if piece.role == MARKER and piece.side == ANSWER]
    named = {mark for mark in marks if is_full_name(mark) and marks.count(mark) > 1}
    if len(named) == 1:
        page.author = name_in_words(named.pop())
        return
    found = COLUMN.match(page.title)
    if not found and (name := _above_letters(page)):
        page.author = name
    elif not found:
        full = {in_full(page, name) for name in _called(page)}
        page.author = next((name for name in full if len(full) == 1 and " " in name), "")
    if not found:
        return
    name = found["name"]
    if is_person(name) and (TITLED.match(name) or is_full_name(name) or name_in_words(name) in _called(page)):
        page.author = name_in_words(name)


def _above_letters(page: Page) -> str:
    """The columnist whom a line of the head names as its column, and a letter calls: `Ask Aunt Ida`."""
    head = page.pieces[:HEAD_PIECES]
    columns = [COLUMN_NAME.fullmatch(piece.text) for piece in head]
    named = [name_in_words(found["name"]) for found in columns if found]
    marks = (find_marker(piece.text) for piece in page.pieces if piece.role == MARKER and piece.side == LETTER)
    called = {name_in_words(mark.name) for mark in marks if mark and mark.kind == "dear"}
    shared = (found["name"] for piece in head if (found := WITH.fullmatch(piece.text)) and is_full_name(found["name"]))
    whole = next((name_in_words(name) for name in shared if name_in_words(name).split()[0] in called), "")
    return whole or next((name for name in named if name in called and " " in name and TITLED.match(name)), "")


def in_full(page: Page, name: str) -> str:
    """A columnist's first name as the head of her page has it: with her surname, where a sentence there says it."""
    if " " in name:
        return name
    full = rf"\b{re.escape(name)}(?:\s[A-ZÀ-Þ][\w’'-]+){{1,2}}"
    head = itertools.takewhile(lambda piece: find_marker(piece.text) is None, page.pieces[:HEAD_PIECES])
    for text in (page.title, page.deck, *(piece.text for piece in head)):
        words = text.split()
        running = name in text and 2 * sum(word[0].isupper() for word in words) <= len(words)
        found = re.search(full, text) if running else None
        if found and is_full_name(found[0]):
            return found[0]
    return name


def _called(page: Page) -> set[str]:
    """Whom the letters of a page call."""
    marks = (find_marker(piece.text) for piece in page.pieces if piece.role == MARKER and piece.side == LETTER)
    return {name_in_words(mark.name) for mark in marks if mark and mark.kind == "dear" and " " not in mark.name}
