"""Pages of letters and guides in a real Chromium: what marks one's place, what prints, what a button does."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.pages import violations

Open = Callable[..., BrowserContext]

GUIDE = "/advice/when-not-to-try-harder/"
STEPS = "/advice/separated-under-one-roof/steps/"
DEEP = "/advice/imported-dated/"
PAGES = (GUIDE, STEPS, DEEP, "/advice/hostile-original/", "/advice/what-to-do-first-when-love-goes-quiet/", "/updates/")


def sheets(page: Page, path: Path) -> int:
    """How many sheets of A4 a page takes."""
    page.pdf(path=path, format="A4", prefer_css_page_size=True)
    return path.read_bytes().count(b"/Type /Page\n")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(context: Open, web_server: str, axe: str, address: str, scheme: str) -> None:
    page = context(320, color_scheme=scheme).new_page()
    page.goto(web_server + address)
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_contents_mark_where_one_is_without_a_script(context: Open, web_server: str) -> None:
    page = context(1280, java_script_enabled=False).new_page()
    page.goto(web_server + GUIDE)
    link = page.locator(".contents a", has_text="What will not help")
    plain = link.evaluate("link => getComputedStyle(link).color")
    link.click()
    assert page.url.endswith("#what-will-not-help")
    expect(link).not_to_have_css("color", plain)
    assert link.evaluate("link => link.getBoundingClientRect().top") >= 0


def test_the_steps_print_on_one_sheet_and_a_letter_with_its_address(
    context: Open, web_server: str, tmp_path: Path
) -> None:
    page = context(1280).new_page()
    page.goto(web_server + STEPS)
    assert sheets(page, tmp_path / "steps.pdf") == 1
    page.goto(web_server + STEPS.removesuffix("steps/"))
    assert sheets(page, tmp_path / "letter.pdf") == 2
    page.emulate_media(media="print")
    assert page.locator(".letter, .answer").count() == 2
    assert not page.locator("nav, .share, .site-footer").filter(visible=True).count()
    address = page.locator("article").evaluate("article => getComputedStyle(article, '::after').content")
    assert address == '"/advice/separated-under-one-roof/"'


def test_a_deep_thread_keeps_room_for_words(context: Open, web_server: str) -> None:
    page = context(320).new_page()
    page.goto(web_server + DEEP)
    last = page.locator("#comment-c12")
    assert last.evaluate("comment => comment.clientWidth") >= 220
    last.locator("a[href='#comment-c12']").click()
    assert last.evaluate("comment => comment.matches(':target')")


def test_a_button_copies_the_address_and_says_so(context: Open, web_server: str) -> None:
    browser = context(permissions=["clipboard-read", "clipboard-write"])
    page = browser.new_page()
    page.goto(web_server + DEEP + "?from=somewhere#comment-c1")
    page.get_by_role("button", name="Copy the link").click()
    page.get_by_text("Copied", exact=True).wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == web_server + DEEP


def test_a_system_that_can_share_is_handed_the_title_and_the_address(context: Open, web_server: str) -> None:
    page = context().new_page()
    page.add_init_script(
        "navigator.canShare = () => true; navigator.share = async (data) => { window.shared = data; };"
    )
    page.goto(web_server + DEEP)
    page.get_by_role("button", name="Share").click()
    assert page.evaluate("window.shared") == {
        "title": "An imported letter that knows its day",
        "url": web_server + DEEP,
    }


def test_without_a_script_there_is_no_button_that_does_nothing(context: Open, web_server: str) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(web_server + DEEP)
    assert page.locator("share-link button").filter(visible=True).count() == 0
