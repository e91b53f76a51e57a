"""Gives tags and categories the names, addresses and descriptions of the vocabulary, and counts the topics.

Signals: `article_generator_pretaxonomy` (before Pelican sorts articles by tag), `article_generator_finalized`.
Settings: Pelican's `PATH` (the vocabulary is `tags.toml` in it) and `DEFAULT_CATEGORY`.

Templates get: `tag.name`, `tag.slug`, `tag.description`, `tag.former` (slugs that it had); `category.slug`,
`category.description` ('' outside the vocabulary); in the context `topics`, a tuple of Topic(tag, articles_count), by
name. A tag or category outside the vocabulary raises SiteError.
"""

from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import ArticlesGenerator

from plugins.shared.errors import SiteError
from plugins.shared.vocabulary import read_vocabulary
from plugins.tags.topics import name_tags, topics_of, unknown_names


@dataclass(frozen=True)
class Config:
    """The settings of this plugin."""

    path: Path
    default_category: str

    @classmethod
    def from_settings(cls, settings: dict[str, Any]) -> "Config":
        """Read the settings."""
        return cls(Path(settings["PATH"], "tags.toml"), settings["DEFAULT_CATEGORY"])


def use_vocabulary(generator: ArticlesGenerator) -> None:
    """Name the tags and the category of every article, drafts too."""
    config = Config.from_settings(generator.settings)
    vocabulary = read_vocabulary(config.path)
    articles = [*chain(generator.articles, generator.translations, generator.drafts, generator.drafts_translations)]
    problems = sorted(unknown_names(articles, vocabulary, config.default_category))
    if problems:
        raise SiteError(problems)
    for article in articles:
        name_tags(article, vocabulary)


def add_topics(generator: ArticlesGenerator) -> None:
    """Put the topics into the context of the templates."""
    generator.context["topics"] = topics_of(generator.tags)


def register() -> None:
    """Connect the receivers."""
    signals.article_generator_pretaxonomy.connect(use_vocabulary)
    signals.article_generator_finalized.connect(add_topics)
