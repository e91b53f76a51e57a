"""How alike two texts are: TF-IDF cosine for what they are about, word shingles for what they literally share."""

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from plugins.shared.stop_words import STOP_WORDS
from plugins.shared.text import plain

HEAVIEST_TERMS = 48
"""How many of its terms, by weight, stand for a document. A post's lighter words move the cosine by hundredths, and
leaving them out makes the index of thousands of posts several times faster."""

SHINGLE_WORDS = 3

_APOSTROPHE = re.compile(r"[’‘ʼ]")
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def tokens(text: str) -> list[str]:
    """Every word of a text in order, casefolded, apostrophes straight, a possessive 's taken off.

    >>> tokens("My husband’s Long-distance job")
    ['my', 'husband', 'long', 'distance', 'job']
    """
    found: list[str] = _TOKEN.findall(_APOSTROPHE.sub("'", plain(text)).casefold())
    return [word[:-2] if word.endswith("'s") and word not in STOP_WORDS else word for word in found]


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

    `terms` takes a document apart; by default into its content words.
    """

    def __init__(self, documents: Mapping[str, str], terms: Callable[[str], Sequence[str]] = words) -> None:
        counts = {key: Counter(terms(text)) for key, text in documents.items()}
        spread = Counter(term for count in counts.values() for term in count)
        self._vectors = {key: _unit_vector(count, spread, len(counts)) for key, count in counts.items()}
        self._keys = list(documents)
        self._postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, vector in enumerate(self._vectors.values()):
            for term, weight in vector.items():
                self._postings[term].append((place, weight))

    def similarity(self, a: str, b: str) -> float:
        """The cosine, 0 to 1, of two documents. Raises KeyError for a key that was not given."""
        smaller, larger = sorted((self._vectors[a], self._vectors[b]), key=len)
        return sum(weight * larger[term] for term, weight in smaller.items() if term in larger)

    def similarities(self, key: str) -> dict[str, float]:
        """The cosine of every document that shares a term with this one; itself left out."""
        cosines = [0.0] * len(self._keys)
        for term, weight in self._vectors[key].items():
            for place, other_weight in self._postings[term]:
                cosines[place] += weight * other_weight
        return {other: cosine for other, cosine in zip(self._keys, cosines, strict=True) if cosine and other != key}

    def nearest(self, key: str, limit: int) -> list[tuple[str, float]]:
        """The most alike documents with their cosine, best first; equals in order of their key."""
        return heapq.nsmallest(limit, self.similarities(key).items(), key=lambda item: (-round(item[1], 9), item[0]))


def _unit_vector(count: Counter[str], spread: Counter[str], documents: int) -> dict[str, float]:
    """A document's heaviest terms, (1 + ln tf) * ln(1 + n / df), scaled to length one."""
    weights = {term: (1 + math.log(n)) * math.log(1 + documents / spread[term]) for term, n in count.items()}
    heaviest = heapq.nsmallest(HEAVIEST_TERMS, weights.items(), key=lambda item: (-item[1], item[0]))
    length = math.sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    return {term: weight / length for term, weight in heaviest}
