"""Feeds whose entries keep their id for good, and hold the whole text.

Signals: `get_writer`; this is the project's one custom writer, Pelican honors only the first; `article_generator_init`
(finds the templates), `article_writer_finalized` (writes the feeds that Pelican knows nothing of). Settings: Pelican's
`*_FEED_ATOM`, `*_FEED_RSS`, `FEED_DOMAIN`, `FEED_MAX_ITEMS`, `SITENAME`, `DEFAULT_LANG`; `SITETAGLINE`;
`FEEDS_ALL_JSON`, `FEEDS_CATEGORY_JSON`, `FEEDS_TAG_JSON`, `FEEDS_UPDATES_ATOM`, `FEEDS_UPDATES_RSS`,
`FEEDS_UPDATES_JSON` (paths, '' for none), `FEEDS_HUB_URL` (a WebSub hub, '' for none).

The template `feed_entry` makes the text of an entry; it gets `article` and `SITEURL`, nothing else. `feed_notice` makes
what people see above the entries, one element of XHTML; it gets `title`, `SITEURL` (never empty) and `feed_url`, and
may set `stylesheet`, a file's path below the site. `feed_updates` is the title of the feed of updates.

The writer asks `in_turn` when to write each file, where a plugin puts such a function into the context; it is called
with the file's name and what writes it.

An entry's id is `article.post_id`: a new title, date or slug announces nothing anew. Titles are plain text as written.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any
from urllib.parse import urljoin

from feedgenerator import SyndicationFeed
from feedgenerator.django.utils.feedgenerator import Stylesheet
from pelican import signals
from pelican.generators import ArticlesGenerator
from pelican.utils import get_relative_path, path_to_url
from pelican.writers import Writer

from plugins.feeds.formats import AtomFeed, JsonFeed, RssFeed
from plugins.feeds.links import absolute_links
from plugins.feeds.settings import Config

CSS = "text/css"
FORMATS = {"atom": AtomFeed, "rss": RssFeed, "json": JsonFeed}


class FeedWriter(Writer):  # type: ignore[misc]
    """Pelican's writer with permanent ids in its feeds, in three formats."""

    def write_file(self, name: Any, template: Any, context: Any, *arguments: Any, **named: Any) -> None:
        """Write a page, as Pelican does, when its turn has come."""
        write = partial(super().write_file, name, template, context, *arguments, **named)
        context.get("in_turn", at_once)(name, write)

    def write_feed(self, elements: Any, context: Any, path: Any = None, *arguments: Any, **named: Any) -> None:
        """Write a feed, as Pelican does, when its turn has come; remember where it lies."""
        write = super().write_feed

        def write_feed() -> None:
            self.path = path
            write(elements, context, path, *arguments, **named)

        context.get("in_turn", at_once)(path, write_feed)

    def _create_new_feed(self, feed_type: str, feed_title: str, context: dict[str, Any]) -> SyndicationFeed:
        """A feed with an id of its own, and the site as the author of entries that name none."""
        self.entry, self.home = context["feed_entry"], self.feed_domain.rstrip("/") + "/"
        title = f"{context['SITENAME']} - {feed_title}" if feed_title else context["SITENAME"]
        tagline = context.get("SITETAGLINE", "")
        notice = context["feed_notice"].make_module(
            {"title": title, "SITEURL": self.home[:-1], "feed_url": self.feed_url}
        )
        sheet = getattr(notice, "stylesheet", "")
        return FORMATS[feed_type](
            title=title,
            link=self.home,
            description=tagline,
            language=context["DEFAULT_LANG"],
            author_name=context["SITENAME"],
            subtitle=tagline or None,
            feed_url=self.feed_url,
            feed_guid=self.feed_url,
            stylesheets=[Stylesheet(f"{path_to_url(get_relative_path(self.path))}/{sheet}", CSS)] if sheet else None,
            notice=str(notice).strip(),
            written=self.__dict__.setdefault("written", {}).setdefault(feed_type, {}),
            hub=Config.from_settings(self.settings).hub_url,
        )

    def _add_item_to_the_feed(self, feed: SyndicationFeed, item: Any) -> None:
        """Add an article with its text in full; RSS knows one text only, the others have its summary beside it."""
        content, is_rss = self.text_of(item), isinstance(feed, RssFeed)
        feed.add_item(
            title=item.title,
            link=urljoin(self.home, item.url),
            unique_id=item.post_id,
            unique_id_is_permalink=False,
            description=content if is_rss else item.summary if item.summary_text else None,
            content=None if is_rss else content,
            summary_text=item.summary_text,
            categories=[item.category, *getattr(item, "tags", ())],
            author_name=str(getattr(item, "author", "")),
            pubdate=item.date,
            updateddate=getattr(item, "modified", item.date),
        )

    def text_of(self, item: Any) -> str:
        """The text of an article as it stands in every feed, made once."""
        texts: dict[str, str] = self.__dict__.setdefault("texts", {})
        if item.post_id not in texts:
            text = self.entry.render(article=item, SITEURL=self.home[:-1]).strip()
            texts[item.post_id] = absolute_links(text, urljoin(self.home, item.url))
        return texts[item.post_id]


def at_once(_name: str, write: Callable[[], object]) -> None:
    """Write a file without waiting for others."""
    write()


def find_templates(generator: ArticlesGenerator) -> None:
    """Check the settings, and put the templates of a feed where the writer finds them."""
    Config.from_settings(generator.settings)
    for name in ("feed_entry", "feed_notice"):
        generator.context[name] = generator.get_template(name)


def write_more(generator: ArticlesGenerator, writer: FeedWriter) -> None:
    """Write the feeds of JSON and those of updates."""
    for path, feed_type, title, articles in _more_feeds(generator, Config.from_settings(generator.settings)):
        if path:
            writer.write_feed(articles, generator.context, path, feed_type=feed_type, feed_title=title)


def _more_feeds(generator: ArticlesGenerator, config: Config) -> Iterator[tuple[str, str, str, list[Any]]]:
    """Path, format, title ('' for the site's own) and articles of each feed."""
    yield config.all_json, "json", "", generator.articles
    for category, articles in generator.categories:
        yield config.category_json.format(slug=category.slug), "json", category.name, articles
    for tag, articles in generator.tags.items():
        yield config.tag_json.format(slug=tag.slug), "json", tag.name, articles
    updates = [*generator.context.get("updates", ())]
    title = generator.get_template("feed_updates").render().strip()
    for path, feed_type in ((config.updates_atom, "atom"), (config.updates_rss, "rss"), (config.updates_json, "json")):
        yield path, feed_type, title, updates


def use_feed_writer(pelican_object: Any) -> type[Writer]:
    """Have feeds written by the writer of this package."""
    return FeedWriter


def register() -> None:
    """Connect the receivers."""
    signals.article_generator_init.connect(find_templates)
    signals.article_writer_finalized.connect(write_more)
    signals.get_writer.connect(use_feed_writer)
