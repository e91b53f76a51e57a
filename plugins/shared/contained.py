"""Texts of which most stands in another: which, in which, and which of several to keep."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from plugins.shared.prints import Prints, share_held, telling

CONTAINED = 0.8
"""The share of an article's three-word shingles that another must hold for it to be a copy. A reprint with names and
details changed keeps nine in ten; two answers to the same letter share the letter only, well under half."""

LEAST_PRINTS = 12
"""An article of fewer shingles says too little to be told from a turn of phrase."""


class Place(NamedTuple):
    """Which article of which capture."""

    capture: int
    article: int


def find_contained(new: Mapping[Place, "Prints[int]"], there: Mapping[Place, "Prints[int]"]) -> dict[Place, Place]:
    """Each of the new texts that stands in a longer one that is kept, or in one that is there, and which that is.

    Every text is looked up, from the shortest to the longest, among those before it that stand in none yet.
    """
    looked_up = telling(new, CONTAINED, there)
    if not looked_up:
        return {}

    def prints(place: Place) -> "Prints[int]":
        return (new if place in new else there)[place]

    order = [place for _, place in sorted(((-len(own), place) for place, own in new.items()), reverse=True)]
    inside: dict[Place, Place] = {}
    holders: defaultdict[int, set[Place]] = defaultdict(set)
    for place in [*order, *there]:
        own = set(prints(place))
        for other in sorted({other for one in holders.keys() & own for other in holders[one]}):
            if share_held(prints(other), own) >= CONTAINED:
                inside[other] = place
                for one in looked_up[other]:
                    holders[one].discard(other)
        if place in new:
            for one in looked_up.get(place, ()):
                holders[one].add(place)
    return _keepers(order, inside, prints)


def _keepers(
    order: Sequence[Place], inside: Mapping[Place, Place], prints: Callable[[Place], "Prints[int]"]
) -> dict[Place, Place]:
    """For each text that stands in another the one of these that is kept, where that one holds it as well."""
    keepers: dict[Place, Place] = {}
    for place in reversed(order):
        if place in inside:
            keeper = keepers.get(inside[place], inside[place])
            if share_held(prints(place), set(prints(keeper))) >= CONTAINED:
                keepers[place] = keeper
    return keepers
