"""`blog tags` counts, renames and merges tags in every file that names them, and loses none of their names."""

import json
from pathlib import Path

import pytest

from plugins.checks.rules import check_content
from plugins.shared.vocabulary import read_vocabulary, suggest_tags
from tests.authoring.conftest import Snapshot
from tests.conftest import Run
from tests.small_site import build_small_site, post_file


def tags_of(content: Path) -> list[str]:
    lines = (
        path.read_text(encoding="utf-8").split("Tags: ")[1].split("\n")[0] for path in content.rglob("posts/**/*.md")
    )
    return [tag for line in lines for tag in line.split(", ")]


def test_tags_are_counted(content: Path, blog: Run) -> None:
    there = tags_of(content)
    said = blog("tags", "--content", content)
    assert said.returncode == 0
    counts = {row.split()[1]: int(row.split()[0]) for row in said.stdout.splitlines()[:-1]}
    assert counts == {tag: there.count(tag) for tag in read_vocabulary(content / "tags.toml").tags}
    listed = json.loads(blog("tags", "--content", content, "--json").stdout)["tags"]
    assert [one["posts"] for one in listed] == sorted(counts.values(), reverse=True)


def test_a_tag_is_renamed_everywhere_and_nothing_else_changes(content: Path, snapshot: Snapshot, blog: Run) -> None:
    before = snapshot()
    said = blog("tags", "--content", content, "rename", "counseling", "talking-to-somebody")
    assert said.returncode == 0, said.stderr
    assert "counseling" not in tags_of(content)
    vocabulary = read_vocabulary(content / "tags.toml")
    assert vocabulary.tags["talking-to-somebody"].former == ("counseling",)
    assert check_content(content) == []
    for path, data in before.items():
        rows = zip(data.split(b"\n"), path.read_bytes().split(b"\n"), strict=False)
        changed = [row for row, now in rows if row != now]
        assert path.name == "tags.toml" or all(row.startswith(b"Tags: ") for row in changed), path


def test_line_ends_of_windows_stay(content: Path, blog: Run) -> None:
    path = content / "tags.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    lines = path.read_bytes().count(b"\r\n")
    assert blog("tags", "rename", "counseling", "therapy", "--content", content).returncode == 0
    assert path.read_bytes().count(b"\r\n") >= lines
    assert read_vocabulary(path).tags["therapy"].former == ("counseling",)


def test_there_and_back_again_leaves_no_page_that_leads_to_itself(content: Path, blog: Run) -> None:
    assert blog("tags", "rename", "counseling", "therapy", "--content", content).returncode == 0
    assert blog("tags", "rename", "therapy", "counseling", "--content", content).returncode == 0
    assert read_vocabulary(content / "tags.toml").tags["counseling"].former == ("therapy",)
    assert blog("tags", "merge", "trust", "counseling", "--content", content).returncode == 0
    assert blog("tags", "rename", "counseling", "trust", "--content", content).returncode == 0
    assert read_vocabulary(content / "tags.toml").tags["trust"].former == ("therapy", "counseling")
    assert {problem.rule for problem in check_content(content)} <= {"tag-count"}


def test_of_two_weights_of_a_cue_the_greater_stays(content: Path, blog: Run) -> None:
    path = content / "tags.toml"
    text = path.read_text(encoding="utf-8")
    for tag, weights in (("counseling", ("0.5", "5.0")), ("trust", ("5.0", "0.5"))):
        at = text.index("[tag.cues]\n", text.index(f'tag = "{tag}"\n')) + len("[tag.cues]\n")
        text = text[:at] + f'"a low door" = {weights[0]}\n"a high door" = {weights[1]}\n' + text[at:]
    path.write_text(text, encoding="utf-8")
    assert blog("tags", "merge", "counseling", "trust", "--content", content).returncode == 0
    cues = read_vocabulary(path).tags["trust"].cues
    assert (cues["a low door"], cues["a high door"]) == (5.0, 5.0)


@pytest.mark.parametrize("form", [["--json", "rename", "a", "b"], ["rename", "a", "b", "--json"]])
def test_options_stand_before_or_after_what_is_done(form: list[str], content: Path, blog: Run) -> None:
    arguments = [{"a": "counseling", "b": "therapy"}.get(word, word) for word in form]
    done = blog("tags", "--content", content, *arguments)
    changed = json.loads(done.stdout)["changed"]
    assert str(content / "tags.toml") in changed
    assert json.loads(blog("tags", "--content", content, *arguments).stdout)["problems"][0]["rule"] == "tags"


def test_where_one_file_is_read_only_none_is_changed(content: Path, snapshot: Snapshot, blog: Run) -> None:
    post = max(path for path in content.glob("posts/*/*.md") if "counseling" in path.read_text(encoding="utf-8"))
    post.chmod(0o444)
    before = snapshot()
    done = blog("tags", "--content", content, "rename", "counseling", "therapy")
    assert done.returncode == 1
    assert f"{post}: you may not read or write this; change its permissions" in done.stderr
    assert snapshot() == before


def test_what_a_merged_tag_was_called_still_finds_the_other(content: Path, blog: Run) -> None:
    old, into = "counseling", "communication"
    gone = read_vocabulary(content / "tags.toml").tags[old]
    assert blog("tags", "--content", content, "merge", old, into).returncode == 0
    kept = read_vocabulary(content / "tags.toml").tags
    assert old not in kept
    assert {gone.name, *gone.aliases} <= {*kept[into].aliases}
    assert kept[into].former == (old,)
    assert gone.cues.items() <= kept[into].cues.items()
    phrase = max(gone.cues, key=lambda cue: gone.cues[cue])
    assert [one.tag for one in suggest_tags(read_vocabulary(content / "tags.toml"), phrase, phrase)][:1] == [into]
    assert {problem.rule for problem in check_content(content)} <= {"tag-count"}
    assert all(
        row.count(into) <= 1 for row in (path.read_text().split("\n\n")[0] for path in content.rglob("*/20*/*.md"))
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["rename", "counselling", "x"], "`counselling` is not a tag (did you mean `counseling`?)"),
        (["rename", "counseling", "Not A Slug"], "`Not A Slug` must be a-z, 0-9"),
        (["rename", "counseling", "trust"], "`trust` is a tag already; make the two one with `blog tags merge`"),
        (["merge", "counseling", "counseling"], "cannot be merged into itself"),
        (["rename", "counseling", "a" * 81], "at most 80 characters"),
        (["rename", "trust", "therapy"], "`therapy` is another name of the tag `counseling`; choose another"),
        (["merge", "nobody", "nothing"], "2 problems to mend"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    arguments: list[str], told: str, content: Path, snapshot: Snapshot, blog: Run
) -> None:
    before = snapshot()
    said = blog("tags", "--content", content, *arguments)
    assert said.returncode == 1
    assert told in said.stderr
    assert snapshot() == before


def test_a_tags_former_page_leads_to_it(tmp_path: Path) -> None:
    tags = (
        '[[category]]\nslug = "at-home"\nname = "At home"\ndescription = "Life."\n\n[[tag]]\ntag = "separation"\n'
        'name = "Living apart"\ndescription = "For time apart."\ncategory = "at-home"\nformer = ["split", "apart"]\n'
    )
    files = {"posts/one.md": post_file("one"), "tags.toml": tags}
    plugins = ["plugins.posts", "plugins.tags", "plugins.redirects"]
    site = build_small_site(tmp_path, plugins, files, {"redirect": "{{ target.url }} {{ target.name }}"})
    assert site.exit_status == 0, site.said
    assert site.text("tag/split/index.html") == site.text("tag/apart/index.html") == "tag/separation/ Living apart"
