"""The report on disk: an entry a line, read back one by one, and the page that is drawn from many of them."""

import json
from pathlib import Path

import pytest

from plugins.normalize.report import Report, entries_of, key_of
from plugins.normalize.report_page import MOST_LISTED, report_page
from plugins.shared.errors import SiteError
from plugins.shared.whole_files import write_chunks


def entry(number: int, **more: object) -> dict[str, object]:
    post = {"path": f"posts/2026/{number}.md", "sha256": f"{number:x}"}
    article = {"number": 1, "id": f"urn:{number}", "slug": str(number), "title": f"Tea — {number}", "post": post}
    return {"source": f"{number:04}.txt", "sha256": f"{number:064x}", "articles": [article], **more}


def write(path: Path, *entries: dict[str, object]) -> None:
    with Report(path) as report:
        for one in entries:
            report.enter(key_of(str(one["source"]), str(one["sha256"])), one)
        write_chunks(path, report.chunks(), path.parent)


def test_entries_have_a_line_each_and_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    write(path, entry(2, held="a menu\u2028 and a list"), entry(1))
    data = json.loads(path.read_text(encoding="utf-8"))
    assert data["counts"] == {"captures": 2, "posts": 2, "held": 1, "refused": 0, "skipped": 0}
    assert data["captures"] == [entry(1), entry(2, held="a menu\u2028 and a list")] == list(entries_of(path))
    assert len(path.read_text(encoding="utf-8").split("\n")) == 2 + 2 + 2
    before = path.stat().st_mtime_ns
    write(path, entry(1))
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize("indent", [None, 1, 4])
def test_a_report_laid_out_otherwise_is_read_too(tmp_path: Path, indent: int | None) -> None:
    path = tmp_path / "report.json"
    path.write_text(json.dumps({"captures": [entry(1), entry(2)]}, indent=indent), encoding="utf-8")
    with Report(path) as report:
        assert report.last_written("urn:2") == {"post": "2", "comments": ""}
        assert report.last_written("urn:3") == {}


def test_a_report_with_a_damaged_line_is_none(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    write(path, entry(1), entry(2))
    path.write_text(path.read_text(encoding="utf-8").replace('"held"', '"he', 1).replace('{"source"', "{source"))
    with pytest.raises(SiteError, match="not an import's report"), Report(path):
        pass


def test_a_post_that_a_newer_export_holds_is_told_of_there(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    write(path, entry(1))
    with Report(path) as report:
        report.supersede("urn:1", "new.xml 1")
        assert report.last_written("urn:1") == {}
        assert report.entry(key_of("0001.txt", f"{1:064x}"))["superseded"] == ["urn:1"]


def test_the_page_of_many_captures_lists_the_first_and_counts_all(tmp_path: Path) -> None:
    refused = [entry(number, refused="no text", articles=[]) for number in range(5000, 5003)]
    skipped = [entry(number, skipped="a link", articles=[]) for number in range(9000, 9004)]
    many = [*skipped, *map(entry, range(3 * MOST_LISTED)), *refused]
    page = report_page(iter(many), lambda *_: None, tmp_path)
    assert f"<dt>captures</dt><dd>{3 * MOST_LISTED + 3}</dd>" in page
    assert "<dt>captures refused</dt><dd>3</dd>" in page
    assert f"{2 * MOST_LISTED + 7} more are not listed here" in page
    assert page.index("5000.txt") < page.index("5002.txt") < page.index("0000.txt") < page.index("0020.txt")
    assert "9000.txt" not in page
