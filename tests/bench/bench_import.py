"""How fast captures are read: `make bench-import`. A benchmark, never a test; it reads captures that it makes itself.

They are made of the cases of `tests/normalize/cases`, each many times, with a sentence of its own so that no two are
alike byte for byte. The pages of HTML among them are also read by trafilatura alone, for comparison.
"""

import html
import os
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import trafilatura
from rich.console import Console
from rich.table import Table

from plugins.normalize.captures import CaptureFile
from plugins.normalize.reading import read_all

CASES = Path(__file__).parents[1] / "normalize" / "cases"


def texts(count: int) -> list[str]:
    """That many plain texts, no two alike."""
    cases = [
        case["capture"] for path in sorted(CASES.glob("*.toml")) for case in tomllib.loads(path.read_text())["case"]
    ]
    return [f"{cases[number % len(cases)]}\n\nThis closing sentence is number {number}.\n" for number in range(count)]


def page(text: str) -> str:
    """A text as a page of HTML, its first line the title."""
    title, *rows = [html.escape(row) for row in text.strip().splitlines() if row.strip()]
    rest = "\n".join(f"<p>{row}</p>" for row in rows)
    return (
        f"<!doctype html><html><head><title>{title}</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>{title}</h1>\n{rest}\n</article><footer>About</footer></body></html>"
    )


def write(folder: Path, captures: list[str]) -> list[CaptureFile]:
    folder.mkdir()
    found = []
    for number, text in enumerate(captures):
        path = folder / f"{number:05}"
        path.write_text(text, encoding="utf-8")
        found.append(CaptureFile(path, path.name))
    return found


def rate(work: Callable[[], object], count: int) -> float:
    """How many a second the work does."""
    started = time.perf_counter()
    work()
    return count / (time.perf_counter() - started)


def main(count: int) -> None:
    """Read `count` texts and as many pages, and print a small table."""
    plain = texts(count)
    pages = [page(text) for text in plain]
    cores = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as folder:
        files = {"plain text": write(Path(folder, "text"), plain), "HTML": write(Path(folder, "html"), pages)}
        table = Table("captures", "one core", f"{cores} cores", "trafilatura alone", "ratio", title="captures a second")
        trafilatura.extract(pages[0])
        alone = rate(lambda: [trafilatura.extract(text) for text in pages], count)
        for name, captures in files.items():
            list(read_all(captures[:20], 1))
            one = rate(lambda captures=captures: list(read_all(captures, 1)), count)  # type: ignore[misc]
            many = rate(lambda captures=captures: list(read_all(captures, cores)), count)  # type: ignore[misc]
            other = (f"{alone:.0f}", f"{one / alone:.2f}") if name == "HTML" else ("", "")
            table.add_row(name, f"{one:.0f}", f"{many:.0f}", *other)
    Console().print(table)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
