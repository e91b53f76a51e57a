"""Comments and mail through other companies: only where one is set up, and never without saying whose it is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.conftest import PUBLISH, Built, build

Page = Callable[[str], BeautifulSoup]
TALLY = {"COMMENTS_FORM_URL": "https://tally.so/r/comment", "COMMENTS_FORM_SERVICE": "tally"}
FORMSPREE = {"COMMENTS_FORM_URL": "https://formspree.io/f/comment", "COMMENTS_FORM_SERVICE": "formspree"}
MAIL = {"SUBSCRIBE_URL": "https://buttondown.com/light"}


def site_with(content: Path, folder: Path, **env: str) -> Callable[[str], BeautifulSoup]:
    built = build(content, folder / "output", "--settings", "publishconf.py", env={**PUBLISH, **env})

    def at(address: str) -> BeautifulSoup:
        return BeautifulSoup((built.output / address / "index.html").read_text(encoding="utf-8"), "lxml")

    return at


@pytest.fixture(scope="module")
def embedded(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Page:
    return site_with(content, tmp_path_factory.mktemp("embedded"), **FORMSPREE, **MAIL)


@pytest.fixture(scope="module")
def linked(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Page:
    return site_with(content, tmp_path_factory.mktemp("linked"), **TALLY)


def test_nothing_is_offered_that_is_not_set_up(published: Built) -> None:
    for page in published.output.rglob("*.html"):
        assert "comment-form" not in page.read_text(encoding="utf-8")
    subscribe = BeautifulSoup((published.output / "subscribe/index.html").read_text(encoding="utf-8"), "lxml")
    assert subscribe.select(".button") == []
    assert "We don’t run a newsletter at present." in subscribe.get_text()
    assert subscribe.select("main a[href$='atom.xml']")


def test_a_comment_form_says_who_receives_it_and_is_posted_to_them(embedded: Page) -> None:
    page = embedded("advice/the-envelopes-in-the-glove-box")
    (form,) = page.select(".comment-form form")
    assert (form["action"], form["method"]) == (FORMSPREE["COMMENTS_FORM_URL"], "post")
    assert [field["value"] for field in form.select("[name=subject]")] == ["The Envelopes in the Glove Box"]
    assert form.select_one("input[name=name]:not([required])")
    assert form.select_one("textarea[name=message][required]")
    words = page.select_one(".comment-form")
    assert words
    assert "Formspree, Inc." in words.get_text()
    links = [str(link["href"]) for link in words.select("a")]
    assert any("formspree.io/legal" in link for link in links)
    assert "https://example.org/privacy/" in links
    assert [meta["content"] for meta in page.select("meta[name=referrer]")] == ["strict-origin"]


def test_a_page_about_danger_takes_no_comments_by_a_form_and_tells_nobody_of_itself(embedded: Page) -> None:
    page = embedded("advice/hostile-title")
    assert page.select("main form") == []
    assert "take no comments" in page.get_text()
    assert [meta["content"] for meta in page.select("meta[name=referrer]")] == ["no-referrer"]


def test_a_service_that_takes_no_form_of_ours_is_linked_to_from_every_post(linked: Page) -> None:
    for slug in ("the-envelopes-in-the-glove-box", "hostile-title"):
        page = linked(f"advice/{slug}")
        (link,) = page.select(".comment-form a.button")
        assert (link["href"], link["rel"]) == (TALLY["COMMENTS_FORM_URL"], ["noreferrer"])
        assert page.select("main form") == []
        assert [meta["content"] for meta in page.select("meta[name=referrer]")] == ["no-referrer"]


def test_mail_comes_through_a_company_that_is_named(embedded: Page) -> None:
    page = embedded("subscribe")
    (link,) = page.select("a.button")
    assert (link["href"], link["rel"], link.get_text()) == (
        MAIL["SUBSCRIBE_URL"],
        ["noreferrer"],
        "Subscribe at Buttondown",
    )
    assert page.select("main form") == []
    assert page.select_one("a[href^='https://buttondown.com/legal']")
    assert page.select("main a[href$='atom.xml']")
