"""Rules about content/helplines.toml."""

from collections.abc import Iterator

from plugins.checks.content import Content
from plugins.helplines.helplines import read_helplines
from plugins.shared.errors import Problem, SiteError


def helplines(content: Content) -> Iterator[Problem]:
    """The helplines are in order: country, name, phone, hours, address, source and the day of verification."""
    path = content.root / "helplines.toml"
    try:
        read_helplines(path)
    except SiteError as error:
        yield from error.problems
