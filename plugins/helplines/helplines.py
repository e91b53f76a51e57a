"""The helplines of `content/helplines.toml`, checked, by country."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from plugins.shared.errors import Problem, SiteError
from plugins.shared.toml_files import read_tables

NEEDED = ("country", "country_name", "name", "phone", "hours", "address", "for", "source", "verified_on")
KNOWN = (*NEEDED, "text")


@dataclass(frozen=True)
class Helpline:
    """One helpline.

    `phone_href` is a tel: link, `text` how to reach it by message ('' for none), `address` its web page, `purpose`
    what it is for, `source` the page with which the number was compared on the day `verified_on`.
    """

    name: str
    phone: str
    phone_href: str
    text: str
    hours: str
    address: str
    purpose: str
    source: str
    verified_on: date


@dataclass(frozen=True)
class Country:
    """The helplines of one country; `code` is ISO 3166 alpha-2."""

    code: str
    name: str
    lines: tuple[Helpline, ...]


def read_helplines(path: Path) -> tuple[Country, ...]:
    """The helplines by country, both in the order of the file. Raises SiteError with every problem found."""
    found = read_tables(path, ("helpline",), "helplines")["helpline"]
    problems = [Problem(path, line, message, "helplines") for line, message in _wrong_tables(found)]
    if problems:
        raise SiteError(problems)
    tables = [table for _, table in found]
    names = {table["country"]: table["country_name"] for table in tables}
    return tuple(
        Country(code, name, tuple(_helpline(table) for table in tables if table["country"] == code))
        for code, name in names.items()
    )


def phone_link(phone: str) -> str:
    """The tel: link of a number as people write it.

    >>> phone_link("1-800-799-7233"), phone_link("+44 (0) 20 7946 0000")
    ('tel:18007997233', 'tel:+442079460000')
    """
    international = phone.strip().startswith("+")
    digits = re.sub(r"\D", "", phone.replace("(0)", "") if international else phone)
    return f"tel:{'+' if international else ''}{digits}"


def _helpline(table: dict[str, Any]) -> Helpline:
    fields = {key: table[key] for key in ("name", "phone", "hours", "address", "source", "verified_on")}
    return Helpline(**fields, phone_href=phone_link(table["phone"]), text=table.get("text", ""), purpose=table["for"])


def _wrong_tables(tables: list[tuple[int, dict[str, Any]]]) -> Iterator[tuple[int, str]]:
    """What is wrong with the tables, each with the line on which its table begins."""
    names: dict[str, str] = {}
    for line, table in tables:
        yield from ((line, message) for message in (*_wrong_fields(table), *_wrong_values(table)))
        code, name = str(table.get("country")), str(table.get("country_name"))
        if names.setdefault(code, name) != name:
            yield line, f"`country_name = {name!r}` differs from {names[code]!r}, the name of {code} above; write one"


def _wrong_fields(table: dict[str, Any]) -> Iterable[str]:
    for key in NEEDED:
        if key != "verified_on" and (not isinstance(table.get(key), str) or not table[key].strip()):
            yield f"a helpline needs `{key}`, a text; add it"
    for key in sorted(table.keys() - set(KNOWN)):
        yield f"`{key}` is not a helpline's key; known are {', '.join(KNOWN)}"
    if not isinstance(table.get("text", ""), str):
        yield "`text` is a text, such as 'Text HOME to 741741'; leave it out where there is none"


def _wrong_values(table: dict[str, Any]) -> Iterable[str]:
    verified_on = table.get("verified_on")
    if not isinstance(verified_on, date) or isinstance(verified_on, datetime):
        yield f"`verified_on = {verified_on}` must be the day on which the number was checked, such as 2026-11-20"
    if isinstance(table.get("country"), str) and not re.fullmatch("[A-Z]{2}", table["country"]):
        yield f"`country = {table['country']!r}` must be two capital letters, such as US"
    if isinstance(table.get("phone"), str) and not re.search(r"\d", table["phone"]):
        yield f"`phone = {table['phone']!r}` holds no digit; write the number as one dials it"
    for key in ("address", "source"):
        if isinstance(table.get(key), str) and table[key] and not _is_web_address(table[key]):
            yield f"`{key} = {table[key]!r}` must be a web address that begins with https://"


def _is_web_address(value: str) -> bool:
    parts = urlsplit(value)
    return parts.scheme == "https" and bool(parts.hostname) and not re.search(r"\s", value)
