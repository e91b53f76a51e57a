"""Dates as pages state them: months in words (eight languages), ISO, and numbers where only one reading is possible."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import NamedTuple

_NAMES = (
    "january jan janvier januar jänner enero gennaio januari janeiro stycznia",
    "february feb février fevrier februar febrero febbraio februari fevereiro lutego",
    "march mar mars märz marzo maart março marca",
    "april apr avril abril aprile kwietnia",
    "may mai mayo maggio mei maio maja",
    "june jun juin juni junio giugno junho czerwca",
    "july jul juillet juli julio luglio julho lipca",
    "august aug août aout agosto augustus sierpnia",
    "september sep sept septembre septiembre settembre setembro września",
    "october oct octobre oktober octubre ottobre outubro października",
    "november nov novembre noviembre novembro listopada",
    "december dec décembre decembre dezember diciembre dicembre dezembro grudnia",
)
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_MONTH = r"(?P<month{0}>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    r"(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|(?:maan|dins|woens|donder|vrij|zater|zon)dag|"
    r"(?:segunda|terça|quarta|quinta|sexta)-feira)"
)
DATE = re.compile(
    rf"(?:\b(?P<weekday>{WEEKDAY})\b\.?,?\s+(?:the\s+)?)?(?:"
    rf"\b{_MONTH.format(1)}\s+(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year1>(?:19|20)\d\d(?!\d)|['’]\d\d\b)|"
    rf"(?<!\d)(?P<day2>\d{{1,2}})(?:st|nd|rd|th|er|\.)?[\s-]+(?:de\s+|of\s+)?{_MONTH.format(2)},?[\s-]+(?:de\s+)?"
    r"(?P<year2>(?:19|20)\d\d(?!\d)|['’]\d\d\b|(?<=-)\d\d(?=\s\d{1,2}:\d\d))|"
    rf"(?<!\d)(?P<year5>(?:19|20)\d\d)\s(?P<day5>\d{{1,2}})\s{_MONTH.format(5)}(?!\s\d)|"
    r"(?<!\d)(?P<year3>(?:19|20)\d\d)(?P<part>[-/.])(?P<month3>\d\d)(?P=part)(?P<day3>\d\d)(?!\d)|"
    r"(?<!\d)(?P<first>\d{1,2})(?P<mark>[/.\-])(?P<second>\d{1,2})(?P=mark)(?P<year4>(?:19|20)\d\d|\d\d(?=,?\s(?:-\s)?\d{1,2}[:uh]\d\d|$))(?!\d))",
    re.I,
)
DAY_FIRST = re.compile(
    r"\b(?:publié|mis à jour|veröffentlicht|aktualisiert|publicado|actualizado|pubblicato|geplaatst|le|el|am (?=\d))\b|"
    r"\b(?:GMT|BST)\b"
)
"""Words and zones of places where the day comes first."""
IN_NUMBERS = re.compile(r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.](?:19|20)\d\d(?!\d)")
SPACED = re.compile(r"[0-3]?\d [01]?\d (?:19|20)\d\d")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
TIME = re.compile(
    r"(?:[\s,@–-]|\b(?:at|um|à|às|a las|alle|ore|om|kl|o)\b)*(?<![\d:])(?P<hour>[012]?\d)"
    r"(?:[:.hu]|\sh\s)(?P<minute>[0-5]\d)(?::[0-5]\d)?\s*(?P<half>[ap]\.?m\b\.?)?"
    r"(?:\s?min\b|\s?Uhr\b)?(?:\s*\(?(?:GMT|UTC|BST|IST|WAT|SAST|A[EWC][SD]?T|NZ[SD]T|CES?T|[ECMP][SD]?T)\b\)?)?",
    re.I,
)
TIME_BEFORE = re.compile(
    r"(?<![\d:.])(?P<hour>[012]?\d):(?P<minute>[0-5]\d)(?::[0-5]\d)?\s?(?P<half>[ap]\.?m\b\.?)?[\s,]+(?:on\s+)?$", re.I
)
BEFORE = 20
"""Characters in front of a date within which a time of day is looked for."""

SHORT = re.compile(r"\b[AP]M\b")
AMERICAN = re.compile(r"\b[ECMP][SD]?T\b")
EUROPEAN = re.compile(r"\b(?:um|Uhr|à|a las|alle|ore|om|kl)\b")
"""What stands by a time of day where the day comes before the month."""

_DIGIT = re.compile(r"\d")
_HINT = re.compile(r"\d{4}|['’]\d\d\b|[/.]\d\d(?:,| -)? \d|-\d\d,? \d|[/.-]\d\d$")


class FoundDate(NamedTuple):
    """A date in a text: where it stands (time of day included), and what it says. `day` is None for `03/04/2012`."""

    start: int
    end: int
    day: date | None
    minute: time | None

    def moment(self) -> datetime | None:
        """Date and time as one, where both are stated; midnight where only the day is."""
        return datetime.combine(self.day, self.minute or time()) if self.day else None

    def stated(self) -> date | None:
        """Date and time where both are stated, else the day alone; None where the day can be read in two ways."""
        return self.moment() if self.minute else self.day


def find_date(text: str, at: int = 0) -> FoundDate | None:
    """The first date in a text from `at` on, with the time of day that follows it; None where there is none."""
    if not (_DIGIT.search(text, at) and _HINT.search(text, at)):
        return None
    found = DATE.search(text, at)
    if not found:
        return None
    clock = TIME.match(text, found.end())
    start = found.start()
    if clock is None and (clock := TIME_BEFORE.search(text[max(start - BEFORE, at) : start])):
        start -= len(clock[0])
        return FoundDate(start, found.end(), _day(found, american=False), _time(clock))
    said = clock[0] if clock else ""
    american = bool((SHORT if _is_short(found) else AMERICAN).search(said))
    day = _day(found, american) or (_day_first(found) if EUROPEAN.search(said) else None)
    return FoundDate(start, clock.end() if clock else found.end(), day, _time(clock))


def is_day(text: str) -> bool:
    """Whether a text is a day with its year, perhaps with the time of day, and nothing else.

    >>> is_day("May 3, 2012"), is_day("May 3, 2012 was a Thursday")
    (True, False)
    """
    found = find_date(text)
    return found is not None and (found.start, found.end) == (0, len(text))


def with_dots(text: str) -> str:
    """A date in numbers with spaces between them, and nothing else, as it is written with dots.

    >>> with_dots("02 10 2019"), with_dots("2 boats in 2019")
    ('02.10.2019', '2 boats in 2019')
    """
    return text.replace(" ", ".") if SPACED.fullmatch(text) else text


def date_by_custom(text: str, page: Iterable[str], day_first: bool = False) -> date | None:
    """The first date in numbers of a text, read in the order in which the other dates in numbers on its page stand.

    None where those are none, or stand in both orders. Behind a word or zone of Europe's the day comes first, and so it
    does where `day_first` says it.

    >>> date_by_custom("Posted on 03/04/2011", ["25/04/2011 at 10:14", "30/04/2011"])
    datetime.date(2011, 4, 3)
    """
    if day_first or DAY_FIRST.search(text):
        orders = {True}
    else:
        orders = {int(one) > 12 for line in page for one, other in IN_NUMBERS.findall(line) if _one_way(one, other)}
    found = next((found for found in DATE.finditer(text) if found["year4"]), None)
    if found is None or len(orders) != 1:
        return None
    first, second, year = int(found["first"]), int(found["second"]), int(found["year4"])
    month, day = (second, first) if orders.pop() else (first, second)
    return date(year, month, day) if year > 99 and 1 <= month <= 12 and 1 <= day <= 12 else None


def _one_way(one: str, other: str) -> bool:
    """Whether two numbers are a day and a month in one order only."""
    return min(int(one), int(other)) <= 12 < max(int(one), int(other)) <= 31


def _is_short(found: re.Match[str]) -> bool:
    return found["year4"] is not None and len(found["year4"]) == 2


def _day(found: re.Match[str], american: bool) -> date | None:
    """The date a match states; None where its numbers can be read in two ways, or are none of the calendar's.

    Behind a time of an American zone the month comes first.
    """
    if found["year4"]:
        first, second, year = int(found["first"]), int(found["second"]), int(found["year4"])
        year = _in_full(year)
        if 1 <= first <= 12 and 1 <= second <= 12 and first != second and not american:
            return _by_weekday(year, first, second, found["weekday"] or "")
        month, day = (first, second) if first <= 12 else (second, first)
    elif found["year3"]:
        year, month, day = int(found["year3"]), int(found["month3"]), int(found["day3"])
    else:
        which = next(which for which in "125" if found["year" + which])
        year, day = _in_full(int(found["year" + which].strip("'’"))), int(found["day" + which])
        month = MONTHS[found["month" + which].casefold()]
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_first(found: re.Match[str]) -> date | None:
    """The date in numbers that a match states with its day in front of its month; None where it is none."""
    if not found["year4"] or not (1 <= int(found["second"]) <= 12 and 1 <= int(found["first"]) <= 12):
        return None
    return date(_in_full(int(found["year4"])), int(found["second"]), int(found["first"]))


def _in_full(year: int) -> int:
    return year + (2000 if year < 70 else 1900 if year < 100 else 0)


def _by_weekday(year: int, first: int, second: int, weekday: str) -> date | None:
    """The one reading of two numbers that falls on the weekday stated before them; None where that does not tell."""
    index = next((at for at, name in enumerate(WEEKDAYS) if weekday[:3].casefold() == name), -1)
    days = [date(year, first, second), date(year, second, first)]
    found = [day for day in days if day.weekday() == index]
    return found[0] if len(found) == 1 else None


def _time(found: re.Match[str] | None) -> time | None:
    if not found:
        return None
    hour, minute = int(found["hour"]), int(found["minute"])
    half = (found["half"] or "").casefold()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return time(hour, minute) if hour < 24 else None
