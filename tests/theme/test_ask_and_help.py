"""The two pages that lead elsewhere: to the form, and to people who can help at once."""

from collections.abc import Callable
from pathlib import Path

from bs4 import BeautifulSoup

from tests.conftest import FORM_URL, PUBLISH, Built, build

Page = Callable[[str], BeautifulSoup]


def read(built: Built, name: str) -> BeautifulSoup:
    return BeautifulSoup((built.output / name).read_text(encoding="utf-8"), "lxml")


def test_the_published_ask_page_links_to_the_form_and_names_who_receives_it(published: Built) -> None:
    ask = read(published, "ask/index.html")
    links = ask.select(f"a[href='{FORM_URL}']")
    assert [(link.get("target"), link.get("rel")) for link in links] == [(None, ["noreferrer"])]
    form = ask.find(id="the-form").find_parent("section")
    assert "Tally BV" in form.get_text()
    assert form.select_one("a[href*='tally.so'][href*='privacy']")
    assert form.select_one("a[href$='/privacy/']")
    assert form.select("form, input, textarea") == []


def test_only_a_form_on_our_own_page_is_told_which_site_it_comes_from(content: Path, tmp_path: Path) -> None:
    form = {"ASK_FORM_URL": "https://formspree.io/f/xyzabc", "ASK_FORM_SERVICE": "formspree"}
    site = build(content, tmp_path / "output", "--settings", "publishconf.py", env={**PUBLISH, **form})
    ask, about = read(site, "ask/index.html"), read(site, "about/index.html")
    assert ask.select_one("form[method=post]")
    for page, policy in ((ask, "strict-origin"), (about, "no-referrer")):
        assert [meta["content"] for meta in page.select("meta[name=referrer]")] == [policy]


def test_a_local_ask_page_says_that_nothing_can_be_sent(page: Page) -> None:
    ask = page("/ask/")
    notice = ask.select_one(".ask-box .note")
    assert notice
    assert "No form is set up" in notice.get_text()
    assert ask.select("a[href*='tally']") == []


def test_the_published_head_has_absolute_addresses(published: Built) -> None:
    about = read(published, "about/index.html")
    canonical = about.select_one("link[rel=canonical]")
    address = about.select_one("meta[property='og:url']")
    assert canonical
    assert address
    assert canonical["href"] == address["content"] == "https://example.org/about/"
    assert "Sitemap: https://example.org/sitemap.xml" in (published.output / "robots.txt").read_text(encoding="utf-8")


def test_every_helpline_can_be_called_and_says_when_it_was_checked(page: Page) -> None:
    lines = page("/help/").select(".helpline")
    assert len(lines) > 10
    for line in lines:
        call = line.select_one("a[href^='tel:']")
        assert call
        assert str(call["href"]).removeprefix("tel:").strip("+").isdigit()
        assert line.select_one("time")
        assert line.select_one("a[href^='http'][rel=noreferrer]")


def test_each_country_is_a_step_from_the_top_of_the_page(page: Page) -> None:
    soup = page("/help/")
    jumps = [str(link["href"]).removeprefix("#") for link in soup.select(".country-nav a")]
    assert len(jumps) > 3
    assert all(soup.find(id=jump).find_next(class_="helpline") for jump in jumps)
