"""The three formats of a feed, each with the address of itself, the hub that tells of news, and words for people.

Atom 1.0 (RFC 4287), RSS 2.0, JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). Besides what `feedgenerator` knows,
a feed is made with `hub` (an address, or ''), and those of XML with `notice` (XHTML, or ''): browsers show it above the
entries, feed readers pass it over. Browsers are giving up XSLT (Chromium from version 155 on), so a feed names a style
sheet in CSS and nothing more.

Feeds of one format that are made with the same `written`, a dictionary that is empty at first, write an entry once: it
keeps the text of each by its id.
"""

import json
from datetime import UTC, datetime
from io import StringIO
from typing import Any, TextIO
from xml.sax import ContentHandler, parseString
from xml.sax.xmlreader import AttributesImpl

from feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator

WHEN_EMPTY = datetime(1970, 1, 1, tzinfo=UTC)
"""The day of a feed without entries: it must have one, and the same site the same one each time it is built."""


class Dated(SyndicationFeed):  # type: ignore[misc]
    """A feed whose own date is that of its newest entry, never the time of the build."""

    def latest_post_date(self) -> datetime:
        """When something in the feed changed last."""
        dates = [item[key] for item in self.items for key in ("pubdate", "updateddate") if item[key]]
        return max(dates, default=WHEN_EMPTY)


class XmlFeed(Dated):
    """A feed of XML, whose entries are elements of the name `entry`."""

    entry: str

    def write_items(self, handler: Any) -> None:
        """The entries, each as it was written first."""
        written = self.feed["written"]
        for item in self.items:
            if item["unique_id"] not in written:
                written[item["unique_id"]] = self._element(item)
            handler.ignorableWhitespace(written[item["unique_id"]])  # the one call that writes what is XML already

    def _element(self, item: dict[str, Any]) -> str:
        text = StringIO()
        handler = SimplerXMLGenerator(text, "utf-8", short_empty_elements=True)
        handler.startElement(self.entry, self.item_attributes(item))
        self.add_item_elements(handler, item)
        handler.endElement(self.entry)
        return text.getvalue()


class AtomFeed(XmlFeed, Atom1Feed):  # type: ignore[misc]
    """Atom, for readers and for people who open it in a browser."""

    entry = "entry"

    def write(self, outfile: TextIO, encoding: str) -> None:
        """Write the feed with its style sheets, which `feedgenerator` names in RSS alone."""
        handler = SimplerXMLGenerator(outfile, encoding, short_empty_elements=True)
        handler.startDocument()
        for sheet in self.feed["stylesheets"] or ():
            handler.processingInstruction("xml-stylesheet", sheet)
        handler.startElement("feed", self.root_attributes())
        self.add_root_elements(handler)
        self.write_items(handler)
        handler.endElement("feed")

    def add_root_elements(self, handler: Any) -> None:
        """What stands before the entries."""
        super().add_root_elements(handler)
        if self.feed["hub"]:
            handler.addQuickElement("link", "", {"rel": "hub", "href": self.feed["hub"]})
        _add(handler, self.feed["notice"])


class RssFeed(XmlFeed, Rss201rev2Feed):  # type: ignore[misc]
    """RSS, for readers and for people who open it in a browser."""

    entry = "item"

    def add_root_elements(self, handler: Any) -> None:
        """What stands before the items."""
        super().add_root_elements(handler)
        if self.feed["hub"]:
            handler.addQuickElement("atom:link", None, {"rel": "hub", "href": self.feed["hub"]})
        _add(handler, self.feed["notice"])


class JsonFeed(Dated):
    """JSON Feed."""

    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile: TextIO, encoding: str) -> None:
        """Write the feed; keys without a value are left out."""
        feed = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.feed["title"],
            "home_page_url": self.feed["link"],
            "feed_url": self.feed["feed_url"],
            "description": self.feed["description"],
            "language": self.feed["language"],
            "authors": [{"name": self.feed["author_name"]}],
            "hubs": [{"type": "WebSub", "url": self.feed["hub"]}] if self.feed["hub"] else None,
        }
        items = [_without_empty(_json_item(item)) for item in self.items]
        outfile.write(json.dumps({**_without_empty(feed), "items": items}, ensure_ascii=False))


def _json_item(item: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": item["unique_id"],
        "url": item["link"],
        "title": item["title"],
        "content_html": item["content"],
        "summary": item["summary_text"],
        "date_published": item["pubdate"].isoformat(),
        "date_modified": item["updateddate"].isoformat() if item["updateddate"] != item["pubdate"] else None,
        "authors": [{"name": item["author_name"]}] if item["author_name"] else None,
        "tags": item["categories"],
    }


def _without_empty(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


class _Copy(ContentHandler):
    """Tells another handler of every element and text."""

    def __init__(self, target: Any) -> None:
        super().__init__()
        self.target = target

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 (the name is SAX's)
        self.target.startElement(name, dict(attrs))

    def endElement(self, name: str) -> None:  # noqa: N802
        self.target.endElement(name)

    def characters(self, content: str) -> None:
        self.target.characters(content)


def _add(handler: Any, xhtml: str) -> None:
    if xhtml:
        parseString(xhtml, _Copy(handler))
