"""Feeds: permanent ids, whole texts, hostile titles."""

from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import Built
from tests.small_site import HOSTILE, SmallSite, build_small_site, post_file

ATOM = "{http://www.w3.org/2005/Atom}"
BODY = "The whole text, see [two]({filename}two.md).\n\n## And its end"
ENTRY = "{{ article.content|safe }}\n"
SETTINGS = {
    "SITETAGLINE": "Plain & true.",
    "FEED_ALL_ATOM": "feeds/atom.xml",
    "FEED_ALL_RSS": "feeds/rss.xml",
    "TAG_FEED_ATOM": "feeds/tag/{slug}.atom.xml",
}


def build(folder: Path, **header: str) -> SmallSite:
    files = {
        "posts/one.md": post_file("one", BODY, Id="urn:uuid:one", **{"Title": HOSTILE, "Summary": HOSTILE, **header}),
        "posts/two.md": post_file("two", Summary="", Author="A & B", Date="2026-01-01"),
    }
    return build_small_site(
        folder, ["plugins.posts", "plugins.tags", "plugins.feeds"], files, {"feed_entry": ENTRY}, SETTINGS
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    return build(tmp_path_factory.mktemp("feeds"))


def tree(site: SmallSite, path: str) -> etree._Element:
    return etree.fromstring(site.text(path).encode())


def test_atom_entries_have_their_permanent_id_and_their_whole_text(site: SmallSite) -> None:
    assert site.exit_status == 0, site.said
    one, two = tree(site, "feeds/atom.xml").findall(f"{ATOM}entry")
    assert one.findtext(f"{ATOM}id") == "urn:uuid:one"
    assert one.findtext(f"{ATOM}title") == HOSTILE
    assert one.findtext(f"{ATOM}summary") == "Fish &amp; &lt;b&gt;chips&lt;/b&gt; &quot;quoted&quot; &lt;/script&gt;"
    content = one.findtext(f"{ATOM}content") or ""
    assert '<a href="https://example.org/advice/two/">two</a>' in content
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
