"""Lists the contents of guides.

Signals: `all_generators_finalized`. Settings: none.

Templates get, on every article: `contents`, a tuple of Heading(id, text), in order; () unless the article is a guide
with three second-level headings or more.
"""

from itertools import chain
from typing import Any

from pelican import signals
from pelican.generators import ArticlesGenerator

from plugins.contents.headings import headings_of


def add_contents(generators: list[Any]) -> None:
    """Set `contents` on every article, drafts too."""
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            for article in chain(generator.articles, generator.drafts):
                article.contents = headings_of(article.content) if article.kind == "guide" else ()


def register() -> None:
    """Connect the receivers."""
    signals.all_generators_finalized.connect(add_contents)
