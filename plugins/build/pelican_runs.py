"""Two ways to run the `pelican` command: in a process of its own, or by one that is warm and forks for each run."""

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from subprocess import CompletedProcess

from plugins.shared.scratch import scratch_folder

RunPelican = Callable[[Sequence[str], Path], CompletedProcess[str]]
"""Runs Pelican with these arguments in this folder; gives its exit status and what it wrote."""

WARM_PROCESS = Path(__file__).with_name("warm_process.py")


def run_pelican(arguments: Sequence[str], root: Path) -> CompletedProcess[str]:
    """Run Pelican in a new process."""
    command = [sys.executable, "-m", "pelican", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


@contextlib.contextmanager
def warm_pelican() -> Iterator[RunPelican]:
    """A way to run Pelican again and again without reading its libraries and the plugins each time.

    A run is the same as in a new process, only sooner. Where a process cannot fork (Windows), it is one.
    """
    if not hasattr(os, "fork"):
        yield run_pelican
        return
    command = [sys.executable, str(WARM_PROCESS)]
    with (
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
        ) as process,
        scratch_folder("warm") as folder,
    ):
        assert process.stdin
        assert process.stdout
        requests, answers = process.stdin, process.stdout
        written = {stream: folder / stream for stream in ("stdout", "stderr")}

        def run(arguments: Sequence[str], root: Path) -> CompletedProcess[str]:
            files = {stream: str(path) for stream, path in written.items()}
            status = ""
            with contextlib.suppress(BrokenPipeError):
                requests.write(json.dumps({"arguments": [*arguments], "root": str(root), **files}) + "\n")
                requests.flush()
                status = answers.readline()
            if not status:  # it was killed: no build must fail for that
                return run_pelican(arguments, root)
            texts = {stream: path.read_text(encoding="utf-8", errors="replace") for stream, path in written.items()}
            return CompletedProcess([*arguments], int(status), **texts)

        try:
            yield run
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)  # a build that still runs, too
            with contextlib.suppress(BrokenPipeError):
                requests.close()
