"""How long ago each helpline was compared with its source: numbers change, and a wrong one is worse than none."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from plugins.shared.errors import Problem
from plugins.shared.toml_files import read_tables

WARN_AFTER = 180
"""Days after which the build asks for a helpline to be verified again."""

FAIL_AFTER = 365
"""Days after which `blog check` no longer lets it pass."""


def unverified(path: Path, today: date, days: int) -> Iterator[Problem]:
    """The helplines of a file in order that were verified more than `days` days before `today`, or after it."""
    for line, table in read_tables(path, ("helpline",), "helplines")["helpline"]:
        age = (today - table["verified_on"]).days
        if age > days:
            yield Problem(path, line, f"`{table['name']}` was verified {age} days ago; {_NEXT}", "helplines-verified")
        elif age < 0:
            told = f"`{table['name']}` has `verified_on = {table['verified_on']}`, a day to come"
            yield Problem(path, line, f"{told}; {_NEXT}", "helplines-verified")


_NEXT = "compare the number with its source, then set `verified_on`"
