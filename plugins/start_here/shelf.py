"""The posts that the editor would hand to somebody who is new here, and the order that they lend to a topic."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.shared.errors import Problem, SiteError, nearest
from plugins.shared.toml_files import read_tables

KINDS_FOR_NEWCOMERS = ("guide", "listicle", "question-answer", "question-answer-multi", "interview", "essay")
"""What helps somebody first who is new to a topic: what to do, then what others asked, then thoughts about it."""


@dataclass(frozen=True)
class Pick:
    """A post's slug, why to begin with it, and its line in the file."""

    slug: str
    why: str
    line: int


def read_picks(path: Path) -> tuple[Pick, ...]:
    """The picks in the order of the file, none where there is no such file. Raises SiteError with every problem."""
    if not path.exists():
        return ()
    found = read_tables(path, ("post",), "start-here")["post"]
    problems = [Problem(path, line, message, "start-here") for line, message in _wrong_tables(found)]
    if problems:
        raise SiteError(problems)
    return tuple(Pick(table["slug"], table["why"], line) for line, table in found)


def unknown_picks(path: Path, picks: Iterable[Pick], published: Sequence[str]) -> Iterator[Problem]:
    """A problem for each pick that is no published post's slug."""
    for pick in picks:
        if pick.slug not in published:
            told = (
                f"no published post has the slug `{pick.slug}`{nearest(pick.slug, published)}; mend it or take it out"
            )
            yield Problem(path, pick.line, told, "start-here")


def best_first(articles: Iterable[Any], places: Mapping[str, int]) -> list[Any]:
    """Articles in the order that serves a newcomer: picks first, in the editor's order, then by kind, newest first.

    `places` maps the slug of each pick to its place.
    """
    newest = sorted(sorted(articles, key=lambda one: str(one.slug)), key=lambda one: one.date, reverse=True)
    return sorted(newest, key=lambda one: (places.get(one.slug, len(places)), _kind_rank(one.kind)))


def _kind_rank(kind: str) -> int:
    return KINDS_FOR_NEWCOMERS.index(kind) if kind in KINDS_FOR_NEWCOMERS else len(KINDS_FOR_NEWCOMERS)


def _wrong_tables(tables: Iterable[tuple[int, dict[str, Any]]]) -> Iterator[tuple[int, str]]:
    slugs: set[str] = set()
    for line, table in tables:
        for key in ("slug", "why"):
            if not isinstance(table.get(key), str) or not table[key].strip():
                yield line, f"a pick needs `{key}`, a text; add it"
        for key in sorted(table.keys() - {"slug", "why"}):
            yield line, f"`{key}` is not known here; a pick has `slug` and `why`"
        slug = str(table.get("slug"))
        if slug in slugs:
            yield line, f"`{slug}` stands in this file twice; keep one"
        slugs.add(slug)
