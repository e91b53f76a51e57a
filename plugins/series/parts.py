"""The parts of a series: which posts they are, and where in the row each stands."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from plugins.shared.errors import Problem, nearest
from plugins.shared.header_rules import at
from plugins.shared.posts import Post


@dataclass(frozen=True)
class Series:
    """A series as one of its parts sees it. `number` is its own place, from 1; `previous` and `next` may be None."""

    name: str
    number: int
    parts: tuple[Any, ...]
    previous: Any
    next: Any


def link_series(published: Iterable[Any], drafts: Iterable[Any] = ()) -> None:
    """Set `series` on each: a Series of at least two parts, or None. Parts stand by date, those of one day by slug.

    Anything with `slug`, `date` and `series_name` will do. A draft sees its place among the published parts, which do
    not see it. The name is written as the first part writes it.
    """
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    everything = [*published]
    for article in everything:
        groups[article.series_name.casefold()].append(article)
    for draft in drafts:
        draft.series = _series(draft, [*groups.get(draft.series_name.casefold(), ()), draft])
    for article in everything:
        article.series = _series(article, groups[article.series_name.casefold()])


def _series(article: Any, group: Sequence[Any]) -> Series | None:
    if not article.series_name or len(group) < 2:
        return None
    parts = tuple(sorted(group, key=lambda part: (part.date, part.slug)))
    place = parts.index(article)
    before, after = parts[:place], parts[place + 1 :]
    return Series(parts[0].series_name, place + 1, parts, before[-1] if before else None, after[0] if after else None)


def misspelled(posts: Iterable[Post]) -> Iterator[Problem]:
    """Every series' name that only one post has while another series' is nearly the same."""
    groups: defaultdict[str, list[Post]] = defaultdict(list)
    for post in posts:
        if post.get("Series"):
            groups[post.get("Series").casefold()].append(post)
    names = {key: group[0].get("Series") for key, group in groups.items()}
    for key, group in groups.items():
        others = [name for other, name in names.items() if other != key and len(groups[other]) > 1]
        if len(group) == 1 and (hint := nearest(names[key], others)):
            yield at(
                group[0], "Series", f"no other post is of the series `{names[key]}`{hint}; write one name in all parts"
            )
