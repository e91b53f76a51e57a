"""What a reader does from beginning to end, with the keyboard alone: with and without JavaScript, narrow and wide."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import EXIT_URL, FormService
from tests.browser.pages import Open
from tests.conftest import FORM_URL, PUBLISH

SITE = PUBLISH["SITEURL"]
LETTER = f"{SITE}/advice/the-envelopes-in-the-glove-box/"

either_way = pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
either_width = pytest.mark.parametrize("width", [320, 1280])


def tab_to(page: Page, selector: str, text: str = "") -> str:
    """Press Tab until the focus is on an element with such a selector and text, in sight; gives its text."""
    for _ in range(120):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """selector => {
                const at = document.activeElement, box = at.getBoundingClientRect();
                const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
                return seen && at.matches(selector) ? at.textContent.trim() : null;
            }""",
            selector,
        )
        if found is not None and text in found:
            return str(found)
    raise AssertionError(f"The keyboard does not reach {selector} {text}")


def go(page: Page, selector: str, text: str = "") -> str:
    """Follow a link by Tab and Enter; gives its text."""
    name, before = tab_to(page, selector, text), page.url
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != before)
    return name


@either_way
@either_width
def test_somebody_comes_from_a_search_reads_on_and_comes_back(context: Open, width: int, javascript: bool) -> None:
    page = context(width, java_script_enabled=javascript).new_page()
    page.goto(LETTER, referer="https://www.bing.com/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{LETTER}#the-text")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    page.keyboard.press("End")
    while page.evaluate("scrollY + innerHeight < document.documentElement.scrollHeight - 1"):
        page.wait_for_timeout(20)
    title = go(page, "[aria-labelledby^='the-related'] a, main .post-list a")
    assert page.locator("h1").inner_text() == title
    page.go_back()
    page.wait_for_url(f"{LETTER}#the-text")
    assert page.evaluate("scrollY") > 0


@either_way
@either_width
def test_somebody_searches_and_finds(context: Open, width: int, javascript: bool) -> None:
    page = context(width, java_script_enabled=javascript).new_page()
    page.goto(f"{SITE}/")
    go(page, ".site-header a", "Search")
    if javascript:
        tab_to(page, "#the-search")
        page.keyboard.type("envelopes")
        title = go(page, ".search-results a")
    else:
        topic = go(page, ".topic-list a")
        assert page.locator("h1").inner_text() in topic
        title = go(page, "main .post-list a")
    assert page.locator("h1").inner_text() == title


@either_way
@either_width
def test_somebody_asks(context: Open, width: int, javascript: bool) -> None:
    page = context(width, java_script_enabled=javascript).new_page()
    page.goto(f"{SITE}/")
    go(page, ".site-header a", "Ask")
    assert page.url == f"{SITE}/ask/"
    go(page, f"a[href='{FORM_URL}']")
    assert page.locator("h1").inner_text() == "The form"
    page.go_back()
    assert page.url == f"{SITE}/ask/"


@either_way
@either_width
def test_somebody_leaves_in_a_hurry_and_comes_back(context: Open, width: int, javascript: bool) -> None:
    page = context(width, java_script_enabled=javascript).new_page()
    page.goto(f"{SITE}/")
    go(page, ".site-header a", "Help now")
    go(page, "quick-exit .exit-link")
    assert page.url == EXIT_URL
    page.go_back()
    page.wait_for_url(f"{SITE}/" if javascript else f"{SITE}/help/")
    assert page.locator("h1").is_visible()


@either_way
@either_width
def test_somebody_follows_the_feeds(context: Open, width: int, javascript: bool) -> None:
    page = context(width, java_script_enabled=javascript).new_page()
    page.goto(LETTER)
    go(page, ".site-footer a", "Subscribe")
    assert page.url == f"{SITE}/subscribe/"
    go(page, "main a[href$='atom.xml']")
    assert page.get_by_text("This page is a feed").is_visible()


def test_the_form_service_learns_nothing_of_where_one_comes_from(context: Open, form_service: FormService) -> None:
    form_service.seen.clear()
    page = context().new_page()
    page.goto(f"{SITE}/ask/")
    page.locator(f"a[href='{FORM_URL}']").first.click()
    page.wait_for_url(FORM_URL)
    path, headers = form_service.seen[0]
    assert path == "/r/abc123"
    assert "Referer" not in headers
    assert "Cookie" not in headers
