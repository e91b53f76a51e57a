"""The page of the import report: for people, self-contained, escaped, bounded, the same at every import."""

import datetime
import html
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.normalize import report_page, report_view
from plugins.normalize.flags import FLAGS
from plugins.normalize.importing import ImportOptions, import_captures
from plugins.normalize.report_page import page_path
from plugins.shared.errors import SiteError

DAY = datetime.date(2026, 11, 20)
HOSTILE = '</script><script>alert(1)</script><img src="https://example.org/x.png" onerror="alert(2)">&lt;{{ 7 * 7 }}'
LETTER = (
    f"Share this: Facebook Twitter\n\nThe Ladder\n\nQ: May I keep the ladder {HOSTILE} that he left? -- Up High\n\n"
    "A: You may keep it until he asks for it, and you should write his name on it before it rains.\n\n"
    "My number is 212-555-0100, call me.\nPosted @ Friday, March 4, 2011 9:15 AM by Otto\n"
)


@pytest.fixture
def captures(tmp_path: Path) -> Path:
    folder = tmp_path / "captures"
    folder.mkdir()
    (folder / "<b>bold.txt").write_text(LETTER, encoding="utf-8")
    (folder / "menu.txt").write_text("Home\nAbout\nContact\n")
    (folder / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(300))
    (folder / "notes.json").write_text("{}")
    return folder


def page_of(captures: Path, into: Path, report: Path | None = None) -> BeautifulSoup:
    import_captures([captures], ImportOptions(into=into, date=DAY, report=report))
    text = page_path(report or into / "import-report.json").read_text(encoding="utf-8")
    return BeautifulSoup(text, "lxml")


def test_sums_states_flags_and_rows(captures: Path, tmp_path: Path) -> None:
    page = page_of(captures, tmp_path / "into")
    sums = {row.dt.text: row.dd.text for row in page.select(".sums div")}
    assert sums == {
        "captures": "3",
        "posts": "1",
        "posts flagged": "1",
        "posts edited by a person": "0",
        "captures held": "1",
        "captures refused": "1",
        "comments": "1",
        "comments held": "1",
    }
    assert [row.text for row in page.select("summary .state")] == ["refused", "held", "flagged"]
    flags = page.select(".flags li")
    assert [flag.b.text for flag in flags][:2] == ["no-author", "personal-data"]
    assert FLAGS["no-author"] in flags[0].text
    assert "in comment c1" in flags[1].text
    rows = {row.select_one(".found").text: row for row in page.select("details:last-of-type tr:has(td)")}
    assert rows["Share this: Facebook Twitter"]["class"] == ["dropped"]
    assert rows["The Ladder"].select_one(".became").text.split() == ["moved", "to", "Title", "find-title"]
    assert rows["My number is 212-555-0100, call me."].select_one(".fate").text.endswith("by Otto: personal data")
    assert rows["-- Up High"].select_one(".line").text == ""
    assert all(row.select_one(".mark").text in report_view.FATES for row in rows.values())
    assert {link["href"][1:] for link in page.select("a[href^='#']")} <= {one["id"] for one in page.select("[id]")}


def test_a_hostile_capture_is_shown_and_does_nothing(captures: Path, tmp_path: Path) -> None:
    page = page_of(captures, tmp_path / "into")
    assert html.unescape(HOSTILE) in page.get_text()
    assert not page.select("script, img, link, iframe, object, form, [src], [onerror], [style]")
    assert "<b>bold.txt" in page.select_one("details:last-of-type summary").text
    assert all(link["href"].startswith("#") for link in page.select("a"))
    assert not re.search(r"url\(|@import|https?:", page.style.text)
    assert page.select_one("meta[http-equiv]")["content"] == "default-src 'none'; style-src 'unsafe-inline'"


def test_the_second_import_changes_no_byte_of_it(captures: Path, tmp_path: Path) -> None:
    page_of(captures, tmp_path / "into")
    path = tmp_path / "into/import-report.html"
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    page_of(captures, tmp_path / "into")
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_a_persons_edit_is_shown_as_one(captures: Path, tmp_path: Path) -> None:
    page_of(captures, tmp_path / "into")
    [post] = (tmp_path / "into/posts").rglob("*.md")
    post.write_text(post.read_text().replace("Title: The Ladder", "Title: A Better Title"), encoding="utf-8")
    page = page_of(captures, tmp_path / "into")
    assert "a person has edited this post" in page.select_one(".path").text
    assert page.select_one("dl.header dd").text == "A Better Title"


def test_what_a_big_run_shows_is_bounded_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    captures = tmp_path / "captures"
    captures.mkdir()
    monkeypatch.setattr(report_page, "MOST_DETAILS", 2)
    monkeypatch.setattr(report_page, "MOST_LISTED", 3)
    monkeypatch.setattr(report_view, "MOST_ROWS", 4)
    for number in range(5):
        (captures / f"{number}.txt").write_text(LETTER.replace("Ladder", f"Ladder {number}"), encoding="utf-8")
    page = page_of(captures, tmp_path / "into")
    assert len(page.select("details")) == 2
    assert len(page.select(".list li")) == 3
    assert [line.text for line in page.select(".limit")] == [
        "2 more are not listed here; the report in JSON lists all.",
        "Shown are 2: some that were refused or held, then those that are flagged. 3 more are in the report in JSON.",
        *["5 more parts are not shown here; the report in JSON accounts for all."] * 2,
    ]


def test_a_long_capture_is_cut_off_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("\n\n".join(f"{n} {'A sentence that goes on. ' * 50}" for n in range(200)))
    (tmp_path / "one.txt").write_text("The whole of it is one line. " * 20_000)
    page = page_of(tmp_path, tmp_path / "into")
    assert len(str(page)) < 4 * report_view.MOST_TEXT + 20_000
    assert all("more parts are not shown here" in line.text for line in page.select(".limit"))
    assert page.select(".found")[-1].text.endswith(" …")


def test_held_captures_leave_room_for_flagged_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    captures = tmp_path / "captures"
    captures.mkdir()
    monkeypatch.setattr(report_page, "MOST_DETAILS", 4)
    for number in range(6):
        (captures / f"menu-{number}.txt").write_text(f"Home\nAbout\nPage {number}\n")
    (captures / "letter.txt").write_text(LETTER, encoding="utf-8")
    page = page_of(captures, tmp_path / "into")
    assert [row.text for row in page.select("summary .state")] == ["held", "held", "held", "flagged"]
    assert len(page.select(".list a")) == 4


def test_the_page_has_the_stem_of_the_report_and_overwrites_nothing_else(captures: Path, tmp_path: Path) -> None:
    assert page_of(captures, tmp_path / "into", tmp_path / "mine.json").title.text == "Import report"
    assert (tmp_path / "mine.html").is_file()
    assert page_path(Path("a/b.html")) == Path("a/b.page.html")
    (tmp_path / "other.html").write_text("<title>My own</title>")
    with pytest.raises(SiteError, match="this file is none"):
        page_of(captures, tmp_path / "else", tmp_path / "other.json")
    assert not (tmp_path / "else").exists()


def test_the_entries_of_an_export_that_became_no_post_are_named(tmp_path: Path) -> None:
    exports = Path(__file__).parent / "formats/exports"
    page = page_of(exports, tmp_path / "into")
    assert any("the entry is protected by a password" in line.text for line in page.select("ul.none li"))
    sums = {row.dt.text: row.dd.text for row in page.select(".sums div")}
    assert int(sums["entries without a post"]) == len(page.select("ul.none li")) > 0
    assert page_of(exports, tmp_path / "into") == page


def test_only_the_captures_of_this_import_are_shown(captures: Path, tmp_path: Path) -> None:
    page_of(captures, tmp_path / "into")
    more = tmp_path / "more"
    more.mkdir()
    (more / "z.txt").write_text(LETTER.replace("Ladder", "Later One"), encoding="utf-8")
    assert [row.text for row in page_of(more, tmp_path / "into").select("summary b")] == ["z.txt"]
