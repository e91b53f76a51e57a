"""A warm Pelican makes what a new one makes, sees what has changed since, and is not missed when it dies."""

import os
import re
import shutil
import signal
from pathlib import Path

from plugins.build.pelican_runs import run_pelican, warm_pelican
from plugins.build.run import build_site
from tests.conftest import ROOT


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_warm_build_is_the_same_as_a_cold_one_and_sees_saves(project: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    with warm_pelican() as pelican:
        for name in ("first", "second"):
            result = build_site(project, tmp_path / name, pelican=pelican, template_cache=cache)
            assert result.ok, result.log
        assert [*cache.iterdir()], "templates are kept"
        assert build_site(project, tmp_path / "cold").ok
        assert files_of(tmp_path / "first") == files_of(tmp_path / "second") == files_of(tmp_path / "cold")

        (project / "theme").unlink()
        shutil.copytree(ROOT / "theme", project / "theme")
        page = project / "theme/templates/404.html"
        page.write_text(page.read_text(encoding="utf-8").replace("<h1>", "<h1>Saved: "), encoding="utf-8")
        about = project / "content/pages/about.md"
        about.write_text(about.read_text(encoding="utf-8") + "\nSaved just now.\n", encoding="utf-8")
        result = build_site(project, tmp_path / "third", pelican=pelican, template_cache=cache)
        assert result.ok, result.log
    assert "<h1>Saved: " in (tmp_path / "third/404.html").read_text(encoding="utf-8")
    assert "Saved just now." in (tmp_path / "third/about/index.html").read_text(encoding="utf-8")


def test_exit_status_and_words_are_those_of_the_command(project: Path) -> None:
    arguments = ["content", "--settings", "none.py", "--output", "x", "--log-handler", "plain"]
    with warm_pelican() as pelican:
        warm, cold = pelican(arguments, project), run_pelican(arguments, project)
    assert (warm.returncode, warm.stdout) == (cold.returncode, cold.stdout)
    assert warm.returncode != 0
    assert warm.stderr.splitlines()[-1] == cold.stderr.splitlines()[-1]


def test_a_warm_process_that_was_killed_is_not_missed(project: Path, tmp_path: Path) -> None:
    with warm_pelican() as pelican:
        for process in Path("/proc").glob("[0-9]*/cmdline"):
            command = process.read_bytes()
            parent = re.search(r"(?m)^PPid:\s*(\d+)", (process.parent / "status").read_text())
            if b"warm_process.py" in command and parent and int(parent[1]) == os.getpid():
                os.kill(int(process.parent.name), signal.SIGKILL)
        assert build_site(project, tmp_path / "output", pelican=pelican).ok
