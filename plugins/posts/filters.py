"""Jinja filters for dates. They ask no machine for its locale: the same date reads the same on each."""

from datetime import date, datetime

from babel.dates import format_date

ENGLISH = "d MMMM y"
"""The day before the month, for English of every country: nobody takes "3 May 2026" for another day."""


def date_in_words(value: date | None, language: str = "en") -> str:
    """A day as people write it in a language, by its code such as `pt-BR`; '' for None.

    >>> date_in_words(date(2026, 11, 20)), date_in_words(date(2026, 11, 20), "de")
    ('20 November 2026', '20. November 2026')
    """
    if value is None:
        return ""
    is_english = language.partition("-")[0] == "en"
    return format_date(value, ENGLISH if is_english else "long", locale=language.replace("-", "_"))


def iso_date(value: date | None) -> str:
    """A date for machines, as `<time datetime>` takes it: with its time only where it has one; '' for None.

    >>> iso_date(datetime(2013, 1, 29, 16, 17)), iso_date(date(2026, 11, 20))
    ('2013-01-29T16:17', '2026-11-20')
    """
    if isinstance(value, datetime) and (value.hour or value.minute or value.second):
        return value.replace(tzinfo=None).isoformat(timespec="seconds" if value.second else "minutes")
    return f"{value:%Y-%m-%d}" if value else ""
