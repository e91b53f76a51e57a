"""What holds on every page, however it is shown: in light, in dark, in colors of one's own, narrow, in large text."""

import pytest
from playwright.sync_api import Page, Request

from tests.browser.pages import PAGE_TYPES, SEEN_ONLY, Open, layout_shift, violations, width_of
from tests.browser.unused_styles import unused_styles
from tests.conftest import PUBLISH, ROOT, Built

SITE = PUBLISH["SITEURL"]

every_type = pytest.mark.parametrize("address", PAGE_TYPES.values(), ids=PAGE_TYPES.keys())

LARGE = "document.documentElement.style.fontSize = '200%'"
NARROW, WIDE = 320, 1280
MOST_UNUSED = 0.3
"""The share of a style sheet's bytes that a page may leave unused; what waits for hover or focus is among them."""

UNMARKED = """() => {
    const unmarked = [];
    for (const each of document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")) {
        if (each.disabled || !each.checkVisibility({visibilityProperty: true})) continue;
        each.focus();
        let marked = document.activeElement === each ? each : null;  // by its own outline, or by one around it
        const seen = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
        while (marked && !seen(getComputedStyle(marked))) marked = marked.parentElement;
        if (!marked) unmarked.push(each.outerHTML);
    }
    return unmarked;
}"""


PICTURES = ROOT / "test-artifacts/every-page"


def keep_picture(page: Page, address: str, how: str) -> None:
    """Keep a picture of the page, for people to look at after the tests. It may shift the page: measure that before."""
    name = address.strip("/").replace("/", "-").replace(".html", "") or "home"
    page.screenshot(path=PICTURES / f"{name}-{how}.png", full_page=True)


def fits(page: Page, width: int) -> bool:
    return width_of(page) <= width and layout_shift(page) == 0


@every_type
def test_axe_finds_nothing_and_the_focus_is_marked(context: Open, web_server: str, axe: str, address: str) -> None:
    page = context(NARROW, color_scheme="light").new_page()
    page.goto(web_server + address)
    assert fits(page, NARROW)
    keep_picture(page, address, "narrow-light")
    assert violations(page, axe) == []
    page.keyboard.press("Tab")
    assert page.evaluate(UNMARKED) == []
    page.emulate_media(color_scheme="dark")
    keep_picture(page, address, "narrow-dark")
    assert violations(page, axe, SEEN_ONLY) == []
    page.emulate_media(forced_colors="active")
    assert violations(page, axe, SEEN_ONLY) == []


@every_type
def test_twice_the_text_is_whole_on_a_wide_screen_and_on_a_narrow_one(
    context: Open, web_server: str, axe: str, address: str
) -> None:
    page = context(WIDE).new_page()
    page.goto(web_server + address)
    assert fits(page, WIDE)
    keep_picture(page, address, "wide-light")
    page.evaluate(LARGE)
    assert violations(page, axe, SEEN_ONLY) == []
    assert width_of(page) <= WIDE
    page.set_viewport_size({"width": NARROW, "height": 740})
    assert width_of(page) <= NARROW


def test_a_page_loads_few_styles_that_it_does_not_use(context: Open, web_server: str) -> None:
    opened = context(360)
    shares = {}
    for kind, address in PAGE_TYPES.items():
        with opened.new_page() as page:
            shares[kind] = unused_styles(page, web_server + address)
    assert {kind: f"{share:.0%}" for kind, share in shares.items() if share > MOST_UNUSED} == {}


def addresses(site: Built) -> list[str]:
    """The address of every page of a site, at SITE."""
    paths = sorted(path.relative_to(site.output).as_posix() for path in site.output.rglob("*.html"))
    return [f"{SITE}/{path.removesuffix('index.html')}" for path in paths]


def test_no_page_asks_anybody_else_or_stores_anything_or_breaks_the_policy(context: Open, published: Built) -> None:
    browser = context(NARROW)
    page = browser.new_page()
    asked: list[Request] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request))
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    wrong = []
    for address in addresses(published):
        page.goto(address)
        if not fits(page, NARROW) or page.evaluate("localStorage.length + sessionStorage.length"):
            wrong.append(address)
    assert wrong == []
    assert [request.url for request in asked if not request.url.startswith(f"{SITE}/")] == []
    assert {request.resource_type for request in asked} >= {"document", "stylesheet", "script"}
    assert said == []
    assert browser.cookies() == []
