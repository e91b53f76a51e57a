"""A warm Pelican makes what a new one makes, sees what has changed since, and is not missed when it dies."""

import contextlib
import os
import shutil
import signal
from pathlib import Path

import pytest

from plugins.build.pelican_runs import run_pelican, warm_pelican
from plugins.build.prepare import prepare
from plugins.build.run import build_site
from plugins.shared.build_result import BuildResult
from plugins.shared.markdown import convert, render
from plugins.shared.posts import find_posts, read_post
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


@pytest.fixture
def own_plugins(project: Path) -> Path:
    """A project whose plugins can be changed."""
    (project / "plugins").unlink()
    shutil.copytree(ROOT / "plugins", project / "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    return project


def test_a_change_of_a_plugin_or_a_setting_is_seen_by_the_next_build(own_plugins: Path, tmp_path: Path) -> None:
    filters, settings = own_plugins / "plugins/posts/filters.py", own_plugins / "pelicanconf.py"
    whole = filters.read_text(encoding="utf-8")
    text = settings.read_text(encoding="utf-8")
    settings.unlink()

    with warm_pelican() as pelican:

        def build(day: str, name: str) -> BuildResult:
            filters.write_text(
                f"{whole}\n\ndef iso_date(value: object) -> str:\n    return '{day}'\n", encoding="utf-8"
            )
            settings.write_text(text.replace("A Light Left On", name), encoding="utf-8")
            return build_site(own_plugins, tmp_path / "output", pelican=pelican)

        for day, name in (("day-1", "Lamp 1"), ("day-2", "Lamp 1"), ("day-2", "Lamp 2")):
            assert build(day, name).ok
            page = (tmp_path / "output/index.html").read_text(encoding="utf-8")
            assert f'datetime="{day}"' in page
            assert f"<h1>{name}</h1>" in page


def test_a_plugin_that_is_broken_is_told_and_mended_is_seen(own_plugins: Path, tmp_path: Path) -> None:
    plugin = own_plugins / "plugins/steps/__init__.py"
    good = plugin.read_text(encoding="utf-8")
    with warm_pelican() as pelican:
        for text, status in ((good, 0), (f"{good}\nnone_such\n", 1), ("import none_such\n", 1), (good, 0)):
            plugin.write_text(text, encoding="utf-8")
            result = build_site(own_plugins, tmp_path / "output", pelican=pelican)
            assert (result.exit_status, "none_such" in str(result.log)) == (status, bool(status)), result.log


def running(parent: int) -> list[int]:
    """The processes that a process has started, and those that they have, the youngest last."""
    found = []
    for path in Path("/proc").glob("[0-9]*/status"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            if f"\nPPid:\t{parent}\n" in path.read_text():
                found.append(int(path.parent.name))
    return found + [process for child in found for process in running(child)]


@pytest.mark.parametrize("killed", [slice(0, 1), slice(1, 2), slice(2, 3), slice(None)])
def test_a_warm_process_that_was_killed_is_not_missed(killed: slice, project: Path, tmp_path: Path) -> None:
    before = running(os.getpid())
    with warm_pelican() as pelican:
        assert build_site(project, tmp_path / "output", pelican=pelican).ok
        warm = [process for process in running(os.getpid()) if process not in before]
        assert len(warm) == 3, "the libraries', the plugins' and the next build's"
        for process in warm[killed]:
            os.kill(process, signal.SIGKILL)
        for _ in range(2):
            assert build_site(project, tmp_path / "output", pelican=pelican).ok
    assert not {*warm} & {*running(os.getpid())}


def test_what_is_prepared_for_a_build_is_used_by_it(project: Path) -> None:
    (project / "content/pages/broken.md").write_text("---\nno header", encoding="utf-8")
    convert.cache_clear()
    steps = len([*prepare(project / "content")])
    assert steps == len([*project.glob("content/p*/**/*.md")])
    assert convert.cache_info().currsize == steps - 1
    before = convert.cache_info().misses
    render(read_post(find_posts(project / "content")[0]).body)
    assert convert.cache_info().misses == before
