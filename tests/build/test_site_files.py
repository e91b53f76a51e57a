"""The files beside the pages: sitemap, robots, feeds; and the order in which lists stand."""

import re
from collections.abc import Callable
from xml.etree import ElementTree

from bs4 import BeautifulSoup

from plugins.shared.posts import PAGE_KEYS, find_posts, read_post
from tests.conftest import ROOT, Built

ATOM = "{http://www.w3.org/2005/Atom}"


def addresses(published: Built) -> dict[str, str]:
    """Every address of the sitemap with its day, '' for none."""
    root = ElementTree.fromstring((published.output / "sitemap.xml").read_bytes())
    return {url[0].text or "": url[1].text or "" if len(url) > 1 else "" for url in root}


def test_the_sitemap_holds_every_post_and_page_that_is_published(published: Built) -> None:
    found = addresses(published)
    assert len(found) == len(set(found))
    posts = [read_post(path) for path in find_posts(ROOT / "content")]
    for post in posts:
        assert found[f"https://example.org/advice/{post.get('Slug')}/"] == post.get("Modified", post.get("Date"))
    for path in (ROOT / "content/pages").glob("*.md"):
        assert f"https://example.org/{read_post(path, PAGE_KEYS).get('Slug')}/" in found
    assert not any("draft" in address for address in found)


def test_every_address_of_the_sitemap_is_there(published: Built) -> None:
    for address in addresses(published):
        assert (published.output / address.removeprefix("https://example.org/") / "index.html").is_file()


def test_robots_keep_out_of_drafts(published: Built) -> None:
    lines = (published.output / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["User-agent: *", "Disallow: /drafts/"]


def test_the_archive_and_the_home_page_begin_with_the_newest(page: Callable[[str], BeautifulSoup]) -> None:
    days = [str(time["datetime"]) for time in page("/archive/").select("main time")]
    assert len(days) > 12
    assert days == sorted(days, reverse=True)
    years = [heading.get_text() for heading in page("/archive/").select("main h2") if heading.get_text().isdigit()]
    assert years == sorted(years, reverse=True)
    home = [str(time["datetime"]) for time in page("/").select("main time")]
    assert home == sorted(home, reverse=True)


def test_feeds_know_each_post_by_its_permanent_id(published: Built) -> None:
    ids = {post.get("Id") for post in map(read_post, find_posts(ROOT / "content"))}
    feed = ElementTree.fromstring((published.output / "feeds/atom.xml").read_bytes())
    assert ids <= {entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")}
    rss = (published.output / "feeds/rss.xml").read_text(encoding="utf-8")
    assert ids <= set(re.findall(r'<guid isPermaLink="false">([^<]+)</guid>', rss))
