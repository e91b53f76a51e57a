"""Links updates from letter writers (`Update_of`) and what they are updates of, both ways.

Signals: `article_generator_finalized`. Settings: none of its own. An `Update_of` that names no post, goes in a
circle or is older than its original raises SiteError.

Templates get, on every article: `update_of`, the article that it is an update of, or None; and `updates`, a tuple of
the articles that are updates of it, or of one of its updates, oldest first. In the context: `updates`, every update,
newest first. Only published articles are led to.
"""

from pathlib import Path

from pelican import signals
from pelican.generators import ArticlesGenerator

from plugins.shared.errors import SiteError
from plugins.shared.posts import read_post
from plugins.updates.links import link_updates, problems_of


def add_updates(generator: ArticlesGenerator) -> None:
    """Set `update_of` and `updates` on every article, and `updates` in the context."""
    everything = [*generator.articles, *generator.drafts]
    if any(article.update_of_slug for article in everything):
        problems = sorted(problems_of([read_post(Path(article.source_path)) for article in everything]))
        if problems:
            raise SiteError(problems)
    generator.context["updates"] = link_updates(generator.articles, generator.drafts)


def register() -> None:
    """Connect the receivers."""
    signals.article_generator_finalized.connect(add_updates)
