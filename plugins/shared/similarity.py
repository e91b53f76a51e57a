"""How alike two texts are in what they are about: the cosine of their telling terms (TF-IDF)."""

import heapq
import math
import re
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

TermCounts = tuple[tuple[str, ...], tuple[int, ...]]
"""A document's terms, and how often it holds each."""

Numbers = tuple["array[int]", "array[float]"]
"""Terms or documents by their numbers, and the weight of each: a fraction of what mappings of thousands would take."""

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def tokens(text: str) -> list[str]:
    """Every word of a text in order, casefolded, apostrophes straight, a possessive 's taken off.

    >>> tokens("My husband’s Long-distance job")
    ['my', 'husband', 'long', 'distance', 'job']
    """
    straight = plain(text).replace("’", "'").replace("‘", "'").replace("ʼ", "'")
    found: list[str] = _TOKEN.findall(straight.casefold())
    return [word[:-2] if "'" in word and word.endswith("'s") and word not in STOP_WORDS else word for word in found]


def words(text: str) -> list[str]:
    """The content words of a text in order: its tokens without stop words, single letters and bare numbers.

    >>> words("He doesn’t love me: it’s been 2 cold winters")
    ['love', 'cold', 'winters']
    """
    return telling_words(tokens(text))


def telling_words(row: Iterable[str]) -> list[str]:
    """The content words among the tokens of a text."""
    return [word for word in row if word not in STOP_WORDS and len(word) > 1 and not word.isdigit()]


def term_counts(terms: Iterable[str]) -> TermCounts:
    """How often each term stands in a row of them."""
    counts = Counter(terms)
    return tuple(counts), tuple(counts.values())


class TfidfIndex:
    """The documents of a mapping as TF-IDF vectors of length one, with an inverted index over them.

    `documents` is a mapping of keys to texts, or pairs of these, which are read once and one at a time; a document may
    also be given as the counts of its terms. `terms` takes a text apart; by default into its content words.
    """

    def __init__(
        self,
        documents: Mapping[str, str] | Iterable[tuple[str, str | TermCounts]],
        terms: Callable[[str], Sequence[str]] = words,
    ) -> None:
        self._terms: list[str] = []
        pairs = documents.items() if isinstance(documents, Mapping) else documents
        counts, spread = self._counts(pairs, terms)
        self._keys = list(counts)
        self._places = {key: place for place, key in enumerate(self._keys)}
        self._vectors: list[Numbers] = []
        self._postings: defaultdict[int, Numbers] = defaultdict(lambda: (array("I"), array("d")))
        rarity = [math.log(1 + len(counts) / holders) for holders in spread]
        for place, key in enumerate(self._keys):
            vector = self._unit_vector(counts.pop(key), rarity)
            self._vectors.append(vector)
            for term, weight in zip(*vector, strict=True):
                places, weights = self._postings[term]
                places.append(place)
                weights.append(weight)

    def similarities(self, key: str) -> dict[str, float]:
        """The cosine of every document that shares a term with this one; itself left out.

        The rarest terms are walked first, and once MOST_STEPS documents have been met the commoner terms are left out:
        among thousands of documents they say little, and walking them for each one would take the square of the time.
        """
        own = self._places[key]
        terms, weights = self._vectors[own]
        postings = [
            (len(self._postings[term][0]), self._terms[term], term, weight)
            for term, weight in zip(terms, weights, strict=True)
        ]
        cosines: defaultdict[int, float] = defaultdict(float)
        steps = 0
        for holders, _, term, weight in sorted(postings):
            steps += holders
            if steps > MOST_STEPS and cosines:
                break
            for place, other_weight in zip(*self._postings[term], strict=True):
                cosines[place] += weight * other_weight
        cosines.pop(own, None)
        return {self._keys[place]: cosine for place, cosine in cosines.items()}

    def nearest(self, key: str, limit: int) -> list[tuple[str, float]]:
        """The most alike documents with their cosine, best first; equals in order of their key."""
        return heapq.nsmallest(limit, self.similarities(key).items(), key=lambda item: (-round(item[1], 9), item[0]))

    def _counts(
        self, documents: Iterable[tuple[str, str | TermCounts]], terms: Callable[[str], Sequence[str]]
    ) -> tuple[dict[str, tuple["array[int]", "array[int]"]], "array[int]"]:
        """How often each document holds each of its terms (by number), and how many documents hold each term."""
        numbers: dict[str, int] = {}
        counts: dict[str, tuple[array[int], array[int]]] = {}
        for key, document in documents:
            own, times = term_counts(terms(document)) if isinstance(document, str) else document
            counts[key] = array("I", [numbers.setdefault(term, len(numbers)) for term in own]), array("I", times)
        self._terms = list(numbers)
        spread = array("I", [0]) * len(numbers)
        for own_numbers, _ in counts.values():
            for number in own_numbers:
                spread[number] += 1
        return counts, spread

    def _unit_vector(self, count: tuple["array[int]", "array[int]"], rarity: Sequence[float]) -> "Numbers":
        """A document's heaviest terms, (1 + ln tf) * ln(1 + n / df), scaled to length one; equals by the term."""
        terms = self._terms
        weights = [
            (-(1 + math.log(times)) * rarity[number] if times > 1 else -rarity[number], terms[number], number)
            for number, times in zip(*count, strict=True)
        ]
        weights.sort()
        heaviest = weights[:HEAVIEST_TERMS]
        length = math.sqrt(sum(weight * weight for weight, _, _ in heaviest)) or 1.0
        return array("I", [number for _, _, number in heaviest]), array("d", [-one[0] / length for one in heaviest])
