"""What holds on every page of the built site."""

import itertools
import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag

from plugins.publish.pages import read_pages
from plugins.publish.verify import check_site
from tests.conftest import PUBLISH, Built

Page = Callable[[str], BeautifulSoup]

ADDRESSES = (
    "/",
    "/page/2/",
    "/advice/hostile-title/",
    "/advice/imported-dated/",
    "/advice/imported-undated/",
    "/advice/when-not-to-try-harder/",
    "/drafts/still-a-draft/",
    "/topics/",
    "/tag/communication/",
    "/tag/communication/newest/",
    "/category/love-and-marriage/",
    "/author/the-night-desk/",
    "/authors/",
    "/archive/",
    "/quizzes/",
    "/quizzes/coming-back-after-a-quarrel/",
    "/about/",
    "/ask/",
    "/help/",
    "/styleguide/",
    "/404.html",
)
"""One of each page type, and the hardest of each."""

every_page = pytest.mark.parametrize("address", ADDRESSES)


@every_page
def test_the_skeleton_is_whole(page: Page, address: str) -> None:
    soup = page(address)
    assert soup.html
    assert soup.html["lang"] == "en"
    assert [len(soup.select(name)) for name in ("h1", "main", "body > header", "body > footer")] == [1, 1, 1, 1]
    assert soup.select_one("main h1")
    labels = [nav.get("aria-label") or nav.get("aria-labelledby") for nav in soup.select("nav")]
    assert all(labels)
    assert len(set(labels)) == len(labels)
    skip = soup.select_one("body > a")
    assert skip
    assert soup.find(id=str(skip["href"]).removeprefix("#")) is soup.main


@every_page
def test_headings_are_not_skipped(page: Page, address: str) -> None:
    levels = [int(heading.name[1]) for heading in page(address).select("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def is_deferred(script: Tag) -> bool:
    return bool(script.get("src")) and script.get("type") == "module" and not script.get_text()


@every_page
def test_nothing_is_inline_and_nothing_is_remote(page: Page, address: str) -> None:
    soup = page(address)
    assert soup.select("style, [style], iframe, embed, object, base") == []
    scripts = soup.select("script:not([type='application/ld+json'])")
    assert [script for script in scripts if not is_deferred(script)] == []
    assert [name for tag in soup.find_all(True) for name in tag.attrs if name.startswith("on")] == []
    loaded = [*soup.select("[src]"), *soup.select("link[rel=stylesheet], link[rel=icon]")]
    assert [each for each in loaded if re.match(r"(?:\w+:)?//", str(each.get("src") or each.get("href")))] == []


@every_page
def test_ids_are_one_of_a_kind_and_what_names_them_finds_them(page: Page, address: str) -> None:
    soup = page(address)
    ids = [str(tag["id"]) for tag in soup.select("[id]")]
    assert len(set(ids)) == len(ids)
    named = [str(tag[key]) for key in ("aria-labelledby", "aria-describedby", "for") for tag in soup.select(f"[{key}]")]
    anchors = [str(link["href"])[1:] for link in soup.select("a[href^='#']")]
    assert [name for name in named + anchors if name not in ids] == []


@every_page
def test_a_page_loads_one_sheet_for_the_screen_and_one_for_print(page: Page, site: Path, address: str) -> None:
    links = page(address).select("link[rel=stylesheet]")
    assert [link.get("media") for link in links] == [None, "print"]
    assert all(re.fullmatch(r"/theme/css/(page|print)\.[0-9a-f]{10}\.css", str(link["href"])) for link in links)
    sheets = [(site / str(link["href"]).lstrip("/")).read_text(encoding="utf-8") for link in links]
    assert sheets[0].startswith("@layer tokens,")


@every_page
def test_the_head_says_what_the_page_is(page: Page, address: str) -> None:
    soup = page(address)
    told = {str(tag.get("name") or tag.get("property")): tag for tag in soup.select("meta[name], meta[property]")}
    assert told["referrer"]["content"] == "no-referrer"
    assert told["color-scheme"]["content"] == "light dark"
    assert told["description"]["content"] == told["og:description"]["content"] != ""
    assert soup.title
    assert str(told["og:title"]["content"]) in soup.title.get_text()
    canonical = [link["href"] for link in soup.select("link[rel=canonical]")]
    assert canonical == ([] if address == "/404.html" else [address.replace("newest/", "")])
    feeds = [link["href"] for link in soup.select("link[rel=alternate]")]
    assert feeds[:2] == ["/feeds/atom.xml", "/feeds/rss.xml"]


@every_page
def test_times_have_a_machine_form(page: Page, address: str) -> None:
    for time in page(address).select("time"):
        stamp, words = str(time["datetime"]), time.get_text()
        day = datetime.fromisoformat(stamp).date() if "T" in stamp else date.fromisoformat(stamp)
        assert words == f"{day.day} {day:%B} {day.year}"


@every_page
def test_help_is_one_step_away(page: Page, address: str) -> None:
    footer = page(address).select_one("body > footer")
    assert footer
    targets = {str(link["href"]) for link in footer.select("a")}
    assert targets >= {"/help/", "/about/", "/privacy/", "/house-rules/", "/feeds/atom.xml", "/feeds/rss.xml"}


@pytest.mark.parametrize("address", ["/topics/", "/archive/", "/about/", "/ask/", "/help/"])
def test_the_menu_marks_where_one_is(page: Page, address: str) -> None:
    current = page(address).select("[aria-current]")
    assert [(link["href"], link["aria-current"]) for link in current] == [(address, "page")]


def test_the_home_page_opens_with_the_newest_letter(page: Page) -> None:
    home = page("/")
    lead = home.select_one("main article")
    assert lead
    assert lead.select_one("h2 a[href='/advice/hostile-title/']")
    assert lead.select_one(".letter")
    listed = [str(link["href"]) for link in home.select(".post-list a")]
    assert listed
    assert "/advice/hostile-title/" not in listed
    assert home.select_one("a[href='/ask/'].button")
    assert home.select(".topic-list a[href^='/tag/']")


def test_pages_of_a_list_lead_to_each_other(page: Page) -> None:
    first, second = page("/"), page("/page/2/")
    assert [link["href"] for link in first.select("a[rel=next]")] == ["/page/2/"]
    assert [link["href"] for link in second.select("a[rel=prev]")] == ["/"]
    assert second.select(".lead") == []
    assert second.title
    assert "page 2" in second.title.get_text()


def test_the_archive_names_every_published_post_by_year(page: Page, site: Path) -> None:
    archive = page("/archive/")
    listed = {str(link["href"]) for link in archive.select(".post-list a")}
    assert listed == {f"/advice/{path.parent.name}/" for path in site.glob("advice/*/index.html")}
    assert "2026" in [heading.get_text() for heading in archive.select("h2")]


def test_a_topic_says_what_it_is_for_and_has_its_own_feeds(page: Page, site: Path) -> None:
    topic = page("/tag/communication/")
    assert topic.select_one(".summary")
    feeds = [str(link["href"]) for link in topic.select("link[rel=alternate]")]
    assert feeds[3:] == [f"/feeds/tag/communication.{ending}" for ending in ("atom.xml", "rss.xml", "json")]
    assert all((site / feed.lstrip("/")).is_file() for feed in feeds)


def test_a_topic_stands_in_two_orders_that_lead_to_each_other(page: Page) -> None:
    best, newest = page("/tag/communication/"), page("/tag/communication/newest/")
    for topic, current in ((best, "Best to begin with"), (newest, "Newest")):
        links = topic.select(".order-nav a")
        assert [link["href"] for link in links] == ["/tag/communication/", "/tag/communication/newest/"]
        assert [link.get_text() for link in links if link.get("aria-current") == "page"] == [current]
    first, second = ([str(link["href"]) for link in one.select(".post-title a")] for one in (best, newest))
    assert sorted(first) == sorted(second)
    assert first[0] == "/advice/what-to-do-first-when-love-goes-quiet/"
    days = [str(time["datetime"]) for time in newest.select(".post-list time")]
    assert days == sorted(days, reverse=True)


def test_the_home_page_has_a_shelf_for_who_is_new(page: Page) -> None:
    shelf = page("/").select(".shelf-list a")
    assert [link["href"] for link in shelf][:1] == ["/advice/what-to-do-first-when-love-goes-quiet/"]
    assert page("/page/2/").select(".shelf-list") == []


def test_authors_are_introduced_with_what_entitles_them_to_advise(page: Page) -> None:
    authors = page("/authors/")
    assert "Two & <b>a half</b>." in authors.get_text()
    assert "Nothing & <i>nobody</i>." in authors.get_text()
    desk = page("/author/the-night-desk/")
    assert "What entitles us to advise?" in desk.get_text()
    assert desk.select(".post-list a[href^='/advice/']")


def test_the_site_map_names_pages_that_exist_and_no_draft(site: Path) -> None:
    root = ElementTree.fromstring((site / "sitemap.xml").read_text(encoding="utf-8"))
    places = [str(place.text) for place in root.iterfind(".//{*}loc")]
    assert len(set(places)) == len(places) > 20
    assert [place for place in places if not (site / place.lstrip("/") / "index.html").is_file()] == []
    assert not any("draft" in place for place in places)
    assert all(date.fromisoformat(str(day.text)) for day in root.iterfind(".//{*}lastmod"))


def test_the_style_guide_is_for_who_builds_the_site_and_for_nobody_else(page: Page, published: Built) -> None:
    guide = page("/styleguide/")
    assert guide.select_one("meta[name=robots][content=noindex]")
    assert guide.select(".letter, .button, .helpline, .post-list, quick-exit")
    assert not (published.output / "styleguide").exists()


@pytest.mark.parametrize(("kind", "site_url"), [("built", ""), ("published", PUBLISH["SITEURL"])])
def test_every_link_and_every_anchor_of_every_page_leads_somewhere(
    request: pytest.FixtureRequest, kind: str, site_url: str
) -> None:
    output = request.getfixturevalue(kind).output
    pages = read_pages(output)
    assert len(pages) > 100
    hidden = ["still-a-draft"] if kind == "published" else []
    found = check_site(output, pages, site_url, hidden)
    assert [each for each in found if kind == "published" or each.rule != "drafts"] == []
