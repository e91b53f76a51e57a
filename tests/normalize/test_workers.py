"""Many captures: the same result whatever the number of workers, and one that breaks its reader breaks no other."""

import contextlib
import datetime
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plugins.normalize.article import Reading
from plugins.normalize.captures import CaptureFile
from plugins.normalize.findings import Read
from plugins.normalize.importing import ImportOptions, import_captures
from plugins.normalize.reading import TooLongError, read_all, time_limit
from plugins.normalize.workers import read_in_workers

DAY = datetime.date(2026, 11, 20)
WORDS = "porch bucket ladder window kettle harbor winter garden letter sister brother dinner candle mirror".split()


def capture_text(number: int) -> str:
    """An article of its own for each number; some are alike enough to be copies."""
    said = [f"I kept the {WORDS[(number + at) % 14]} number {(number // 3) * 7 + at} by the door." for at in range(9)]
    return f"On the {WORDS[number % 14].title()}\n\nBy Ida Brandt on March 3, 2011\n\n" + " ".join(said) + "\n"


@pytest.fixture
def captures(tmp_path: Path) -> Path:
    folder = tmp_path / "captures"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(capture_text(number))
    (folder / "empty.txt").write_bytes(b"")
    (folder / "menu.txt").write_text("Home\nAbout\n")
    return folder


def files_of(into: Path) -> dict[str, bytes]:
    return {str(path.relative_to(into)): path.read_bytes() for path in into.rglob("*") if path.is_file()}


def test_one_worker_and_two_write_the_same_bytes(captures: Path, tmp_path: Path) -> None:
    told: list[str] = []
    for jobs in (1, 2):
        options = ImportOptions(into=tmp_path / str(jobs), date=DAY, jobs=jobs)
        result = import_captures([captures], options, lambda done, total, name: told.append(name))
        assert result.adds_up
        assert result.articles_found == 42
        assert result.counts["refused"] == 1
    assert files_of(tmp_path / "1") == files_of(tmp_path / "2")
    assert len(list((tmp_path / "2" / "posts").rglob("*.md"))) > 10
    assert told[:42] == told[42:]


def breaking_reader(capture: CaptureFile) -> Read:
    """What a worker does in the tests below, by the capture's name; must be importable by the worker."""
    if capture.name == "dies":
        os._exit(9)
    if capture.name == "hangs":
        time.sleep(600)
    return Read(Reading(capture.name, "", held="read"), {}, {})


def test_a_worker_that_dies_or_hangs_costs_only_what_it_was_reading() -> None:
    names = ["a", "dies", "b", "c", "hangs", "d", "e", "dies", "f"]
    captures = [CaptureFile(Path("/nowhere"), name) for name in names]
    read = list(read_in_workers(captures, 2, breaking_reader, grace=-22.0))
    assert [one.reading.source for one in read] == names
    refusals = {one.reading.source: one.reading.refused for one in read if one.reading.refused}
    assert refusals == {
        "dies": "its reader came to an end in the middle of it",
        "hangs": "reading it took more than 30 seconds",
    }


def swallow_everything() -> None:
    """Work without end that takes every error for one of the page, as a library might."""
    while True:
        with contextlib.suppress(Exception):
            time.sleep(0.01)


def test_reading_that_takes_too_long_is_cut_short() -> None:
    with pytest.raises(TooLongError), time_limit(0.05):
        swallow_everything()
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_few_captures_are_read_without_workers_and_in_order() -> None:
    captures = [CaptureFile(Path("/nowhere"), name) for name in "ab"]
    assert [one.reading.refused for one in read_all(captures)] == ["it cannot be read: not an ordinary file"] * 2


def test_a_script_without_a_guard_may_call_the_import(captures: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import datetime, pathlib\n"
        "from plugins.normalize.importing import ImportOptions, import_captures\n"
        "options = ImportOptions(into=pathlib.Path('into'), date=datetime.date(2026, 11, 20), jobs=2)\n"
        "print(import_captures([pathlib.Path('captures')], options).counts['refused'])\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run([sys.executable, script], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert (done.stdout, done.stderr, done.returncode) == ("1\n", "", 0)
