"""Fingerprints of texts: which of thousands of texts hold most of another, without comparing every two of them.

A text's prints are the checksums of its three-word shingles (see `plugins.shared.similarity`). If a text holds at least
`share` of another's prints, it holds at least one of any few more than the rest that may be missing: so only these few,
the rarest, need to be looked up (`telling`), and whoever holds one of them is then compared in full (`share_held`).
The prints of many texts lie in a file (`PrintsFile`), and are counted range by range in a fixed amount of memory.
"""

import itertools
import math
import tempfile
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Hashable, Iterator, Mapping, MutableMapping, Sequence
from types import TracebackType
from typing import Self, TypeVar

from plugins.shared.similarity import SHINGLE_WORDS, tokens

Key = TypeVar("Key", bound=Hashable)
Prints = array  # of unsigned integers up to LARGEST, each once, in order

BITS = 30
LARGEST = (1 << BITS) - 1
"""Python sorts and compares whole numbers up to this one faster than larger ones."""

MOST_COUNTED = 255
"""How often a print is counted at most: beyond that it is common, however common."""

CELLS = 1 << 22
"""The counters that the prints of one range share; a few prints may share one, and then count as the commoner one."""

FEWEST_RANGES = 4
FEW_LEFT = 0.05
"""Once so small a share of the texts may still stand in another, what was counted tells enough of them."""

IN_MEMORY = 1024 * 1024
"""Bytes of prints that are kept in memory before they go to a file."""


def prints_of(text: str | Sequence[str]) -> "Prints[int]":
    """The prints of a text, Markdown, HTML or plain, or of its tokens; of fewer than three words the one of them all.

    >>> len(prints_of("He left me in the spring")), len(prints_of("He left")), len(prints_of(""))
    (4, 1, 0)
    """
    return _as_prints(checksums(tokens(text) if isinstance(text, str) else text))


def checksums(row: Sequence[str]) -> list[int]:
    """The checksums of a text's shingles in order, given its tokens; of fewer than three words that of them all."""
    words = list(map(zlib.crc32, " ".join(row).encode("utf-8", "replace").split(b" "))) if row else []
    if len(words) < SHINGLE_WORDS:
        return [hash(tuple(words)) & LARGEST] if words else []
    shingles = zip(*(words[at:] for at in range(SHINGLE_WORDS)), strict=False)
    return [one & LARGEST for one in map(hash, shingles)]


def prints_with_part(row: Sequence[str], part: Sequence[str]) -> "tuple[Prints[int], Prints[int]]":
    """The prints of a text and of a part of it, given as tokens; a part that stands in it in one piece costs nothing.

    >>> row = tokens("He left me in the spring")
    >>> prints_with_part(row, row[2:]) == (prints_of(row), prints_of(row[2:]))
    True
    """
    whole = checksums(row)
    first = checksums(part[:SHINGLE_WORDS])
    at = whole.index(first[0]) if first and first[0] in whole else 0
    in_one = len(part) >= SHINGLE_WORDS and row[at : at + len(part)] == part
    return _as_prints(whole), _as_prints(whole[at : at + len(part) - SHINGLE_WORDS + 1] if in_one else checksums(part))


def _as_prints(sums: Sequence[int]) -> "Prints[int]":
    return array("I", sorted(set(sums)))


def share_held(prints: "Prints[int]", other: set[int]) -> float:
    """The share, 0 to 1, of some prints that another text holds; 0 where there are none.

    >>> share_held(prints_of("one two three four"), set(prints_of("zero one two three")))
    0.5
    """
    return len(other.intersection(prints)) / len(prints) if prints else 0.0


class PrintsFile(MutableMapping[Key, "Prints[int]"]):
    """The prints of many texts by their keys, in a temporary file once they are many. Use it as a context."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115  # this object itself is the context
        self._places: dict[Key, int] = {}
        self._starts = array("Q", [0])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._file.close()

    def __setitem__(self, key: Key, prints: "Prints[int]") -> None:
        self._places[key] = len(self._starts) - 1
        self._file.seek(0, 2)
        self._file.write(prints.tobytes())
        self._starts.append(self._file.tell())

    def __getitem__(self, key: Key) -> "Prints[int]":
        place = self._places[key]
        self._file.seek(self._starts[place])
        return array("I", self._file.read(self._starts[place + 1] - self._starts[place]))

    def __delitem__(self, key: Key) -> None:
        del self._places[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class _Left:
    """A text that may still stand in another: its prints counted so far that others may hold, the rarest of them."""

    __slots__ = ("missing", "shared", "spare")

    def __init__(self, size: int, share: float) -> None:
        self.spare = size - max(math.ceil(share * size), 1)
        self.missing = 0
        self.shared = array("Q")

    def may_stand(self, prints: Sequence[int], counts: bytearray) -> bool:
        """Take note of a range of its prints; whether others may still hold as many of all as they must."""
        mask = len(counts) - 1
        shared = [times << 32 | one for one in prints if (times := counts[one & mask]) > 1]
        self.missing += len(prints) - len(shared)
        if self.missing > self.spare:
            return False
        self.shared = array("Q", sorted([*self.shared, *shared])[: self.spare + 1 - self.missing])
        return True

    @property
    def told(self) -> bool:
        """Whether enough prints were counted."""
        return len(self.shared) + self.missing > self.spare


def telling(
    texts: Mapping[Key, "Prints[int]"], share: float, others: Mapping[Key, "Prints[int]"] | None = None
) -> dict[Key, list[int]]:
    """Of each text that may stand in another the prints by which to find any that holds `share` of it, rarest first.

    A text of which no other text, nor any of the `others`, can hold that much is left out.
    """
    sizes = {key: len(prints) for key, prints in texts.items()}
    left = {key: _Left(size, share) for key, size in sizes.items()}
    few = FEW_LEFT * len(left)
    total = sum(sizes.values()) + sum(map(len, (others or {}).values()))
    size = 1 << min(max(2 + (total // FEWEST_RANGES).bit_length(), 12), CELLS.bit_length() - 1)
    ranges = max(FEWEST_RANGES, 4 * total // CELLS)
    for low, high in itertools.pairwise((number << BITS) // ranges for number in range(ranges + 1)):
        counts = bytearray(size)
        for prints in itertools.chain(texts.values(), (others or {}).values()):
            _count(_between(prints, low, high), counts)
        left = {key: one for key, one in left.items() if one.may_stand(_between(texts[key], low, high), counts)}
        if not left or (len(left) <= few and all(one.told for one in left.values())):
            break
    return {key: [one & 0xFFFFFFFF for one in found.shared] for key, found in left.items()}


def _between(prints: "Prints[int]", low: int, high: int) -> "Prints[int]":
    return prints[bisect_left(prints, low) : bisect_left(prints, high)]


def _count(prints: Sequence[int], counts: bytearray) -> None:
    mask = len(counts) - 1
    for one in prints:
        at = one & mask
        if counts[at] < MOST_COUNTED:
            counts[at] += 1
