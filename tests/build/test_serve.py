"""`blog serve`: the site answers on 127.0.0.1, a save is built anew, the browser is told, a bad save breaks nothing."""

import asyncio
import os
import re
import shutil
import signal
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from plugins.build.first import First
from plugins.build.live_pages import LateIndex, LivePages
from plugins.build.live_site import Hooks, Site
from plugins.build.serve import WatchError, open_port, serve_site
from plugins.search.index import FOLDER, build_index
from plugins.shared.build_result import BuildResult
from plugins.shared.errors import IndexingError
from plugins.shared.posts import find_posts
from tests.conftest import BLOG, ROOT, Run

LATE = LateIndex(FOLDER, build_index)


@pytest.fixture
def server(project: Path) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    command = [str(BLOG), "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout
        watchdog = threading.Timer(60, process.kill)  # so that waiting for a line that never comes ends
        watchdog.start()
        for line in process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
                break
        else:
            pytest.fail("the server never said its address")
        yield found[0], process
        process.terminate()
        process.wait(20)
        watchdog.cancel()


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        assert answer.headers["Cache-Control"] == "no-store"
        return str(answer.read().decode())


def wait_for(address: str, text: str) -> None:
    end = time.monotonic() + 30
    while text not in get(address):
        assert time.monotonic() < end, f"{text!r} never came to {address}"
        time.sleep(0.1)


def test_a_save_reaches_the_browser(server: tuple[str, "subprocess.Popen[str]"], project: Path) -> None:
    address, _ = server
    assert "/-/live.js" in get(address)
    about = project / "content/pages/about.md"
    with urllib.request.urlopen(address + "-/reload", timeout=30) as events:
        assert events.readline().startswith(b"retry:")
        about.write_text(about.read_text(encoding="utf-8") + "\n\nA sentence just saved.\n", encoding="utf-8")
        assert b"event: built\n" in iter(events.readline, b"")
    assert "A sentence just saved." in get(address + "about/")


@pytest.fixture
def late_archive(project: Path) -> Path:
    """The project with an archive that is not written while there is a file `wait`, and never where one is `fail`."""
    settings = (project / "pelicanconf.py").read_text(encoding="utf-8")
    (project / "pelicanconf.py").unlink()
    (project / "pelicanconf.py").write_text(settings + LATE_ARCHIVE, encoding="utf-8")
    (project / "theme").unlink()
    shutil.copytree(ROOT / "theme", project / "theme")
    template = project / "theme/templates/archives.html"
    page = template.read_text(encoding="utf-8")
    template.write_text(page.replace('{{ _("Archive") }}</h1>', '{{ _("Archive")|late }}</h1>'), encoding="utf-8")
    return project


LATE_ARCHIVE = """
import pathlib
import time


def late(text):
    while pathlib.Path("wait").exists():
        time.sleep(0.01)
    if pathlib.Path("fail").exists():
        raise RuntimeError("the archive broke")
    return text


JINJA_FILTERS = {"late": late}
"""


def events_of(address: str, page: str) -> Iterator[bytes]:
    """The lines of events that a browser gets that shows a page, from when it is known to wait for them."""
    with urllib.request.urlopen(f"{address}-/reload?page={page}", timeout=30) as events:
        assert events.readline().startswith(b"retry:")
        yield b""
        yield from events


def looked_at(project: Path, address: str) -> tuple[Path, str, Iterator[bytes]]:
    """A post of a project, its text, and the events of a browser that shows it."""
    path = find_posts(project / "content")[0]
    events = events_of(address, f"/advice/{path.stem}/")
    next(events)
    return path, path.read_text(encoding="utf-8"), events


def test_the_page_that_is_looked_at_is_there_first_and_all_others_are_waited_for(
    late_archive: Path, server: tuple[str, "subprocess.Popen[str]"]
) -> None:
    address, _ = server
    path, text, events = looked_at(late_archive, address)
    (late_archive / "wait").touch()
    path.write_text(text.replace("Title: ", "Title: Anew, ", 1), encoding="utf-8")
    assert b"event: built\n" in events
    shown = get(f"{address}advice/{path.stem}/")
    assert "Anew, " in shown
    with ThreadPoolExecutor() as pool:
        archive = pool.submit(get, f"{address}archive/")
        sheet = re.search(r'href="/(theme/[^"]+\.css)"', shown)
        assert sheet
        assert "{" in get(address + sheet[1])
        assert not archive.done()
        (late_archive / "wait").unlink()
        assert "Anew, " in archive.result(20)
    assert get(f"{address}advice/{path.stem}/") == shown


def test_a_build_that_fails_after_its_first_page_gives_the_last_good_one_back(
    late_archive: Path, server: tuple[str, "subprocess.Popen[str]"]
) -> None:
    address, _ = server
    path, text, events = looked_at(late_archive, address)
    for name in ("wait", "fail"):
        (late_archive / name).touch()
    path.write_text(f"{text}\n\nA sentence just saved.\n", encoding="utf-8")
    assert b"event: built\n" in events
    assert "A sentence just saved." in get(f"{address}advice/{path.stem}/")
    (late_archive / "wait").unlink()
    assert b"event: built\n" in events, "the browser is told once more"
    page = get(f"{address}advice/{path.stem}/")
    assert "A sentence just saved." not in page
    assert "the archive broke" in page
    (late_archive / "fail").unlink()
    path.write_text(f"{text}\n\nA sentence that is mended.\n", encoding="utf-8")
    wait_for(f"{address}advice/{path.stem}/", "A sentence that is mended.")
    wait_for(f"{address}archive/", "<h1")


def test_a_bad_save_leaves_the_last_good_site(server: tuple[str, "subprocess.Popen[str]"], project: Path) -> None:
    address, process = server
    path = find_posts(project / "content")[0]
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("Date: ", "Date: someday "), encoding="utf-8")
    assert process.stdout
    assert any(f"{path}:" in line or str(path.relative_to(project)) in line for line in process.stdout)
    assert f"/advice/{path.stem}/" in get(address + "archive/")
    path.write_text(good.replace("\n\n", "\n\nMended now.\n\n", 1), encoding="utf-8")
    wait_for(f"{address}advice/{path.stem}/", "Mended now.")


def test_settings_that_an_editor_puts_in_place_anew_are_seen_each_time(
    server: tuple[str, "subprocess.Popen[str]"], project: Path
) -> None:
    address, _ = server
    good = (project / "pelicanconf.py").read_text(encoding="utf-8")
    for name in ("One Lamp", "Two Lamps"):
        saved = project / "pelicanconf.py~"
        saved.write_text(good.replace("A Light Left On", name), encoding="utf-8")
        saved.replace(project / "pelicanconf.py")
        wait_for(address, f"<h1>{name}</h1>")


def test_a_terminated_server_leaves_nothing_behind(project: Path) -> None:
    folder = project / "temporary"
    folder.mkdir()
    command, env = [str(BLOG), "serve", "--port", "0"], {**os.environ, "TMPDIR": str(folder)}
    with subprocess.Popen(command, cwd=project, env=env, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        while "http://127.0.0.1:" not in process.stdout.readline():
            assert process.poll() is None
        made = sorted(path.name.rsplit("-", 2)[0] for path in folder.iterdir())
        assert made == ["blog-serve", "blog-templates", "blog-warm"]
        process.terminate()
        assert process.wait(20) == 0
    assert [*folder.iterdir()] == []


def result_of(output: Path, _first: First | None = None) -> BuildResult:
    output.mkdir()
    return BuildResult(output, (), (), (), (), (), 0, 0, 0.0, (), 0)


def test_what_there_is_to_mend_stands_in_the_page(server: tuple[str, "subprocess.Popen[str]"], project: Path) -> None:
    address, _ = server
    assert "blog-serve-problems" not in get(address)
    about = project / "content/pages/about.md"
    text = about.read_text(encoding="utf-8")
    about.write_text(text + "\n#### <b>Too deep</b>\n", encoding="utf-8")
    line = len(text.splitlines()) + 2
    wait_for(address, f"<li>{about}:{line}:1: headings-in-order: a heading of level 4")
    about.write_text("Title: A\nAuthr: <b>\n\nText.\n", encoding="utf-8")
    wait_for(address, f"{about}:2:1: header: `Authr` is not a header key")
    page = get(address)
    assert "<h1>" in page, "the last good site is still there"
    assert page.count("`Authr` is not a header key") == 1, "what the build says, too, is told once"
    about.write_text(text, encoding="utf-8")
    end = time.monotonic() + 30
    while "blog-serve-problems" in get(address):
        assert time.monotonic() < end
        time.sleep(0.1)
    assert "EventSource" in get(address + "-/live.js")
    assert "blog-serve-problems" in get(address + "-/live.css")


def test_a_build_that_raises_is_told_and_the_next_save_is_tried(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    failures: list[Exception] = []
    number = 0

    def build(output: Path, _first: First | None) -> BuildResult:
        nonlocal number
        number += 1
        if number == 1:
            raise RuntimeError("a disk that is full")
        return result_of(output)

    async def save_twice() -> None:
        ready, built = asyncio.Event(), asyncio.Event()
        site = Site(tmp_path / "builds", Hooks(build, lambda result: None, failures.append, LATE, lambda: None))
        site.folder.mkdir()
        site.waiting[built] = ""
        watching = asyncio.create_task(site.watch(tmp_path, ready.set))
        await ready.wait()
        (tmp_path / "content/a.md").write_text("one", encoding="utf-8")
        while not failures:
            await asyncio.sleep(0.05)
        (tmp_path / "content/a.md").write_text("two", encoding="utf-8")
        while number < 2:
            await asyncio.wait_for(built.wait(), 20)
            built.clear()
        watching.cancel()

    asyncio.run(asyncio.wait_for(save_twice(), 30))
    assert [str(error) for error in failures] == ["a disk that is full"]


def test_a_server_that_no_longer_sees_saves_stops_with_an_error(tmp_path: Path) -> None:
    def ready(_address: str) -> None:
        raise RuntimeError("the watch died")

    hooks = Hooks(result_of, lambda result: None, lambda error: None, LATE, lambda: None)
    with pytest.raises(WatchError, match="saves can no longer be seen"), open_port(0) as listener:
        serve_site(tmp_path, tmp_path, listener, hooks, ready)


def test_the_search_can_be_tried_and_its_index_is_of_the_newest_build(
    server: tuple[str, "subprocess.Popen[str]"], project: Path
) -> None:
    address, _ = server
    posts = find_posts(project / "content")
    assert f'"page_count": {len(posts)}' in get(address + "pagefind/pagefind-entry.json")
    text = posts[0].read_text(encoding="utf-8")
    posts[0].write_text(text.replace("Status: published", "Status: draft"), encoding="utf-8")
    wait_for(address + "pagefind/pagefind-entry.json", f'"page_count": {len(posts) - 1}')


def test_an_index_that_cannot_be_made_is_told_and_the_pages_are_served(tmp_path: Path) -> None:
    failures: list[Exception] = []
    pages = LivePages(tmp_path, 3, LATE, failures.append)
    pages.index()
    pages.index()
    assert [type(error) for error in failures] == [IndexingError]


def test_an_unknown_address_gets_the_404_page(server: tuple[str, "subprocess.Popen[str]"]) -> None:
    address, _ = server
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(address + "nowhere/", timeout=10)
    with caught.value as answer:
        assert answer.code == 404
        assert b"<h1" in answer.read()


@pytest.mark.parametrize("port", ["eighty", "-1", "65536", "8000.0", "", "٣"])
def test_what_is_no_port_is_a_usage_error(port: str, project: Path, blog: Run) -> None:
    done = blog("serve", "--port", port, cwd=project)
    assert done.returncode == 2
    assert f"{port!r} is no port; write a number up to 65535, such as 8000" in done.stderr


def test_outside_of_a_project_one_is_told_where_to_go(project: Path, blog: Run) -> None:
    done = blog("serve", "--port", "0", cwd=project / "content")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        2,
        "Error: there is no pelicanconf.py here; run this in the project's folder",
    )
    (project / "content").rename(project / "moved")
    done = blog("serve", "--port", "0", cwd=project)
    assert (done.returncode, "there is no content here; run this in the project's folder" in done.stderr) == (2, True)


@pytest.mark.parametrize("wait", [0.2, 0.5, 2.0])
def test_ctrl_c_at_any_moment_ends_it_without_a_traceback(wait: float, project: Path) -> None:
    folder = project / "temporary"
    folder.mkdir()
    command, env = [str(BLOG), "serve", "--port", "0"], {**os.environ, "TMPDIR": str(folder)}
    with subprocess.Popen(
        command,
        cwd=project,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        while not [*folder.iterdir()]:
            assert process.poll() is None
            time.sleep(0.01)
        time.sleep(wait)
        os.killpg(process.pid, signal.SIGINT)
        said = process.communicate(timeout=20)[0]
    assert "Traceback" not in said
    assert [*folder.iterdir()] == []


def test_a_taken_port_is_a_usage_error(server: tuple[str, "subprocess.Popen[str]"], project: Path, blog: Run) -> None:
    address, _ = server
    port = address.rstrip("/").rpartition(":")[2]
    done = blog("serve", "--port", port, cwd=project)
    assert done.returncode == 2
    assert f"port {port} is taken" in done.stderr
