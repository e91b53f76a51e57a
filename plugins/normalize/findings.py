"""What is measured of an article where it is read, so that it is done on all cores: tags, prints, terms, notes."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from plugins.normalize.article import Article, Reading
from plugins.normalize.write.safety import safety_offered
from plugins.shared.posts import question_of
from plugins.shared.prints import Prints, prints_with_part
from plugins.shared.ranking import Measures, measures_of
from plugins.shared.similarity import tokens
from plugins.shared.vocabulary import Vocabulary, find_cues, tags_of_cues, words_without_cues


class Findings(NamedTuple):
    """What an article's text is about. `tags` and `outside` are None without a vocabulary.

    `outside` are words that no tag covers, `safety` the topics that a person may want to note, each with the words
    that say so.
    """

    tags: tuple[str, ...] | None
    outside: tuple[str, ...] | None
    safety: Mapping[str, list[str]]


class Likeness(NamedTuple):
    """What an article's text is compared by: `prints` tell copies, `measures` related posts."""

    prints: Prints  # type: ignore[type-arg]
    measures: Measures


class Read(NamedTuple):
    """A capture read, and the findings and the likeness of each of its articles, by the article's number."""

    reading: Reading
    findings: Mapping[int, Findings]
    likeness: Mapping[int, Likeness]


def read_of(reading: Reading, vocabulary: Vocabulary | None) -> Read:
    """A reading with all that is to be found in its articles."""
    found = {article.number: _of(article, vocabulary) for article in reading.articles}
    return Read(reading, {key: one for key, (one, _) in found.items()}, {key: one for key, (_, one) in found.items()})


def _of(article: Article, vocabulary: Vocabulary | None) -> tuple[Findings, Likeness]:
    """What is found in one article. Its text is taken apart into tokens, and these are counted, once for all."""
    title, body = tokens(article.title), tokens(article.body)
    counts = Counter(title + body)
    text = find_cues(vocabulary, title, body) if vocabulary else None
    findings = Findings(
        tuple(found.tag for found in tags_of_cues(text)) if text else None,
        words_without_cues(text, counts) if text else None,
        safety_offered(f"{article.title}\n{article.body}"),
    )
    prints, question = prints_with_part(body, tokens(question_of(article.kind, article.body)))
    return findings, Likeness(prints, measures_of(title, counts, question))


def only(read: Read, reading: Reading) -> Read:
    """A reading in the place of another, with what was found in those articles that it still has."""
    numbers = [article.number for article in reading.articles]
    findings = {key: read.findings[key] for key in numbers}
    return Read(reading, findings, {key: one for key, one in read.likeness.items() if key in findings})
