"""How much of a page's style sheet the page does not use, as Chromium counts it."""

import re

from playwright.sync_api import Page

RULE = re.compile(r"[^{}]+\{[^{}]*\}")
"""One style rule of a sheet, without the layers and conditions around it."""


def unused_styles(page: Page, address: str) -> float:
    """The share, from 0 to 1, of the bytes of the screen's style sheet in rules that match no element of the page.

    The page is opened as it is set up, then wide and dark. Rules for what a reader does (hover, focus) count as unused.
    """
    session = page.context.new_cdp_session(page)
    sheets: dict[str, str] = {}
    session.on(
        "CSS.styleSheetAdded", lambda told: sheets.update({told["header"]["styleSheetId"]: told["header"]["sourceURL"]})
    )
    for command in ("DOM.enable", "CSS.enable", "CSS.startRuleUsageTracking"):
        session.send(command)
    page.goto(address)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(color_scheme="dark")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    usage = session.send("CSS.stopRuleUsageTracking")["ruleUsage"]
    unused = total = 0
    for sheet in [sheet for sheet, source in sheets.items() if "/page." in source]:
        text = session.send("CSS.getStyleSheetText", {"styleSheetId": sheet})["text"]
        used = {int(rule["endOffset"]) for rule in usage if rule["styleSheetId"] == sheet and rule["used"]}
        unused += sum(len(rule[0]) for rule in RULE.finditer(text) if rule.end() not in used)
        total += len(text)
    session.detach()
    return unused / total
