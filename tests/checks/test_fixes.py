"""`blog check --fix` mends what has one right answer, and loses nothing."""

from pathlib import Path

import pytest

from tests.checks.conftest import GOOD
from tests.conftest import Run

POST = "posts/2026/a-title.md"
MENDED = {
    "line-ends": ("\n", "\r\n"),
    "line ends of an old Mac": ("\n", "\r"),
    "a byte order mark": ("Title: A title", "\ufeffTitle: A title"),
    "the end": ("The answer.\n", "The answer.\n\n\n"),
    "hidden-characters": ("The letter.", "The \u2066let\u200bter."),
    "known-tags": ("communication, trust, separation", "communication, Trust, trust, separation"),
    "other names of tags": ("communication, trust, separation", "communication, Broken Trust, separation"),
    "unicode-form": ("The letter.", "The letter."),
    "in the header": ("Author: The", "\u202eAuthor: The"),
}


@pytest.mark.parametrize(("right", "wrong"), MENDED.values(), ids=MENDED)
def test_a_file_is_mended_to_what_it_should_be(right: str, wrong: str, content: Path, blog: Run) -> None:
    path = content / POST
    path.write_text(GOOD.replace(right, wrong), encoding="utf-8", newline="")
    done = blog("check", "--content", content, "--fix")
    assert done.returncode == 0, done.stdout
    assert path.read_bytes() == GOOD.encode()


def test_letters_are_put_together(content: Path, blog: Run) -> None:
    (content / POST).write_text(GOOD.replace("The answer.", "A cafe\u0301."), encoding="utf-8")
    assert blog("check", "--content", content, "--fix").returncode == 0
    assert "A caf\u00e9." in (content / POST).read_text(encoding="utf-8")


def test_a_post_is_moved_to_its_place_and_never_onto_another(content: Path, blog: Run) -> None:
    (content / POST).rename(content / "posts/2026/zz.md")
    done = blog("check", content / "posts/2026/zz.md", "--content", content, "--fix")
    assert done.returncode == 0, done.stdout
    assert f"file-name mended, now {content / POST}" in done.stderr
    other = GOOD.replace("3b99", "3b98").replace("The answer.", "Another.")
    (content / "posts/2026/zz.md").write_text(other, encoding="utf-8")
    assert blog("check", "--content", content, "--fix").returncode == 1
    assert (content / POST).read_text(encoding="utf-8") == GOOD
    assert (content / "posts/2026/zz.md").read_text(encoding="utf-8") == other


def test_a_post_is_moved_to_the_folder_of_its_year_and_what_is_left_is_told_there(content: Path, blog: Run) -> None:
    (content / POST).unlink()
    (content / "posts/2025").mkdir()
    text = GOOD.replace("trust", "trusst")
    (content / "posts/2025/a-title.md").write_text(text, encoding="utf-8")
    done = blog("check", content / "posts/2025", "--content", content, "--fix")
    assert (done.returncode, (content / POST).read_text(encoding="utf-8")) == (1, text)
    assert done.stderr.startswith(f"{content}/posts/2025/a-title.md: place mended, now {content / POST}\n1 problem")
    assert done.stdout.startswith(f"{content / POST}:7:22: known-tags: ")


def test_links_to_and_from_a_post_that_is_moved_lead_where_they_led(content: Path, blog: Run) -> None:
    (content / "posts/2025").mkdir()
    (content / POST).rename(content / "posts/2025/zz.md")
    linked = GOOD.replace("A title", "Another title").replace("a-title", "another-title").replace("3b99", "3b98")
    links = "[one]({filename}../2025/zz.md#help), [two]({filename}/posts/2025/zz.md), [no]({filename}../2025/zzz.md)"
    other = content / "posts/2026/another-title.md"
    other.write_text(linked.replace("The answer.", f"Something else entirely, {links}."), encoding="utf-8")
    moved = (content / "posts/2025/zz.md").read_text(encoding="utf-8")
    moved = moved.replace(
        "The answer.", "The answer: [other]({filename}../2026/another-title.md), [own]({filename}zz.md)."
    )
    (content / "posts/2025/zz.md").write_text(moved, encoding="utf-8")
    done = blog("check", "--content", content, "--fix")
    assert "now" in done.stderr, done.stdout
    text = other.read_text(encoding="utf-8")
    assert "[one]({filename}a-title.md#help), [two]({filename}/posts/2026/a-title.md)" in text
    assert "[no]({filename}../2025/zzz.md)" in text
    text = (content / POST).read_text(encoding="utf-8")
    assert "[other]({filename}another-title.md), [own]({filename}a-title.md)" in text


@pytest.mark.parametrize(("right", "wrong"), [("Slug: a-title", "Slug: ../../x"), ("2026-11-20", "soon")])
def test_a_post_whose_header_is_wrong_stays_where_it_is(right: str, wrong: str, content: Path, blog: Run) -> None:
    (content / POST).unlink()
    path = content / "posts/2026/zz.md"
    path.write_text(GOOD.replace(right, wrong), encoding="utf-8")
    before = sorted(content.parent.rglob("*.md"))
    assert blog("check", "--content", content, "--fix").returncode == 1
    assert sorted(content.parent.rglob("*.md")) == before


def test_what_a_person_must_decide_is_left_and_told(content: Path, blog: Run) -> None:
    text = GOOD.replace("The answer.", "It donâ€™t.").replace("trust", "trusst")
    (content / POST).write_text(text, encoding="utf-8")
    done = blog("check", "--content", content, "--fix")
    assert done.returncode == 1
    assert [line.split(": ")[1] for line in done.stdout.splitlines()] == ["known-tags", "mojibake"]
    assert (content / POST).read_text(encoding="utf-8") == text


def test_what_was_mended_is_told_even_where_the_next_file_may_not_be_written(content: Path, blog: Run) -> None:
    for name in (POST, "pages/about.md"):
        (content / name).write_bytes((content / name).read_bytes().replace(b"\n", b"\r\n"))
    (content / POST).chmod(0o444)
    done = blog("check", "--content", content, "--fix")
    assert done.returncode == 1
    first, second = done.stderr.splitlines()
    assert first == f"{content / 'pages/about.md'}: line-ends mended"
    assert second.startswith(f"blog: {content / POST}: you may not read or write this")


def test_only_the_named_files_are_mended(content: Path, blog: Run) -> None:
    page = content / "pages/about.md"
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    assert blog("check", content / "posts", "--content", content, "--fix").returncode == 0
    assert b"\r\n" in page.read_bytes()
    done = blog("check", content / "nothing.md", "--content", content)
    assert (done.returncode, "nothing.md" in done.stderr) == (2, True)
    done = blog("check", "README.md", "--content", content)
    assert (done.returncode, "not in" in done.stderr) == (2, True)
