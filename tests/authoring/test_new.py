"""`blog new`: a draft that only lacks what a person has to write, and nothing that is there is overwritten."""

import datetime
import json
import os
import uuid
from pathlib import Path

import pytest

from plugins.authoring.new import KINDS, new_post, write_new_post
from plugins.checks.rules import check_content
from plugins.shared.posts import Post, find_posts, read_post
from plugins.shared.vocabulary import read_vocabulary
from tests.conftest import ROOT, Run

DAY = datetime.date(2026, 11, 20)


def make(title: str, kind: str = "letter") -> Post:
    return new_post(title, kind, "The Night Desk", DAY, read_vocabulary(ROOT / "content/tags.toml"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_post_lacks_only_what_a_person_writes(kind: str, project: Path) -> None:
    title = 'My "husband" & <i>I</i> are talking of separation and money'
    path = write_new_post(make(title, kind), project / "content")
    assert path == project / "content/posts/2026/my-husband-i-i-i-are-talking-of-separation-and-money.md"
    assert {problem.rule for problem in check_content(project / "content")} == {"complete-header", "no-placeholders"}
    post = read_post(path)
    assert post.get("Title") == title
    assert {"separation", "money"} <= set(post.many("Tags"))
    assert post.get("Status") == "draft"
    assert uuid.UUID(post.get("Id").removeprefix("urn:uuid:")).version == 4


def test_a_post_that_is_there_is_never_overwritten(project: Path, blog: Run) -> None:
    path = write_new_post(make("One title"), project / "content")
    before = path.read_bytes()
    done = blog("new", "letter", "One  title!", cwd=project)
    assert done.returncode == 1
    assert "content/posts/2026/one-title.md: this post has the slug `one-title` already" in done.stderr
    with pytest.raises(FileExistsError):
        write_new_post(make("One title"), project / "content")
    assert path.read_bytes() == before


def test_a_slug_is_taken_by_a_header_and_by_the_name_of_a_file_that_cannot_be_read(project: Path, blog: Run) -> None:
    folder = project / "content/posts/2026"
    (folder / "his-mother-has-a-key.md").rename(folder / "another-name.md")
    (folder / "broken.md").write_text("No header\n", encoding="utf-8")
    for title in ("His mother has a key", "Broken"):
        done = blog("new", "letter", title, cwd=project)
        assert (done.returncode, "already; open it, or choose another title" in done.stderr) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["letter", "🎉…?!"], "it has no letter or digit to make an address of"),
        (["letter", "Long " * 80], "it has 399 characters; write 90 at most"),
        (["letter", "Con"], "Windows keeps the name 'con' for itself; add a word"),
        (["letter", " "], "'TITLE': it is empty; write something"),
        (["letter", os.fsdecode(b"Rain\xff")], "'TITLE': it is not UTF-8"),
        (["letter", "Rain", "--author", ""], "'--author': it is empty"),
        (["letter", "Rain", "--edit", "--json"], "name one of them"),
        (["letter", "Rain", "--content", "nowhere"], "name the folder of the content with --content"),
        (["letter", "Rain", "--content", ""], "'--content': it is empty; name one"),
        (["letter"], "Missing argument 'TITLE'"),
        (["poem", "Rain"], "'poem' is not one of 'letter'"),
    ],
)
def test_what_is_called_wrongly_is_told_and_nothing_is_written(
    arguments: list[str], told: str, project: Path, blog: Run
) -> None:
    before = find_posts(project / "content")
    done = blog("new", *arguments, cwd=project)
    assert (done.returncode, told in done.stderr) == (2, True), done.stderr
    assert find_posts(project / "content") == before


def test_a_title_may_stand_without_quotes_and_loses_what_does_not_show(project: Path, blog: Run) -> None:
    done = blog("new", "letter", "A", "cafe\u0301\u202e\n", "by the  sea", "--json", cwd=project)
    path = project / json.loads(done.stdout)["path"]
    assert (read_post(path).get("Title"), path.stem) == ("A caf\u00e9 by the sea", "a-cafe-by-the-sea")


def test_the_command_says_where_the_post_is(project: Path, blog: Run) -> None:
    done = blog("new", "guide", "The first week", "--json", cwd=project)
    assert done.returncode == 0
    assert read_post(project / json.loads(done.stdout)["path"]).get("Kind") == "guide"


def test_related_posts_are_suggested_and_a_question_asked_before_is_told(project: Path, blog: Run) -> None:
    asked = read_post(project / "content/posts/2026/his-mother-has-a-key.md")
    done = blog("new", "letter", f"{asked.get('Title')}?", "--json", cwd=project)
    assert done.returncode == 1, "the title makes the slug of a post that is there"
    done = blog("new", "letter", f"Again: {asked.get('Title')}", cwd=project)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(("related: his-mother-has-a-key\n", "asked before: his-mother-has-a-key\n"))
    path = project / done.stdout.splitlines()[-2]
    assert read_post(path).many("Related_posts")[0] == "his-mother-has-a-key"
    assert "related-exist" not in {problem.rule for problem in check_content(project / "content")}


def test_a_draft_is_never_suggested(project: Path, blog: Run) -> None:
    path = project / "content/posts/2026/his-mother-has-a-key.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Status: published", "Status: draft"), encoding="utf-8")
    done = blog("new", "letter", f"Again: {read_post(path).get('Title')}", "--json", cwd=project)
    assert (done.returncode, path.stem in json.loads(done.stdout)["related"]) == (0, False)


def test_the_editor_is_opened_on_the_post(project: Path, blog: Run) -> None:
    done = blog("new", "essay", "Rain", "--edit", cwd=project, env={"EDITOR": "sed -i s/Write.here/Rain/"})
    assert done.returncode == 0, done.stderr
    assert read_post(project / done.stdout.splitlines()[-2]).body == "Rain.\n"


@pytest.mark.parametrize("editor", ["false", "no-such-editor", "sh -c 'kill -INT $PPID; sleep 9'"])
def test_a_post_is_kept_where_the_editor_fails(editor: str, project: Path, blog: Run) -> None:
    done = blog("new", "essay", "Snow", "--edit", cwd=project, env={"EDITOR": editor})
    assert done.returncode == 1
    [path] = project.glob("content/posts/*/snow.md")
    assert f"{path.relative_to(project)} is kept as it is; open it yourself, or set EDITOR" in done.stderr
    assert "Traceback" not in done.stderr
