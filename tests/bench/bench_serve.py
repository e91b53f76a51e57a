"""How long a save takes to reach the browser under `blog serve`: `make bench-serve`. A benchmark, never a test.

A copy of the project is served by the real command, and each kind of file saved again and again. "Told" is from the
save to the event that has the browser reload, "shown" until a real Chromium has loaded the page anew.
"""

import argparse
import re
import shutil
import subprocess
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.table import Table

from tests.browser.conftest import chromium_path
from tests.conftest import BLOG, ROOT

SAVED = {
    "post": ("content/posts/2026/his-mother-has-a-key.md", "\nOne sentence more.\n"),
    "page": ("content/pages/about.md", "\nOne sentence more.\n"),
    "style": ("theme/static/css/prose.css", "\n"),
    "template": ("theme/templates/article.html", "\n"),
    "setting": ("pelicanconf.py", "\n"),
    "plugin": ("plugins/posts/filters.py", "\n"),
}
"""A file of each kind, and what each save adds to it."""

PAUSE = 0.5
"""Seconds between the page's being there and the next save, as if somebody wrote on."""


@contextmanager
def serving(project: Path) -> Iterator[str]:
    """The address at which the real command serves the project."""
    command = [str(BLOG), "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout
        said = []
        for line in process.stdout:
            said.append(line)
            if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
                break
        else:
            raise RuntimeError("".join(said))
        threading.Thread(target=process.stdout.read, daemon=True).start()
        try:
            yield found[0]
        finally:
            process.terminate()
            process.wait(20)


def listen(address: str, told: list[float]) -> None:
    """Note the time of each event."""
    with urllib.request.urlopen(f"{address}-/reload", timeout=600) as events:
        told.extend(time.perf_counter() for line in events if line == b"event: built\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=15, help="how many saves of each kind")
    parser.add_argument("kinds", nargs="*", help=f"kinds of files, of: {', '.join(SAVED)}")
    options = parser.parse_args()
    table = Table("Save of a", "Told, median", "from", "to", "Shown, median", "from", "to", title="Seconds")
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        project = Path(temporary)
        for name in ("content", "theme", "plugins"):
            shutil.copytree(ROOT / name, project / name)
        shutil.copy(ROOT / "pelicanconf.py", project)
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        with serving(project) as address:
            page = browser.new_page()
            page.goto(f"{address}advice/{Path(SAVED['post'][0]).stem}/")
            told: list[float] = []
            threading.Thread(target=listen, args=(address, told), daemon=True).start()
            for kind in options.kinds or SAVED:
                times: tuple[list[float], list[float]] = ([], [])
                path, addition = project / SAVED[kind][0], SAVED[kind][1]
                for _ in range(options.runs):
                    page.wait_for_timeout(PAUSE * 1000)
                    told.clear()
                    with page.expect_event("load", timeout=30_000):
                        saved = time.perf_counter()
                        path.write_text(path.read_text(encoding="utf-8") + addition, encoding="utf-8")
                    times[1].append(time.perf_counter() - saved)
                    times[0].append(told[0] - saved)
                figures = [figure for group in times for figure in (median(group), min(group), max(group))]
                table.add_row(kind, *(f"{figure:.2f}" for figure in figures))
        browser.close()
    Console(width=100).print(table)


if __name__ == "__main__":
    main()
