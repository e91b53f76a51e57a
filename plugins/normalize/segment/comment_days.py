"""The days of a page's comments in numbers, read by what all of them have in common."""

import re
from collections.abc import Sequence
from datetime import date

NUMBERS = re.compile(
    r"(?<!\d)(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)"
    r"(?P<century>19|20)?(?P<year>\d\d(?!\d))(?=(?(century)|,? (?:[–-] )?\d{1,2}:\d\d))"
)
ORDERS = (("first", "second"), ("second", "first"))
"""Which of the numbers are the month and the day: in America, and elsewhere."""


def agreed(said: Sequence[str], since: date | None = None) -> list[str]:
    """The moments of a page's comments, with days of numbers as ISO says them, where they can be read in one way only.

    Where one of them has to have its month first, all have. Where all can be read in two ways and one of their numbers
    is the same in all, that is the month: people comment on the days of one month rather than on one day of several.
    Else nobody comments before the day `since` which the article appeared.
    """
    dates = [found for one in said if (found := NUMBERS.search(one))]
    firsts, seconds = {int(found["first"]) for found in dates}, {int(found["second"]) for found in dates}
    if not dates or max(firsts) > 12:
        return [*said]
    places = ORDERS[0]
    if max(seconds) <= 12:
        one_month = len(firsts) == 1 < len(seconds), len(seconds) == 1 < len(firsts)
        early = [
            since is not None and any(_iso(found, *order) < since.isoformat() for found in dates) for order in ORDERS
        ]
        likely = one_month if any(one_month) else (early[1] and not early[0], early[0] and not early[1])
        if not any(likely):
            return [*said]
        places = ORDERS[likely.index(True)]
    return [NUMBERS.sub(lambda found: _iso(found, *places), one, count=1) for one in said]


def _iso(found: re.Match[str], month: str, day: str) -> str:
    return f"{found['century'] or 20}{found['year']}-{int(found[month]):02}-{int(found[day]):02}"
