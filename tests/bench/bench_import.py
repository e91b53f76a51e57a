"""How fast captures are imported, in how much memory: `make bench-import`. A benchmark, never a test.

It makes its captures itself, of the cases of `tests/normalize/cases`, each many times with most of its words exchanged,
so that none is a copy of another. Folders named on the command line are used in the same way in their place.
The pages of HTML among them are also read by trafilatura alone, for comparison. Every import is a process of its own.
What is done on one core is told a second of that core's time, so that other work on the machine counts for little.
"""

import argparse
import html
import itertools
import os
import random
import re
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import process_time

import trafilatura
from rich.console import Console
from rich.table import Table

from plugins.normalize.captures import CaptureFile
from plugins.normalize.reading import read_all

CASES = Path(__file__).parents[1] / "normalize" / "cases"
LONG_WORD = re.compile(r"\b[a-z]{5,}\b")
SHORTEST = 1000
"""Characters; cases that are shorter are put together until they have that many, as captures have."""

IMPORT = """
import datetime, pathlib, resource, sys, time
from plugins.normalize.importing import ImportOptions, import_captures
clock = time.process_time if sys.argv[3] == "1" else time.perf_counter
started = clock()
options = ImportOptions(pathlib.Path(sys.argv[2]), datetime.date(2026, 11, 20), jobs=int(sys.argv[3]))
found = import_captures([pathlib.Path(sys.argv[1])], options).articles_found
print(found / (clock() - started), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def cases() -> list[str]:
    """The texts of the cases, put together where they are short."""
    told = [
        case["capture"] for path in sorted(CASES.glob("*.toml")) for case in tomllib.loads(path.read_text())["case"]
    ]
    found: list[str] = []
    for text in told:
        if found and len(found[-1]) < SHORTEST:
            found[-1] += f"\n\n{text}"
        else:
            found.append(text)
    return found


def varied(texts: Sequence[str], count: int) -> Iterator[str]:
    """That many texts: the given ones in turn, their longer words exchanged for others of their length."""
    words: defaultdict[int, set[str]] = defaultdict(set)
    for word in itertools.chain.from_iterable(map(LONG_WORD.findall, texts)):
        words[len(word)].add(word)
    lists = {length: sorted(found) for length, found in words.items()}
    for number in range(count):
        chance = random.Random(number)
        parts = LONG_WORD.split(texts[number % len(texts)])
        exchanged = [chance.choice(lists[len(word)]) for word in LONG_WORD.findall(texts[number % len(texts)])]
        yield "".join(itertools.chain.from_iterable(itertools.zip_longest(parts, exchanged, fillvalue="")))


def page(text: str) -> str:
    """A text as a page of HTML, its first line the title."""
    title, *rows = [html.escape(row) for row in text.strip().splitlines() if row.strip()]
    rest = "\n".join(f"<p>{row}</p>" for row in rows)
    return (
        f"<!doctype html><html><head><title>{title}</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>{title}</h1>\n{rest}\n</article><footer>About</footer></body></html>"
    )


def write(folder: Path, captures: Iterator[str]) -> list[CaptureFile]:
    folder.mkdir()
    found = []
    for number, text in enumerate(captures):
        path = folder / f"{number:05}"
        path.write_text(text, encoding="utf-8")
        found.append(CaptureFile(path, path.name))
    return found


def rate(work: Callable[[], object], count: int) -> float:
    """How many a second of this process's own time the work does."""
    started = process_time()
    work()
    return count / (process_time() - started)


def imported(captures: Path, into: Path, jobs: int) -> tuple[float, float]:
    """A whole import in a process of its own: captures a second, and the megabytes that its main process took."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORT, captures, into, str(jobs)], check=True, stdout=subprocess.PIPE, text=True
    )
    speed, kilobytes = map(float, done.stdout.split())
    return speed, kilobytes / 1024


def main(count: int, many: int, texts: Sequence[str]) -> None:
    """Read and import `count` texts and as many pages, import `many` texts, and print two small tables."""
    cores = os.cpu_count() or 1
    speeds = Table("captures", "read", "imported", f"imported, {cores} cores", "trafilatura", "ratio", title="a second")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = {
            "plain text": write(folder / "text", varied(texts, count)),
            "HTML": write(folder / "html", map(page, varied(texts, count))),
        }
        pages = [capture.path.read_text(encoding="utf-8") for capture in files["HTML"]]
        trafilatura.extract(pages[0])
        alone = rate(lambda: [trafilatura.extract(text) for text in pages], count)
        sizes = {}
        for kind, captures in files.items():
            list(read_all(captures[:20], 1))
            read = rate(lambda captures=captures: list(read_all(captures, 1)), count)  # type: ignore[misc]
            one, _ = imported(captures[0].path.parent, folder / f"{kind} 1", 1)
            all_cores, sizes[kind] = imported(captures[0].path.parent, folder / f"{kind} n", cores)
            other = (f"{alone:.0f}", f"{read / alone:.2f}") if kind == "HTML" else ("", "")
            speeds.add_row(kind, f"{read:.0f}", f"{one:.0f}", f"{all_cores:.0f}", *other)
        Console().print(speeds)
        if many > count:
            write(folder / "many", varied(texts, many))
            speed, most = imported(folder / "many", folder / "many n", cores)
            memory = Table("captures", "a second", "MB, main process", "ratio", title="memory")
            memory.add_row(f"{count:,}", "", f"{sizes['plain text']:.0f}", "")
            memory.add_row(f"{many:,}", f"{speed:.0f}", f"{most:.0f}", f"{most / sizes['plain text']:.2f}")
            Console().print(memory)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folders", nargs="*", type=Path, help="captures (.txt) to vary instead of the tests' cases")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--many", type=int, default=10_000, help="for the memory; 0 leaves it out")
    asked = parser.parse_args()
    own = [path.read_text(encoding="utf-8") for folder in asked.folders for path in sorted(folder.glob("*.txt"))]
    main(asked.count, asked.many, own or cases())
