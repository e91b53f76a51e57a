"""A process that has read Pelican, its libraries and the project's plugins once, and forks for each build.

Run as a script. It reads a request a line, JSON with `arguments` (for Pelican; the first is the folder of the content),
`root` (the folder to run in), `stdout` and `stderr` (files to write to), and answers each with a line: the exit status.
It ends with its standard input.

The libraries are read by the process itself. The plugins are read by a fork of it, which answers requests until a file
of theirs changes: then the next fork takes over and reads them anew. Each build is a fork of that one, made before it
is asked for, so that it can prepare for the texts that are there. Settings, theme and content are read by each build.
So a build sees every save.
"""

import contextlib
import gc
import importlib
import json
import os
import select
import signal
import sys
from pathlib import Path
from typing import NoReturn

LIBRARIES = (
    *("pelican", "rich.status", "markdown", "markdown.extensions.toc", "markdown.extensions.tables", "bs4", "nh3"),
    *("lxml.html", "yaml", "babel.dates", "babel.lists", "jinja2.ext", "feedgenerator", "PIL.ImageFont"),
)
"""What takes long to read and is none of ours."""

PLUGINS = "plugins"
PREPARE = "plugins.build.prepare"

Stamp = tuple[tuple[str, int, int, int], ...]


def main() -> None:
    """Answer requests until there are no more. Ctrl+C is for whoever asks: then there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in LIBRARIES:
        importlib.import_module(name)
    request = sys.stdin.readline()
    while request:
        request = _with_plugins(request)


def _with_plugins(request: str) -> str:
    """Have a fork read the plugins, and answer this request and those after it; give the first that it left, or ''."""
    reading, writing = os.pipe()
    if os.fork() == 0:
        os.close(reading)
        with contextlib.suppress(BrokenPipeError):  # nobody is left who wants the answer
            os.write(writing, _answer(request).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as left:
        request = left.read()
    os.wait()
    return request


def _answer(request: str) -> str:
    """Answer requests while the plugins are as they are now; give the first one that was left, '' at the end."""
    root = json.loads(request)["root"]
    os.chdir(root)
    sys.path[0] = root
    stamp = stamp_of(PLUGINS)
    preload(PLUGINS)
    gc.collect()
    gc.freeze()  # what is here for good is not looked through in each build
    build = Build("")
    while request and json.loads(request)["root"] == root and stamp_of(PLUGINS) == stamp:
        while (status := build.run(request)) is None:
            build = Build("")
        print(status, flush=True)  # noqa: T201 — the answer
        build = Build(json.loads(request)["arguments"][0])
        request = sys.stdin.readline()
    build.run("")
    return request


class Build:
    """A fork that waits for one request, and until it comes prepares for the texts in a folder of content."""

    def __init__(self, content: str) -> None:
        reading, self.requests = os.pipe()
        self.process = os.fork()
        if self.process == 0:
            os.close(self.requests)
            _prepare(content, reading)
            with os.fdopen(reading, encoding="utf-8") as requests:
                request = requests.readline()
            if request:
                _build(**json.loads(request))
            os._exit(0)
        os.close(reading)

    def run(self, request: str) -> int | None:
        """Have the request answered, '' for none; give the exit status, None where the fork was killed before."""
        try:
            os.write(self.requests, request.encode())
        except BrokenPipeError:
            return None
        finally:
            os.close(self.requests)
            _, status = os.waitpid(self.process, 0)
        return os.waitstatus_to_exitcode(status)


def _prepare(content: str, requests: int) -> None:
    """Have at hand what the next build needs of the texts that are there, until a request can be read.

    What can't be prepared for is left for the build to tell of.
    """
    with contextlib.suppress(Exception):
        for _ in importlib.import_module(PREPARE).prepare(Path(content)) if content else ():
            if select.select([requests], [], [], 0)[0]:
                return
    gc.unfreeze()
    gc.collect()  # by the way this fork gets its own copy of the memory that the build will write to
    gc.freeze()


def stamp_of(folder: str) -> Stamp:
    """Of every file below a folder its path, its size and when it was last written to or put in place."""
    found = []
    for place, _, names in os.walk(folder, followlinks=True):
        for path in (Path(place, name) for name in names if not place.endswith("__pycache__")):
            with contextlib.suppress(FileNotFoundError):  # removed while we look: gone is what it is
                state = path.stat()
                found.append((str(path), state.st_size, state.st_mtime_ns, state.st_ctime_ns))
    return tuple(sorted(found))


def preload(folder: str) -> None:
    """Read the packages in a folder of the working directory. One that is broken is left for the build to tell of."""
    for path in sorted(Path(folder).glob("*/__init__.py")):
        with contextlib.suppress(Exception):
            importlib.import_module(f"{folder}.{path.parent.name}")


def _build(arguments: list[str], root: str, stdout: str, stderr: str) -> NoReturn:
    """Run Pelican in this process, which ends with it."""
    for path, stream in ((os.devnull, 0), (stdout, 1), (stderr, 2)):
        os.dup2(os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), stream)
    pelican_main = importlib.import_module("pelican").main

    try:
        pelican_main(arguments)
    except SystemExit as ending:
        status = ending.code if isinstance(ending.code, int) else int(ending.code is not None)
    else:
        status = 0
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    main()
