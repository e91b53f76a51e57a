"""What is measured of an article where it is read, so that it is done on all cores: tags, prints, terms, notes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from plugins.normalize.article import Article, Reading
from plugins.normalize.write.safety import safety_offered
from plugins.shared.posts import question_of
from plugins.shared.prints import Prints, prints_of
from plugins.shared.ranking import Measures, measures_of
from plugins.shared.similarity import tokens
from plugins.shared.vocabulary import Vocabulary, find_cues, tags_of_cues, words_without_cues


@dataclass(frozen=True, slots=True)
class Findings:
    """The measures of an article's text. `tags` and `outside` are None without a vocabulary.

    `prints` tell copies and `measures` related posts; `outside` are words that no tag covers, `safety` the topics that
    a person may want to note, each with the words that say so.
    """

    prints: Prints  # type: ignore[type-arg]
    measures: Measures
    tags: tuple[str, ...] | None
    outside: tuple[str, ...] | None
    safety: Mapping[str, list[str]]


@dataclass(frozen=True)
class Read:
    """A capture read, and the findings of each of its articles, by the article's number."""

    reading: Reading
    findings: Mapping[int, Findings]


def read_of(reading: Reading, vocabulary: Vocabulary | None) -> Read:
    """A reading with all that is to be found in its articles."""
    return Read(reading, {article.number: findings_of(article, vocabulary) for article in reading.articles})


def findings_of(article: Article, vocabulary: Vocabulary | None) -> Findings:
    """The findings of one article. Its text is taken apart into tokens once, for all of them."""
    title, body = tokens(article.title), tokens(article.body)
    text = find_cues(vocabulary, title, body) if vocabulary else None
    return Findings(
        prints_of(body),
        measures_of(title, body, tokens(question_of(article.kind, article.body))),
        tuple(found.tag for found in tags_of_cues(text)) if text else None,
        words_without_cues(text) if text else None,
        safety_offered(f"{article.title}\n{article.body}"),
    )


def only(read: Read, reading: Reading) -> Read:
    """A reading in the place of another, with the findings of those articles that it still has."""
    return replace(read, reading=reading, findings={one.number: read.findings[one.number] for one in reading.articles})
