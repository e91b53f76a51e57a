"""`blog serve`: the site answers on 127.0.0.1, a save is built anew, the browser is told, a bad save breaks nothing."""

import re
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.shared.posts import find_posts
from tests.conftest import BLOG, Run


@pytest.fixture
def server(project: Path) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    command = [str(BLOG), "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout
        for line in process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
                break
        else:
            pytest.fail("the server never said its address")
        yield found[0], process
        process.terminate()


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
    assert "/-/reload" in get(address)
    about = project / "content/pages/about.md"
    with urllib.request.urlopen(address + "-/reload", timeout=30) as events:
        assert events.readline().startswith(b"retry:")
        about.write_text(about.read_text(encoding="utf-8") + "\n\nA sentence just saved.\n", encoding="utf-8")
        assert b"event: built\n" in iter(events.readline, b"")
    assert "A sentence just saved." in get(address + "about/")


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


def test_an_unknown_address_gets_the_404_page(server: tuple[str, "subprocess.Popen[str]"]) -> None:
    address, _ = server
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(address + "nowhere/", timeout=10)
    with caught.value as answer:
        assert answer.code == 404
        assert b"<h1" in answer.read()


def test_a_taken_port_is_a_usage_error(server: tuple[str, "subprocess.Popen[str]"], project: Path, blog: Run) -> None:
    address, _ = server
    port = address.rstrip("/").rpartition(":")[2]
    done = blog("serve", "--port", port, cwd=project)
    assert done.returncode == 2
    assert f"port {port} is taken" in done.stderr
