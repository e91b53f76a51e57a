"""`blog import` as an author uses it: what it says, its exit status, and that what it wrote builds."""

import json
import shutil
from pathlib import Path

import pytest

from plugins.shared.posts import find_posts, read_post
from tests.conftest import ROOT, Run

PAGES = ROOT / "tests/normalize/pages"
LETTER = """May I keep the ladder?

Q: My neighbor moved out in spring and left his ladder against our shared wall. It is a good ladder, and my marriage is
the quieter for it, because I no longer borrow my brother-in-law's. May I keep it? -- Up High

A: You may use it. Write his name on it and the day on which he left, and keep it dry. If he comes back for it you will
have been a good neighbor, and if he does not you will have been one all the same.
"""


@pytest.fixture
def captures(tmp_path: Path) -> Path:
    """A folder with one capture of each fate."""
    folder = tmp_path / "captures"
    shutil.copytree(PAGES, folder)
    (folder / "ladder.txt").write_text(LETTER, encoding="utf-8")
    (folder / "empty.txt").touch()
    (folder / "menu.txt").write_text("Home\n\nAbout\n\nContact\n", encoding="utf-8")
    (folder / "style.css").write_text("p { color: red }", encoding="utf-8")
    return folder


def test_every_file_is_told_with_what_became_of_it(captures: Path, tmp_path: Path, blog: Run) -> None:
    into = tmp_path / "content"
    done = blog("import", captures, "--into", into)
    lines = done.stdout.splitlines()
    fates = {line.split()[1]: line.split()[0] for line in lines[:-1]}
    assert {fates[name] for name in ("ladder.txt", "wordpress.html", "blogger.html")} == {"written"}
    assert (fates["empty.txt"], fates["menu.txt"], fates["style.css"]) == ("refused", "held", "skipped")
    assert lines[-1].startswith("5 articles found = 3 written + 0 unchanged + 0 edited + 1 held + 1 refused; report: ")
    assert done.returncode == 1
    assert (into / "import-report.json").is_file()


def test_importing_again_changes_nothing_and_says_so(captures: Path, tmp_path: Path, blog: Run) -> None:
    into = tmp_path / "content"
    (captures / "empty.txt").unlink()
    assert blog("import", captures, "--into", into, "--date", "2026-11-20").returncode == 0
    before = {path: path.read_bytes() for path in into.rglob("*") if path.is_file()}
    again = blog("import", captures, "--into", into)
    assert "3 unchanged" in again.stdout
    assert {path: path.read_bytes() for path in into.rglob("*") if path.is_file()} == before


def test_what_a_person_edited_is_left_alone(captures: Path, tmp_path: Path, blog: Run) -> None:
    into = tmp_path / "content"
    blog("import", captures / "ladder.txt", "--into", into)
    [path] = find_posts(into)
    edited = path.read_text(encoding="utf-8").replace("Write his name on it", "Paint his name on it")
    path.write_text(edited, encoding="utf-8")
    for arguments, beside in (((), False), (("--beside",), True)):
        done = blog("import", captures / "ladder.txt", "--into", into, *arguments)
        assert done.stdout.startswith("edited ")
        assert path.read_text(encoding="utf-8") == edited
        assert path.with_name(path.name + ".imported").exists() == beside


def test_json_for_machines(captures: Path, tmp_path: Path, blog: Run) -> None:
    done = blog("import", captures, "--into", tmp_path / "content", "--report", tmp_path / "r.json", "--json")
    result = json.loads(done.stdout)
    assert result["counts"]["written"] == 3
    assert len(result["records"]) == 5
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "Missing argument 'CAPTURE…'. Name files"),
        (["--into", "README.md", "."], "'README.md' is a file"),
        (["--into", "", "."], "'--into': it is empty"),
        (["--report", "", "."], "'--report': it is empty"),
        (["--date", "2026-02-30", "."], "'2026-02-30' is not a day; write it as YYYY-MM-DD"),
        (["--jobs", "0", "."], "0 is not in the range"),
        (["--review", "."], "it needs a terminal"),
        (["--explain", ""], "write CAPTURE:LINE"),
        (["--explain", "no-such-file:3"], "there is no file no-such-file"),
        (["--explain", "content:1"], "content is a folder; name one file in it"),
        (["--explain", "README.md:99999"], "has no line 99999"),
        (["--explain", "README.md:3", "content"], "leave out CAPTURE"),
        (["--explain", "README.md:3", "--beside", "--date", "2026-11-20"], "leave out --beside, --date"),
    ],
)
def test_what_is_called_wrongly_is_told_and_nothing_is_written(
    arguments: list[str], told: str, project: Path, blog: Run
) -> None:
    shutil.copy(ROOT / "README.md", project)
    before = sorted(project.rglob("*"))
    done = blog("import", *arguments, cwd=project)
    assert (done.returncode, told in done.stderr) == (2, True), done.stderr
    assert sorted(project.rglob("*")) == before


def test_an_empty_folder_is_a_usage_error(tmp_path: Path, blog: Run) -> None:
    done = blog("import", tmp_path, "--into", tmp_path / "content")
    assert done.returncode == 2
    assert "there is no file in what you named" in done.stderr


def test_what_was_imported_among_the_shipped_posts_builds(project: Path, captures: Path, blog: Run) -> None:
    beside = ROOT.parent / "shared" / "captures"
    more = [folder for folder in (beside / "seeds", beside / "practice") if folder.is_dir()]
    shipped = len(find_posts(project / "content"))
    blog("import", captures, *more, cwd=project)
    posts = [read_post(path) for path in find_posts(project / "content")]
    assert len(posts) >= shipped + 3
    done = blog("build", "--json", cwd=project)
    assert done.returncode == 0, done.stderr
    built = json.loads(done.stdout)
    flagged = [post for post in posts if post.get("Flags")]
    assert len(built["held"]) == len(flagged) > 0
    assert len(built["published"]) == len(posts) - len(flagged)
