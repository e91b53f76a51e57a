"""A post's or page's header as the values that Pelican and the templates use, checked on the way.

What is checked here is what the build cannot do without; the rules about good content are in `plugins.checks`.
"""

import difflib
import html
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from plugins.shared.errors import Problem, SiteError
from plugins.shared.posts import (
    KINDS,
    LETTER_KINDS,
    PAGE_KEYS,
    POST_KEYS,
    SLUG,
    SLUG_MAX_BYTES,
    STATUSES,
    Post,
    read_post,
)
from plugins.shared.text import reading_minutes, word_count

TEMPLATES = ("page", "ask", "help")
REQUIRED = ("Title", "Slug", "Id", "Date", "Status", "Kind")
PAGE_REQUIRED = ("Title", "Slug")
PASSED_ON = ("Title", "Slug", "Date", "Modified", "Author", "Category", "Tags", "Status")
"""Header keys that Pelican knows and converts by itself."""

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_file(path: Path, page: bool) -> Post:
    """Read a post, or a page, and check it. Raises SiteError with every problem of its header."""
    post = read_post(path, PAGE_KEYS if page else POST_KEYS)
    problems = [Problem(path, post.line_of(key), message, "header") for key, message in _wrong_values(post, page)]
    if problems:
        raise SiteError(sorted(problems))
    return post


def problems_of(files: Iterable[tuple[Path, bool]]) -> Iterator[Problem]:
    """Every problem of the headers of all these files; each is given with whether it is a page."""
    for path, page in files:
        try:
            read_file(path, page)
        except SiteError as error:
            yield from error.problems


def pelican_metadata(post: Post) -> dict[str, str]:
    """What goes through Pelican's own conversion: lower-case key to text, empty ones left out."""
    return {key.lower(): post.get(key) for key in PASSED_ON if post.get(key)}


def post_metadata(post: Post) -> dict[str, Any]:
    """The attributes that a post has beyond Pelican's own; the package's docstring describes each."""
    words = word_count(post.body)
    source_date = post.get("Source_date")
    return {
        **_summary(post),
        "kind": post.get("Kind"),
        "is_letter": post.get("Kind") in LETTER_KINDS,
        "askers": post.many("Asker", ";"),
        "post_id": post.get("Id"),
        "word_count": words,
        "reading_minutes": reading_minutes(words),
        "source_date": date.fromisoformat(source_date) if source_date not in ("", "unknown") else None,
        "source_date_unknown": source_date == "unknown",
        "safety": post.many("Safety"),
        "aliases": post.many("Aliases"),
        "related_slugs": post.many("Related_posts"),
        "previous_article": None,
        "next_article": None,
    }


def page_metadata(post: Post) -> dict[str, Any]:
    """The attributes that a page has beyond Pelican's own."""
    return {
        **_summary(post),
        "template": post.get("Template", "page"),
        "order": int(post.get("Order", "0")),
        "safety": post.many("Safety"),
        "aliases": post.many("Aliases"),
    }


def _summary(post: Post) -> dict[str, str]:
    """Pelican takes `summary` for HTML; templates and feeds get both forms of the same plain text."""
    text = post.get("Summary")
    return {"summary_text": text, **({"summary": html.escape(text)} if text else {})}


def _wrong_values(post: Post, page: bool) -> Iterator[tuple[str, str]]:
    for key in PAGE_REQUIRED if page else REQUIRED:
        if not post.get(key):
            yield key, f"`{key}` is missing or empty; add `{key}: …` to the header"
    slug = post.get("Slug")
    if slug and (not SLUG.fullmatch(slug) or len(slug) > SLUG_MAX_BYTES):
        most = f"at most {SLUG_MAX_BYTES} characters"
        yield "Slug", f"`Slug: {slug}` must be small letters and digits joined by single hyphens, {most}"
    for key, known in (("Kind", KINDS), ("Status", STATUSES), ("Template", TEMPLATES)):
        value = post.get(key)
        if value and value not in known:
            close = difflib.get_close_matches(value, known, 1)
            hint = f" (did you mean `{close[0]}`?)" if close else ""
            yield key, f"`{key}: {value}` is not known; write one of {', '.join(known)}{hint}"
    for key in ("Date", "Modified", "Source_date"):
        value = post.get(key)
        if value and not _is_day(value) and (key, value) != ("Source_date", "unknown"):
            yield key, f"`{key}: {value}` is not a date; write it as YYYY-MM-DD, such as 2026-11-20"
    if not re.fullmatch(r"-?\d{0,4}", post.get("Order")) or post.get("Order") == "-":
        yield "Order", f"`Order: {post.get('Order')}` is not a whole number"


def _is_day(value: str) -> bool:
    try:
        return bool(_ISO_DATE.fullmatch(value)) and bool(date.fromisoformat(value))
    except ValueError:
        return False
