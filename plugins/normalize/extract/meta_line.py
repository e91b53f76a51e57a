"""The grammar of a line that states when and by whom: read part by part, and only where nothing else is left over."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from plugins.normalize.extract.bylines import (
    BY,
    BY_LABEL,
    NAMED_ROLE,
    PLACE,
    ROLE_ONLY,
    ends_behind_name,
    read_name,
    read_names,
)
from plugins.normalize.extract.dates import TIME, find_date, with_dots
from plugins.normalize.extract.head_lines import PAPER
from plugins.normalize.extract.meta_words import (
    AGENCY,
    ANSWERS,
    BAR,
    COUNT,
    DAY_GLUED,
    DAY_ONLY,
    GLUED,
    GLYPH,
    JOB,
    LABEL,
    LAST_SECTION,
    LEADING_PAPER,
    LEADING_SECTION,
    NAME_GLUED,
    NO_USER,
    RENEWED,
    REVIEWED,
    SECTION,
    SEPARATOR,
    USER,
    WEEKDAY_ONLY,
    WROTE,
)
from plugins.normalize.extract.names import BARE_NAME, CREDENTIALS, is_full_name, is_person
from plugins.normalize.extract.section_names import MASTHEAD
from plugins.normalize.extract.section_names import SECTION as SECTION_NAME

LONGEST = 160
DASHED = re.compile(r"[-–—]\s+(?=[A-Z])")
COLUMN_BEHIND = re.compile(r"\s+(?:(?:Dear|Ask)\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?|(?i:write to)\b.*|\S*(?:@|www\.).*)")
"""What stands behind a dash and the author's name: the column's name, or where its letters go."""
COUNTED = re.compile(rf"\s*[|/•·–—]\s*(?:{COUNT.pattern})\s*", re.I)
LOST_DAY = re.compile(r"\s(?:on|\||-)\s*")
"""What is left behind a name where the date did not survive."""

PARTS = re.compile(r"\s+[|/•·]\s+")
LOGIN = re.compile(r"[a-z][\w.-]{3,29}")
LOUD = re.compile(r"[A-Z][A-Z &]{2,30}\s+(?=\d)")
"""A section's name in capitals before the day."""
IN_BRACKETS = re.compile(r"\s\([^()]{2,40}\)$")
LEAST_PARTS, PART_WORDS, ENDS = 3, 7, (".", "!", "?", "…")


@dataclass
class Stated:
    """What one meta line states: its date, its author, and whether it named a date, an author or a label at all.

    Of an author whom nothing announces (`Ida Frost | March 4, 2011`) `bare` tells; of a date that is not the first of
    its article's (`Updated …`), `renewed`.
    """

    day: date | None = None
    author: str = ""
    signs: list[str] = field(default_factory=list)
    author_end: int = 0
    bare: bool = False
    renewed: bool = False


def read_meta_line(text: str) -> Stated | None:
    """What a line states about the article, where it states nothing else; None for every other line."""
    if len(text) > LONGEST:
        return _dashed(text)
    text = DAY_GLUED.sub(r"\g<month> \g<day>, \g<year>", GLUED.sub(r"\g<word> ", GLYPH.sub(" ", with_dots(text))))
    text = NAME_GLUED.sub(" | ", text)
    if found := ANSWERS.fullmatch(text):
        return Stated(author=found["name"], signs=["author"]) if is_person(found["name"]) else None
    if not BY.match(text) and NAMED_ROLE.fullmatch(text):
        name = read_name(text, 0).name
        return Stated(author=name, signs=["author", "titled"], bare=True) if is_full_name(name) else None
    name, comma, paper = text.partition(", ")
    if comma and MASTHEAD.fullmatch(paper) and is_full_name(name) and not BY.match(text):
        return Stated(author=name, signs=["author"], bare=True)
    if found := WROTE.fullmatch(text):
        return Stated(author=found["name"], signs=["author"])
    if DAY_ONLY.fullmatch(text):
        return Stated(signs=["date"])
    return _begun_by_name(text) or _dashed(text) or _read(text, *_leading(text)) or _in_parts(text) or _amid(text)


def _dashed(text: str) -> Stated | None:
    """What a line states that is a dash, the author's full name and her column's name or address."""
    found = DASHED.match(text)
    named = read_name(text, found.end()) if found else None
    if named is None or not is_full_name(named.name) or not COLUMN_BEHIND.fullmatch(text, named.end):
        return None
    return Stated(author=named.name, signs=["author", "titled"], bare=True)


def _in_parts(text: str) -> Stated | None:
    """What a line of three parts or more states of which one is a date, and one a count or `by`: few words each."""
    parts = [part.strip() for part in PARTS.split(text)]
    if len(parts) < LEAST_PARTS or any(len(part.split()) > PART_WORDS or part.endswith(ENDS) for part in parts):
        return None
    if not any(COUNT.fullmatch(part) or BY.match(part) or MASTHEAD.fullmatch(part) for part in parts):
        return None
    stated = [one for part in parts if (one := _read(part, Stated(), 0))]
    dated = [one for one in stated if one.day]
    if len(dated) != 1:
        return None
    if LOGIN.fullmatch(parts[0]) and not SECTION_NAME.fullmatch(parts[0]):
        return replace(dated[0], author=parts[0], signs=["author", "date"])
    return next((replace(one, day=dated[0].day) for one in stated if one.author), dated[0])


def _amid(text: str) -> Stated | None:
    """What a line states that is a column, a full name, perhaps with a paper in brackets, and a date.

    `BOAT RULES - Ida Frost (The Harbor Post) - March 3, 2014`: no part has more words than a column's name.
    """
    parts = text.split(" - ")
    if len(parts) < LEAST_PARTS or any(len(part.split()) > PART_WORDS for part in parts):
        return None
    name, day = IN_BRACKETS.sub("", parts[1]), find_date(parts[2])
    if day is None or day.start or not is_full_name(name):
        return None
    return Stated(day=day.day, author=name, signs=["author", "date"], bare=True)


def _begun_by_name(text: str) -> Stated | None:
    """What a line states that begins with the bare name of its author, before a date or a count."""
    if not BARE_NAME.match(text):
        return None
    named = read_names(text, 0)
    if not is_full_name(named.name) or PLACE.fullmatch(named.name) or BY.match(text):
        return None
    if COUNTED.fullmatch(text, named.end) or LOST_DAY.fullmatch(text, named.end):
        return Stated(author=named.name, author_end=named.end, signs=["author"], bare=True)
    if not find_date(text, named.end):
        return None
    stated = _read(text, Stated(author=named.name, author_end=named.end, bare=True), named.end)
    return stated if stated and not {"author", "role"} & set(stated.signs) else None


def _leading(text: str) -> tuple[Stated, int]:
    """Where a meta line itself begins: behind a section, or a paper before a date, that begins the line."""
    paper = LEADING_PAPER.match(text)
    day = find_date(text, paper.end()) if paper else None
    loud = LOUD.match(text)
    dated = find_date(text, loud.end()) if loud else None
    if loud and dated and dated.start == loud.end():
        return Stated(), loud.end()
    found = LEADING_SECTION.match(text) or (paper if paper and day and day.start == paper.end() else None)
    return Stated(), 0 if found is None or BY.match(text) or LABEL.match(text) else found.end()


def _read(text: str, stated: Stated, at: int) -> Stated | None:
    """Read a line from `at` on, part by part; None where something is left that no meta line has."""
    while at < len(text):
        end = _consume(text, at, stated)
        if end <= at:
            break
        at = end
    if text[at:].strip() and not (stated.author_end and ends_behind_name(text, stated.author_end)):
        return None
    strong = {"date", "author", "ambiguous", "role", "review"} & set(stated.signs)
    return stated if strong or ("label" in stated.signs and text.rstrip().endswith(":")) else None


def _consume(text: str, at: int, stated: Stated) -> int:
    """Read one part of a meta line from `at`; the place after it, or `at` where nothing known stands there."""
    if found := SEPARATOR.match(text, at):
        return found.end()
    day = find_date(text, at)
    if day and day.start == at:
        _take_day(stated, day.day)
        return day.end
    for sign, pattern in (
        ("count", COUNT),
        ("job", JOB),
        ("review", REVIEWED),
        ("section", SECTION),
        ("label", LABEL),
        ("time", TIME),
        ("day", WEEKDAY_ONLY),
    ):
        if (found := pattern.match(text, at)) and not (sign == "label" and BY.match(text, at)):
            if found.end() > at:
                stated.signs += [sign, "renewed"] if RENEWED.match(found[0]) else [sign]
            return found.end()
    if found := BY.match(text, at):
        return _consume_author(text, found, stated)
    if stated.author_end and (found := AGENCY.match(text, at)):
        return found.end()
    if found := CREDENTIALS.match(text, max(at - 1, 0)):
        return found.end()
    if "date" in stated.signs and text[:at].endswith(", ") and PAPER.fullmatch(text, at):
        return len(text)
    if stated.author and "date" in stated.signs and BAR.search(text[:at]) and LAST_SECTION.fullmatch(text, at):
        return len(text)
    return _consume_bare_name(text, at, stated)


def _take_day(stated: Stated, day: date | None) -> None:
    """Take a date; one that the line does not call an update goes before one that it does."""
    renewed = "renewed" in stated.signs[-2:]
    if day and (stated.day is None or (stated.renewed and not renewed)):
        stated.day, stated.renewed = day, renewed
    stated.signs.append("date" if day else "ambiguous")


def _consume_author(text: str, found: re.Match[str], stated: Stated) -> int:
    """Take the name or names after `by`."""
    at = found.end()
    if role := ROLE_ONLY.match(text, at):
        stated.signs.append("role")
        return role.end()
    named = read_names(text, at)
    if named.name and (is_full_name(named.name) or not BY_LABEL.match(found[0])):
        stated.author = stated.author or named.name
        stated.signs.append("author")
        stated.author_end = named.end
        stated.bare = stated.bare or bool(BY_LABEL.match(found[0]))
        return named.end
    day = find_date(text, at)
    if text[at : at + 1].isalnum() and not text[at].isupper() and not (day and day.start == at):
        user = None if NO_USER.match(text, at) else USER.match(text, at)
        stated.author = stated.author or (user["name"] if user else "")
        stated.signs += ["author"] if user else []
        return user.end() if user else found.start()
    if BY_LABEL.match(found[0]):
        return found.start()
    stated.signs.append("by")
    return max(named.end, at)


def _consume_bare_name(text: str, at: int, stated: Stated) -> int:
    """Take a full name that stands alone behind a bar and a date, up to the line's end or the next bar."""
    if stated.author or "date" not in stated.signs or not BAR.search(text[:at]):
        return at
    named = read_name(text, at)
    rest = text[named.end :].lstrip()
    if not is_full_name(named.name) or PLACE.fullmatch(named.name) or (rest and rest[0] not in "|/•·–—"):
        return at
    stated.author, stated.author_end, stated.bare = named.name, named.end, True
    return named.end
