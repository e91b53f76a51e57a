"""Columnists whom a sentence of the page's head presents: `Agony aunt Ida Frost gives her advice.`"""

import re

from plugins.normalize.extract.bylines import ROLE
from plugins.normalize.extract.markers import Marker, find_marker
from plugins.normalize.extract.names import PERSON, is_full_name, is_person, name_in_words
from plugins.normalize.extract.printed_names import stands_small
from plugins.normalize.model import COMMENT, LETTER, META, TITLE, Page, Piece, decide, split

HEAD_PIECES, LONGEST, RUNNING_TEXT = 10, 400, 25
GIVES = (
    "gives",
    "offers",
    "shares",
    "answers",
    "tackles",
    "fields",
    "solves",
    "responds to",
    "replies to",
    "dispenses",
)
_GIVES = rf"(?:{'|'.join(GIVES)})"
_LETTERS = (
    r"(?:(?:your|our|her|his|their|all|some|the|these|sincere|real|reader|readers['’])\s){0,3}"
    r"(?:advice|questions?|letters?|problems?|queries|dilemmas?|mail)\b"
)
_ROLE = rf"(?i:(?:[\w-]+\s){{0,3}}?{ROLE})"
PRESENTED = (
    re.compile(rf"(?P<name>{PERSON})\s(?:says|answers|advises|replies)\s?:\s\S"),
    re.compile(rf"Editor['’]s note:\s(?P<name>{PERSON})\sis\san?\s[^.!?]{{0,40}}?(?i:{ROLE})\b"),
    re.compile(rf"(?:(?:Our|The)\s)?{_ROLE}\s(?P<name>{PERSON})\s{_GIVES}\s{_LETTERS}"),
    re.compile(rf"(?:Our|The)\s{_ROLE}\s(?P<name>{PERSON})\son\s"),
    re.compile(rf"(?P<name>{PERSON}),\s(?:an?|the|our)\s[^.!?]{{3,80}},\s{_GIVES}\s{_LETTERS}"),
    re.compile(
        rf"(?P<name>{PERSON})(?:,?\salso known as [^,.]{{3,40}},?)?\swrites (?:the|our|a|this)\s"
        r"[^.!?]{2,50}?\bcolumn\b"
    ),
    re.compile(rf"(?P<name>{PERSON})\sis\s(?:our|the\s[^.!?]{{3,40}}?['’]s?)\s(?:[\w-]+\s){{0,3}}?(?i:{ROLE})\b"),
)
"""Sentences at the start of a line that present somebody by the full name."""
WRITES = re.compile(
    rf"(?P<name>{PERSON})\sis\san?\s(?:[\w-]+\s){{0,3}}?(?i:columnist|writer|reporter|correspondent|contributor|editor)\b"
)
"""A deck that tells of the page's author."""
WRITTEN = re.compile(
    rf"\b(?i:(?:article|post|column|piece|essay|story)\b[^.!?]{{0,40}}\bwritten by)\s(?P<name>{PERSON})"
)
CALLED = re.compile(rf"(?P<name>{PERSON})(?:\s\([^()]{{3,40}}\))?\s{_GIVES}\s{_LETTERS}")
"""A name alone that is the column's, too, or whom the letters call."""
CREDIT = re.compile(
    rf"(?<=[.!?…]\s)(?:Tekst|Text|Texte|Testo|Texto|Words|Story)\s?:\s(?P<name>{PERSON})"
    r"(?:\s(?:voor|für|pour|per|para|for)\s[^.!?]{2,40})?$"
)
"""Behind a deck's last sentence: who wrote the text, and for whom."""


def presented(page: Page) -> None:
    """Without a byline, the author is whom a sentence above the first letter presents as answering or writing."""
    _credited(page)
    if page.author:
        return
    told = WRITES.match(page.deck)
    if told and is_full_name(told["name"]):
        page.author = name_in_words(told["name"])
        return
    for piece in page.pieces[:HEAD_PIECES]:
        mark = find_marker(piece.text)
        if mark and mark.side == LETTER and piece.role != TITLE and not _is_bare(piece, mark):
            return
        if name := "" if piece.role == COMMENT or len(piece.text) > LONGEST else _name_in(page, piece):
            page.author = name_in_words(name)
            return


def _is_bare(piece: Piece, mark: Marker) -> bool:
    """Whether a line is no more than a salutation without a stop, as a column's name is."""
    return mark.end == len(piece.text) and piece.text[-1].isalpha()


def _credited(page: Page) -> None:
    """Cut the writer's name off the end of the first paragraph, where a label announces it."""
    piece = next((piece for piece in page.open() if piece.words >= RUNNING_TEXT), None)
    found = CREDIT.search(piece.text, max(len(piece.text) - LONGEST, 0)) if piece else None
    if piece and found and is_full_name(found["name"]):
        _, credit = split(page, piece, found.start())
        decide(credit, META, "glued-byline", "Author")
        page.author = page.author or name_in_words(found["name"])


def _name_in(page: Page, piece: Piece) -> str:
    """Whom one sentence presents; empty where it presents nobody."""
    written = WRITTEN.search(piece.text) if "written by" in piece.text.lower() else None
    for found in (*(pattern.match(piece.text) for pattern in PRESENTED), written):
        if found and is_full_name(found["name"]) and not stands_small(page, found["name"]):
            return found["name"]
    found = CALLED.search(piece.text) if any(verb in piece.text for verb in GIVES) else None
    return found["name"] if found and is_person(found["name"]) and _is_called(page, found["name"]) else ""


def _is_called(page: Page, name: str) -> bool:
    """Whether the title or a salutation has a name, too."""
    marks = (find_marker(other.text) for other in page.pieces if other.words < RUNNING_TEXT)
    return name in page.title or any(mark and mark.kind == "dear" and mark.name == name for mark in marks)
