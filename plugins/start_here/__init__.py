"""The editor's shelf for who is new here, and the pages of topics in two orders: best first for newcomers, and newest.

Signals: `article_generator_finalized`, `get_generators`. Settings: Pelican's `PATH` (the shelf is `start-here.toml` in
it); its `TAG_SAVE_AS` and `CATEGORY_SAVE_AS` must be empty, since this package writes these pages.

Templates get: in the context `start_here`, a tuple of Shelved(post, why), `post` Pelican's Article. The templates `tag`
and `category` get their articles as from Pelican, and `order`: "best" on the topic's own page, "newest" on the one
in `newest/` below it, which there is only for topics with more than one post; "" without a choice. A pick that is no
published post raises SiteError.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import ArticlesGenerator, Generator
from pelican.writers import Writer

from plugins.shared.errors import SiteError
from plugins.start_here.shelf import best_first, read_picks, unknown_picks

NEWEST = "newest/"


@dataclass(frozen=True)
class Shelved:
    """A post on the shelf, and why to begin with it."""

    post: Any
    why: str


def add_shelf(generator: ArticlesGenerator) -> None:
    """Put the shelf into the context."""
    path = Path(generator.settings["PATH"], "start-here.toml")
    picks = read_picks(path)
    published = {article.slug: article for article in generator.articles}
    problems = sorted(unknown_picks(path, picks, list(published)))
    if problems:
        raise SiteError(problems)
    generator.context["start_here"] = tuple(Shelved(published[pick.slug], pick.why) for pick in picks)


class TopicsGenerator(Generator):  # type: ignore[misc]
    """Writes the pages of tags and categories."""

    def generate_output(self, writer: Writer) -> None:
        """Write each topic in both orders."""
        places = {shelved.post.slug: place for place, shelved in enumerate(self.context["start_here"])}
        for kind, topics in (("tag", self.context["tags"]), ("category", self.context["categories"])):
            for topic, articles in topics:
                choice = len(articles) > 1
                best = best_first(articles, places)
                self._write(writer, kind, topic, topic.url, best, "best" if choice else "")
                if choice:
                    newest = sorted(articles, reverse=True, key=lambda one: (one.date, one.slug))
                    self._write(writer, kind, topic, topic.url + NEWEST, newest, "newest")

    def _write(self, writer: Writer, kind: str, topic: Any, url: str, articles: list[Any], order: str) -> None:
        writer.write_file(
            f"{url}index.html",
            self.get_template(kind),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
            paginated={"articles": articles},
            template_name=kind,
            url=url,
            articles=articles,
            order=order,
            **{kind: topic},
        )


def use_generator(pelican_object: Any) -> type[Generator]:
    """Have the pages of topics written by the generator of this package."""
    return TopicsGenerator


def register() -> None:
    """Connect the receivers."""
    signals.article_generator_finalized.connect(add_shelf)
    signals.get_generators.connect(use_generator)
