"""The controlled vocabulary, `content/tags.toml`: what may be a tag, and which tags a text gives evidence for."""

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from plugins.shared.cues import Cue, CueIndex, cues_in, index_cues, make_cue
from plugins.shared.errors import Problem, SiteError
from plugins.shared.posts import TAGS_MAX, TAGS_MIN
from plugins.shared.similarity import tokens
from plugins.shared.stop_words import GENERAL_WORDS, STOP_WORDS
from plugins.shared.toml_files import read_tables
from plugins.shared.vocabulary_rules import wrong_entries

NAME_WEIGHT = 3.0
"""What a tag's own name and aliases weigh where they are not among its cues."""

TITLE_FACTOR = 2.0
"""How much more a cue weighs that stands in the title."""

LEAST_SCORE = 3.0
"""The evidence that a tag needs: one strong cue, or several hints."""

LEAST_SHARE = 0.3
"""The share of the best tag's score that the fourth and later tags need: a text's side remarks are not its topics."""

OUTSIDE_TIMES = 3
"""How often a text must repeat a word before it is offered as a new tag."""

SHORTEST = 4
"""The fewest letters of a word that is offered."""

_NO_TAGS = STOP_WORDS | GENERAL_WORDS


@dataclass(frozen=True)
class Category:
    """A field of life that letters are about."""

    slug: str
    name: str
    description: str


@dataclass(frozen=True)
class Tag:
    """A tag: its slug, its name, what it is for, its usual category's slug; `cues` maps a phrase to its weight.

    `former` are the slugs that it had, or that tags had which are now part of it.
    """

    tag: str
    name: str
    description: str
    category: str
    aliases: tuple[str, ...] = ()
    cues: Mapping[str, float] = field(default_factory=dict)
    former: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """All tags and categories, each by its slug, in the order of the file."""

    tags: Mapping[str, Tag]
    categories: Mapping[str, Category]

    @cached_property
    def cue_index(self) -> CueIndex:
        """The cues of all tags; a tag's name and aliases are cues too."""
        return index_cues(
            make_cue(tag.tag, phrase, weight)
            for tag in self.tags.values()
            for phrase, weight in (
                dict.fromkeys(map(str.casefold, (tag.name, *tag.aliases)), NAME_WEIGHT) | {**tag.cues}
            ).items()
        )


@dataclass(frozen=True)
class Suggestion:
    """A tag (its slug) that a text gives evidence for, and the cues that say so, strongest first."""

    tag: str
    score: float
    cues: tuple[str, ...]


def read_vocabulary(path: Path) -> Vocabulary:
    """Read and check the file. Raises SiteError with every problem found, each with its line."""
    found = read_tables(path, ("category", "tag"), "tags")
    problems = [Problem(path, line, message, "tags") for line, message in wrong_entries(found)]
    if problems:
        raise SiteError(sorted(problems))
    lists = ("aliases", "former")
    tags = [Tag(**{**table, **{key: tuple(table.get(key, ())) for key in lists}}) for _, table in found["tag"]]
    categories = [Category(**table) for _, table in found["category"]]
    return Vocabulary({tag.tag: tag for tag in tags}, {category.slug: category for category in categories})


@dataclass(frozen=True)
class CuedText:
    """A text as tokens, the title's before the body's, with the cues found in either and the places of these."""

    title: Sequence[str]
    body: Sequence[str]
    in_title: Sequence[tuple[int, Cue]]
    in_body: Sequence[tuple[int, Cue]]


def find_cues(vocabulary: Vocabulary, title: Sequence[str], body: Sequence[str]) -> CuedText:
    """The cues in the tokens of a title and of a body: both kinds of suggestion are drawn from them."""
    index = vocabulary.cue_index
    return CuedText(title, body, tuple(cues_in(index, title)), tuple(cues_in(index, body)))


def suggest_tags(vocabulary: Vocabulary, title: str, body: str) -> tuple[Suggestion, ...]:
    """The tags that a text gives evidence for, best first: three to six where the evidence allows, none without any.

    A cue weighs once in the title, and in the body less with each repetition.
    """
    return tags_of_cues(find_cues(vocabulary, tokens(title), tokens(body)))


def tags_of_cues(text: CuedText) -> tuple[Suggestion, ...]:
    """What `suggest_tags` suggests, for a text whose cues are found already."""
    in_title = Counter(cue for _, cue in text.in_title)
    in_body = Counter(cue for _, cue in text.in_body)
    scores: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for cue in in_title.keys() | in_body.keys():
        times = (TITLE_FACTOR if in_title[cue] else 0.0) + (1 + math.log(in_body[cue]) if in_body[cue] else 0.0)
        scores[cue.tag][cue.phrase] = cue.weight * times
    found = [
        Suggestion(tag, round(sum(cues.values()), 3), tuple(sorted(cues, key=lambda phrase: (-cues[phrase], phrase))))
        for tag, cues in scores.items()
    ]
    found = sorted((one for one in found if one.score >= LEAST_SCORE), key=lambda one: (-one.score, one.tag))
    clear = sum(1 for one in found if one.score >= LEAST_SHARE * found[0].score)
    return tuple(found[: min(TAGS_MAX, max(TAGS_MIN, clear))])


def suggest_category(vocabulary: Vocabulary, tags: Sequence[str]) -> str:
    """The name of the category that most of the tags (best first) usually stand in; '' where none is known.

    Each tag counts less than the one before it, so that the first decides between two.
    """
    votes: defaultdict[str, float] = defaultdict(float)
    for place, tag in enumerate(tag for tag in tags if tag in vocabulary.tags):
        votes[vocabulary.tags[tag].category] += 1 / (place + 1)
    return vocabulary.categories[max(votes, key=lambda slug: votes[slug])].name if votes else ""


def words_without_cues(text: CuedText, held: Mapping[str, int], limit: int = 8) -> tuple[str, ...]:
    """The words and pairs of words that a text repeats and that no tag, alias or cue covers, most frequent first.

    `held` tells how often each token stands in the text. No pair spans the title and the body.
    """
    repeated = {word for word, count in held.items() if count >= OUTSIDE_TIMES and _may_be_tag(word)}
    if not repeated:
        return ()
    telling = [*_uncovered(text.title, text.in_title, repeated), "", *_uncovered(text.body, text.in_body, repeated)]
    counts = Counter(telling)
    del counts[""]
    often = {word: times for word, times in counts.items() if times >= OUTSIDE_TIMES}
    pairs = Counter((a, b) for a, b in itertools.pairwise(telling) if a and b and a in often and b in often and a != b)
    frequent = dict(often)
    for (a, b), times in pairs.items():
        if times >= OUTSIDE_TIMES:
            frequent[f"{a} {b}"] = times
            for word in (a, b):
                if counts[word] == times:
                    frequent.pop(word, None)
    return tuple(sorted(frequent, key=lambda phrase: (-frequent[phrase], phrase))[:limit])


def _may_be_tag(word: str) -> bool:
    return len(word) >= SHORTEST and word not in _NO_TAGS and not word.isdigit()


def _uncovered(row: Sequence[str], found: Sequence[tuple[int, Cue]], repeated: Set[str]) -> list[str]:
    """A row of words in which "" stands for each that a cue covers, or that is not among the repeated ones."""
    left = [word if word in repeated else "" for word in row]
    for place, cue in found:
        left[place : place + len(cue.words)] = [""] * len(cue.words)
    return left
