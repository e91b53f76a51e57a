"""A post's or page's header as the values that Pelican and the templates use, checked on the way.

What is checked here is what the build cannot do without; the rules about good content are in `plugins.checks`.
"""

import html
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from plugins.shared.errors import Problem, SiteError
from plugins.shared.header_rules import NEEDED_RULES
from plugins.shared.posts import LETTER_KINDS, PAGE_KEYS, POST_KEYS, Post, read_post
from plugins.shared.text import reading_minutes, word_count

PASSED_ON = ("Title", "Slug", "Date", "Modified", "Author", "Category", "Tags", "Status")
"""Header keys that Pelican knows and converts by itself."""


def read_file(path: Path, page: bool) -> Post:
    """Read a post, or a page, and check it. Raises SiteError with every problem of its header."""
    post = read_post(path, PAGE_KEYS if page else POST_KEYS)
    problems = [problem for rule in NEEDED_RULES for problem in rule(post, page)]
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
        "from_reader": post.get("Letter_from") == "reader",
        "post_id": post.get("Id"),
        "word_count": words,
        "reading_minutes": reading_minutes(words),
        "source_date": date.fromisoformat(source_date) if source_date not in ("", "unknown") else None,
        "source_title": post.get("Source_title"),
        "source_date_unknown": source_date == "unknown",
        "safety": post.many("Safety"),
        "aliases": post.many("Aliases"),
        "related_slugs": post.many("Related_posts"),
        "update_of_slug": post.get("Update_of"),
        "series_name": post.get("Series"),
        "steps_heading": post.get("Steps"),
        "previous_article": None,
        "next_article": None,
    }


def page_metadata(post: Post) -> dict[str, Any]:
    """The attributes that a page has beyond Pelican's own."""
    return {
        **_summary(post),
        "template": post.get("Template", "page"),
        "safety": post.many("Safety"),
        "aliases": post.many("Aliases"),
    }


def _summary(post: Post) -> dict[str, str]:
    """Pelican takes `summary` for HTML; templates and feeds get both forms of the same plain text."""
    text = post.get("Summary")
    return {"summary_text": text, **({"summary": html.escape(text)} if text else {})}
