"""`blog cms-config`: an editor in the browser keeps the rules, and what it writes is read right."""

import re
from pathlib import Path
from typing import Any

import yaml

from plugins.checks.rules import check_content
from plugins.shared.posts import POST_KEYS, read_post
from plugins.shared.vocabulary import read_vocabulary
from tests.conftest import Run

WRITTEN = """---
Title: What the rain said
Slug: what-the-rain-said
Id: urn:uuid:0b6f0d4e-62a5-4b11-8f0e-5c1e7a8f3b11
Date: 2026-11-20
Author: The Night Desk
Category: Love and marriage
Tags:
  - communication
  - trust
  - separation
Summary: "A summary: with a colon, and of a length that is neither too short nor too long."
Status: draft
Kind: essay
Related_posts:
  - thank-you-for-the-soup
Safety: []
---
It rained.
"""


def fields_of(config: str) -> dict[str, dict[str, Any]]:
    [posts] = yaml.safe_load(config)["collections"]
    assert (posts["folder"], posts["format"]) == ("content/posts", "yaml-frontmatter")
    return {field["name"]: field for field in posts["fields"]}


def test_the_fields_are_those_of_a_post_and_keep_the_rules(content: Path, blog: Run) -> None:
    said = blog("cms-config", "--repo", "me/blog", "--content", content)
    assert said.returncode == 0, said.stderr
    fields = fields_of(said.stdout)
    assert list(fields) == [*(key for key in POST_KEYS if key in fields), "body"]
    vocabulary = read_vocabulary(content / "tags.toml")
    assert [option["value"] for option in fields["Tags"]["options"]] == [*vocabulary.tags]
    assert fields["Category"]["options"] == [category.name for category in vocabulary.categories.values()]
    assert re.fullmatch(fields["Slug"]["pattern"][0], "a-title")
    assert not re.fullmatch(fields["Slug"]["pattern"][0], "A_title")
    assert not re.fullmatch(fields["Summary"]["pattern"][0], "x" * 241)


def test_a_post_as_the_editor_writes_it_is_well(content: Path, blog: Run) -> None:
    path = content / "posts/2026/what-the-rain-said.md"
    path.write_text(WRITTEN, encoding="utf-8")
    assert check_content(content) == []
    done = blog("tags", "--content", content, "rename", "trust", "faith")
    assert done.returncode == 0, done.stderr
    assert read_post(path).many("Tags") == ("communication", "faith", "separation")
    assert "- faith\n" in path.read_text(encoding="utf-8")
    assert check_content(content) == []


def test_converted_posts_say_the_same(content: Path, tmp_path: Path, blog: Run) -> None:
    before = {path: read_post(path) for path in content.glob("posts/*/*.md")}
    said = blog("cms-config", "--repo", "me/blog", "--into", tmp_path / "admin", "--convert", "--content", content)
    assert said.returncode == 0, said.stderr
    after = {path: read_post(path) for path in content.glob("posts/*/*.md")}
    assert {path: (dict(post.header), post.body) for path, post in before.items()} == {
        path: (dict(post.header), post.body) for path, post in after.items()
    }
    assert all(post.fenced for post in after.values())
    assert check_content(content) == []
    assert fields_of((tmp_path / "admin/config.yml").read_text(encoding="utf-8"))
    assert 'src="sveltia-cms.js"' in (tmp_path / "admin/index.html").read_text(encoding="utf-8")


def test_only_its_own_files_are_written_anew(content: Path, tmp_path: Path, blog: Run) -> None:
    for name in ("index.html", "config.yml"):
        folder = tmp_path / f"of-{name}"
        folder.mkdir()
        (folder / name).write_text("<!doctype html>\nmine\n", encoding="utf-8")
        said = blog("cms-config", "--repo", "me/blog", "--into", folder, "--content", content)
        assert (said.returncode, f"{folder / name}: this was not written by" in said.stderr) == (1, True)
        assert [path.name for path in folder.iterdir()] == [name]
    for _ in range(2):
        said = blog("cms-config", "--repo", "me/blog", "--into", tmp_path / "admin", "--content", content)
        assert said.returncode == 0, said.stderr
    said = blog("cms-config", "--repo", "me/blog", "--into", content / "admin", "--content", content)
    assert (said.returncode, "choose a folder of the editor's own" in said.stderr) == (1, True)
    assert not (content / "admin").exists()


def test_what_is_called_wrongly_is_told(content: Path, blog: Run) -> None:
    for name in ("blog", "me/", "https://example.org/me/blog", "me and/you"):
        said = blog("cms-config", "--repo", name, "--content", content)
        assert (said.returncode, "write OWNER/NAME" in said.stderr) == (2, True)
    said = blog("cms-config", "--repo", "me/blog", "--branch", "a b", "--content", content)
    assert (said.returncode, "write the name of a branch" in said.stderr) == (2, True)
    said = blog("cms-config", "--repo", "me/blog", "--convert", "--content", content)
    assert (said.returncode, "--convert goes with --into" in said.stderr) == (2, True)
