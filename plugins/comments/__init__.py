"""Puts the archive of comments under each article.

Signals: `article_generator_finalized`. Settings: Pelican's `PATH` (the comments files are in `comments/` below it).

Templates get, on every article: `comments`, a tuple of CommentNode(id, author, date, html, by_author, replies,
reply_to, reply_to_author), oldest first, where `replies` are CommentNodes again, four levels at most, and `date` is a
moment, a day or None; `comments_count`, of all that are shown; and of the others, which are held, `comments_merged`,
those that repeat another, and `comments_private`, those that hold personal data. A comments file without a post, or
with an error in it, raises SiteError.
"""

from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import ArticlesGenerator

from plugins.comments.threads import Threads, count, read_threads


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
        own = threads.get(article.slug, Threads())
        article.comments, article.comments_merged, article.comments_private = own.comments, own.merged, own.private
        article.comments_count = count(own.comments)


def register() -> None:
    """Connect the receivers."""
    signals.article_generator_finalized.connect(add_comments)
