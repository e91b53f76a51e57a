"""Markdown with a header: YAML between `---`, TOML between `+++`, or Pelican's `Key: value` lines."""

import re
import tomllib
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from typing import Any

import yaml

from plugins.normalize.decode import UnreadableError
from plugins.normalize.formats.model import Document, Given
from plugins.normalize.formats.moments import day_of
from plugins.normalize.formats.names import writer

LONGEST_HEADER = 20_000
WRAPPED = 160
"""Characters. Where a line is longer no line was wrapped by width, so that each end of a line is meant."""
YAML = re.compile(r"---[ \t]*\r?\n(?P<header>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M)
TOML = re.compile(r"\+\+\+[ \t]*\r?\n(?P<header>.*?)^\+\+\+[ \t]*(?:\r?\n|\Z)", re.S | re.M)
FIELD = re.compile(r"(?P<key>[A-Za-z][\w-]{1,30}):(?:[ \t]+(?P<value>\S.*))?[ \t]*")
PELICAN = re.compile(r"(?P<header>(?:[A-Za-z][\w-]{1,30}:(?:[ \t].*)?\r?\n|[ \t]{4}[^\n]+\n)+)[ \t]*(?:\r?\n|\Z)")
OF_PELICAN = {"slug", "category", "tags", "status", "authors", "summary", "modified", "kind", "lang", "template"}
KNOWN = OF_PELICAN | {"title", "date", "author", "id", "keywords", "aliases", "save_as", "url", "image", "cover",
                      "description", "asker", "related_posts", "safety", "source", "source_sha256", "source_url",
                      "source_title", "source_date", "flags", "subtitle", "series", "translation"}  # fmt: skip
NOT_LIVE = {"draft": "a draft", "hidden": "hidden on its blog", "private": "private", "skip": "left out of its blog",
            "pending": "a draft", "unpublished": "a draft"}  # fmt: skip


def documents(given: Given) -> tuple[Document, ...] | None:
    """The article of a Markdown file with a header; None for a file without one."""
    start = given.data[:40].lstrip(b"\xef\xbb\xbf \r\n")
    if not (start.startswith((b"---", b"+++")) or FIELD.match(start.decode("utf-8", "replace").split("\n")[0])):
        return None
    try:
        text = given.text.lstrip()
    except UnreadableError:
        return None
    for pattern, read in READERS:
        found = pattern.match(text, 0, LONGEST_HEADER)
        if found:
            fields = read(found["header"])
            if fields and "title" in fields:
                return (_document(fields, text[found.end() :], text[: found.end()].count("\n")),)
    return None


def _yaml(header: str) -> dict[str, Any]:
    """The fields of a YAML header; of a broken one (a colon in a title) those on lines of their own."""
    with suppress(yaml.YAMLError, RecursionError, ValueError):
        fields = yaml.safe_load(header)
        return _folded(fields) if isinstance(fields, dict) else {}
    return _lines(header)


def _toml(header: str) -> dict[str, Any]:
    with suppress(tomllib.TOMLDecodeError, RecursionError, ValueError):
        return _folded(tomllib.loads(header))
    return {}


def _pelican(header: str) -> dict[str, Any]:
    """The fields of a Pelican header: every key is known to Pelican and one at least is only its."""
    fields = _lines(header)
    return fields if fields.keys() <= KNOWN and fields.keys() & OF_PELICAN else {}


def _lines(header: str) -> dict[str, Any]:
    found = (FIELD.fullmatch(row.rstrip()) for row in header.splitlines())
    return _folded({one["key"]: (one["value"] or "").strip("\"'") for one in found if one})


def _folded(fields: dict[Any, Any]) -> dict[str, Any]:
    return {str(key).casefold().replace("-", "_"): value for key, value in fields.items()}


READERS: tuple[tuple[re.Pattern[str], Callable[[str], dict[str, Any]]], ...] = (
    (YAML, _yaml),
    (TOML, _toml),
    (PELICAN, _pelican),
)


def _document(fields: dict[str, Any], body: str, lines: int) -> Document:
    from markdown_it import MarkdownIt

    unwrapped = any(len(line) > WRAPPED for line in body.split("\n"))
    html = MarkdownIt("commonmark", {"breaks": unwrapped}).enable("table").render(body)
    address = next((_text(fields.get(name)) for name in ("canonical_url", "canonical", "source_url", "link", "url")
                    if "://" in _text(fields.get(name))), "")  # fmt: skip
    return Document(
        where="the document",
        html=html,
        title=_text(fields["title"]),
        author=writer(_text(fields.get("author") or fields.get("authors"))),
        deck=next(
            (_text(fields[name]) for name in ("summary", "description", "excerpt", "subtitle") if fields.get(name)), ""
        ),
        published=next(
            (
                day
                for name in ("source_date", "date", "publishdate", "published_at", "pubdate", "created")
                if (day := _day(fields.get(name)))
            ),
            None,
        ),
        url=address,
        held=_why_held(fields),
        first=lines + 1,
        last=lines + max(body.rstrip("\n").count("\n") + 1, 1),
        elsewhere=((1, lines, "moved", "the header"),),
    )


def _why_held(fields: dict[str, Any]) -> str:
    if fields.get("draft") is True or _text(fields.get("draft")).casefold() in ("true", "yes"):
        return "a draft"
    if fields.get("published") is False or _text(fields.get("published")).casefold() in ("false", "no"):
        return "a draft"
    if fields.get("password"):
        return "the entry is protected by a password"
    if "page" in (_text(fields.get("type")).casefold(), _text(fields.get("layout")).casefold()):
        return "a page, no post"
    return NOT_LIVE.get(_text(fields.get("status")).casefold(), "")


def _text(value: Any) -> str:
    """A field's value as text: of a list its parts joined, of a table its name."""
    if isinstance(value, list):
        return ", ".join(_text(one) for one in value[:8])
    if isinstance(value, dict):
        return _text(value.get("name", ""))
    return " ".join(str(value).split()) if isinstance(value, (str, int, float, date)) else ""


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else day_of(_text(value))
