"""What a build writes before all else, and how whoever waits for that learns that it is there."""

import contextlib
import json
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

LOOK_EVERY = 0.004
"""Seconds between two looks."""

There = Callable[[frozenset[str]], None]
"""Told the names of the files that a build has written so far, all of them whole: `advice/a-post/index.html`."""


@dataclass(frozen=True)
class First:
    """The files of a site to write first, by their names in the output, and who is told once they are there."""

    names: Sequence[str]
    there: There


def name_at(address: str) -> str:
    """The name of the file that is served at an address within the site.

    >>> name_at("/advice/a-post/"), name_at("/feeds/all.rss")
    ('advice/a-post/index.html', 'feeds/all.rss')
    """
    name = address.lstrip("/")
    return f"{name}index.html" if name.endswith("/") or not name else name


def say_what_is_there(output: Path, path: Path) -> None:
    """Write the names of the files in `output` to a file at `path`, which is whole from the moment that it exists."""
    folders = ((Path(folder).relative_to(output), names) for folder, _, names in os.walk(output))
    names = [(folder / name).as_posix() for folder, found in folders for name in found]
    unfinished = path.with_suffix(".part")
    unfinished.write_text(json.dumps(names), encoding="utf-8")
    unfinished.replace(path)


@contextlib.contextmanager
def watch_for(path: Path, there: There) -> Iterator[None]:
    """While the block runs, wait for the file at `path` and tell the names in it, from a thread, once."""
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(LOOK_EVERY):
            if path.exists():
                there(frozenset(json.loads(path.read_text(encoding="utf-8"))))
                return

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
