"""Hostile posts: refused with their line, or published and harmless; none is lost, none reads or writes outside."""

import json
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from plugins.checks.rules import check_content
from plugins.shared.posts import find_posts
from tests.conftest import ROOT, Run, run_blog

CASES: list[dict[str, Any]] = tomllib.loads((ROOT / "tests/build/hostile.toml").read_text(encoding="utf-8"))["post"]
REFUSED = [case for case in CASES if "rule" in case or "line" in case]
SHOWN = [case for case in CASES if "shows" in case]
SECRET = "SECRET that lies outside"
GOOD = """Title: A title of its own
Slug: {slug}
Id: {id}
Date: 2026-11-20
Author: The Night Desk
Category: Love and marriage
Tags: communication, trust, separation
Summary: A summary that says in a sentence or two what a reader gets from this.
Status: published
Kind: question-answer
Asker: Nobody

> The letter.

The answer.
"""


def slug_of(case: dict[str, Any]) -> str:
    return f"case-{CASES.index(case):03}"


def named(text: str, slug: str, number: int) -> str:
    return text.replace("{slug}", slug).replace("{id}", f"urn:uuid:00000000-0000-4000-8000-{number:012}")


def text_of(case: dict[str, Any]) -> bytes:
    if "hex" in case:
        return bytes.fromhex(case["hex"])
    if "text" in case:
        return str(case["text"]).encode()
    assert case["old"] in GOOD, case["name"]
    new = case.get("repeated", "") * case.get("times", 0) + case["new"]
    text = GOOD.replace(case["old"], new, -1 if case.get("all") else 1)
    return named(text, slug_of(case), CASES.index(case) + 1).encode()


def write(case: dict[str, Any], content: Path) -> Path:
    """Write the file of a case; give its path."""
    path = content / str(case.get("path", f"posts/2026/{slug_of(case)}.md"))
    path.parent.mkdir(parents=True, exist_ok=True)
    if "symlink" in case:
        path.symlink_to(case["symlink"])
    else:
        path.write_bytes(text_of(case))
    return content / str(case.get("told", path.relative_to(content)))


def project_in(folder: Path) -> Path:
    """A project with one good post more than ours; give its content.

    Secrets lie beside it.
    """
    for name in ("pelicanconf.py", "publishconf.py", "theme", "plugins"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "content", folder / "content")
    (folder / "outside").mkdir()
    for name in ("secret.txt", "secret.png", "outside/post.md"):
        (folder / name).write_text(f"Title: {SECRET}\n", encoding="utf-8")
    path = folder / "content/posts/2026/a-good-post.md"
    path.write_text(named(GOOD, "a-good-post", 0), encoding="utf-8")
    return folder / "content"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The content of a project of its own."""
    return project_in(tmp_path)


def files_of(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and not path.is_symlink()}


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["name"])
def test_a_hostile_post_is_refused_on_its_line(case: dict[str, Any], content: Path) -> None:
    told = write(case, content)
    problems = [problem for problem in check_content(content) if problem.path == told]
    places = [(problem.line, problem.rule) for problem in problems]
    assert any(case.get("line", line) == line and case.get("rule", rule) == rule for line, rule in places), (
        f"{places}: {problems}"
    )
    assert all(problem.message for problem in problems)


def test_all_are_told_in_one_run_and_nothing_is_built(content: Path, blog: Run) -> None:
    told = {write(case, content) for case in REFUSED}
    before = files_of(content.parent)
    done = blog("build", "--content", content, "--output", "output", "--json", cwd=content.parent)
    assert done.returncode == 1
    assert told <= {Path(problem["path"]) for problem in json.loads(done.stdout)["problems"]}
    assert files_of(content.parent) == before


def test_a_check_tells_them_all_too(content: Path, blog: Run) -> None:
    told = {write(case, content) for case in REFUSED}
    done = blog("check", "--format", "json", "content", cwd=content.parent)
    assert done.returncode == 1, done.stderr[-500:]
    assert told <= {content.parent / problem["path"] for problem in json.loads(done.stdout)["problems"]}


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with all the posts that go through."""
    folder = tmp_path_factory.mktemp("hostile")
    content = project_in(folder)
    for case in SHOWN:
        write(case, content)
    before = files_of(folder)
    done = run_blog("build", "--content", content, "--output", "output", cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(find_posts(content))} posts, 0 drafts" in done.stdout
    after = files_of(folder)
    assert {path: after.get(path) for path in before} == before, "nothing outside of the output was touched"
    assert not [path for path, data in after.items() if path not in before and SECRET.encode() in data]
    return folder / "output"


@pytest.mark.parametrize("case", SHOWN, ids=lambda case: case["name"])
def test_a_hostile_post_is_published_made_harmless(case: dict[str, Any], harmless: Path) -> None:
    page = (harmless / "advice" / slug_of(case) / "index.html").read_text(encoding="utf-8")
    assert [words for words in case["shows"] if words not in page] == []
    assert [words for words in case["hides"] if words in page] == []
