"""Cues: weighted words and phrases that speak for a tag, found in a text in one pass over its words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plugins.shared.similarity import tokens


class Cue(NamedTuple):
    """A phrase that speaks for a tag (its slug): as written, as words, and how much it weighs."""

    tag: str
    phrase: str
    words: tuple[str, ...]
    weight: float


@dataclass(frozen=True)
class CueIndex:
    """The cues by their words, and for each first word and each second one the lengths, longest first, of those cues.

    What stands under no second word are the cues of one word.
    """

    cues: Mapping[tuple[str, ...], Sequence[Cue]]
    lengths: Mapping[str, Mapping[str, Sequence[int]]]


def make_cue(tag: str, phrase: str, weight: float) -> Cue:
    return Cue(tag, phrase, tuple(tokens(phrase)), weight)


def index_cues(cues: Iterable[Cue]) -> CueIndex:
    """The index that `cues_in` looks cues up in; a cue without a word is left out."""
    by_words: defaultdict[tuple[str, ...], list[Cue]] = defaultdict(list)
    lengths: defaultdict[str, defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for cue in cues:
        if cue.words:
            by_words[cue.words].append(cue)
            lengths[cue.words[0]]["".join(cue.words[1:2])].add(len(cue.words))
    found = {
        first: {second: sorted(some | seconds.get("", set()), reverse=True) for second, some in seconds.items()}
        for first, seconds in lengths.items()
    }
    return CueIndex(by_words, found)


def cues_in(index: CueIndex, row: Sequence[str]) -> Iterator[tuple[int, Cue]]:
    """Every cue in a row of words with its place; of a tag's overlapping cues only the first, longest one."""
    ends: dict[str, int] = {}
    cues, last = index.cues, len(row) - 1
    for place in [place for place, word in enumerate(row) if word in index.lengths]:
        lengths = index.lengths[row[place]]
        for length in lengths.get(row[place + 1] if place < last else "") or lengths.get("", ()):
            for cue in cues.get(tuple(row[place : place + length]), ()):
                if ends.get(cue.tag, 0) <= place:
                    ends[cue.tag] = place + length
                    yield place, cue
