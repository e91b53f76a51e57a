"""Which releases a host keeps, and which one comes before which."""

import json
from collections.abc import Collection, Sequence

KEPT = 5
"""How many releases are kept to return to."""


class NoReleaseError(Exception):
    """There is no such release to return to. Says which there are."""


def read_history(text: str, there: Collection[str], now: str) -> tuple[str, ...]:
    """The releases that are there in the order in which they were published; `now` is the one that is published."""
    try:
        names = [name for name in json.loads(text) if name in there]
    except ValueError:
        names = []
    return tuple(names if now in names or not now else [*names, now])


def with_new(history: Sequence[str], now: str, new: str) -> tuple[str, ...]:
    """The history once `new` is published: what was rolled back is forgotten, and only the newest are kept.

    >>> with_new(("a", "b", "c"), "b", "d"), with_new(("a", "b"), "b", "a")
    (('a', 'b', 'd'), ('b', 'a'))
    """
    before = history[: history.index(now) + 1] if now in history else ()
    return (*[name for name in before if name != new], new)[-KEPT:]


def earlier(history: Sequence[str], now: str, wanted: str) -> str:
    """The release to return to: the one that is wanted, or for '' the one before. Raises NoReleaseError.

    >>> earlier(("a", "b", "c"), "b", "")
    'a'
    """
    kept = ", ".join(name for name in history if name != now) or "none"
    if wanted and wanted not in history:
        raise NoReleaseError(f"{wanted}: no such release is kept; kept are {kept}")
    before = history[: history.index(now)] if now in history else ()
    if not wanted and not before:
        raise NoReleaseError(f"there is no release before the one that is published; kept are {kept}")
    return wanted or before[-1]
