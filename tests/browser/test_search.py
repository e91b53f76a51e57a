"""Looking for posts: with the keyboard alone, with and without JavaScript, and without a word sent to anybody."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.pages import violations

Open = Callable[..., BrowserContext]

STATUS, RESULTS = "[role=status]", ".search-results li"


def until_said(page: Page, text: str) -> None:
    page.locator(STATUS).filter(has_text=text).wait_for()


@pytest.mark.parametrize("width", [320, 1280])
def test_a_post_is_found_and_opened_with_the_keyboard_alone(context: Open, web_server: str, width: int) -> None:
    page = context(width).new_page()
    page.goto(web_server + "/")
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.textContent.trim()") != "Search":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "the-search"
    page.keyboard.type("envelopes glove box")
    until_said(page, "Found: ")
    page.keyboard.press("ArrowDown")
    title = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "the-search"
    page.keyboard.press("Enter")
    page.locator(".search-results :focus").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/advice/**")
    assert page.locator("h1").inner_text() == title


def test_results_say_why_and_are_narrowed_by_kind_and_topic(context: Open, web_server: str) -> None:
    page = context().new_page()
    page.goto(web_server + "/search/")
    page.fill("#the-search", "husband")
    until_said(page, "Found: ")
    all_kinds = page.locator(RESULTS).count()
    assert page.locator(f"{RESULTS} mark").first.inner_text().lower().startswith("husband")
    page.select_option("[data-filter=kind]", "guide")
    expect(page.locator(RESULTS)).not_to_have_count(all_kinds)
    assert set(page.locator(f"{RESULTS} .meta").all_inner_texts()) == {"Guide"}
    page.fill("#the-search", "")
    page.select_option("[data-filter=kind]", "")
    page.select_option("[data-filter=topic]", "Infidelity")
    page.locator("a", has_text="Telling the Truth About an Affair").wait_for()


def test_words_that_no_post_has_together_find_those_that_have_some(context: Open, web_server: str) -> None:
    page = context().new_page()
    page.goto(web_server + "/search/")
    page.fill("#the-search", "envelopes sourdough roommate")
    until_said(page, "With some of them: ")
    assert page.locator(RESULTS).count()
    page.fill("#the-search", "qqqqzz")
    until_said(page, "Nothing found.")
    assert page.locator(RESULTS).count() == 0


def test_what_a_title_holds_stays_text(context: Open, web_server: str) -> None:
    page = context().new_page()
    page.goto(web_server + "/search/")
    page.fill("#the-search", "chips quoted")
    until_said(page, "Found: ")
    assert page.locator(f"{RESULTS} a").first.inner_text() == 'Fish & <b>chips</b> "quoted" </script>'
    assert page.locator(f"{RESULTS} b").count() == 0


def test_the_ask_page_says_which_letters_fit_and_why(context: Open, web_server: str) -> None:
    page = context(320).new_page()
    page.goto(web_server + "/ask/")
    page.fill("#the-search", "I lied about money and don’t know how to tell her")
    until_said(page, "Found: ")
    first = page.locator(RESULTS).first
    assert first.get_by_role("link").inner_text() == "The Envelopes in the Glove Box"
    assert "Has your words: lied, money" in first.inner_text()
    assert first.locator("mark").count()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/advice/the-envelopes-in-the-glove-box/")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_the_ask_page_lists_the_questions_by_topic(context: Open, web_server: str, javascript: bool) -> None:
    page = context(java_script_enabled=javascript).new_page()
    page.goto(web_server + "/ask/")
    assert page.locator("#the-search").is_visible() == javascript
    page.locator(".ask-questions summary").click()
    assert page.locator(".ask-questions h3").count() > 3
    page.get_by_role("link", name="The Envelopes in the Glove Box").click()
    page.wait_for_url("**/advice/**")


@pytest.mark.parametrize("address", ["/search/", "/ask/"])
def test_what_is_typed_is_neither_sent_nor_kept(context: Open, web_server: str, address: str) -> None:
    browser = context()
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    page.goto(web_server + address, wait_until="networkidle")
    assert not [url for url in asked if "/pagefind/" in url]
    page.fill("#the-search", "envelopes")
    until_said(page, "Found: ")
    assert [url for url in asked if "/pagefind/" in url]
    assert all(url.startswith(web_server + "/") and "envelopes" not in url.replace("/advice/", "") for url in asked)
    assert "envelopes" not in page.url
    assert browser.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("address", ["/search/", "/ask/"])
def test_the_search_keeps_to_a_strict_policy(context: Open, web_server: str, address: str) -> None:
    policy = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "
    policy += "connect-src 'self'; worker-src 'self'; form-action 'none'"

    def guard(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    page = context().new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.route(web_server + address, guard)
    page.goto(web_server + address)
    page.fill("#the-search", "envelopes")
    until_said(page, "Found: ")
    assert errors == []


@pytest.mark.parametrize("width", [320, 1280])
def test_without_javascript_the_topics_and_the_archive_are_offered(context: Open, web_server: str, width: int) -> None:
    page = context(width, java_script_enabled=False).new_page()
    page.goto(web_server + "/search/")
    assert not page.locator("#the-search").is_visible()
    assert page.locator("noscript p").is_visible()
    page.locator("main a[href$='/archive/']").click()
    page.go_back()
    page.locator(".topic-list a").first.click()
    page.wait_for_url("**/tag/**")
    page.locator("main a[href*='/advice/']").first.click()
    page.wait_for_url("**/advice/**")


def test_an_index_that_cannot_be_loaded_is_said_and_tried_again(context: Open, web_server: str) -> None:
    page = context().new_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(web_server + "/search/")
    page.fill("#the-search", "husband")
    until_said(page, "could not be loaded")
    assert page.get_by_role("link", name="Everything by year").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_results(context: Open, web_server: str, axe: str, scheme: str) -> None:
    page = context(320, color_scheme=scheme).new_page()
    page.goto(web_server + "/search/")
    page.fill("#the-search", "husband")
    until_said(page, "Found: ")
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
