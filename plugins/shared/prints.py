"""Fingerprints of texts: which of thousands of texts hold most of another, without comparing every two of them.

A text's prints are the checksums of its three-word shingles (see `plugins.shared.similarity`). If a text holds at least
`share` of another's prints, it holds at least one of any few more than the rest that may be missing: so only these few,
the rarest, need to be looked up (`telling`), and whoever holds one of them is then compared in full (`share_held`).
"""

import math
import zlib
from array import array
from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from typing import TypeVar

from plugins.shared.similarity import SHINGLE_WORDS, tokens

Key = TypeVar("Key", bound=Hashable)
Prints = array  # of unsigned 32-bit integers, each once, in order

MOST_COUNTED = 255
"""How often a print is counted at most: beyond that it is common, however common."""


def prints_of(text: str | Sequence[str]) -> "Prints[int]":
    """The prints of a text, Markdown, HTML or plain, or of its tokens; of fewer than three words the one of them all.

    >>> len(prints_of("He left me in the spring")), len(prints_of("He left")), len(prints_of(""))
    (4, 1, 0)
    """
    row = tokens(text) if isinstance(text, str) else text
    words = " ".join(row).encode("utf-8", "replace").split(b" ") if row else []
    runs = zip(words, words[1:], words[2:], strict=False) if len(words) >= SHINGLE_WORDS else [words] if words else []
    return array("I", sorted(set(map(zlib.crc32, map(b" ".join, runs)))))


def share_held(prints: "Prints[int]", other: Set[int]) -> float:
    """The share, 0 to 1, of some prints that another text holds; 0 where there are none.

    >>> share_held(prints_of("one two three four"), set(prints_of("zero one two three")))
    0.5
    """
    return sum(1 for one in prints if one in other) / len(prints) if prints else 0.0


class Spread:
    """How many texts hold a print, roughly: never fewer than do, at times more, in a fixed amount of memory."""

    def __init__(self, texts: Iterable["Prints[int]"]) -> None:
        texts = list(texts)
        self._mask = (1 << min(max(2 + sum(map(len, texts)).bit_length(), 12), 26)) - 1
        self._counts = bytearray(self._mask + 1)
        counts, mask = self._counts, self._mask
        for prints in texts:
            for one in prints:
                if counts[one & mask] < MOST_COUNTED:
                    counts[one & mask] += 1

    def shared(self, prints: "Prints[int]") -> list[tuple[int, int]]:
        """Those of a text's prints that more than one text may hold, each after the number of these texts."""
        counts, mask = self._counts, self._mask
        return [(counts[one & mask], one) for one in prints if counts[one & mask] > 1]


def telling(texts: Mapping[Key, "Prints[int]"], share: float) -> dict[Key, list[int]]:
    """Of each text the prints by which to find any other that holds `share` of it: the rarest that others hold too.

    Empty for a text of which no other text can hold that much.
    """
    spread = Spread(texts.values())
    chosen = {}
    for key, prints in texts.items():
        shared = sorted(spread.shared(prints))
        needed = max(math.ceil(share * len(prints)), 1)
        chosen[key] = [one for _, one in shared[: max(len(shared) - needed + 1, 0)]]
    return chosen
