"""`blog build`: every post is counted, and what goes wrong is told with its file and line."""

import json
from pathlib import Path

import pytest

from plugins.build.run import count_comments
from plugins.build.settings import require_site_url
from plugins.shared.errors import SettingError
from plugins.shared.posts import find_posts
from tests.conftest import FORM_URL, PUBLISH, Built, Run


def test_every_post_found_is_counted(content: Path, blog: Run, tmp_path: Path) -> None:
    done = blog("build", "--json", "--content", content, "--output", tmp_path / "output")
    counts = json.loads(done.stdout)
    groups = [counts[name] for name in ("published", "drafts", "scheduled", "held", "refused")]
    assert sum(map(len, groups)) == len(find_posts(content)) > 12
    assert counts["refused"] == []
    assert [Path(name).name for name in counts["held"]] == ["still-a-draft.md"]
    assert (counts["comments_shown"], counts["comments_held"]) == count_comments(content)


def test_the_build_ends_by_saying_what_it_built(built: Built) -> None:
    lines = built.said.splitlines()
    (number,) = [number for number, line in enumerate(lines) if line.startswith("Built ")]
    assert " posts, 0 drafts, 0 scheduled, 1 held, " in lines[number]
    assert lines[number].endswith(" seconds")
    assert "make serve" in lines[number + 1]


def test_drafts_are_not_published(published: Built) -> None:
    texts = [
        path.read_text(encoding="utf-8") for path in published.output.rglob("*") if path.suffix in {".html", ".xml"}
    ]
    assert len(texts) > 30
    assert not any("zebra-crossing-sentinel" in text or "still-a-draft" in text for text in texts)
    assert not (published.output / "drafts").exists()


def test_drafts_can_be_seen_locally(site: Path) -> None:
    assert "zebra-crossing-sentinel" in (site / "drafts/still-a-draft/index.html").read_text(encoding="utf-8")
    assert "still-a-draft" not in (site / "index.html").read_text(encoding="utf-8")


def test_the_published_site_names_its_address_and_its_form(published: Built) -> None:
    ask = (published.output / "ask/index.html").read_text(encoding="utf-8")
    assert f'href="{FORM_URL}"' in ask
    assert "Sitemap: https://example.org/sitemap.xml" in (published.output / "robots.txt").read_text(encoding="utf-8")
    assert "127.0.0.1" not in (published.output / "feeds/atom.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("missing", "named"),
    [("SITEURL", "SITEURL"), ("ASK_FORM_URL", "ASK_FORM_URL"), ("ASK_FORM_SERVICE", "ASK_FORM_SERVICE")],
)
def test_publishing_is_refused_while_it_is_not_set_up(
    missing: str, named: str, content: Path, blog: Run, tmp_path: Path
) -> None:
    output = tmp_path / "output"
    env = {**PUBLISH, missing: ""}
    done = blog("build", "--content", content, "--output", output, "--settings", "publishconf.py", env=env)
    assert done.returncode == 1
    assert named in done.stderr
    assert "Traceback" not in done.stderr
    assert not output.exists()


@pytest.mark.parametrize(
    "value",
    [
        "",
        "http://example.org",
        "example.org",
        "https://example.org/",
        "https://",
        "https://[x",
        'https://example.org:99x"><b>',
        "https://example.org/?a=b",
        "https://a b",
    ],
)
def test_a_site_address_that_cannot_be_published_is_refused(value: str) -> None:
    with pytest.raises(SettingError, match="SITEURL"):
        require_site_url({"SITEURL": value})


def test_content_problems_stop_the_build_and_all_are_told(project: Path, blog: Run) -> None:
    posts = find_posts(project / "content")
    for path in posts[:2]:
        path.write_text(path.read_text(encoding="utf-8").replace("Kind: ", "Kind: x"), encoding="utf-8")
    done = blog("build", cwd=project)
    assert done.returncode == 1
    for path in posts[:2]:
        assert f"{path.relative_to(project)}:" in done.stderr
    assert not (project / "output").exists()


def test_what_pelican_says_reaches_the_author(project: Path, blog: Run) -> None:
    (project / "theme").unlink()
    done = blog("build", cwd=project)
    assert done.returncode == 1
    assert "theme" in done.stderr


@pytest.mark.parametrize("output", [".", "content", "plugins", "theme/templates", ".git", "notes", ".."])
def test_a_build_never_removes_what_it_did_not_make(output: str, project: Path, blog: Run) -> None:
    for name in (".git", "notes"):
        (project / name).mkdir()
        (project / name / "precious").touch()
    before = sorted(path for path in project.rglob("*"))
    done = blog("build", "--output", output, cwd=project)
    assert done.returncode == 2
    assert f"{output}: it " in done.stderr
    assert sorted(path for path in project.rglob("*")) == before


def test_an_output_folder_that_cannot_be_made_is_told_in_a_line(project: Path, blog: Run) -> None:
    done = blog("build", "--output", "/proc/none", cwd=project)
    assert done.returncode == 1
    assert done.stderr.splitlines()[0] == "/proc/none: this is missing; add it, or correct the name"
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [("--settings", "none.py"), ("--settings", "content"), ("--output", "pelicanconf.py"), ("--output", "")],
)
def test_an_argument_that_cannot_be_is_a_usage_error(arguments: tuple[str, ...], project: Path, blog: Run) -> None:
    done = blog("build", *arguments, cwd=project)
    assert done.returncode == 2
    assert f"Error: Invalid value for '{arguments[0]}': " in done.stderr


@pytest.mark.parametrize("command", ["build", "publish", "rollback"])
def test_in_a_folder_of_the_project_one_is_told_where_to_go(command: str, project: Path, blog: Run) -> None:
    done = blog(command, cwd=project / "content")
    assert done.returncode == 2
    assert "conf.py' does not exist. Run this in the project's folder, or name the file of settings." in done.stderr


@pytest.mark.parametrize("output", ["output", "elsewhere"])
def test_a_build_may_write_to_a_new_folder_and_to_one_that_it_made(output: str, project: Path, blog: Run) -> None:
    for _ in range(2):
        assert blog("build", "--output", output, cwd=project).returncode == 0
        (project / output / "stale.html").touch()
    assert blog("build", "--output", output, cwd=project).returncode == 0
    assert not (project / output / "stale.html").exists()


def test_problems_are_json_where_json_was_asked_for(project: Path, blog: Run) -> None:
    path = find_posts(project / "content")[0]
    path.write_text(path.read_text(encoding="utf-8").replace("Kind: ", "Kind: x"), encoding="utf-8")
    done = blog("build", "--json", cwd=project)
    assert (done.returncode, done.stderr) == (1, "")
    [problem] = json.loads(done.stdout)["problems"]
    assert (problem["path"], problem["rule"]) == (str(path.relative_to(project)), "known-values")
    assert problem["line"] > 1
    (project / "content/tags.toml").write_text("x = [", encoding="utf-8")
    done = blog("new", "guide", "A title", "--json", cwd=project)
    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads(done.stdout)["problems"][0]["path"] == "content/tags.toml"


def test_what_pelican_stops_at_is_json_too(content: Path, blog: Run, tmp_path: Path) -> None:
    output = tmp_path / "output"
    arguments = ("--json", "--content", content, "--output", output, "--settings", "publishconf.py")
    done = blog("build", *arguments, env={**PUBLISH, "SITEURL": "", "ASK_FORM_URL": ""})
    assert (done.returncode, done.stderr) == (1, "")
    said = [problem["message"] for problem in json.loads(done.stdout)["problems"]]
    assert [message.split(" = ")[0] for message in said] == ["SITEURL", "ASK_FORM_URL"]


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_folder_that_cannot_be_written_to_is_one_line(options: tuple[str, ...], blog: Run, tmp_path: Path) -> None:
    (tmp_path / "capture.txt").write_text("A title\n\nSome text.\n", encoding="utf-8")
    done = blog("import", tmp_path / "capture.txt", "--into", "/proc/nope", *options)
    assert done.returncode == 1
    if options:
        assert "/proc/nope" in json.loads(done.stdout)["problems"][0]["path"]
    else:
        [line] = done.stderr.strip().splitlines()
        assert line.startswith("blog: /proc/nope")
