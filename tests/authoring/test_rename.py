"""`blog rename` moves a post with all that names it, and its former address leads to it."""

import json
from pathlib import Path

import pytest

from plugins.authoring.edits import Edits
from plugins.checks.rules import check_content
from plugins.shared.posts import read_post
from tests.authoring.conftest import Snapshot
from tests.conftest import Run

OLD, NEW = "thank-you-for-the-soup", "soup-and-thanks"
COMMENT = '[[comment]]\nid = "a"\nauthor = "b"\nbody = "Yes."\n'


@pytest.fixture
def content(content: Path) -> Path:
    """The shipped content, with a comment on the post, and another post that names it in its header and links to it."""
    (content / "comments").mkdir(exist_ok=True)
    (content / f"comments/{OLD}.toml").write_text(COMMENT, encoding="utf-8")
    other = content / "posts/2026/when-not-to-try-harder.md"
    text = other.read_text(encoding="utf-8")
    head, _, body = text.partition("\n\n")
    head = "\n".join(row for row in head.split("\n") if not row.startswith("Related_posts"))
    head += f"\nRelated_posts: {OLD}, his-mother-has-a-key"
    link = f"\nSee [this]({{filename}}/posts/2026/{OLD}.md) and [that]({{filename}}{OLD}.md).\n"
    other.write_text(f"{head}\n\n{body}{link}", encoding="utf-8")
    return content


def test_a_post_moves_with_its_comments_and_what_names_it(content: Path, blog: Run) -> None:
    assert check_content(content) == []
    before = read_post(content / f"posts/2026/{OLD}.md")
    said = blog("rename", OLD, NEW, "--content", content)
    assert said.returncode == 0, said.stderr
    after = read_post(content / f"posts/2026/{NEW}.md")
    assert after.header == {**before.header, "Slug": NEW, "Aliases": f"/advice/{OLD}/"}
    assert after.body == before.body
    assert not (content / f"posts/2026/{OLD}.md").exists()
    assert (content / f"comments/{NEW}.toml").read_text(encoding="utf-8") == COMMENT
    other = read_post(content / "posts/2026/when-not-to-try-harder.md")
    assert other.many("Related_posts") == (NEW, "his-mother-has-a-key")
    assert f"{{filename}}/posts/2026/{NEW}.md) and [that]({{filename}}{NEW}.md)" in other.body
    assert check_content(content) == []


def test_what_only_looks_like_its_name_stays(content: Path, blog: Run) -> None:
    page = content / "pages/about.md"
    like = f"\nSee [one]({{filename}}{OLD}-too.md), [two]({{filename}}ask.md) and https://example.org/{OLD}.md\n"
    page.write_text(page.read_text(encoding="utf-8") + like, encoding="utf-8")
    before = page.read_bytes()
    assert blog("rename", OLD, NEW, "--content", content).returncode == 0
    assert page.read_bytes() == before


def test_where_a_file_cannot_be_moved_all_are_as_they_were(tmp_path: Path) -> None:
    first, gone = tmp_path / "a.md", tmp_path / "gone.md"
    first.write_text("old", encoding="utf-8")
    edits = Edits({first: "new"}, {first: tmp_path / "b.md", gone: tmp_path / "c.md"})
    with pytest.raises(FileNotFoundError):
        edits.write(tmp_path)
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {"a.md": "old"}


def test_the_shelf_and_the_quizzes_name_it_anew_and_are_else_as_they_were(content: Path, blog: Run) -> None:
    old, new = "when-not-to-try-harder", "when-not"
    quiz = content / "quizzes/coming-back-after-a-quarrel.toml"
    before = {path: path.read_text(encoding="utf-8") for path in (quiz, content / "start-here.toml")}
    said = blog("rename", old, new, "--content", content, "--json")
    assert said.returncode == 0, said.stderr
    changed = json.loads(said.stdout)["changed"]
    assert str(content / f"posts/2026/{new}.md") in changed
    assert str(content / f"posts/2026/{old}.md") not in changed
    for path, text in before.items():
        assert path.read_text(encoding="utf-8") == text.replace(f'"{old}"', f'"{new}"') != text
    assert check_content(content) == []
    assert blog("rename", "what-to-do-first-when-love-goes-quiet", "first", "--content", content).returncode == 0
    assert '"nine-small-steps-back-toward-each-other", "first"]' in quiz.read_text(encoding="utf-8")
    assert check_content(content) == []


def test_there_and_back_again_leaves_no_address_that_leads_to_itself(content: Path, blog: Run) -> None:
    blog("rename", OLD, NEW, "--content", content)
    assert blog("rename", NEW, OLD, "--content", content).returncode == 0
    assert read_post(content / f"posts/2026/{OLD}.md").many("Aliases") == (f"/advice/{NEW}/",)
    assert check_content(content) == []


def test_a_draft_was_never_anywhere(content: Path, blog: Run) -> None:
    path = content / f"posts/2026/{OLD}.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Status: published", "Status: draft"), encoding="utf-8")
    assert blog("rename", OLD, NEW, "--content", content).returncode == 0
    assert "Aliases" not in read_post(content / f"posts/2026/{NEW}.md").header


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("thank-you-for-the-sup", NEW, f"(did you mean `{OLD}`?)"),
        (OLD, "Soup!", "`Soup!` must be a-z, 0-9"),
        (OLD, "../soup", "`../soup` must be a-z, 0-9"),
        (OLD, "con", "no name that Windows keeps for itself"),
        (OLD, OLD, f"has the slug `{OLD}` already"),
        (OLD, "his-mother-has-a-key", "has the slug `his-mother-has-a-key` already"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    old: str, new: str, told: str, content: Path, snapshot: Snapshot, blog: Run
) -> None:
    before = snapshot()
    said = blog("rename", old, new, "--content", content)
    assert said.returncode == 1
    assert told in said.stderr
    assert snapshot() == before


@pytest.mark.parametrize("name", [f"comments/{NEW}.toml", f"posts/2026/{NEW}.md"])
def test_what_is_in_the_way_is_told(name: str, content: Path, blog: Run) -> None:
    (content / name).mkdir()
    said = blog("rename", OLD, NEW, "--content", content)
    assert (said.returncode, f"{content / name}: this file is in the way; move it" in said.stderr) == (1, True)
    assert (content / f"posts/2026/{OLD}.md").exists()


def test_a_quiz_that_is_no_toml_stops_it(content: Path, blog: Run) -> None:
    (content / "quizzes/broken.toml").write_text("[[quiz]]\ntitle = \n", encoding="utf-8")
    said = blog("rename", OLD, NEW, "--content", content)
    assert (said.returncode, "quizzes/broken.toml:2: this is not valid TOML" in said.stderr) == (1, True)
    assert (content / f"posts/2026/{OLD}.md").exists()


def test_an_unreadable_file_stops_it_since_it_might_name_the_post(content: Path, blog: Run) -> None:
    (content / "posts/2026/when-not-to-try-harder.md").write_text("No header\n", encoding="utf-8")
    said = blog("rename", OLD, NEW, "--content", content)
    assert said.returncode == 1
    assert "when-not-to-try-harder.md:1" in said.stderr
    assert (content / f"posts/2026/{OLD}.md").exists()
