"""Where on its line a problem stands, and the name of the rule that found it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from plugins.shared.errors import Problem

QUOTED = re.compile(r"`([^`]+)`")


def with_columns(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems with their columns: where what the message quotes stands on the line, else the line's beginning.

    A problem of a file as a whole, or of a file that cannot be read, has none.
    """
    rows_of = cache(_rows)
    for problem in problems:
        rows = rows_of(problem.path) if problem.line and not problem.column else ()
        known = 0 < problem.line <= len(rows)
        yield replace(problem, column=column_in(rows[problem.line - 1], problem.message)) if known else problem


def column_in(row: str, message: str) -> int:
    """The 1-based column, in characters, of the first thing quoted in the message that the line holds; 1 without any.

    >>> column_in("Tags: money, trusst", "`trusst` is not a tag; write `trust`")
    14
    """
    places = (row.find(quoted) for quoted in QUOTED.findall(message))
    return next((place + 1 for place in places if place >= 0), 1)


def named(problem: Problem, rule: str) -> Problem:
    """The problem with the name of its rule, in words joined by hyphens."""
    return problem if problem.rule else replace(problem, rule=rule.replace("_", "-"))


def _rows(path: Path) -> tuple[str, ...]:
    try:
        return tuple(path.read_text(encoding="utf-8", errors="replace").split("\n"))
    except OSError:
        return ()
