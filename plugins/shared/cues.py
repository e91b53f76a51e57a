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
    """The cues by their words, and for each first word the lengths, longest first, of the cues that it begins."""

    cues: Mapping[tuple[str, ...], Sequence[Cue]]
    lengths: Mapping[str, Sequence[int]]


def make_cue(tag: str, phrase: str, weight: float) -> Cue:
    return Cue(tag, phrase, tuple(tokens(phrase)), weight)


def index_cues(cues: Iterable[Cue]) -> CueIndex:
    """The index that `cues_in` looks cues up in; a cue without a word is left out."""
    by_words: defaultdict[tuple[str, ...], list[Cue]] = defaultdict(list)
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for cue in cues:
        if cue.words:
            by_words[cue.words].append(cue)
            lengths[cue.words[0]].add(len(cue.words))
    return CueIndex(by_words, {word: sorted(found, reverse=True) for word, found in lengths.items()})


def cues_in(index: CueIndex, row: Sequence[str]) -> Iterator[tuple[int, Cue]]:
    """Every cue in a row of words with its place; of a tag's overlapping cues only the first, longest one."""
    ends: dict[str, int] = {}
    lengths, cues = index.lengths, index.cues
    for place in [place for place, word in enumerate(row) if word in lengths]:
        for length in lengths[row[place]]:
            for cue in cues.get(tuple(row[place : place + length]), ()):
                if ends.get(cue.tag, 0) <= place:
                    ends[cue.tag] = place + length
                    yield place, cue
