"""Jinja filters for dates. They know no locale: the same date reads the same on every machine."""

from datetime import date, datetime

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def date_in_words(value: date | None) -> str:
    """A day as people write it; '' for None.

    >>> date_in_words(date(2026, 11, 20))
    '20 November 2026'
    """
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}" if value else ""


def iso_date(value: date | None) -> str:
    """A date for machines, as `<time datetime>` takes it: with its time only where it has one; '' for None.

    >>> iso_date(datetime(2013, 1, 29, 16, 17)), iso_date(date(2026, 11, 20))
    ('2013-01-29T16:17', '2026-11-20')
    """
    if isinstance(value, datetime) and (value.hour or value.minute or value.second):
        return value.replace(tzinfo=None).isoformat(timespec="seconds" if value.second else "minutes")
    return f"{value:%Y-%m-%d}" if value else ""
