"""Cues: weighted words and phrases that speak for a tag, found in a text in one pass over its words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.shared.similarity import tokens

CueIndex = Mapping[str, Sequence["Cue"]]
"""Every cue by its first word, longest first."""


@dataclass(frozen=True)
class Cue:
    """A phrase that speaks for a tag (its slug): as written, as words, and how much it weighs."""

    tag: str
    phrase: str
    words: tuple[str, ...]
    weight: float


def make_cue(tag: str, phrase: str, weight: float) -> Cue:
    return Cue(tag, phrase, tuple(tokens(phrase)), weight)


def index_cues(cues: Iterable[Cue]) -> CueIndex:
    """The index that `cues_in` looks cues up in; a cue without a word is left out."""
    index: defaultdict[str, list[Cue]] = defaultdict(list)
    for cue in cues:
        if cue.words:
            index[cue.words[0]].append(cue)
    return {word: sorted(found, key=lambda cue: -len(cue.words)) for word, found in index.items()}


def cues_in(index: CueIndex, row: Sequence[str]) -> Iterator[tuple[int, Cue]]:
    """Every cue in a row of words with its place; of a tag's overlapping cues only the first, longest one."""
    ends: dict[str, int] = {}
    for place, word in enumerate(row):
        for cue in index.get(word, ()):
            end = place + len(cue.words)
            if ends.get(cue.tag, 0) <= place and tuple(row[place:end]) == cue.words:
                ends[cue.tag] = end
                yield place, cue
