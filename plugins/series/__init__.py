"""Tells the parts of a series (`Series: NAME`) of each other.

Signals: `article_generator_finalized`. Settings: none.

Templates get, on every article: `series`, a Series(name, number, parts, previous, next) where `number` is the article's
own place from 1, `parts` are the articles in order of date, and `previous` and `next` are articles or None; None where
the article is of no series, or the only part that is published.
"""

from pelican import signals
from pelican.generators import ArticlesGenerator

from plugins.series.parts import link_series


def add_series(generator: ArticlesGenerator) -> None:
    """Set `series` on every article, drafts too."""
    link_series(generator.articles, generator.drafts)


def register() -> None:
    """Connect the receivers."""
    signals.article_generator_finalized.connect(add_series)
