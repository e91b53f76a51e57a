"""From a post to the form for comments, and to the newsletter, at companies that learn nothing on the way."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.conftest import FORM_HOST, FormService
from tests.browser.nginx import served
from tests.browser.pages import violations
from tests.conftest import PUBLISH, build

Open = Callable[..., BrowserContext]
COMMENTS, LIST = f"https://{FORM_HOST}/r/comments", f"https://{FORM_HOST}/list"
SET_UP = {
    "COMMENTS_FORM_URL": COMMENTS,
    "COMMENTS_FORM_SERVICE": "tally",
    "SUBSCRIBE_URL": LIST,
    "SUBSCRIBE_SERVICE_NAME": "Example Mail",
}


@pytest.fixture(scope="module")
def touching_site(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a web server with the site of somebody who takes comments and has a newsletter."""
    output = tmp_path_factory.mktemp("touching") / "output"
    built = build(content, output, "--settings", "publishconf.py", env={**PUBLISH, **SET_UP})
    with served(built, tmp_path_factory.mktemp("nginx"), PUBLISH["SITEURL"]) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize(
    ("address", "text", "to"),
    [
        ("/advice/the-envelopes-in-the-glove-box/", "Go on to the form at Tally", COMMENTS),
        ("/subscribe/", "Subscribe at Example Mail", LIST),
    ],
)
def test_a_reader_goes_on_and_is_not_announced(
    context: Open, touching_site: str, form_service: FormService, javascript: bool, width: int,
    address: str, text: str, to: str,
) -> None:  # fmt: skip
    form_service.seen.clear()
    page = context(width, java_script_enabled=javascript).new_page()
    page.goto(touching_site + address)
    link = page.get_by_role("link", name=text)
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(to)
    assert page.locator("h1").inner_text() == "The form"
    path, headers = form_service.seen[0]
    assert path == urlsplit(to).path
    assert "Referer" not in headers
    assert "Cookie" not in headers
    page.go_back()
    page.wait_for_url(touching_site + address)


@pytest.mark.parametrize("address", ["/advice/the-envelopes-in-the-glove-box/", "/subscribe/"])
def test_axe_finds_nothing_beside_the_forms(context: Open, touching_site: str, axe: str, address: str) -> None:
    page = context(320).new_page()
    page.goto(touching_site + address)
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
