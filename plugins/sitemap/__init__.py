"""Gives the site map what it tells of posts and pages beside their addresses.

Signals: `all_generators_finalized` (the first moment at which pictures' addresses are resolved). Settings: none.

Templates get, on every published article and page: `pictures`, the addresses of the pictures in its text, each once, as
the text has them.
"""

from itertools import chain
from typing import Any

from pelican import signals
from pelican.generators import ArticlesGenerator, PagesGenerator

from plugins.sitemap.pictures import pictures_in


def add_pictures(generators: list[Any]) -> None:
    """Set `pictures` on everything that the site map names with its text."""
    articles = chain.from_iterable(each.articles for each in generators if isinstance(each, ArticlesGenerator))
    pages = chain.from_iterable(each.pages for each in generators if isinstance(each, PagesGenerator))
    for text in chain(articles, pages):
        text.pictures = pictures_in(text.content)


def register() -> None:
    """Connect the receivers."""
    signals.all_generators_finalized.connect(add_pictures)
