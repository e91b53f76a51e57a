"""A quiz is added up in the browser, by styles alone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

Open = Callable[..., BrowserContext]

ADDRESS = "/quizzes/coming-back-after-a-quarrel/"


def heard(page: Page) -> str:
    """What a screen reader is told of the page, in one line."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    texts = [node["name"]["value"] for node in tree if node.get("role", {}).get("value") == "StaticText"]
    return " ".join(" ".join(texts).split())


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_points_add_up_and_are_gone_afterward(context: Open, web_server: str, javascript: bool) -> None:
    page = context(java_script_enabled=javascript).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(web_server + ADDRESS, wait_until="networkidle")
    asked.clear()
    assert "Your points: 0 · Questions answered: 0 of 7" in heard(page)
    for question, points in enumerate((3, 0, 2, 1, 1, 2), 1):
        page.check(f"[name=question-{question}][value='{points}']")
    page.check("[name=question-1][value='1']")
    page.keyboard.press("Enter")
    assert "Your points: 7 · Questions answered: 6 of 7" in heard(page)
    assert page.url == web_server + ADDRESS
    assert asked == []
    page.reload()
    assert "Your points: 0 · Questions answered: 0 of 7" in heard(page)
    page.check("[name=question-1][value='3']")
    page.get_by_role("button", name="Clear my answers").click()
    assert "Your points: 0 ·" in heard(page)


def test_an_answer_of_fear_takes_the_sum_away_and_shows_the_way(context: Open, web_server: str) -> None:
    page = context().new_page()
    page.goto(web_server + ADDRESS)
    hint = page.get_by_role("link", name="This answer counts for more than the sum.")
    assert hint.count() == 0
    page.check("[name=question-6][value='3']")
    hint.click()
    assert page.url.endswith("#the-heed")
    assert "Your points" not in heard(page)
    page.check("[name=question-6][value='2']")
    assert hint.count() == 0


def test_the_keyboard_alone_is_enough(context: Open, web_server: str) -> None:
    page = context(1280).new_page()
    page.goto(web_server + ADDRESS)
    page.focus("[name=question-1]")
    for _ in range(7):
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
    assert "Your points: 7 · Questions answered: 7 of 7" in heard(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_answered_quiz(context: Open, web_server: str, axe: str, scheme: str) -> None:
    page = context(color_scheme=scheme).new_page()
    page.goto(web_server + ADDRESS)
    page.check("[name=question-6][value='3']")
    page.evaluate(axe)
    assert page.evaluate("axe.run({resultTypes: ['violations']})")["violations"] == []


def test_a_printed_quiz_shows_the_points_of_each_answer(context: Open, web_server: str) -> None:
    page = context().new_page()
    page.goto(web_server + ADDRESS)
    assert not page.locator(".choice-points").first.is_visible()
    page.emulate_media(media="print")
    assert page.locator(".choice-points").first.is_visible()
    assert not page.locator(".quiz-sum").is_visible()
    assert not page.locator(".quiz-reset").is_visible()
