"""Leaving in a hurry, in a real Chromium: by the link, by the keyboard, with and without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import EXIT_URL, FormService

Open = Callable[..., BrowserContext]

LETTER = "/advice/hostile-title/"
HELP = "/help/"
ASK = "/ask/"
SAID = "quick-exit [role=status]"


def visit(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return page


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize("address", [LETTER, HELP, ASK])
def test_the_link_leaves_without_a_trace_of_where_from(
    context: Open, web_server: str, form_service: FormService, address: str, javascript: bool
) -> None:
    form_service.seen.clear()
    page = visit(context(320, java_script_enabled=javascript), web_server + address)
    page.locator("quick-exit .exit-link").click()
    page.wait_for_url(EXIT_URL)
    path, headers = form_service.seen[0]
    assert path == "/weather"
    assert "Referer" not in headers


def test_pages_without_a_safety_topic_have_none(context: Open, web_server: str) -> None:
    for address in ("/", "/about/", "/advice/imported-dated/"):
        page = visit(context(), web_server + address)
        assert page.locator(".exit-link, script[src*='quick-exit']").count() == 0


def test_it_comes_right_after_the_skip_link(context: Open, web_server: str) -> None:
    page = visit(context(320), web_server + LETTER)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.skip-link.exit-link')")
    page.keyboard.press("Enter")
    page.wait_for_url(EXIT_URL)


def test_shift_three_times_leaves_and_the_tab_does_not_lead_back(context: Open, web_server: str) -> None:
    page = visit(context(1280), web_server + "/about/")
    page.goto(web_server + LETTER)
    page.keyboard.press("Shift")
    assert page.locator(SAID).inner_text() == "Shift. Press it 2 more times to leave this page."
    page.keyboard.press("Shift")
    assert page.locator(SAID).inner_text() == "Shift. Press it 1 more time to leave this page."
    page.keyboard.press("Shift")
    page.wait_for_url(EXIT_URL)
    page.go_back()
    assert page.url == web_server + "/about/"


def test_writing_with_shift_does_not_leave(context: Open, web_server: str) -> None:
    page = visit(context(1280), web_server + LETTER)
    for _ in range(4):
        page.keyboard.press("Shift+A")
    assert page.locator(SAID).text_content() == ""
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.keyboard.press("b")
    assert page.locator(SAID).inner_text() == "You are staying on this page."
    page.keyboard.press("Shift")
    assert page.locator(SAID).inner_text() == "Shift. Press it 2 more times to leave this page."


def test_shift_is_forgotten_after_five_seconds(context: Open, web_server: str) -> None:
    page = context(1280).new_page()
    page.clock.install()
    page.goto(web_server + LETTER)
    page.keyboard.press("Shift")
    page.clock.run_for(4_000)
    page.keyboard.press("Shift")
    page.clock.run_for(4_900)
    assert page.locator(SAID).inner_text() == "Shift. Press it 1 more time to leave this page."
    page.clock.run_for(200)
    assert page.locator(SAID).inner_text() == "You are staying on this page."
    page.clock.run_for(5_000)
    assert page.locator(SAID).text_content() == ""


def test_the_page_is_blank_in_the_same_moment_and_whole_again_when_one_comes_back(
    context: Open, web_server: str
) -> None:
    page = visit(context(360), web_server + LETTER)
    page.route(f"{EXIT_URL}**", lambda route: None)  # the other page never comes
    title = page.title()
    looks = """() => {
        const look = () => {
            const visible = [...document.body.querySelectorAll("*")].filter((one) => one.checkVisibility());
            const { x, y, width, height } = document.querySelector("quick-exit").getBoundingClientRect();
            return [document.title, visible.filter((one) => !one.closest("quick-exit")).length, x, y, width, height];
        };
        const before = look();
        document.querySelector(".exit-link").click();
        const left = look();
        dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
        return [before, left, look()];
    }"""
    before, left, after = page.evaluate(looks)
    assert left == [EXIT_URL.split("/")[2], 0, 0, 0, 360, 740]
    assert after == before
    assert before[0] == title


@pytest.mark.parametrize("width", [320, 360, 768, 960, 1199, 1200, 1280, 1440])
def test_it_is_in_sight_wherever_one_has_scrolled_to(context: Open, web_server: str, width: int) -> None:
    page = visit(context(width), web_server + HELP)
    unseen = """() => {
        const link = document.querySelector("quick-exit .exit-link"), unseen = [];
        for (let y = 0; y <= document.documentElement.scrollHeight; y += 300) {
            scrollTo(0, y);
            const { x, y: top, width, height } = link.getBoundingClientRect();
            if (document.elementFromPoint(x + width / 2, top + height / 2) !== link || height < 24) unseen.push(y);
        }
        return unseen;
    }"""
    assert page.evaluate(unseen) == []


@pytest.mark.parametrize(("width", "zoom"), [(320, 1), (1200, 1), (1280, 1), (320, 2)])
@pytest.mark.parametrize("address", [LETTER, HELP, ASK])
def test_it_covers_neither_what_has_the_focus_nor_the_end(
    context: Open, web_server: str, address: str, width: int, zoom: int
) -> None:
    page = visit(context(width), web_server + address)
    page.evaluate("zoom => { document.documentElement.style.fontSize = `${zoom * 100}%`; }", zoom)
    covered = """() => {
        const bar = document.querySelector("quick-exit"), covered = [];
        for (const link of document.querySelectorAll("a[href], summary, button, input, textarea")) {
            if (bar.contains(link) || link.matches(".skip-link") || !link.checkVisibility()) continue;
            link.focus();
            const one = link.getBoundingClientRect(), other = bar.getBoundingClientRect();
            const apart = one.bottom <= other.top || one.right <= other.left || one.left >= other.right;
            if (!apart) covered.push(link.outerHTML);
        }
        scrollTo(0, document.documentElement.scrollHeight);
        const end = document.querySelector(".site-footer p").getBoundingClientRect();
        const last = bar.getBoundingClientRect();
        if (end.bottom > last.top && end.right > last.left) covered.push("the end");
        return covered;
    }"""
    assert page.evaluate(covered) == []


def test_on_a_wide_screen_it_stands_beside_the_text(context: Open, web_server: str) -> None:
    page = visit(context(1200), web_server + HELP)
    text, exit_box = page.locator(".row-body").first.bounding_box(), page.locator("quick-exit").bounding_box()
    assert text
    assert exit_box
    assert text["x"] + text["width"] < exit_box["x"]
