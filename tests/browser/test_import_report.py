"""The import report's page, opened from disk in a real Chromium, as an author would read it."""

import datetime
from pathlib import Path

import pytest

from plugins.normalize.importing import ImportOptions, import_captures
from tests.browser.pages import Open, violations
from tests.conftest import ROOT

CASES = {
    "letter.txt": "Share this: Facebook Twitter\n\nThe Ladder\n\nQ: May I keep it? "
    "<script>document.title = 'no'</script> -- Up High\n\nA: You may, until he asks for it. "
    "Write his name on it before it rains.\n\nSo true.\nPosted @ Friday, March 4, 2011 9:15 AM by Otto\n",
    "menu.txt": "Home\nAbout\nContact\n",
    "long.txt": "By Ida Brandt\n\n" + "A-word-without-a-space" * 30 + " and some more words of it. " * 20,
}


@pytest.fixture
def report(tmp_path: Path) -> str:
    """The address of a report of letters, an export, and what was held."""
    for name, text in CASES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    captures = [tmp_path / name for name in CASES]
    exports = ROOT / "tests/normalize/formats/exports"
    import_captures([*captures, exports], ImportOptions(into=tmp_path / "into", date=datetime.date(2026, 11, 20)))
    return (tmp_path / "into/import-report.html").as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_it_can_be_read_wherever_it_is_opened(context: Open, report: str, axe: str, width: int, scheme: str) -> None:
    page = context(width, color_scheme=scheme, bypass_csp=True).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report)
    assert asked == [report]
    assert page.title() == "Import report"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page, axe) == []


def test_a_link_of_the_list_leads_to_the_capture(context: Open, report: str) -> None:
    page = context(1280).new_page()
    page.goto(report)
    page.get_by_role("link", name="letter.txt", exact=True).click()
    assert page.locator("details:target summary").inner_text().endswith("letter.txt")
    assert page.locator("details:target tr.moved").first.is_visible()
