"""One page of each type, the hardest that there is, and what is asked of a page in a browser."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

Open = Callable[..., BrowserContext]
"""What opens a browser context: `tests.browser.conftest.context`."""

PAGE_TYPES = {
    "home": "/",
    "list": "/page/2/",
    "letter": "/advice/hostile-title/",
    "letter answered again": "/advice/hostile-original/",
    "letter with a long word": "/advice/long-word/",
    "letter with comments": "/advice/imported-dated/",
    "letter without a date": "/advice/imported-undated/",
    "several letters": "/advice/three-short-letters-about-sharing-a-home/",
    "update": "/advice/she-rang-on-a-sunday/",
    "guide": "/advice/when-not-to-try-harder/",
    "guide of a series": "/advice/what-to-do-first-when-love-goes-quiet/",
    "list of steps": "/advice/nine-small-steps-back-toward-each-other/",
    "essay": "/advice/thank-you-for-the-soup/",
    "sheet of steps": "/advice/separated-under-one-roof/steps/",
    "draft": "/drafts/still-a-draft/",
    "topics": "/topics/",
    "topic": "/tag/communication/",
    "topic, newest": "/tag/communication/newest/",
    "category": "/category/love-and-marriage/",
    "authors": "/authors/",
    "author": "/author/the-night-desk/",
    "archive": "/archive/",
    "updates": "/updates/",
    "quizzes": "/quizzes/",
    "quiz": "/quizzes/coming-back-after-a-quarrel/",
    "page": "/about/",
    "ask": "/ask/",
    "help": "/help/",
    "search": "/search/",
    "subscribe": "/subscribe/",
    "style guide": "/styleguide/",
    "not found": "/404.html",
}
"""The address of one page of each type, in the site as built for an author."""

AXE = Path(__file__).parent / "node_modules/axe-core/axe.min.js"
SEEN_ONLY = ("color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable")
"""The rules of axe whose outcome depends on how a page is shown, not only on its markup."""

SHIFT = """() => new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => { sum += entry.value; }))
        .observe({type: "layout-shift", buffered: true});
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum))));
})"""


def violations(page: Page, axe: str, rules: tuple[str, ...] = ()) -> list[str]:
    """What axe finds on the page as it is shown: each violated rule with the first element; all rules if none named."""
    page.evaluate(axe)
    options = {"resultTypes": ["violations"], **({"runOnly": [*rules]} if rules else {})}
    found = page.evaluate("options => axe.run(options)", options)["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found]


def width_of(page: Page) -> int:
    """How many pixels wide the page is, what sticks out of the screen counted."""
    return int(page.evaluate("document.documentElement.scrollWidth"))


def layout_shift(page: Page) -> float:
    """The sum of all layout shifts of the page since it began to load (https://web.dev/articles/cls, unwindowed)."""
    return float(page.evaluate(SHIFT))
