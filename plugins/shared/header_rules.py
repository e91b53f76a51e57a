"""Rules that the header of every post and page keeps: what neither the build nor an author can do without.

Each rule takes a post and whether it is a page, and yields what is to be mended. The rules about good content, which
need more than the one file, are in `plugins.checks`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime

from plugins.shared.errors import Problem, nearest
from plugins.shared.limits import within_limits
from plugins.shared.posts import KINDS, LETTER_SOURCES, SAFETY_TOPICS, SLUG_FORM, STATUSES, TEMPLATES, Post, is_slug

REQUIRED = ("Title", "Slug", "Id", "Date", "Status", "Kind")
PAGE_REQUIRED = ("Title", "Slug")

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
ALIAS = re.compile(r"(?:/(?!\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)+(?:/|(?<=\.html)|(?<=\.htm))")
"""A former address: below the site's root, of plain characters, a folder or a page of HTML."""

HeaderRule = Callable[[Post, bool], Iterator[Problem]]


def required_keys(post: Post, page: bool) -> Iterator[Problem]:
    """A post has a title, slug, id, date, status and kind; a page has a title and a slug."""
    yield from missing(post, PAGE_REQUIRED if page else REQUIRED)


def known_values(post: Post, page: bool) -> Iterator[Problem]:
    """Kind, status, template and whom a letter is from are known words."""
    for key, known in (("Kind", KINDS), ("Status", STATUSES), ("Template", TEMPLATES), ("Letter_from", LETTER_SOURCES)):
        value = post.get(key)
        if value and value not in known:
            choice = f"{', '.join(known)}{nearest(value, known)}"
            yield at(post, key, f"`{key}: {value}` is not known; write one of {choice}")


def known_safety(post: Post, page: bool) -> Iterator[Problem]:
    """The topics of a safety note are known words."""
    for topic in post.many("Safety"):
        if topic not in SAFETY_TOPICS:
            choice = f"{', '.join(SAFETY_TOPICS)}{nearest(topic, SAFETY_TOPICS)}"
            yield at(post, "Safety", f"`Safety: {topic}` is not known; write one of {choice}")


def iso_dates(post: Post, page: bool) -> Iterator[Problem]:
    """Dates are days of the calendar, written 2026-11-20."""
    for key in ("Date", "Modified", "Source_date", "Consent"):
        value = post.get(key)
        if value and not is_iso_date(value) and (key, value) != ("Source_date", "unknown"):
            yield at(post, key, f"`{key}: {value}` is not a date; write it as YYYY-MM-DD, such as 2026-11-20")


def slug_form(post: Post, page: bool) -> Iterator[Problem]:
    """A slug is small letters, digits and single hyphens, at most 80 of them."""
    slug = post.get("Slug")
    if slug and not is_slug(slug):
        yield at(post, "Slug", f"`Slug: {slug}` must be {SLUG_FORM}")


def alias_form(post: Post, page: bool) -> Iterator[Problem]:
    """A former address begins with / and ends with / or .html, and leads nowhere but below the site's root."""
    for alias in post.many("Aliases"):
        if not ALIAS.fullmatch(alias):
            form = "must begin with / and end with / or .html, of A-Z, a-z, 0-9 and . _ ~ - between single slashes"
            yield at(post, "Aliases", f"`{alias}` {form}; write it as /2012/03/old/")


NEEDED_RULES: tuple[HeaderRule, ...] = (
    required_keys,
    known_values,
    known_safety,
    iso_dates,
    slug_form,
    alias_form,
    within_limits,
)
"""Every rule without which there is no build, in the order in which they are applied."""


def at(post: Post, key: str, message: str) -> Problem:
    """A problem on the line on which `key` stands, or should stand."""
    return Problem(post.path, post.line_of(key), message)


def missing(post: Post, keys: Iterable[str]) -> Iterator[Problem]:
    """A problem for each key that has no value."""
    for key in keys:
        if not post.get(key):
            yield at(post, key, f"`{key}` is missing or empty; add `{key}: …` to the header")


def today() -> date:
    """The day it is where this machine stands."""
    return datetime.now().astimezone().date()


def is_iso_date(value: str) -> bool:
    """Whether `value` is a day of the calendar as YYYY-MM-DD."""
    try:
        return bool(_ISO_DATE.fullmatch(value)) and bool(date.fromisoformat(value))
    except ValueError:
        return False
