"""Puts the archive of comments under each article.

Signals: `article_generator_finalized`. Settings: Pelican's `PATH` (the comments files are in `comments/` below it).

Templates get, on every article: `comments`, a tuple of CommentNode(id, author, date, html, by_author, replies), oldest
first, where `replies` are CommentNodes again and `date` may be None; and `comments_count`, of all that are shown. Held
comments are absent. A comments file without a post, or with an error in it, raises SiteError.
"""

from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import ArticlesGenerator

from plugins.comments.threads import count, read_threads


@dataclass(frozen=True)
class Config:
    """The settings of this plugin."""

    folder: Path

    @classmethod
    def from_settings(cls, settings: dict[str, Any]) -> "Config":
        """Read the settings."""
        return cls(Path(settings["PATH"], "comments"))


def add_comments(generator: ArticlesGenerator) -> None:
    """Set `comments` and `comments_count` on every article, drafts too."""
    articles = [*chain(generator.articles, generator.drafts)]
    threads = read_threads(Config.from_settings(generator.settings).folder, {article.slug for article in articles})
    for article in articles:
        article.comments = threads.get(article.slug, ())
        article.comments_count = count(article.comments)


def register() -> None:
    """Connect the receivers."""
    signals.article_generator_finalized.connect(add_comments)
