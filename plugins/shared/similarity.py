"""How alike two texts are in what they are about: the cosine of their telling terms (TF-IDF)."""

import math
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise

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

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ASCII_SMALL = bytes(ord(sign.lower() if sign.isalnum() or sign == "'" else " ") for sign in map(chr, range(0x80)))
_ASCII_SMALL += bytes(0x80)
"""What each sign of an ASCII text is among tokens: itself, its small letter, or a gap."""

_NO_LETTERS = "“”–—…\u00a0"
"""The signs beyond ASCII that most texts have, next to the apostrophe."""


def tokens(text: str) -> list[str]:
    """Every word of a text in order, casefolded, apostrophes straight, a possessive 's taken off.

    >>> tokens("My husband’s Long-distance job")
    ['my', 'husband', 'long', 'distance', 'job']
    """
    straight = plain(text).replace("’", "'").replace("‘", "'")
    for sign in "" if straight.isascii() else _NO_LETTERS:
        straight = straight.replace(sign, " ")
    found = _ascii_tokens(straight) if straight.isascii() else _TOKEN.findall(straight.casefold().replace("ʼ", "'"))
    return [word[:-2] if "'" in word and word.endswith("'s") and word not in STOP_WORDS else word for word in found]


def _ascii_tokens(text: str) -> list[str]:
    """The same tokens, by taking all out that is in none: bytes are cut up in far less time than a pattern is found."""
    small = f" {text.encode().translate(_ASCII_SMALL).decode()} "
    return small.replace("''", "  ").replace(" '", "  ").replace("' ", "  ").split()


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
    """Documents by their places as TF-IDF vectors of length one, with an inverted index over them.

    `held` tells how many documents hold each term, `total` how many there are; the counts of their terms are read once,
    one document at a time. Kept of each are its HEAVIEST_TERMS, in a few arrays for all documents together.
    """

    def __init__(self, held: Mapping[str, int], total: int, documents: Iterable[TermCounts]) -> None:
        rarity = [0.0, *(math.log(1 + total / holders) for holders in range(1, total + 1))]
        numbers: dict[str, int] = {}
        self._ends, self._own, self._weights = array("I", [0]), array("I"), array("d")
        for count in documents:
            heaviest = _heaviest(count, held, rarity)
            length = math.sqrt(sum(weight * weight for weight, _ in heaviest)) or 1.0
            self._own.extend([numbers.setdefault(term, len(numbers)) for _, term in heaviest])
            self._weights.extend([-weight / length for weight, _ in heaviest])
            self._ends.append(len(self._own))
        self._terms = list(numbers)
        self._post()

    def similarities(self, place: int) -> dict[int, float]:
        """The cosine of every document that shares a term with the one at a place; itself left out."""
        cosines = [0.0] * (len(self._ends) - 1)
        met = set(chain.from_iterable(self.add_similarities(place, 1.0, cosines)))
        return {other: cosines[other] for other in met - {place}}

    def add_similarities(self, place: int, factor: float, scores: list[float]) -> "list[array[int]]":
        """Add that many times the cosines to the scores, one for each document; the document's own is added too.

        The documents met come back, some of them again and again. A list of all scores takes half the time of a
        dictionary of these.

        The rarest terms are walked first, and once MOST_STEPS documents have been met the commoner terms are left out:
        among thousands of documents they say little, and walking them for each one would take the square of the time.
        """
        posted = self._posted
        start, end = self._ends[place], self._ends[place + 1]
        own = [
            (posted[term + 1] - posted[term], self._terms[term], posted[term], factor * weight)
            for term, weight in zip(self._own[start:end], self._weights[start:end], strict=True)
        ]
        steps = 0
        met = []
        for holders, _, start, weight in sorted(own):
            if steps and steps + holders > MOST_STEPS:
                break
            steps += holders
            end = start + holders
            met.append(self._places[start:end])
            for other, other_weight in zip(met[-1], self._other_weights[start:end], strict=True):
                scores[other] += weight * other_weight
        return met

    def _post(self) -> None:
        """Fill the inverted index: for each term, one after the other, the documents that hold it and its weight."""
        posted = array("I", bytes(4 * (len(self._terms) + 2)))
        for term in self._own:
            posted[term + 2] += 1
        for at in range(2, len(posted)):
            posted[at] += posted[at - 1]
        self._places = array("I", bytes(4 * len(self._own)))
        self._other_weights = array("d", bytes(8 * len(self._own)))
        for place, (start, end) in enumerate(pairwise(self._ends)):
            for term, weight in zip(self._own[start:end], self._weights[start:end], strict=True):
                at = posted[term + 1]
                self._places[at], self._other_weights[at] = place, weight
                posted[term + 1] = at + 1
        self._posted = posted


def _heaviest(count: TermCounts, held: Mapping[str, int], rarity: Sequence[float]) -> list[tuple[float, str]]:
    """A document's heaviest terms, each after its weight with a minus: (1 + ln tf) * ln(1 + n / df); equals by term."""
    terms, times = count
    weights = [
        -rarity[held[term]] if number == 1 else -(1 + math.log(number)) * rarity[held[term]]
        for term, number in zip(terms, times, strict=True)
    ]
    least = max(sorted(weights)[:HEAVIEST_TERMS], default=0.0)
    pairs = zip(weights, terms, strict=True)
    return sorted(pair for pair in pairs if pair[0] <= least)[:HEAVIEST_TERMS]
