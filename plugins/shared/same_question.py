"""Which posts answer the same question. Likeness of topic is not enough: a wrong "answered before" sends a reader away.

Two posts ask the same when one of these holds:

- the shorter letter's three-word shingles stand to at least `LETTER_SHARE` in the longer. Letters by different people
  on one topic share a few hundredths, a reprint with names and details changed well over half;
- their titles ask the same thing: the same kind of question ("how", "why", "when" …) with the same telling words in the
  same order, at least `TITLE_WORDS` of them. "How can I get my husband to love me again?" and "10 steps to make your
  husband love you again" do; "How can I love my husband again?" does not.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain

from plugins.shared.prints import Prints, share_held, telling
from plugins.shared.similarity import tokens

LETTER_SHARE = 0.5
LETTER_SHINGLES = 15
"""Fewer of them, about a sentence, may be a turn of phrase that any letter holds."""

TITLE_WORDS = 3

MOST_ALIKE = 100
"""Of more than this many posts that ask the same, each is paired with this many neighbors only: nobody reads more, and
all pairs of thousands are millions."""

_SUBTITLE = re.compile(r"[?:–—]|\s-\s")
_POSSIBLE = re.compile(r"\bis (?:it|there) (?:possible|any way|a way)\b", re.IGNORECASE)
_ONE_OF_THEM = dict.fromkeys(("he", "she", "they"), "they")
_MANNERS = {
    marker: manner
    for manner, markers in {
        "why": "why reason reasons",
        "when": "when",
        "where": "where",
        "who": "who whom",
        "should": "should ought must",
        "sign": "sign signs",
        "how": "how way ways step steps tip tips can could help",
        "whether": "is are am do does did will would was has have what",
    }.items()
    for marker in markers.split()
}
"""What kind of question a word asks; the first such word of a title decides."""

_SAID_LITTLE = frozenset(
    """
    a an and any are am at be been being by can could did do does doing for from get getting got had has have having her
    hers him his how i i'd i'll i'm i've if in is it it's its just make making may me might must my of on or our
    ours ought please proven really should simple so some sure than that the their them there these thing
    things this those to tip tips step steps top try trying us was way ways we well were what when where which who whom
    why will with would you you're your yours sign signs reason reasons best easy effective essential guide ultimate
    possible time help
    """.split()
)
"""Words that a title may have or lack and still ask the same. Not among them: "not", "again" and who did it ("after I
cheated", "after he cheated")."""


def same_by_prints(titles: Mapping[str, str], letters: Mapping[str, "Prints[int]"]) -> dict[str, "array[int]"]:
    """For each slug that is not alone in what it asks those that ask the same, as their places among the titles.

    They are told by the posts' titles and by the prints of their letters; by both a place may be told twice.
    """
    places = {slug: place for place, slug in enumerate(titles)}
    found: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for a, b in chain(_pairs_by_title(titles), _pairs_by_letter(letters)):
        found[a].append(places[b])
        found[b].append(places[a])
    return dict(found)


def title_key(title: str) -> tuple[str, ...]:
    """What a title asks: the kind of question and its telling words in order; empty where it asks too little.

    >>> title_key("How Can I Get My Husband to Love Me Again?")
    ('how', 'husband', 'love', 'again')
    >>> title_key("Marriage and money")
    ()
    """
    for part in _SUBTITLE.split(title):
        row = tokens(_POSSIBLE.sub("can", part))
        manner = next((_MANNERS[word] for word in row if word in _MANNERS), "")
        little = _SAID_LITTLE | {"back"} if "again" in row else _SAID_LITTLE
        telling = tuple(_ONE_OF_THEM.get(word, word) for word in row if word not in little and not word.isdigit())
        if manner and len(telling) >= TITLE_WORDS:
            return (manner, *telling)
    return ()


def _pairs_by_title(titles: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    groups: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for slug, title in titles.items():
        if key := title_key(title):
            groups[key].append(slug)
    for group in groups.values():
        group.sort()
        for at, slug in enumerate(group):
            yield from ((slug, other) for other in group[at + 1 : at + 1 + MOST_ALIKE])


def _pairs_by_letter(letters: Mapping[str, "Prints[int]"]) -> Iterator[tuple[str, str]]:
    """The letters of which one holds half of the other's prints: each is looked up among those that are no longer."""
    asked = {slug: prints for slug, prints in letters.items() if len(prints) >= LETTER_SHINGLES}
    looked_up = telling(asked, LETTER_SHARE)
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for slug in sorted(asked, key=lambda slug: (len(asked[slug]), slug)):
        own = set(asked[slug])
        for other in sorted({other for one in asked[slug] if one in holders for other in holders[one]}):
            if share_held(asked[other], own) >= LETTER_SHARE:
                yield slug, other
        for one in looked_up.get(slug, ()):
            if len(holders[one]) < MOST_ALIKE:
                holders[one].append(slug)
