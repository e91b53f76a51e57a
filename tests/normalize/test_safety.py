"""Hostile captures: each ends in a refusal, a skip or a post of its own, in bounded time, and the others go through."""

import datetime
import os
from pathlib import Path

import pytest

from plugins.normalize.captures import LARGEST
from plugins.normalize.importing import ImportOptions, ImportResult, import_captures

DAY = datetime.date(2026, 11, 20)
ESSAY = (
    "The Porch\n\nBy Ida Brandt on March 3, 2011\n\nA porch is a room that has not made up its mind, and I have "
    "spent the better half of my marriage on one, with tea and a blanket.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    captures = tmp_path / "captures"
    captures.mkdir()
    (captures / "good.txt").write_text(ESSAY)
    return captures


def run(captures: Path, *given: Path) -> ImportResult:
    options = ImportOptions(into=captures.parent / "into", date=DAY)
    result = import_captures(given or [captures], options)
    assert result.adds_up
    return result


def refusals(result: ImportResult) -> dict[str, str]:
    return {record.source: record.reason for record in result.records if record.outcome == "refused"}


def test_files_that_are_no_files_are_skipped_or_refused(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    (folder / "loop").symlink_to(folder)
    result = run(folder)
    assert dict(result.skipped) == {
        "pipe.txt": "not an ordinary file",
        "zero.txt": "a link; links are not followed",
        "loop": "a link; links are not followed",
    }
    assert result.counts["written"] == 1
    named = run(folder, folder / "zero.txt", folder / "pipe.txt", folder / "good.txt")
    assert refusals(named) == dict.fromkeys(("pipe.txt", "zero.txt"), "it cannot be read: not an ordinary file")


def test_large_files_are_refused_unread(folder: Path) -> None:
    for name, size in (("sparse.txt", 1024**3), ("just-over.txt", LARGEST + 1)):
        with (folder / name).open("wb") as file:
            file.truncate(size)
    (folder / "line.txt").write_text("a long word " * 200_000)
    result = run(folder)
    assert refusals(result) == {
        "sparse.txt": f"it cannot be read: {1024**3} bytes; a capture may have {LARGEST}",
        "just-over.txt": f"it cannot be read: {LARGEST + 1} bytes; a capture may have {LARGEST}",
        "line.txt": "the page cannot be read: 2400000 characters of text; an article may have 2000000",
    }
    assert result.counts["written"] == 1


def test_what_fails_while_it_is_read_is_refused(folder: Path) -> None:
    result = run(folder, Path("/proc/self/mem"), folder)
    assert refusals(result) == {"mem": "it cannot be read: Input/output error"}
    assert result.counts["written"] == 1


def test_a_folder_too_deep_to_be_read_is_told(folder: Path) -> None:
    place = os.open(folder, os.O_RDONLY)
    for _ in range(25):
        os.mkdir("d" * 200, dir_fd=place)  # pathlib cannot reach so deep
        deeper = os.open("d" * 200, os.O_RDONLY, dir_fd=place)
        os.close(place)
        place = deeper
    os.close(place)
    result = run(folder)
    assert [reason for _, reason in result.skipped] == ["the folder cannot be read: File name too long"]
    assert result.counts["written"] == 1


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><p " + " ".join(f"a{number}=1" for number in range(200_000)) + ">x</p></body></html>",
        "<html><body>" + "<div>" * 200_000,
        "<html><body>" + "<!--" * 100_000,
        "<html><body>" + "<" * 200_000,
    ],
    ids=["attributes", "nested", "comments", "brackets"],
)
def test_hostile_markup_ends_in_an_article_or_a_reason(folder: Path, page: str) -> None:
    (folder / "page.html").write_text(page)
    result = run(folder)
    record = next(record for record in result.records if record.source == "page.html")
    assert record.outcome in ("held", "refused")
    assert record.reason
    assert result.counts["written"] == 1


def test_hostile_names_write_nothing_outside(folder: Path) -> None:
    for name in (
        b"x\n..\n..txt.txt",
        b"\xff\xfe\x80.txt",
        b"%2e%2e%2fetc.txt",
        b"'; rm -rf $HOME; '.txt",
        b"--into=x.txt",
    ):
        path = os.path.join(os.fsencode(folder), name)  # noqa: PTH118  # a pathlib path holds no bytes
        with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123
            file.write(ESSAY.replace("tea", f"tea number {len(name)}").replace("The Porch", "../../../x"))
    result = run(folder)
    assert refusals(result) == {}
    assert result.counts["written"] + result.counts["held"] == 6
    assert {path.name for path in folder.parent.iterdir()} == {"captures", "into"}
    assert all(record.source.isprintable() for record in result.records)


def test_a_planted_link_leads_no_post_outside(folder: Path) -> None:
    into, outside = folder.parent / "into", folder.parent / "outside"
    outside.mkdir()
    (into / "posts").mkdir(parents=True)
    (into / "posts" / "2026").symlink_to(outside)
    result = run(folder)
    assert list(outside.iterdir()) == []
    assert "leads out of" in refusals(result)["good.txt"]
