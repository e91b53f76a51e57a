"""Reads posts and pages: header and body through `plugins.shared`, nothing else.

Signals: `generator_init` (filters), `readers_init` (replaces Pelican's readers), `article_generator_init` (checks every
header before anything is built, so that one run tells all problems), `article_generator_finalized` (neighbors).
Settings: Pelican's own `PATH`, `ARTICLE_PATHS`, `PAGE_PATHS`, `DEFAULT_LANG`.

Templates get two filters for dates: `words`, a day in the words of the site's language, and `isodate`, for machines.

Templates get, on every article: `kind`, `is_letter` (bool), `askers` (tuple of str), `from_reader` (bool: a letter that
somebody sent), `post_id` (the permanent Id), `word_count`, `reading_minutes` (int), `source_date` (datetime.date or
None), `source_date_unknown` (True only where the header says so), `source_title` (str, '' for none), `safety`,
`aliases` (tuples of str), `summary_text` (plain text, '' for none), `previous_article` and `next_article` (published
ones, by date then slug, or None). For other plugins: `related_slugs`, `update_of_slug`, `series_name`, `steps_heading`.
On every page: `summary_text`, `template`, `safety`, `aliases`.
"""

import logging
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import ArticlesGenerator, Generator
from pelican.readers import BaseReader, Readers

from plugins.posts.filters import date_in_words, iso_date
from plugins.posts.metadata import page_metadata, pelican_metadata, post_metadata, problems_of, read_file
from plugins.posts.neighbors import link_neighbors
from plugins.shared.errors import SiteError
from plugins.shared.markdown import render
from plugins.shared.removed import removed_from

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Config:
    """The settings of this plugin."""

    pages: tuple[Path, ...]

    @classmethod
    def from_settings(cls, settings: dict[str, Any]) -> "Config":
        """Read the settings."""
        root = Path(settings["PATH"]).absolute()
        return cls(tuple(root / folder for folder in settings["PAGE_PATHS"]))

    def is_page(self, path: Path) -> bool:
        """Whether a file is a page by its place; every other one is a post."""
        return any(path.absolute().is_relative_to(folder) for folder in self.pages)


class PostReader(BaseReader):  # type: ignore[misc]
    """Reads the Markdown files of posts and pages."""

    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """The HTML of the body and the values of the header."""
        path = Path(source_path)
        page = Config.from_settings(self.settings).is_page(path)
        post = read_file(path, page)
        header = ({} if page else {"category": self.settings["DEFAULT_CATEGORY"]}) | pelican_metadata(post)
        known = {key: self.process_metadata(key, value) for key, value in header.items()}
        for found in removed_from(post.body):
            log.warning("%s: `%s` is left out of the page; `blog check` says where it stands", path, found)
        return render(post.body), known | (page_metadata(post) if page else post_metadata(post))


def install_filters(generator: Generator) -> None:
    """Give the generator's templates the filters for dates."""
    words = partial(date_in_words, language=generator.settings["DEFAULT_LANG"])
    generator.env.filters |= {"words": words, "isodate": iso_date}


def replace_readers(readers: Readers) -> None:
    """Markdown is read by PostReader; static files are copied; every other format is left alone."""
    readers.reader_classes = {"static": BaseReader, "md": PostReader}


def check_headers(generator: ArticlesGenerator) -> None:
    """Raise SiteError with every problem of every header, before the first post is read."""
    settings, config = generator.settings, Config.from_settings(generator.settings)
    names = {
        *generator.get_files(settings["ARTICLE_PATHS"], settings["ARTICLE_EXCLUDES"]),
        *generator.get_files(settings["PAGE_PATHS"], settings["PAGE_EXCLUDES"]),
    }
    files = [Path(generator.path, name) for name in names if name.endswith(".md")]
    problems = sorted(problems_of((path, config.is_page(path)) for path in files))
    if problems:
        raise SiteError(problems)


def set_neighbors(generator: ArticlesGenerator) -> None:
    """Give every published post its neighbors."""
    link_neighbors(generator.articles)


def register() -> None:
    """Connect the receivers."""
    signals.generator_init.connect(install_filters)
    signals.readers_init.connect(replace_readers)
    signals.article_generator_init.connect(check_headers)
    signals.article_generator_finalized.connect(set_neighbors)
