"""How alike two texts are: TF-IDF cosine for what they are about, word shingles for what they literally share."""

import heapq
import math
import re
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from plugins.shared.stop_words import STOP_WORDS
from plugins.shared.text import plain

HEAVIEST_TERMS = 48
"""How many of its terms, by weight, stand for a document. A post's lighter words move the cosine by hundredths, and
leaving them out makes the index of thousands of posts several times faster."""

MOST_STEPS = 2000
"""How many entries of the inverted index are walked for one document: all of them in collections of a few hundred."""

SHINGLE_WORDS = 3

TermCounts = tuple[tuple[str, ...], "array[int]"]
"""A document's terms and how often it holds each: for thousands of documents a fraction of what mappings would take."""

_APOSTROPHE = re.compile(r"[’‘ʼ]")
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def tokens(text: str) -> list[str]:
    """Every word of a text in order, casefolded, apostrophes straight, a possessive 's taken off.

    >>> tokens("My husband’s Long-distance job")
    ['my', 'husband', 'long', 'distance', 'job']
    """
    found: list[str] = _TOKEN.findall(_APOSTROPHE.sub("'", plain(text)).casefold())
    return [word[:-2] if "'" in word and word.endswith("'s") and word not in STOP_WORDS else word for word in found]


def words(text: str) -> list[str]:
    """The content words of a text in order: its tokens without stop words, single letters and bare numbers.

    >>> words("He doesn’t love me: it’s been 2 cold winters")
    ['love', 'cold', 'winters']
    """
    return [word for word in tokens(text) if word not in STOP_WORDS and len(word) > 1 and not word.isdigit()]


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of three words of a text, stop words too; of a shorter text the whole of it."""
    row = tokens(text)
    if len(row) <= SHINGLE_WORDS:
        return frozenset([tuple(row)] if row else ())
    return frozenset(zip(row, row[1:], row[2:], strict=False))


def containment(a: str, b: str) -> float:
    """The share, 0 to 1, of the shorter text's word shingles that the longer one holds; 0 where either is empty.

    >>> containment("He left me in the spring", "I wrote before: he left me in the spring. What now?")
    1.0
    """
    smaller, larger = sorted((shingles(a), shingles(b)), key=len)
    return len(smaller & larger) / len(smaller) if smaller else 0.0


class TfidfIndex:
    """The documents of a mapping as TF-IDF vectors of length one, with an inverted index over them.

    `documents` is a mapping of keys to texts, or pairs of these, which are read once and one at a time. `terms` takes a
    document apart; by default into its content words.
    """

    def __init__(
        self,
        documents: Mapping[str, str] | Iterable[tuple[str, str]],
        terms: Callable[[str], Sequence[str]] = words,
    ) -> None:
        counts, spread = _counts(documents.items() if isinstance(documents, Mapping) else documents, terms)
        self._vectors = {key: _unit_vector(count, spread, len(counts)) for key, count in counts.items()}
        self._keys = list(counts)
        self._places = {key: place for place, key in enumerate(self._keys)}
        self._postings: defaultdict[str, tuple[array[int], array[float]]] = defaultdict(
            lambda: (array("L"), array("d"))
        )
        for place, vector in enumerate(self._vectors.values()):
            for term, weight in vector.items():
                places, weights = self._postings[term]
                places.append(place)
                weights.append(weight)

    def similarity(self, a: str, b: str) -> float:
        """The cosine, 0 to 1, of two documents. Raises KeyError for a key that was not given."""
        smaller, larger = sorted((self._vectors[a], self._vectors[b]), key=len)
        return sum(weight * larger[term] for term, weight in smaller.items() if term in larger)

    def similarities(self, key: str) -> dict[str, float]:
        """The cosine of every document that shares a term with this one; itself left out.

        The rarest terms are walked first, and once MOST_STEPS documents have been met the commoner terms are left out:
        among thousands of documents they say little, and walking them for each one would take the square of the time.
        """
        postings = [(len(self._postings[term][0]), term) for term in self._vectors[key]]
        cosines: dict[int, float] = {}
        steps = 0
        for holders, term in sorted(postings):
            steps += holders
            if steps > MOST_STEPS and cosines:
                break
            weight = self._vectors[key][term]
            for place, other_weight in zip(*self._postings[term], strict=True):
                cosines[place] = cosines.get(place, 0.0) + weight * other_weight
        cosines.pop(self._places[key], None)
        return {self._keys[place]: cosine for place, cosine in cosines.items()}

    def nearest(self, key: str, limit: int) -> list[tuple[str, float]]:
        """The most alike documents with their cosine, best first; equals in order of their key."""
        return heapq.nsmallest(limit, self.similarities(key).items(), key=lambda item: (-round(item[1], 9), item[0]))


def _counts(
    documents: Iterable[tuple[str, str]], terms: Callable[[str], Sequence[str]]
) -> tuple[dict[str, TermCounts], Counter[str]]:
    """How often each document holds each of its terms, and how many documents hold each term."""
    counts: dict[str, TermCounts] = {}
    spread: Counter[str] = Counter()
    for key, text in documents:
        count = Counter(map(sys.intern, terms(text)))
        counts[key] = tuple(count), array("L", count.values())
        spread.update(count.keys())
    return counts, spread


def _unit_vector(count: TermCounts, spread: Counter[str], documents: int) -> dict[str, float]:
    """A document's heaviest terms, (1 + ln tf) * ln(1 + n / df), scaled to length one."""
    weights = {term: (1 + math.log(n)) * math.log(1 + documents / spread[term]) for term, n in zip(*count, strict=True)}
    heaviest = heapq.nsmallest(HEAVIEST_TERMS, weights.items(), key=lambda item: (-item[1], item[0]))
    length = math.sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    return {term: weight / length for term, weight in heaviest}
