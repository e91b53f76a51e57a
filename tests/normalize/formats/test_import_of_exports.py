"""Exports imported: files written, the second time, a newer export of the same blog, a person's work, the sums."""

import datetime
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from plugins.normalize.importing import ImportOptions, ImportResult, import_captures
from plugins.shared.comment_files import read_comments
from plugins.shared.posts import Post, read_post
from tests.normalize.formats.test_formats import EXPORTS, archive

DAY = datetime.date(2026, 11, 20)
LETTER = "he-wont-give-back-the-ladder-the-saw"


@pytest.fixture
def captures(tmp_path: Path) -> Path:
    folder = tmp_path / "captures"
    folder.mkdir()
    shutil.copy(EXPORTS / "wordpress.xml", folder / "blog.2013-01-01.xml")
    return folder


def run(captures: Path, day: datetime.date = DAY) -> ImportResult:
    result = import_captures([captures], ImportOptions(into=captures.parent / "into", date=day))
    assert result.adds_up
    return result


def report_of(captures: Path) -> dict[str, Any]:
    report: dict[str, Any] = json.loads((captures.parent / "into/import-report.json").read_text(encoding="utf-8"))
    return report


def files_of(captures: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted((captures.parent / "into").rglob("*")) if path.is_file()}


def posts_of(captures: Path) -> dict[str, Post]:
    return {path.stem: read_post(path) for path in (captures.parent / "into").rglob("*.md")}


def newer(captures: Path, *changes: tuple[str, str]) -> Path:
    """A later export of the blog, in the place of the earlier."""
    old = captures / "blog.2013-01-01.xml"
    text = old.read_text(encoding="utf-8")
    for one, other in changes:
        assert one in text
        text = text.replace(one, other)
    new = captures / "blog.2014-01-01.xml"
    new.write_text(text, encoding="utf-8")
    return old


def test_posts_comments_and_what_is_held_are_written_and_add_up(captures: Path) -> None:
    result = run(captures)
    assert dict(result.counts) == {"written": 3, "unchanged": 0, "edited": 0, "held": 9, "refused": 0}
    assert result.articles_found == 12
    posts = posts_of(captures)
    assert sorted(posts) == [LETTER, "the-porch", "the-porch-2"]
    assert "slug-taken" in posts["the-porch-2"].many("Flags")
    assert posts[LETTER].get("Source_date") == "2012-03-26"
    assert len(read_comments(captures.parent / f"into/comments/{LETTER}.toml")) == 5
    (entry,) = report_of(captures)["captures"]
    assert entry["no_posts"][0]["title"] == "For two readers"
    assert entry["no_posts"][0]["held"] == "the entry is protected by a password"
    assert report_of(captures)["counts"] == {"captures": 1, "posts": 3, "held": 9, "refused": 0, "skipped": 0}
    assert entry["articles"][0]["where"] == "item 1"
    assert ["moved", "Asker", "sign-offs"] in [line[2:] for line in entry["articles"][0]["lines"]]


def test_every_line_of_an_export_is_accounted_for(captures: Path) -> None:
    run(captures)
    (entry,) = report_of(captures)["captures"]
    told = {line for first, last, *_ in entry["lines"] for line in range(first, last + 1)}
    lines = (captures / "blog.2013-01-01.xml").read_text(encoding="utf-8").split("\n")
    assert {number for number, line in enumerate(lines, 1) if line.strip(" \t") and "</" not in line} <= told


def test_nothing_is_written_outside_whatever_a_post_is_called(captures: Path) -> None:
    before = set(captures.parent.rglob("*")) | set(captures.parent.parent.iterdir())
    run(captures)
    new = set(captures.parent.rglob("*")) | set(captures.parent.parent.iterdir())
    assert all(path.is_relative_to(captures.parent / "into") for path in new - before)
    assert not any(path.is_symlink() for path in new - before)


def test_the_second_import_changes_no_byte(captures: Path) -> None:
    shutil.copy(EXPORTS / "blogger-old.xml", captures)
    shutil.copy(EXPORTS / "rss.xml", captures)
    (captures / "all.zip").write_bytes(archive({"a.md": (EXPORTS / "yaml.md").read_bytes()}))
    run(captures)
    before = files_of(captures)
    again = run(captures, datetime.date(2027, 5, 5))
    assert again.counts["unchanged"] == 7
    assert files_of(captures) == before


def test_a_newer_export_updates_what_changed_and_doubles_nothing(captures: Path) -> None:
    run(captures)
    porch = (captures.parent / "into/posts/2026/the-porch.md").read_bytes()
    rested = ("when neither of you is tired", "when both of you are rested")
    newer(captures, rested, ("Mine has had", "Mine has now had"), ("The Back Step", "The Front Step")).unlink()
    result = run(captures, datetime.date(2027, 5, 5))
    assert (result.counts["written"], result.counts["unchanged"]) == (1, 2)
    posts = posts_of(captures)
    assert sorted(posts) == [LETTER, "the-porch", "the-porch-2"]
    assert "both of you are rested" in posts[LETTER].body
    assert posts[LETTER].get("Date") == "2026-11-20"
    assert posts[LETTER].get("Source") == "blog.2014-01-01.xml"
    assert (captures.parent / "into/posts/2026/the-porch.md").read_bytes() == porch
    assert "now had" in read_comments(captures.parent / f"into/comments/{LETTER}.toml")[0].body
    assert report_of(captures)["counts"]["posts"] == 3


def test_a_newer_export_leaves_a_persons_work_alone(captures: Path) -> None:
    run(captures)
    path = captures.parent / f"into/posts/2026/{LETTER}.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Bring tea.", "Bring good tea."), encoding="utf-8")
    edited = path.read_bytes()
    newer(captures, ("when neither of you is tired", "when both of you are rested")).unlink()
    result = run(captures)
    assert (result.counts["edited"], result.counts["unchanged"]) == (1, 2)
    assert path.read_bytes() == edited


def test_of_two_exports_of_one_blog_the_later_is_taken_and_the_earlier_accounted_for(captures: Path) -> None:
    newer(captures, ("when neither of you is tired", "when both of you are rested"))
    result = run(captures)
    assert (result.counts["written"], result.counts["held"]) == (3, 21)
    assert "both of you are rested" in posts_of(captures)[LETTER].body
    assert "a later export holds it: blog.2014-01-01.xml" in {record.reason for record in result.records}
    before = files_of(captures)
    run(captures)
    assert files_of(captures) == before


def test_a_hostile_export_costs_itself_alone(captures: Path) -> None:
    (captures / "bomb.xml").write_bytes(b'<!DOCTYPE rss [<!ENTITY a "ha">]><rss><channel>&a;</channel></rss>')
    result = run(captures)
    assert result.counts["refused"] == 1
    assert result.counts["written"] == 3


def test_a_substack_folder_is_read_by_its_list(captures: Path) -> None:
    (captures / "posts").mkdir()
    shutil.copy(EXPORTS / "posts.csv", captures)
    shutil.copy(EXPORTS / "101.the-spare-key.html", captures / "posts")
    (captures / "posts/102.half-done.html").symlink_to("/etc/passwd")
    result = run(captures)
    assert ("101.the-spare-key.html", "part of the export that posts.csv lists") in result.skipped
    assert posts_of(captures)["the-spare-key-again"].get("Source") == "posts.csv"
