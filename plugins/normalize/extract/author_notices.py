"""Notices about a page's author: the boxes and sentences at its foot that say who wrote it, or where letters go."""

import re
from collections.abc import Iterator
from itertools import pairwise

from plugins.normalize.extract.names import CREDENTIALS, PERSON, is_full_name, is_person, name_in_words, same_person
from plugins.normalize.extract.printed_names import stands_small
from plugins.normalize.model import DROPPED, LETTER, Page, Piece, decide

NOTICE_WORDS, AMID_WORDS, LATE = 90, 40, 0.6
WORK = (
    r"(?:writer|author|journalist|columnist|therapist|psychotherapist|counsell?or|coach|editor|blogger|broadcaster|"
    r"speaker|psychologist|psychiatrist|host|founder|reporter|teacher|social worker|mediator|expert|contributor|"
    r"agony aunt)"
)
NOTICE = re.compile(
    rf"\W*(?P<name>{PERSON})(?:,\s[^,]{{2,40}},)?\s(?:is|was|has been|works as)\s(?:(?:an?|the|our)\s)?"
    rf"[^.!?]{{0,120}}?\b(?i:{WORK})\b.*",
    re.S,
)
WRITTEN_BY = re.compile(rf"\W*(?:Dear|Ask) .{{2,40}}? is written by (?P<name>{PERSON})\b.*", re.S)
TELLS_OF = re.compile(
    rf"\W*(?P<name>{PERSON})\s(?:lives|teaches|writes|works|answers|can be reached|blogs|hosts|(?:is|was)\s(?:an?|our)|"
    r"runs|has\s(?:been|written|taught)|"
    r"arbeitet|lebt|schreibt|ist|vit|écrit|travaille|est|vive|escribe|trabaja|es|scrive|lavora|è|woont|werkt|schrijft)\b.{3,600}",
    re.S,
)
"""A sentence about somebody: a notice where he is the page's author."""
PRIVATE = re.compile(
    r"\b(?:lives? (?:in|on|near|with|outside)|can be reached|to reach (?:him|her|them)|by appointment|private practice|"
    r"licensed|certified|(?:her|his|their) "
    r"(?:first |latest |new |most recent )?(?:book|novel|column|website|web site|blog|podcast|practice)|author of|"
    r"writes (?:for|about|at)|blogs at)\b|www\.|\S@\S",
    re.I,
)
"""What a sentence about somebody says that only a notice says."""
BY_NAME = re.compile(rf"(?:written|posted|words|story|article) by:?\s+(?P<name>{PERSON})", re.I)
ABOUT = re.compile(r"(?:about the (?:author|writer|columnist)|author bio|meet the author)\s*:?", re.I)
ABOUT_NAME = re.compile(rf"(?:(?i:about(?: the author:?)?|meet)\s)?(?P<name>{PERSON}(?:,\s[A-Z][\w., ]{{1,40}})?)")
TELLS = (
    r"(?:is|was|has|lives|writes|works|teaches|holds|received|earned|specializes|specialises|runs|blogs|loves|believes|"
    r"offers|helps|hosts|enjoys|spent|grew)\b"
)
TELLS_OF_HIM = re.compile(rf"\W*(?P<name>{PERSON})(?:,\s[^,]{{2,60}},)?\s{TELLS}.{{3,600}}", re.S)
"""What stands below `About the author`."""
LETTERS_GO_TO = re.compile(
    rf"(?:.{{0,60}}\b(?:write|send|e-?mail|mail|contact|submit|direct|address)\b[^.!?]{{0,60}}?)?\bto\s(?-i:(?P<name>{PERSON}))"
    r"(?:,|\sat\b|\sc/o\b|\sin care\b|\sby\s|\s\().{0,300}",
    re.I,
)
COLUMN_OF = re.compile(rf"(?P<name>{PERSON})(?:['’]s\s(?:[\w-]+\s){{0,2}}column|\scan be reached)\b.{{0,300}}", re.S)


def author_notices(page: Page) -> None:
    """Take the author from the notices at a page's foot, and leave those out of the text."""
    _boxes(page)
    for piece in page.pieces:
        found = BY_NAME.fullmatch(piece.text) if piece.role == DROPPED and len(piece.text) <= 80 else None
        if found and is_full_name(found["name"]):
            _name(page, found["name"])
    for piece in _late(page):
        if named := _notice(page, piece):
            _name(page, named)
            decide(piece, DROPPED, "foot-of-article", "a notice about the author")
    if any(piece.side == LETTER for piece in page.pieces):
        _letters_go_to(page)


def notices_amid(page: Page) -> None:
    """Leave out a paragraph amid the text that tells of the page's author, by the full name, as of somebody else."""
    for piece in page.open() if is_full_name(page.author) else ():
        found = TELLS_OF.fullmatch(piece.text) if piece.gap and piece.words <= AMID_WORDS else None
        if found and found["name"] == page.author:
            decide(piece, DROPPED, "foot-of-article", "a notice about the author")


def _name(page: Page, name: str) -> None:
    page.author = page.author or name_in_words(CREDENTIALS.sub("", name).split(",")[0].strip())


def _boxes(page: Page) -> None:
    """`About the author`, `About Ida Frost` or the bare name above a text that tells of that person."""
    possible = {id(piece) for piece in _late(page)} | {id(piece) for piece in page.pieces if piece.role == DROPPED}
    for heading, piece in pairwise(page.pieces):
        if id(heading) not in possible or id(piece) not in possible:
            continue
        if ABOUT.fullmatch(heading.text):
            found = NOTICE.fullmatch(piece.text) or TELLS_OF_HIM.fullmatch(piece.text)
            name = found["name"] if found and is_full_name(found["name"]) else ""
        else:
            name = _told_of(heading, piece)
        if name and (not page.author or same_person(page.author, name) or page.author in name):
            _name(page, name)
            for one in (heading, piece):
                if not one.role:
                    decide(one, DROPPED, "foot-of-article", "a notice about the author")


def _told_of(heading: Piece, piece: Piece) -> str:
    """The name that a box's heading is, where the text below it begins with that name and tells of its bearer."""
    found = ABOUT_NAME.fullmatch(heading.text) if heading.words <= 8 else None
    if found is None:
        return ""
    name = CREDENTIALS.sub("", found["name"]).split(",")[0]
    about = found.start("name") > 0
    if not (is_full_name(name) or (about and is_person(name) and " " not in name)):
        return ""
    calls = [call for call in (name, name.split()[0], name.split()[-1]) if call in piece.text]
    named = "|".join(map(re.escape, calls))
    return name if calls and re.match(rf"(?:Dr\.?\s)?(?:{named})(?:,[^,]{{2,60}},)?\s{TELLS}", piece.text) else ""


def _late(page: Page) -> Iterator[Piece]:
    """The undecided pieces of the last third of a text."""
    body = page.open()
    total, before = sum(piece.words for piece in body), 0
    for piece in body:
        if before >= LATE * total:
            yield piece
        before += piece.words


def _notice(page: Page, piece: Piece) -> str:
    """Whose notice a late paragraph is; empty where it is none."""
    if piece.words > NOTICE_WORDS:
        return ""
    found = NOTICE.fullmatch(piece.text) or WRITTEN_BY.fullmatch(piece.text)
    if found and (is_full_name(found["name"]) or found["name"] == page.author):
        return found["name"]
    him = TELLS_OF_HIM.fullmatch(piece.text)
    if him and PRIVATE.search(piece.text) and {*page.author.split()} <= {*him["name"].split()} and page.author:
        page.author = him["name"]
        return page.author
    found = TELLS_OF.fullmatch(piece.text)
    if not found:
        return ""
    name = found["name"]
    if page.author:
        return name if name == page.author else ""
    told = PRIVATE.search(piece.text) and is_full_name(name) and piece is page.open()[-1]
    return name if told and not any(name in other.text for other in page.body() if other is not piece) else ""


def _letters_go_to(page: Page) -> None:
    """Of a column without a byline, the author is to whom its readers are asked to write, by the full name."""
    for piece in page.pieces:
        if page.author or piece.role != DROPPED or piece.words > NOTICE_WORDS:
            continue
        found = LETTERS_GO_TO.match(piece.text) or COLUMN_OF.match(piece.text)
        if found and is_full_name(found["name"]) and not stands_small(page, found["name"]):
            _name(page, found["name"])
