"""What a reader does, in a real Chromium over a real web server."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import FormService
from tests.conftest import FORM_URL, PUBLISH

SITE = PUBLISH["SITEURL"]
Open = Callable[..., BrowserContext]

PAGES = (
    "/",
    "/page/2/",
    "/advice/hostile-title/",
    "/advice/long-word/",
    "/advice/imported-dated/",
    "/advice/imported-undated/",
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
    "/privacy/",
    "/search/",
    "/404.html",
)
"""One of each page type, and the hardest of each."""


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_reader_comes_reads_and_asks(context: Open, width: int, javascript: bool) -> None:
    page = context(width, java_script_enabled=javascript).new_page()
    page.goto(SITE + "/")
    assert page.locator("h1").count() == 1
    page.locator("main a[href*='/advice/']").first.click()
    assert "/advice/" in page.url
    page.go_back()
    for link in page.locator("a[href$='/ask/']").all():
        if link.is_visible():
            link.click()
            break
    page.wait_for_url("**/ask/")
    page.locator(f"a[href='{FORM_URL}']").first.click()
    page.wait_for_url(FORM_URL)
    assert page.locator("h1").inner_text() == "The form"


def test_the_form_service_learns_nothing_of_where_one_comes_from(context: Open, form_service: FormService) -> None:
    form_service.seen.clear()
    page = context().new_page()
    page.goto(SITE + "/ask/")
    page.locator(f"a[href='{FORM_URL}']").first.click()
    page.wait_for_url(FORM_URL)
    path, headers = form_service.seen[0]
    assert path == "/r/abc123"
    assert "Referer" not in headers
    assert "Cookie" not in headers


@pytest.mark.parametrize("address", PAGES)
def test_a_page_asks_nobody_else_and_stores_nothing(context: Open, web_server: str, address: str) -> None:
    browser = context()
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(web_server + address, wait_until="networkidle")
    assert asked
    assert all(url.startswith(web_server + "/") for url in asked)
    assert errors == []
    assert browser.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_cut_off_on_a_narrow_screen(context: Open, web_server: str, address: str) -> None:
    page = context(320).new_page()
    page.goto(web_server + address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(context: Open, web_server: str, axe: str, address: str, scheme: str) -> None:
    page = context(color_scheme=scheme).new_page()
    page.goto(web_server + address)
    assert violations(page, axe) == []


def violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found]


def test_the_keyboard_reaches_the_text_first(context: Open, web_server: str) -> None:
    page = context(1280).new_page()
    page.goto(web_server + "/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')").startswith("#")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
