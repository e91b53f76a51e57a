"""Feeds: permanent ids, whole texts, hostile titles, three formats."""

from pathlib import Path

import feedparser
import pytest
from lxml import etree

from plugins.feeds.settings import Config
from plugins.shared.errors import SettingError
from tests.conftest import Built
from tests.small_site import HOSTILE, SmallSite, build_small_site, post_file

ATOM = "{http://www.w3.org/2005/Atom}"
BODY = "The whole text, see [two]({filename}two.md), [below](#and-its-end), [help](/help/).\n\n## And its end"
TEMPLATES = {
    "feed_entry": "{{ article.content|safe }}\n",
    "feed_notice": (
        '{% set stylesheet = "feed.css" %}\n<div xmlns="http://www.w3.org/1999/xhtml"><h1>{{ title }}</h1></div>\n'
    ),
    "feed_updates": "What became of it\n",
}
SETTINGS = {
    "SITETAGLINE": "Plain & true.",
    "FEED_ALL_ATOM": "feeds/atom.xml",
    "FEED_ALL_RSS": "feeds/rss.xml",
    "TAG_FEED_ATOM": "feeds/tag/{slug}.atom.xml",
    "FEEDS_ALL_JSON": "feeds/feed.json",
    "FEEDS_TAG_JSON": "feeds/tag/{slug}.json",
    "FEEDS_CATEGORY_JSON": "feeds/category/{slug}.json",
    "FEEDS_UPDATES_ATOM": "feeds/updates.atom.xml",
    "FEEDS_HUB_URL": "https://hub.example.org/",
}


def build(folder: Path, **header: str) -> SmallSite:
    files = {
        "posts/one.md": post_file("one", BODY, Id="urn:uuid:one", **{"Title": HOSTILE, "Summary": HOSTILE, **header}),
        "posts/two.md": post_file("two", Summary="", Author="A & B", Date="2026-01-01"),
        "posts/after.md": post_file("after", Update_of="two", Date="2026-02-02", Tags="trust"),
    }
    plugins = ["plugins.posts", "plugins.tags", "plugins.updates", "plugins.feeds"]
    return build_small_site(folder, plugins, files, TEMPLATES, SETTINGS)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    return build(tmp_path_factory.mktemp("feeds"))


def tree(site: SmallSite, path: str) -> etree._Element:
    return etree.fromstring(site.text(path).encode())


def test_atom_entries_have_their_permanent_id_and_their_whole_text(site: SmallSite) -> None:
    assert site.exit_status == 0, site.said
    one, _, two = tree(site, "feeds/atom.xml").findall(f"{ATOM}entry")
    assert one.findtext(f"{ATOM}id") == "urn:uuid:one"
    assert one.findtext(f"{ATOM}title") == HOSTILE
    assert one.findtext(f"{ATOM}summary") == "Fish &amp; &lt;b&gt;chips&lt;/b&gt; &quot;quoted&quot; &lt;/script&gt;"
    content = one.findtext(f"{ATOM}content") or ""
    assert '<a href="https://example.org/advice/two/">two</a>' in content
    assert '<a href="https://example.org/advice/one/#and-its-end">below</a>' in content
    assert '<a href="https://example.org/help/">help</a>' in content
    assert content.endswith("And its end</h2>")
    assert two.find(f"{ATOM}summary") is None
    assert two.findtext(f"{ATOM}author/{ATOM}name") == "A & B"


def test_rss_items_have_a_guid_that_is_no_address_and_their_whole_text(site: SmallSite) -> None:
    one = tree(site, "feeds/rss.xml").findall("channel/item")[0]
    guid = one.find("guid")
    assert guid is not None
    assert (guid.text, guid.get("isPermaLink")) == ("urn:uuid:one", "false")
    assert one.findtext("title") == HOSTILE
    assert (one.findtext("description") or "").endswith("And its end</h2>")
    assert [category.text for category in one.findall("category")] == ["At home", "Living apart"]


def test_every_feed_says_what_it_is_and_has_an_id_of_its_own(site: SmallSite) -> None:
    atom, tag = tree(site, "feeds/atom.xml"), tree(site, "feeds/tag/separation.atom.xml")
    assert len(tag.findall(f"{ATOM}entry")) == 2
    assert atom.findtext(f"{ATOM}id") == "https://example.org/feeds/atom.xml"
    assert tag.findtext(f"{ATOM}id") == "https://example.org/feeds/tag/separation.atom.xml"
    assert atom.findtext(f"{ATOM}author/{ATOM}name") == "Small"
    assert atom.findtext(f"{ATOM}subtitle") == "Plain & true."
    assert tree(site, "feeds/rss.xml").findtext("channel/description") == "Plain & true."
    assert tree(site, "feeds/rss.xml").findtext("channel/language") == "en"


def test_json_feeds_hold_what_the_others_hold(site: SmallSite) -> None:
    feed = site.data("feeds/feed.json")
    items = feed.pop("items")
    assert feed == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Small",
        "home_page_url": "https://example.org/",
        "feed_url": "https://example.org/feeds/feed.json",
        "description": "Plain & true.",
        "language": "en",
        "authors": [{"name": "Small"}],
        "hubs": [{"type": "WebSub", "url": "https://hub.example.org/"}],
    }
    one, _, two = items
    assert one["id"] == "urn:uuid:one"
    assert (one["title"], one["summary"]) == (HOSTILE, HOSTILE)
    assert one["url"] == "https://example.org/advice/one/"
    assert one["content_html"] == tree(site, "feeds/atom.xml").findall(f"{ATOM}entry/{ATOM}content")[0].text
    assert one["date_published"] == "2026-11-20T00:00:00+00:00"
    assert (two["authors"], two["tags"]) == ([{"name": "A & B"}], ["At home", "Living apart"])
    assert "summary" not in two
    assert [item["url"] for item in site.data("feeds/tag/trust.json")["items"]] == ["https://example.org/advice/after/"]
    assert site.data("feeds/category/at-home.json")["title"] == "Small - At home"


def test_updates_have_a_feed_of_their_own(site: SmallSite) -> None:
    feed = tree(site, "feeds/updates.atom.xml")
    assert feed.findtext(f"{ATOM}title") == "Small - What became of it"
    assert [link.get("href") for link in feed.findall(f"{ATOM}entry/{ATOM}link")] == [
        "https://example.org/advice/after/"
    ]


def test_a_feed_without_entries_is_the_same_each_time(tmp_path: Path) -> None:
    settings = {**SETTINGS, "FEED_ALL_ATOM": "", "FEED_ALL_RSS": ""}
    plugins = ["plugins.posts", "plugins.tags", "plugins.feeds"]
    site = build_small_site(tmp_path, plugins, {"posts/a.md": post_file("a")}, TEMPLATES, settings)
    assert site.exit_status == 0, site.said
    assert tree(site, "feeds/updates.atom.xml").findtext(f"{ATOM}updated") == "1970-01-01T00:00:00+00:00"


@pytest.mark.parametrize(("path", "parent"), [("feeds/atom.xml", "."), ("feeds/rss.xml", "channel")])
def test_a_feed_names_itself_its_hub_and_its_style_and_greets_people(site: SmallSite, path: str, parent: str) -> None:
    feed = tree(site, path).find(parent)
    assert feed is not None
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == f"https://example.org/{path}"
    assert links["hub"] == "https://hub.example.org/"
    assert feed.findtext("{http://www.w3.org/1999/xhtml}div/{http://www.w3.org/1999/xhtml}h1") == "Small"
    assert '<?xml-stylesheet href="../feed.css" type="text/css" media="screen"?>' in site.text(path)


def test_an_article_says_the_same_in_every_format(published: Built) -> None:
    feeds = [feedparser.parse((published.output / f"feeds/{name}.xml").read_bytes()) for name in ("atom", "rss")]
    texts = [
        [
            (entry.id, entry.link, entry.title, entry.get("content", [{"value": entry.summary}])[0]["value"])
            for entry in feed.entries
        ]
        for feed in feeds
    ]
    assert texts[0] == texts[1] != []


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("FEEDS_ALL_JSON", "../feed.json", "write a path below the output folder"),
        ("FEEDS_ALL_JSON", "/feed.json", "write a path below the output folder"),
        ("FEEDS_ALL_JSON", 3, "write a path below the output folder"),
        ("FEEDS_ALL_JSON", "feeds/{slug}.json", "leave out {slug}"),
        ("FEEDS_TAG_JSON", "tags.json", "write {slug} where"),
        ("FEEDS_HUB_URL", "http://hub.example.org/", "write a full address that begins with https://"),
        ("FEEDS_HUB_URL", "https://hub example.org/", "write a full address that begins with https://"),
        ("FEEDS_HUB_URL", 3, "write a text"),
    ],
)
def test_settings_that_cannot_be_used(name: str, value: object, message: str) -> None:
    with pytest.raises(SettingError) as caught:
        Config.from_settings({name: value})
    assert f"{name} = {value!r}: {message}" in str(caught.value)


def test_ids_survive_a_change_of_title_slug_and_date(tmp_path: Path) -> None:
    changed = build(tmp_path, Title="Renamed", Slug="renamed", Date="2026-12-24", Modified="2026-12-25")
    entry = tree(changed, "feeds/atom.xml").findall(f"{ATOM}entry")[0]
    assert entry.findtext(f"{ATOM}id") == "urn:uuid:one"
    assert entry.findtext(f"{ATOM}title") == "Renamed"
    assert (entry.findtext(f"{ATOM}updated") or "").startswith("2026-12-25")


@pytest.mark.parametrize(("feed", "tag"), [("atom", f"{ATOM}entry/{ATOM}content"), ("rss", "channel/item/description")])
def test_an_entry_says_what_the_page_of_a_letter_says(published: Built, feed: str, tag: str) -> None:
    texts = [node.text or "" for node in etree.parse(published.output / f"feeds/{feed}.xml").getroot().findall(tag)]
    (hostile,) = [text for text in texts if "What was typed here stays text" in text]
    assert hostile.startswith("<p><b>This letter mentions abuse.</b>")
    assert '<a href="https://example.org/help/">' in hostile
    assert "<p>— &lt;u&gt;Nobody&lt;/u&gt; &amp; Co</p></blockquote>" in hostile
    assert hostile.endswith("Nobody in them is a real person.</p>")
    (imported,) = [text for text in texts if "Two short letters." in text]
    assert imported.count("<blockquote>") == 2
    assert "composites" not in imported
    assert "mentions" not in imported


def test_an_entry_is_the_same_in_every_feed_of_a_format(site: SmallSite) -> None:
    entries = [etree.tostring(found) for found in tree(site, "feeds/atom.xml").iter(f"{ATOM}entry")]
    of_tag = [etree.tostring(found) for found in tree(site, "feeds/tag/trust.atom.xml").iter(f"{ATOM}entry")]
    assert of_tag
    assert {*of_tag} < {*entries}
    assert len({*entries}) == len(entries) == 3
