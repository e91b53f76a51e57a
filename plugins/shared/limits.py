"""How much of anything a text may hold, so that Markdown is done with every post within a second, and never overflows.

Python-Markdown 3.10 takes a time that grows with the square of brackets, tags and stars left open, and recurses into
every quote, list and element. The limits are far from what anybody writes: a post of ten thousand words has some six
hundred lines and 60,000 characters.
"""

import re
from collections.abc import Iterator

from plugins.shared.errors import Problem
from plugins.shared.posts import Post

MOST_LINES = 3000
MOST_CHARACTERS = 120_000
MOST_SIGNS = {"[": 1000, "<": 1000, "*": 4000, "_": 4000}
DEEPEST = 30
"""Quotes in lists in quotes, or elements in elements."""

MARKERS = re.compile(rf"[ \t]*(?:(?:>|[-*+][ \t]|\d{{1,9}}[.)][ \t])[ \t]*){{{DEEPEST + 1}}}")
INDENTED = re.compile(rf"(?: {{4}}|\t){{{DEEPEST + 1}}}")
TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def within_limits(post: Post, page: bool) -> Iterator[Problem]:
    """A text holds no more of anything than a person writes.

    That is 3,000 lines, 120,000 characters, 1,000 `[` and `<`, 4,000 `*` and `_`, and 30 levels of quotes, lists or
    elements in each other. What is longer is several posts. What is deeper was not written by hand: a machine lost
    count, or somebody means ill, and Markdown would take minutes for it.
    """
    for offset, message in beyond_limits(post.body):
        yield Problem(post.path, post.body_line + offset, message)


def beyond_limits(text: str) -> Iterator[tuple[int, str]]:
    """What a Markdown text holds too much of: the place of the line (0 for the first) and what to do."""
    rows = text.split("\n")
    if len(rows) > MOST_LINES:
        yield MOST_LINES, f"the text has {len(rows)} lines; make several of it, of {MOST_LINES} at most"
    if len(text) > MOST_CHARACTERS:
        yield 0, f"the text has {len(text)} characters; make several of it, of {MOST_CHARACTERS} at most"
    for sign, most in MOST_SIGNS.items():
        if (times := text.count(sign)) > most:
            yield 0, f"the text holds `{sign}` {times} times; a text may {most} times, so take some out"
    nested = (offset for offset, row in enumerate(rows) if MARKERS.match(row) or INDENTED.match(row))
    if (offset := next(nested, None)) is not None:
        yield offset, f"this is nested more than {DEEPEST} levels deep; make it flatter"
    if "<" in text and (offset := _too_deep(rows)) is not None:
        yield offset, f"elements stand in each other more than {DEEPEST} levels deep; close or remove some"


def _too_deep(rows: list[str]) -> int | None:
    """Where tags have opened DEEPEST elements more than they have closed; None where they never have."""
    depth = 0
    for offset, row in enumerate(rows):
        for tag in TAG.finditer(row):
            if tag["name"].casefold() not in VOID:
                depth = max(depth - 1, 0) if tag["end"] else depth + 1
            if depth > DEEPEST:
                return offset
    return None
