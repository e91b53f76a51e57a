"""Every feed of the built site, read by a well-kept parser and held against what its format requires."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import feedparser
import pytest
from bs4 import BeautifulSoup
from lxml import etree

from tests.conftest import PUBLISH, Built

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = PUBLISH["SITEURL"]


def feeds(built: Built, ending: str) -> list[Path]:
    return sorted((built.output / "feeds").rglob(f"*{ending}"))


def links_in(text: str) -> list[str]:
    soup = BeautifulSoup(text, "lxml")
    return [str(tag[name]) for name in ("href", "src") for tag in soup.select(f"[{name}]")]


def test_every_topic_has_a_feed_in_each_format(published: Built) -> None:
    folder = published.output
    for kind in ("tag", "category"):
        slugs = {page.parent.name for page in (folder / kind).glob("*/index.html")}
        assert slugs
        for ending in (".atom.xml", ".rss.xml", ".json"):
            assert {path.name.removesuffix(ending) for path in (folder / "feeds" / kind).glob(f"*{ending}")} == slugs


@pytest.mark.parametrize("ending", ["atom.xml", "rss.xml"])
def test_a_parser_finds_nothing_to_mend(published: Built, ending: str) -> None:
    paths = feeds(published, ending)
    assert len(paths) > 10
    for path in paths:
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo, f"{path}: {feed.get('bozo_exception')}"
        assert feed.version == {"atom.xml": "atom10", "rss.xml": "rss20"}[ending]
        assert {"title", "link"} <= set(feed.feed)
        assert [link.href for link in feed.feed.links if link.rel == "self"] == [
            f"{SITE}/{path.relative_to(published.output)}"
        ]
        for entry in feed.entries:
            assert entry.id.startswith("urn:uuid:")
            assert entry.link.startswith(f"{SITE}/advice/")
            assert entry.published_parsed
            texts = [content.value for content in entry.get("content", [])] or [entry.summary]
            assert all(urlsplit(link).scheme for text in texts for link in links_in(text))


def test_atom_has_every_element_that_it_must_have(published: Built) -> None:
    for path in feeds(published, "atom.xml"):
        root = etree.parse(path).getroot()
        for holder in (root, *root.findall(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert len(holder.findall(f"{ATOM}{name}")) == 1, f"{path}: {name}"
            assert datetime.fromisoformat(holder.findtext(f"{ATOM}updated") or "").tzinfo
        ids = [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")]
        assert len(ids) == len(set(ids))


TOP = {"version", "title", "home_page_url", "feed_url", "description", "language", "authors", "hubs", "items"}
ITEM = {"id", "url", "title", "content_html", "summary", "date_published", "date_modified", "authors", "tags"}
"""What JSON Feed 1.1 knows, of which these feeds use some (https://www.jsonfeed.org/version/1.1/)."""


def test_json_feeds_keep_to_their_schema(published: Built) -> None:
    paths = feeds(published, ".json")
    assert len(paths) > 10
    for path in paths:
        feed: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        assert set(feed) <= TOP
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["feed_url"] == f"{SITE}/{path.relative_to(published.output)}"
        for item in feed["items"]:
            assert set(item) <= ITEM
            assert {"id", "url", "content_html", "date_published"} <= set(item)
            assert all(isinstance(item[name], str) for name in set(item) - {"authors", "tags"})
            assert datetime.fromisoformat(item["date_published"]).tzinfo
            assert all(isinstance(tag, str) for tag in item["tags"])
            assert all(author["name"] for author in item.get("authors", []))
            assert all(urlsplit(link).scheme for link in links_in(item["content_html"]))
