"""A review: each decision applied to its post, a person's for good, and the whole of it in a real terminal."""

import datetime
import os
import pty
import re
import select
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.normalize.captures import find_captures
from plugins.normalize.importing import ImportOptions, ImportResult, import_captures
from plugins.normalize.review import (
    Decision,
    Question,
    RejectedError,
    edit,
    published,
    review_post,
    save_post,
    settle,
)
from plugins.normalize.review_items import items_of
from plugins.normalize.review_screen import window
from plugins.normalize.tracing import Captures
from plugins.shared.posts import Post, find_posts, format_post, read_post
from tests.conftest import BLOG, ROOT, Run

DAY = datetime.date(2026, 11, 20)
LETTER = (
    "Q: My neighbor left his ladder against our wall when he moved, and I have used it \x1b[31m all summer for the "
    "plums and the gutters and the lamp over the door. May I keep the ladder? -- Up High\n\n"
    "A: You may use it. Write his name on it and the day on which he left, and keep it dry. If he comes back for it "
    "you will have been a good neighbor, and if he does not you will have been one all the same.\n"
)


@pytest.fixture
def captures(tmp_path: Path) -> Path:
    folder = tmp_path / "captures"
    folder.mkdir()
    (folder / "ladder.txt").write_text(LETTER, encoding="utf-8")
    return folder


def run(captures: Path, into: Path) -> ImportResult:
    options = ImportOptions(into=into, date=DAY, vocabulary=ROOT / "content/tags.toml")
    return import_captures([captures], options)


def reviewed(captures: Path, into: Path, answers: list[Decision], publish: bool = False) -> tuple[Post, list[Question]]:
    """The post in its file after a review with these answers, and the questions that were asked."""
    result = run(captures, into)
    asked: list[Question] = []
    left: Iterator[Decision] = iter(answers)

    def ask(question: Question) -> Decision:
        asked.append(question)
        return next(left)

    for item in items_of(result.records, Captures(find_captures([captures]))):
        review_post(item, ask, lambda _: publish, lambda post: save_post(post, into))
    assert list(left) == []
    [path] = find_posts(into)
    return read_post(path), asked


def flags_of(captures: Path, into: Path) -> tuple[str, ...]:
    run(captures, into)
    return read_post(find_posts(into)[0]).many("Flags")


def test_accepting_every_flag_offers_to_publish(captures: Path, tmp_path: Path) -> None:
    flags = flags_of(captures, tmp_path / "into")
    assert {"title-inferred", "no-author"} <= set(flags)
    post, asked = reviewed(captures, tmp_path / "into", [Decision("accept")] * len(flags), publish=True)
    assert [question.flag for question in asked] == list(flags)
    assert [question.number for question in asked] == list(range(1, len(flags) + 1))
    assert "Flags" not in post.header
    assert post.get("Status") == "published"


def test_what_a_person_decided_survives_the_next_import(captures: Path, tmp_path: Path) -> None:
    into = tmp_path / "into"
    rest = [Decision("accept")] * (len(flags_of(captures, into)) - 1)
    post, _ = reviewed(captures, into, [Decision("edit", "Title", "Whose ladder is it?"), *rest])
    assert (post.get("Title"), post.get("Status")) == ("Whose ladder is it?", "draft")
    written = post.path.read_bytes()
    again = run(captures, into)
    assert [record.outcome for record in again.records] == ["edited"]
    assert post.path.read_bytes() == written
    assert list(items_of(again.records, Captures(find_captures([captures])))) == []


def test_a_draft_kept_a_flag_skipped_and_a_quit_leave_the_file_alone(captures: Path, tmp_path: Path) -> None:
    into = tmp_path / "into"
    count = len(flags_of(captures, into))
    before = find_posts(into)[0].read_bytes()
    for answers in ([Decision("draft")], [Decision("quit")], [Decision("skip")] * count):
        post, asked = reviewed(captures, into, answers)
        assert len(asked) == len(answers)
        assert post.path.read_bytes() == before


def test_an_edit_of_another_value_and_a_wrong_one_ask_again(captures: Path, tmp_path: Path) -> None:
    answers = [Decision("edit", "Summary", "A ladder."), Decision("edit", "Kind", "leter"), Decision("quit")]
    post, asked = reviewed(captures, tmp_path / "into", answers)
    assert post.get("Summary") == "A ladder."
    assert [question.flag for question in asked] == ["title-inferred"] * 3
    assert "`Kind: leter` is not known" in asked[2].error


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("Kind", "essay", "only a question-and-answer post has an asker"),
        ("Title", "", "`Title` is missing"),
        ("Source_date", "last week", "is not a date"),
        ("Slug", "another", "a review can change Title"),
    ],
)
def test_what_the_header_cannot_hold_is_rejected(key: str, value: str, message: str) -> None:
    header = {"Title": "A", "Slug": "a", "Id": "urn:uuid:x", "Date": "2026-11-20", "Status": "draft"}
    post = Post({**header, "Kind": "question-answer", "Asker": "Ann"}, "Text.\n")
    with pytest.raises(RejectedError, match=message):
        edit(post, key, value)


def test_values_are_one_line_and_a_flagged_post_is_never_published() -> None:
    post = Post({"Title": "A", "Flags": "short, no-author"}, "Text.\n")
    assert settle(post, "short", Decision("accept")).get("Flags") == "no-author"
    assert "Author: Ann Field\n" in format_post(edit(post, "Author", " Ann\nField\x1b\t"))
    with pytest.raises(RejectedError, match="settle its flags first"):
        published(post)


def test_the_lines_shown_are_those_that_the_flag_is_about(captures: Path, tmp_path: Path) -> None:
    text = "\n\n".join(f"Line number {number} of a long text." for number in range(40))
    (captures / "ladder.txt").write_text(f"{LETTER}\n{text}", encoding="utf-8")
    [item] = items_of(run(captures, tmp_path / "into").records, Captures(find_captures([captures])))
    assert [part.line for part in window(item.parts, "no-author", "", 3)] == [1, 1, 1]
    assert window(item.parts, "cut-off", "", 4) == item.parts[-4:]
    assert item.parts[20] in window(item.parts, "lost-heading", f"before line {item.parts[20].line}", 3)
    assert "May I Keep the Ladder?" in item.details["title-inferred"]


def test_without_a_terminal_it_is_a_usage_error(captures: Path, tmp_path: Path, blog: Run) -> None:
    for more in ((), ("--json",)):
        done = blog("import", captures, "--into", tmp_path / "into", "--review", *more)
        assert (done.returncode, "Error: --review asks questions" in done.stderr) == (2, True)
    assert not (tmp_path / "into").exists()


def test_what_a_person_changed_in_the_file_meanwhile_counts(captures: Path, tmp_path: Path) -> None:
    into = tmp_path / "into"
    result = run(captures, into)
    [item] = items_of(result.records, Captures(find_captures([captures])))

    def ask(question: Question) -> Decision:
        text = question.post.path.read_text(encoding="utf-8")
        question.post.path.write_text(re.sub(r"Flags: .*\n", "", text).replace("plums", "pears"), encoding="utf-8")
        return Decision("open")

    done = review_post(item, ask, lambda _: False, lambda _: None)
    assert (done.settled, done.published) == (len(item.post.many("Flags")), False)
    assert "pears" in read_post(item.post.path).body


class Terminal:
    """The `blog` command in a pseudo-terminal of its own: wait for what it says, type an answer."""

    def __init__(self, *arguments: str | Path) -> None:
        self.said = ""
        self.handle, inner = pty.openpty()
        env = {**os.environ, "COLUMNS": "100", "LINES": "40", "TERM": "xterm", "EDITOR": "true"}
        command = [str(BLOG), *map(str, arguments)]
        self.process = subprocess.Popen(command, cwd=ROOT, env=env, stdin=inner, stdout=inner, stderr=inner)
        os.close(inner)

    def expect(self, text: str, seconds: float = 30) -> None:
        """Read until the command has said a text since the last answer."""
        end = time.monotonic() + seconds
        while text not in self.said:
            assert time.monotonic() < end, self.said
            if select.select([self.handle], [], [], 0.2)[0]:
                self.said += os.read(self.handle, 65536).decode("utf-8", "replace")

    def type(self, answer: str) -> None:
        self.said = ""
        os.write(self.handle, f"{answer}\n".encode())

    def close(self) -> int:
        """The exit status, when the command has ended."""
        status = self.process.wait(30)
        os.close(self.handle)
        return status


def test_a_review_in_a_terminal_from_beginning_to_end(captures: Path, tmp_path: Path) -> None:
    into = tmp_path / "into"
    count = len(flags_of(captures, into))
    terminal = Terminal("import", captures, "--into", into, "--review")
    terminal.expect("q quit")
    assert "The capture has no title" in terminal.said
    assert "My neighbor left his ladder" in re.sub(r"\s+", " ", terminal.said)
    terminal.type("o")
    terminal.expect("q quit")
    terminal.type("e")
    terminal.expect("[Title]")
    terminal.type("")
    terminal.expect("Title: ")
    terminal.type("Whose ladder?")
    for _ in range(count - 1):
        terminal.expect("q quit")
        terminal.type("a")
    terminal.expect("Publish it?")
    terminal.type("y")
    terminal.expect(f"1 post looked at, {count} flags settled, 1 published.")
    assert terminal.close() == 0
    post = read_post(find_posts(into)[0])
    assert (post.get("Title"), post.get("Status"), post.get("Flags")) == ("Whose ladder?", "published", "")


def test_what_is_mistyped_changes_nothing_and_is_told(captures: Path, tmp_path: Path) -> None:
    into = tmp_path / "into"
    flags = flags_of(captures, into)
    before = find_posts(into)[0].read_bytes()
    terminal = Terminal("import", captures, "--into", into, "--review")
    terminal.expect("q quit")
    terminal.type("exit")
    terminal.expect("`exit` is none of these; write one letter")
    terminal.expect("q quit")
    terminal.type("e")
    terminal.expect("[Title]")
    terminal.type("Heading")
    terminal.expect("`heading` is none of these values; nothing was changed")
    terminal.expect("q quit")
    terminal.type("q")
    terminal.expect("0 flags settled")
    assert terminal.close() == 0
    assert find_posts(into)[0].read_bytes() == before
    assert read_post(find_posts(into)[0]).many("Flags") == flags


def test_the_end_of_the_input_quits_and_keeps_what_is_decided(captures: Path, tmp_path: Path) -> None:
    into = tmp_path / "into"
    flags = flags_of(captures, into)
    terminal = Terminal("import", captures, "--into", into, "--review")
    terminal.expect("q quit")
    terminal.type("a")
    terminal.expect("q quit")
    terminal.said = ""
    os.write(terminal.handle, b"\x04")
    terminal.expect("1 flag settled, 0 published.")
    assert terminal.close() == 0
    assert read_post(find_posts(into)[0]).many("Flags") == flags[1:]
