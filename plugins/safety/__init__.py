"""Says which pages have a quick exit, for readers beside somebody whom they fear.

Signals: `article_generator_init`, `article_generator_finalized`, `page_generator_finalized`. Settings: `QUICK_EXIT`
("safety": pages with a safety topic, the help page and the ask page; or "everywhere"), `QUICK_EXIT_URL` (the harmless
page that one leaves for). A value that can't be used raises SettingsError.

Templates get: in the context `quick_exit`, a QuickExit(url, everywhere); on every article and page `quick_exit` (bool).
"""

from itertools import chain

from pelican import signals
from pelican.generators import ArticlesGenerator, PagesGenerator

from plugins.safety.settings import QuickExit, needs_exit


def add_settings(generator: ArticlesGenerator) -> None:
    """Put the settings into the context that all pages share."""
    generator.context["quick_exit"] = QuickExit.from_settings(generator.settings)


def mark_articles(generator: ArticlesGenerator) -> None:
    """Say of every article, drafts too, whether it has a quick exit."""
    for article in chain(generator.articles, generator.drafts):
        article.quick_exit = needs_exit(article)


def mark_pages(generator: PagesGenerator) -> None:
    """Say of every page, drafts too, whether it has a quick exit."""
    for page in chain(generator.pages, generator.draft_pages):
        page.quick_exit = needs_exit(page)


def register() -> None:
    """Connect the receivers."""
    signals.article_generator_init.connect(add_settings)
    signals.article_generator_finalized.connect(mark_articles)
    signals.page_generator_finalized.connect(mark_pages)
