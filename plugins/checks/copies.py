"""The rule against saying the same twice."""

from collections.abc import Iterator

from plugins.shared.contained import CONTAINED, LEAST_PRINTS, Place, find_contained
from plugins.shared.content import Content
from plugins.shared.errors import Problem
from plugins.shared.prints import prints_of


def no_copies(content: Content) -> Iterator[Problem]:
    """No post holds most of what another one says, whatever their titles.

    Four in five of a post's runs of three words stand in the other: the measure by which `blog import` holds copies.
    """
    prints = {Place(0, number): prints_of(post.body) for number, post in enumerate(content.posts)}
    told = {place: found for place, found in prints.items() if len(found) >= LEAST_PRINTS}
    for place, keeper in find_contained(told, {}).items():
        post, other = content.posts[place.article], content.posts[keeper.article]
        message = f"{other.path} holds at least {CONTAINED:.0%} of what this post says; keep one of the two"
        yield Problem(post.path, post.body_line, message)
