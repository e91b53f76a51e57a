"""A process that has read Pelican and the libraries of the plugins once, and forks for each build. Run as a script.

It reads a request a line, JSON with `arguments` (for Pelican), `root` (the folder to run in), `stdout` and `stderr`
(files to write to), and answers each with a line: the exit status. The modules of the project are read anew in each
fork, so that a build sees every save. It ends with its standard input.
"""

import importlib
import json
import os
import signal
import sys

LIBRARIES = ("pelican", "markdown", "bs4", "nh3", "lxml.html", "yaml", "babel.dates", "jinja2.ext", "PIL.ImageFont")
"""What takes long to read and is none of ours."""


def main() -> None:
    """Answer requests until there are no more. Ctrl+C is for whoever asks: then there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in LIBRARIES:
        importlib.import_module(name)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _build(**json.loads(line))
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        print(status, flush=True)  # noqa: T201 — the answer


def _build(arguments: list[str], root: str, stdout: str, stderr: str) -> None:
    """Run Pelican in this process, which ends with it."""
    for path, stream in ((os.devnull, 0), (stdout, 1), (stderr, 2)):
        os.dup2(os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), stream)
    os.chdir(root)
    sys.path[0] = root
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
