"""The site in a language that is written from the right to the left, in a real Chromium, with words a third longer."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.nginx import served
from tests.other_languages import build_in

Open = Callable[..., BrowserContext]

LETTER = "/advice/he-comes-home-and-goes-somewhere-else/"
PAGES = ["/", LETTER, "/advice/hostile-title/", "/help/", "/ask/", "/search/", "/topics/", "/updates/", "/quizzes/"]


@pytest.fixture(scope="module")
def arabic(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site is served in a made-up Arabic: Latin letters, but Arabic plurals, lists, days and direction."""
    built = build_in("ar", tmp_path_factory.mktemp("arabic"), content)
    with served(built, tmp_path_factory.mktemp("nginx")) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("address", PAGES)
def test_pages_begin_at_the_right_and_fit(context: Open, arabic: str, address: str, width: int) -> None:
    page = context(width).new_page()
    page.goto(arabic + address)
    assert page.evaluate("[document.documentElement.dir, document.documentElement.lang].join()") == "rtl,ar"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    header = page.locator(".site-header .mark").bounding_box()
    assert header
    assert header["x"] > width / 2


def test_what_hangs_beside_the_text_hangs_at_its_right(context: Open, arabic: str) -> None:
    page = context(1280).new_page()
    page.goto(arabic + LETTER)
    head, body = (page.locator(f".row:has(.letter) .{name}").bounding_box() for name in ("row-head", "row-body"))
    assert head
    assert body
    assert head["x"] >= body["x"] + body["width"]


def test_telephone_numbers_keep_the_order_of_their_digits(context: Open, arabic: str) -> None:
    page = context(360).new_page()
    page.goto(arabic + "/help/")
    directions = page.locator(".helpline-phone").evaluate_all("all => all.map(one => getComputedStyle(one).direction)")
    assert set(directions) == {"ltr"}


def test_plurals_and_days_are_those_of_the_language(context: Open, arabic: str) -> None:
    page = context(360).new_page()
    page.goto(arabic + LETTER)
    assert page.locator(".facts .meta").all_inner_texts() == ["8 أغسطس 2026", "⟦5 mïñütéš tö réád ~ ~ ~ ~⟧"]
