"""Gives authors what `authors.toml` says of them.

Signals: `article_generator_finalized`. Settings: Pelican's `PATH` (the file is `authors.toml` in it).

Templates get, on every author of the context's `authors`: `profile`, a Profile(name, about, entitled_by, pen_name), or
None where the file doesn't have the author, who then comes from an imported post; `articles_count`. A post of the
blog's own by an author whom the file doesn't have raises SiteError.
"""

from pathlib import Path

from pelican import signals
from pelican.generators import ArticlesGenerator

from plugins.authors.authors import read_authors, unknown_author
from plugins.shared.errors import SiteError
from plugins.shared.posts import read_post


def add_profiles(generator: ArticlesGenerator) -> None:
    """Give every author of a published post a profile."""
    profiles = read_authors(Path(generator.settings["PATH"], "authors.toml"))
    posts = [read_post(Path(article.source_path)) for article in generator.articles]
    problems = sorted(problem for post in posts for problem in unknown_author(post, profiles))
    if problems:
        raise SiteError(problems)
    for author, articles in generator.authors:
        author.profile, author.articles_count = profiles.get(author.name), len(articles)


def register() -> None:
    """Connect the receivers."""
    signals.article_generator_finalized.connect(add_profiles)
