"""Rules about content/helplines.toml."""

from collections.abc import Iterator

from plugins.helplines.helplines import read_helplines
from plugins.helplines.verification import FAIL_AFTER, unverified
from plugins.shared.content import Content
from plugins.shared.errors import Problem, SiteError
from plugins.shared.header_rules import today


def helplines(content: Content) -> Iterator[Problem]:
    """The helplines are in order: country, name, phone, hours, address, source and the day of verification."""
    path = content.root / "helplines.toml"
    try:
        read_helplines(path)
    except SiteError as error:
        yield from error.problems


def helplines_verified(content: Content) -> Iterator[Problem]:
    """Every helpline was compared with its source within a year, and not on a day to come."""
    path = content.root / "helplines.toml"
    try:
        read_helplines(path)
    except SiteError:  # told by the rule above
        return
    yield from unverified(path, today(), FAIL_AFTER)
