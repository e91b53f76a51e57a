"""The grammar of a line that states when and by whom: read part by part, and only where nothing else is left over."""

import re
from dataclasses import dataclass, field
from datetime import date

from plugins.normalize.extract.dates import MONTHS, TIME, WEEKDAY, find_date
from plugins.normalize.extract.names import CREDENTIALS, PERSON, is_full_name, is_person

LONGEST = 160
LABEL = re.compile(
    r"(?:(?:originally |first |last |date )?(?:published|posted|updated|modified|created|written|edited|reviewed)(?: "
    r"on| at| in)?|date|dated|on|at|"
    r"publié le|mis à jour le|veröffentlicht am|aktualisiert am|publicado el|am|le|el|last update)\b\s*:?",
    re.I,
)
BY = re.compile(
    rf"(?:(?:posted|submitted|written|published|answered|interview(?:ed)?|story|words|text|article|advice|column|reviewed|"
    rf"contributed)?\s*\b(?:by|par|von|por)\b|authors?|writer|columnist)\s*:?\s*(?P<name>{PERSON})?",
    re.I,
)
COUNT = re.compile(
    r"(?:no|\d+|leave a|add a|one)\s*(?:comments?|responses?|replies|shares?|views?)|\d+ min(?:ute)?s?(?: read)?|"
    r"(?:comments?|trackbacks?)(?: off| \d+| ?\(\d+\))?|permalink|e-?mail|print|reblog|\d+ notes",
    re.I,
)
SECTION = re.compile(
    r"(?:in|under|filed under|categor(?:y|ies)|tags?|section)\s*:?\s+[A-Z][\w &,’'-]{1,60}(?=$|\s*/)", re.I
)
SEPARATOR = re.compile(r"[\s|•·,.;:–—/()\[\]~-]+")
ROLE_BEHIND = re.compile(r",\s(?:our|the|an?)\s(?:[\w’'-]+\s?){1,6}\.?")
AFFILIATION = re.compile(r"\s*[,|/–—-]\s*(?:(?:[A-Z&][\w.’'&-]*|of|the|for|and|at|in)\s*){1,7}")
ANSWERS = re.compile(
    rf"(?P<name>{PERSON})(?:, [\w -]{{3,40}},)? (?:answers|replies to|solves|tackles|responds to) "
    r"(?:your|our readers['’]|readers['’]|reader) [\w ,&]{3,40}[.:]?"
)
USER = re.compile(r"(?P<name>[\w.-]{3,30})(?=,? on \S|\s*[|•·])")
"""A user's name, in small letters perhaps, between `by` and the date."""
AGENCY = re.compile(r"(?:[A-Z]{2,8}|[A-Z][\w.&’'-]+(?:,?\s(?:of|the|for|and|[A-Z][\w.&’'-]+)){0,5})(?=\s*[|•·])")
LEADING_SECTION = re.compile(r"(?P<name>[A-Z][\w &’'-]{1,29}\w)\s*[/|•·](?:\s*[/|•·])*\s*(?=\S)")
LEADING_PAPER = re.compile(
    r"(?!(?:By|Posted|Written|Published|Updated|Submitted|Words|On|Von|Par|Por)\b)(?P<name>(?:The\s)?[A-Z][\w’'&-]*(?:\s[A-Z&][\w’'&-]*){0,4})\s*[,–—-]\s+(?=[A-Z\d][\w.,]*\s)"
)
NAMED_ROLE = re.compile(
    rf"(?P<name>{PERSON}),\s(?:(?:[a-z]+|[A-Z][\w-]+)\s){{0,3}}(?:[Pp]sychologist|[Tt]herapist|[Pp]sychotherapist|"
    r"[Cc]ounsell?or|[Pp]sychiatrist|[Cc]olumnist|[Aa]gony [Aa]unt|[Mm]ediator|[Ll]ife [Cc]oach|[Cc]oach|[Ss]exologist)"
)
REVIEWED = re.compile(
    rf"(?:(?:medically|clinically|expert|fact[- ])\s?)?(?:reviewed|checked|edited) by\s+{PERSON}", re.I
)
_MONTH = "(?:" + "|".join(MONTHS) + ")"
DAY_ONLY = re.compile(rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}|{_MONTH}\.?\s+\d{{1,2}})\b", re.I)
ROLE_ONLY = re.compile(
    r"(?:the team|the editors?|staff|guest|editorial|editors?|admin|contributing)"
    r"(?:\s(?:writer|team|staff|author|editor|blogger|post))?\b",
    re.I,
)
WEEKDAY_ONLY = re.compile(WEEKDAY + r"\b", re.I)


@dataclass
class Stated:
    """What one meta line states: its date, its author, and whether it named a date, an author or a label at all."""

    day: date | None = None
    author: str = ""
    signs: list[str] = field(default_factory=list)
    author_end: int = 0


def read_meta_line(text: str) -> Stated | None:
    """What a line states about the article, where it states nothing else; None for every other line."""
    if len(text) > LONGEST:
        return None
    if found := (ANSWERS.fullmatch(text) or NAMED_ROLE.fullmatch(text)):
        return Stated(author=found["name"], signs=["author"]) if is_person(found["name"]) else None
    if DAY_ONLY.fullmatch(text):
        return Stated(signs=["date"])
    section = _leading(text)
    named = section is None or BY.match(text) or LABEL.match(text) or is_full_name(section["name"])
    stated, at = Stated(), 0 if named or section is None else section.end()
    if section and is_full_name(section["name"]) and not BY.match(text) and find_date(text, section.end()):
        stated, at = Stated(author=section["name"], author_end=section.end("name")), section.end()
    while at < len(text):
        end = _consume(text, at, stated)
        if end <= at:
            break
        at = end
    behind = stated.author_end and (
        AFFILIATION.fullmatch(text, stated.author_end) or ROLE_BEHIND.fullmatch(text, stated.author_end)
    )
    if text[at:].strip() and not behind:
        return None
    strong = {"date", "author", "ambiguous", "role", "review"} & set(stated.signs)
    return stated if strong or ("label" in stated.signs and text.rstrip().endswith(":")) else None


def _leading(text: str) -> re.Match[str] | None:
    """What stands before the rest of a meta line and is none: a section, a paper before a date."""
    paper = LEADING_PAPER.match(text)
    day = find_date(text, paper.end()) if paper else None
    return LEADING_SECTION.match(text) or (paper if paper and day and day.start == paper.end() else None)


def _consume(text: str, at: int, stated: Stated) -> int:
    """Read one part of a meta line from `at`; the place after it, or `at` where nothing known stands there."""
    if found := SEPARATOR.match(text, at):
        return found.end()
    day = find_date(text, at)
    if day and day.start == at:
        stated.day = stated.day or day.day
        stated.signs.append("date" if day.day else "ambiguous")
        return day.end
    for sign, pattern in (
        ("count", COUNT),
        ("review", REVIEWED),
        ("label", LABEL),
        ("section", SECTION),
        ("time", TIME),
        ("day", WEEKDAY_ONLY),
    ):
        if found := pattern.match(text, at):
            if found.end() > at:
                stated.signs.append(sign)
            return found.end()
    if found := BY.match(text, at):
        return _consume_author(text, found, stated)
    if stated.author_end and (found := AGENCY.match(text, at)):
        return found.end()
    if found := CREDENTIALS.match(text, max(at - 1, 0)):
        return found.end()
    return at


def _consume_author(text: str, found: re.Match[str], stated: Stated) -> int:
    """Take the name after `by`, without the words of a label or a month that stand straight behind it."""
    if not found["name"] and (role := ROLE_ONLY.match(text, found.end())):
        stated.signs.append("role")
        return role.end()
    if not found["name"]:
        stated.signs.append("by")
        return found.end()
    start, name = found.start("name"), found["name"]
    if role := ROLE_ONLY.match(text, start):
        stated.signs.append("role")
        return role.end()
    if not name[0].isupper():
        user = USER.match(text, start)
        stated.author = stated.author or (user["name"] if user else "")
        stated.signs += ["author"] if user else []
        return user.end() if user else found.start()
    words = re.finditer(r"\S+", name)
    end = 0
    for word in words:
        place = start + word.start()
        day = find_date(text, place)
        if (
            (day and day.start == place)
            or LABEL.match(text, place)
            or COUNT.match(text, place)
            or WEEKDAY_ONLY.match(text, place)
        ):
            break
        end = word.end()
    kept = name[:end].strip()
    if kept and is_person(kept):
        stated.author = stated.author or kept
        stated.signs.append("author")
        stated.author_end = start + end
        return start + end
    return start + end if kept else found.start("name")
