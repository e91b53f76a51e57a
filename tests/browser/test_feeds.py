"""A feed, opened in a browser by somebody who does not know what it is."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

Open = Callable[..., BrowserContext]


@pytest.mark.parametrize("name", ["atom", "rss"])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_feed_says_what_it_is_and_leads_to_the_page_that_explains(
    context: Open, web_server: str, width: int, name: str
) -> None:
    page = context(width, java_script_enabled=False).new_page()
    page.goto(f"{web_server}/feeds/{name}.xml")
    assert page.locator("h1").inner_text() == "A Light Left On"
    assert page.get_by_text("This page is a feed").is_visible()
    assert page.get_by_text("The Envelopes in the Glove Box", exact=True).first.is_visible()
    assert str(page.get_by_role("link", name="How to follow").get_attribute("href")).endswith("/subscribe/")
    text = page.locator("content, item > description").first
    assert text.text_content()
    assert not text.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("getComputedStyle(document.documentElement).fontFamily").startswith('"Iowan')
