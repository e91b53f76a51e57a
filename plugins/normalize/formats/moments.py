"""Dates and times as exports write them, read as the local time of the blog: an offset is left off, not added."""

from contextlib import suppress
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from plugins.normalize.extract.dates import find_date


def moment_of(text: str) -> datetime | None:
    """The moment that a text states, without a zone; None for what states none.

    >>> moment_of("2010-06-04T07:12:30.003-07:00"), moment_of("0000-00-00 00:00:00")
    (datetime.datetime(2010, 6, 4, 7, 12, 30), None)
    >>> moment_of("Tue, 27 Mar 2012 09:05:00 +0000")
    datetime.datetime(2012, 3, 27, 9, 5)
    """
    text = " ".join(text.split())
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        with suppress(ValueError, TypeError, IndexError, OverflowError):
            return read(text).replace(tzinfo=None, microsecond=0)
    return None


def day_of(text: str) -> date | None:
    """The day that a text states, in any of the ways in which exports and pages state days; None where it is unsure."""
    moment = moment_of(text)
    if moment:
        return moment.date()
    found = find_date(text)
    return found.day if found else None
