"""Feeds whose entries keep their id for good, and hold the whole text.

Signals: `get_writer`; this is the project's one custom writer, Pelican honors only the first; `article_generator_init`
(finds the template). Settings: Pelican's `*_FEED_ATOM`, `*_FEED_RSS`, `FEED_DOMAIN`, `FEED_MAX_ITEMS`, `SITENAME`,
`DEFAULT_LANG`; `SITETAGLINE`.

The template `feed_entry` makes the text of an entry. It gets `article` and `SITEURL`, nothing else.

An entry's id is `article.post_id`: a new title, date or slug announces nothing anew. Titles are plain text as written.
"""

from typing import Any

from feedgenerator import Rss201rev2Feed, SyndicationFeed
from pelican import signals
from pelican.generators import ArticlesGenerator
from pelican.writers import Writer


class FeedWriter(Writer):  # type: ignore[misc]
    """Pelican's writer with permanent ids in its feeds."""

    def _create_new_feed(self, feed_type: str, feed_title: str, context: dict[str, Any]) -> SyndicationFeed:
        """A feed with an id of its own, and the site as the author of entries that name none."""
        feed = super()._create_new_feed(feed_type, feed_title, context)
        self.entry = context["feed_entry"]
        tagline = context.get("SITETAGLINE", "")
        feed.feed |= {
            "id": self.feed_url,
            "author_name": context["SITENAME"],
            "description": tagline,
            "subtitle": tagline or None,
            "language": context["DEFAULT_LANG"],
        }
        return feed

    def _add_item_to_the_feed(self, feed: SyndicationFeed, item: Any) -> None:
        """Add an article with its text in full; RSS knows one text only, Atom has its summary beside it."""
        content = self.entry.render(article=item, SITEURL=self.site_url).strip()
        is_rss = isinstance(feed, Rss201rev2Feed)
        feed.add_item(
            title=item.title,
            link=self.urljoiner(self.site_url, item.url),
            unique_id=item.post_id,
            unique_id_is_permalink=False,
            description=content if is_rss else item.summary if item.summary_text else None,
            content=None if is_rss else content,
            categories=[item.category, *getattr(item, "tags", ())],
            author_name=str(getattr(item, "author", "")),
            pubdate=item.date,
            updateddate=getattr(item, "modified", item.date),
        )


def find_template(generator: ArticlesGenerator) -> None:
    """Put the template of an entry where the writer finds it."""
    generator.context["feed_entry"] = generator.get_template("feed_entry")


def use_feed_writer(pelican_object: Any) -> type[Writer]:
    """Have feeds written by the writer of this package."""
    return FeedWriter


def register() -> None:
    """Connect the receivers."""
    signals.article_generator_init.connect(find_template)
    signals.get_writer.connect(use_feed_writer)
