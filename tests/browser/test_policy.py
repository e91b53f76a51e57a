"""WebAssembly runs where the search needs it, under the policy that the published pages carry, and nowhere else."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext

from tests.conftest import PUBLISH

COMPILE = "WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => 'ran', error => error.message)"


def test_the_search_runs_under_the_policy_and_webassembly_only_there(context: Callable[..., BrowserContext]) -> None:
    said: list[str] = []
    page = context().new_page()
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{PUBLISH['SITEURL']}/search/")
    page.locator("main input").first.press_sequentially("love")
    page.locator("main ol a").first.wait_for()
    page.locator("main select").first.select_option(index=1)
    page.locator("main ol a").first.wait_for()
    assert said == []
    page.goto(f"{PUBLISH['SITEURL']}/about/")
    assert "Content Security Policy" in page.evaluate(COMPILE)
