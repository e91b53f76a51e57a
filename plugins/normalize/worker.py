"""A process that reads captures for the import: `python -m plugins.normalize.worker HANDLE`, started by `workers`.

The handle is that of a pipe. What comes through it first is the reader, then capture by capture; the readings go back.
"""

import resource
import signal
import sys
from multiprocessing.connection import Connection

MOST_MEMORY = 3 * 1024**3
"""Bytes that one worker may take."""


def serve(pipe: Connection) -> None:
    """Read captures as they come, until the other end is closed. This is what a worker does."""
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # the terminal's Ctrl+C reaches all; the import itself ends the workers
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY if hard < 0 else min(MOST_MEMORY, hard), hard))
    try:
        reader = pipe.recv()
        while True:
            pipe.send(reader(pipe.recv()))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
