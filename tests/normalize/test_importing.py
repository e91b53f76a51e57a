"""The import as a whole: files in and out, the second time, a person's work, hostile names, the report."""

import datetime
import json
from pathlib import Path

import pytest

from plugins.normalize.importing import ImportOptions, ImportResult, import_captures
from plugins.shared.comment_files import read_comments
from plugins.shared.errors import SiteError
from plugins.shared.posts import Post, read_post

DAY = datetime.date(2026, 11, 20)
LETTER = (
    "The Ladder\n\nQ: May I keep the ladder that he left behind? It is a good ladder. -- Up High\n\nA: You may "
    "keep it until he asks for it, and you should write his name on it.\n"
)
OTHER_LADDER = (
    "The Ladder\n\nQ: My neighbor borrowed ours in June and has painted it green. Must I ask for it? -- Short One\n\n"
    "A: Ask once, kindly, and then buy another; a green one costs the same as any.\n"
)
ESSAY = (
    "The Porch\n\nBy Ida Brandt on March 3, 2011\n\nA porch is a room that has not made up its mind, and I have "
    "spent the better half of my marriage on one, with tea and a blanket.\n\n"
    "It leaks in one corner. We have put a bucket there, and by now we know the sound of it.\n"
)
COMMENT = "\n\nSo true, and mine leaks too.\nPosted @ Friday, March 4, 2011 9:15 AM by Otto\n"


@pytest.fixture
def captures(tmp_path: Path) -> Path:
    folder = tmp_path / "captures"
    folder.mkdir()
    (tmp_path / "tags.toml").write_text(VOCABULARY)
    (folder / "b.txt").write_text(LETTER, encoding="utf-8")
    (folder / "a.txt").write_text(ESSAY + COMMENT, encoding="utf-8")
    return folder


TAGS = {"ladders": ("ladder", "porch"), "names": ("name", "mind"), "keeping": ("keep", "bucket")}
VOCABULARY = '[[category]]\nslug = "home"\nname = "Home"\ndescription = "The house."\n' + "".join(
    f'[[tag]]\ntag = "{tag}"\nname = "{tag}"\ndescription = "For {tag}."\ncategory = "home"\naliases = []\n'
    f'[tag.cues]\n"{one}" = 5.0\n"{other}" = 5.0\n'
    for tag, (one, other) in TAGS.items()
)


def run(captures: Path, into: Path, **more: object) -> ImportResult:
    tags = captures.parent / "tags.toml"
    vocabulary = tags if tags.is_file() else None
    return import_captures([captures], ImportOptions(into=into, date=DAY, vocabulary=vocabulary, **more))  # type: ignore[arg-type]


def post_of(result: ImportResult, source: str) -> Post:
    path = next(record.path for record in result.records if record.source == source)
    assert path is not None
    return read_post(path)


def test_posts_comments_and_report_are_written(captures: Path, tmp_path: Path) -> None:
    result = run(captures, tmp_path / "into")
    letter, essay = post_of(result, "b.txt"), post_of(result, "a.txt")
    assert letter.path == tmp_path / "into/posts/2026/the-ladder.md"
    assert letter.get("Asker") == "Up High"
    assert letter.get("Source_date") == "unknown"
    assert letter.get("Flags") == "no-author, short"
    assert letter.get("Status") == "draft"
    assert letter.get("Id").startswith("urn:uuid:")
    assert (
        letter.body
        == "> May I keep the ladder that he left behind? It is a good ladder.\n\nYou may keep it until he asks for "
        "it, and you should write his name on it.\n"
    )
    assert essay.get("Author") == "Ida Brandt"
    assert essay.get("Status") == "published"
    assert essay.get("Source_date") == "2011-03-03"
    assert "2011-03-04 09:15:00" in (tmp_path / "into/comments/the-porch.toml").read_text()
    report = json.loads((tmp_path / "into/import-report.json").read_text())
    assert report["counts"] == {"captures": 2, "posts": 2, "held": 0, "refused": 0, "skipped": 0}
    assert [entry["source"] for entry in report["captures"]] == ["a.txt", "b.txt"]
    assert report["captures"][1]["articles"][0]["flags"]["no-author"][0].startswith("The capture does not say")


def test_the_second_import_writes_nothing_on_whatever_day(captures: Path, tmp_path: Path) -> None:
    run(captures, tmp_path / "into")
    before = {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (tmp_path / "into").rglob("*") if path.is_file()
    }
    options = ImportOptions(into=tmp_path / "into", date=datetime.date(2027, 5, 5), vocabulary=tmp_path / "tags.toml")
    again = import_captures([captures], options)
    assert again.counts["unchanged"] == 2
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in before} == before


def test_a_persons_work_is_left_alone_and_the_import_stands_beside_it_when_asked(
    captures: Path, tmp_path: Path
) -> None:
    into = tmp_path / "into"
    path = post_of(run(captures, into), "b.txt").path
    path.write_text(path.read_text().replace("good ladder", "very good ladder"), encoding="utf-8")
    edited = path.read_bytes()
    result = run(captures, into)
    assert [record.outcome for record in result.records] == ["unchanged", "edited"]
    assert path.read_bytes() == edited
    assert not list(into.rglob("*.imported"))
    run(captures, into, beside=True)
    assert path.with_name("the-ladder.md.imported").is_file()
    assert path.read_bytes() == edited


def test_a_post_without_a_record_is_taken_for_a_persons(captures: Path, tmp_path: Path) -> None:
    into = tmp_path / "into"
    path = post_of(run(captures, into), "b.txt").path
    path.write_text(path.read_text() + "\nA line of mine.\n", encoding="utf-8")
    (into / "import-report.json").unlink()
    assert run(captures, into).counts["edited"] == 1


@pytest.mark.parametrize("body", ["[" * 1001, "word " * 24_001, "a line\n" * 1600])
def test_a_comment_of_more_than_a_page_can_show_is_held_whole(body: str, captures: Path, tmp_path: Path) -> None:
    capture = captures / "a.txt"
    capture.write_text(f"{capture.read_text()}{body.strip()}\nPosted @ Friday, March 4, 2011 9:20 AM by Max\n")
    result = run(captures, tmp_path / "into")
    assert post_of(result, "a.txt").path.name == "the-porch.md"
    otto, long = read_comments(tmp_path / "into/comments/the-porch.toml")
    assert not otto.held
    assert long.reason.startswith("more than a page can show: the text h")
    assert "".join(long.body.split()).replace("\\", "") == "".join(body.split())


def test_comments_that_a_person_edited_are_left_alone(captures: Path, tmp_path: Path) -> None:
    into = tmp_path / "into"
    run(captures, into)
    comments = into / "comments/the-porch.toml"
    comments.write_text(comments.read_text().replace("mine leaks", "ours leaks"), encoding="utf-8")
    edited = comments.read_bytes()
    run(captures, into)
    assert comments.read_bytes() == edited


def test_a_moved_and_renamed_post_keeps_its_slug_and_date(captures: Path, tmp_path: Path) -> None:
    into = tmp_path / "into"
    path = post_of(run(captures, into), "b.txt").path
    path.write_text(
        path.read_text().replace("Slug: the-ladder", "Slug: a-ladder").replace("Date: 2026-11-20", "Date: 2025-01-02")
    )
    moved = into / "posts/2025/a-ladder.md"
    moved.parent.mkdir()
    path.rename(moved)
    result = run(captures, into)
    assert result.counts["unchanged"] == 2
    assert not path.exists()
    assert result.records[1].slug == "a-ladder"
    assert result.records[1].path == moved


def test_two_articles_of_one_title_get_two_slugs(captures: Path, tmp_path: Path) -> None:
    (captures / "c.txt").write_text(OTHER_LADDER, encoding="utf-8")
    result = run(captures, tmp_path / "into")
    assert [record.slug for record in result.records] == ["the-porch", "the-ladder", "the-ladder-2"]
    assert "slug-taken" in result.records[2].flags
    again = run(captures, tmp_path / "into")
    assert again.counts["unchanged"] == 3


def test_a_copy_of_a_capture_is_held(captures: Path, tmp_path: Path) -> None:
    (captures / "copy.txt").write_text(LETTER, encoding="utf-8")
    result = run(captures, tmp_path / "into")
    assert [(record.source, record.outcome) for record in result.records] == [
        ("a.txt", "written"),
        ("b.txt", "written"),
        ("copy.txt", "held"),
    ]
    assert result.records[2].reason == "the same bytes as b.txt"
    assert result.adds_up


def test_copies_of_one_name_leave_the_record_of_the_first(captures: Path, tmp_path: Path) -> None:
    (captures / "more").mkdir()
    (captures / "more/b.txt").write_text(LETTER, encoding="utf-8")
    run(captures, tmp_path / "into")
    before = (tmp_path / "into/import-report.json").read_bytes()
    entry = json.loads(before)["captures"][1]
    assert entry["copies"] == 1
    assert entry["articles"][0]["slug"] == "the-ladder"
    assert run(captures, tmp_path / "into").counts["unchanged"] == 2
    assert (tmp_path / "into/import-report.json").read_bytes() == before


def test_one_captures_trouble_keeps_no_other_from_going_through(captures: Path, tmp_path: Path) -> None:
    (captures / "empty.txt").write_bytes(b"")
    (captures / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(300))
    (captures / "menu.txt").write_text("Home\nAbout\nContact\n")
    result = run(captures, tmp_path / "into")
    assert result.counts == {"written": 2, "unchanged": 0, "edited": 0, "held": 1, "refused": 2}
    assert result.articles_found == 5
    assert result.adds_up
    assert {record.source: record.reason for record in result.records if record.outcome == "refused"} == {
        "empty.txt": "the file is empty",
        "image.txt": "these bytes are no text (an image, an archive or a program)",
    }


def test_hostile_names_and_titles_stay_inside(tmp_path: Path) -> None:
    captures, into = tmp_path / "captures", tmp_path / "deep/into"
    captures.mkdir()
    (captures / "_..\n{static} save_as: x.txt").write_text(
        LETTER.replace("The Ladder", "../../../etc/passwd"), encoding="utf-8"
    )
    (captures / "-rf ; $(x) 👀 \x1b[2J.txt").write_text(ESSAY.replace("The Porch", "ﷺ"), encoding="utf-8")
    result = run(captures, into)
    assert result.counts["written"] == 2
    outside = [
        path
        for path in tmp_path.rglob("*")
        if path.is_file() and into not in path.parents and captures not in path.parents
    ]
    assert outside == []
    for record in result.records:
        assert record.path is not None
        assert record.source.isprintable()
        assert read_post(record.path).get("Source") == record.source


def test_links_are_not_followed_and_other_files_are_named(captures: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(LETTER.replace("Ladder", "Secret"))
    (captures / "link.txt").symlink_to(secret)
    (captures / "folder").symlink_to(tmp_path)
    (captures / "notes.json").write_text("{}")
    result = run(captures, tmp_path / "into")
    assert sorted(result.skipped) == [("folder", "a link; links are not followed"), ("link.txt", "a link; links are "
        "not followed"),
                                      ("notes.json", "a .json file, no capture")]  # fmt: skip
    assert len(result.records) == 2


def test_a_file_that_is_no_report_is_not_overwritten(captures: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.json"
    mine.write_text('{"my": "notes"}')
    with pytest.raises(SiteError, match="not an import's report"):
        run(captures, tmp_path / "into", report=mine)
    assert mine.read_text() == '{"my": "notes"}'


def test_progress_is_told_and_tags_come_out_of_the_vocabulary_alone(captures: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    result = import_captures(
        [captures],
        ImportOptions(into=tmp_path / "into", date=DAY, vocabulary=tmp_path / "tags.toml"),
        lambda *step: told.append(step),
    )
    assert told == [(1, 2, "a.txt"), (2, 2, "b.txt")]
    assert sorted(post_of(result, "a.txt").many("Tags")) == ["keeping", "ladders", "names"]
    assert post_of(result, "a.txt").get("Category") == "Home"


def test_few_tags_are_flagged_and_safety_is_offered_not_written(captures: Path, tmp_path: Path) -> None:
    (captures / "c.txt").write_text(LETTER.replace("name", "label").replace("good", "strong; he hit me with it once"))
    result = run(captures, tmp_path / "into")
    assert "few-tags" in post_of(result, "c.txt").many("Flags")
    assert post_of(result, "c.txt").get("Safety") == ""
    report = json.loads((tmp_path / "into/import-report.json").read_text())
    assert report["captures"][2]["articles"][0]["safety_offered"] == {"abuse": ["hit me"]}
