"""Rules about posts that belong together: updates and series."""

from collections.abc import Iterator

from plugins.series.parts import misspelled
from plugins.shared.content import Content
from plugins.shared.errors import Problem
from plugins.updates.links import problems_of


def updates_in_order(content: Content) -> Iterator[Problem]:
    """An update (`Update_of`) names an earlier post that is there, and no post is an update of itself."""
    yield from problems_of(content.posts)


def series_spelled_alike(content: Content) -> Iterator[Problem]:
    """The parts of a series name it alike, capitals aside; a name that one post alone has is not nearly another's."""
    yield from misspelled(content.posts)
