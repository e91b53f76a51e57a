"""Captures read by worker processes. One that dies or hangs costs the capture that it was reading, and is replaced.

Workers are started afresh, not forked: whatever runs beside the import (a progress bar's thread) stays out of them.
They are commands of their own, not multiprocessing's: these would run the script again that called the import.
"""

import contextlib
import os
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Pipe, wait

from plugins.normalize.captures import CaptureFile
from plugins.normalize.findings import Read
from plugins.normalize.reading import read_one, refused, seconds_for

IN_HAND = 4
"""How many captures a worker is given at a time, so that it never waits for the next."""

MOST_AHEAD = 64
"""How many captures a worker may be ahead of the one whose turn it is: what is read waits in memory."""

GRACE_SECONDS = 5.0


Reader = Callable[[CaptureFile], Read]


class _Worker:
    """A worker process, and the places of the captures that it has in hand, the one that it is reading first."""

    def __init__(self, reader: Reader) -> None:
        self.pipe, theirs = Pipe()
        handle = theirs.fileno()
        command = [sys.executable, "-P", "-m", "plugins.normalize.worker", str(handle)]
        path = os.pathsep.join(place or os.curdir for place in sys.path)
        environment = {**os.environ, "PYTHONPATH": path}
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, pass_fds=[handle], env=environment)
        theirs.close()
        self._send(reader)
        self.places: deque[int] = deque()
        self.since = time.monotonic()

    def give(self, place: int, capture: CaptureFile) -> None:
        if not self.places:
            self.since = time.monotonic()
        self.places.append(place)
        self._send(capture)

    def _send(self, what: Reader | CaptureFile) -> None:
        with contextlib.suppress(OSError):  # it has died: whoever next listens to it will know
            self.pipe.send(what)

    def receive(self) -> tuple[int, Read]:
        """The next reading. Raises EOFError or OSError where the worker has died."""
        read: Read = self.pipe.recv()
        self.since = time.monotonic()
        return self.places.popleft(), read

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
        self.pipe.close()


def read_in_workers(
    captures: Sequence[CaptureFile], jobs: int, reader: Reader = read_one, grace: float = GRACE_SECONDS
) -> Iterator[Read]:
    """Every capture read, in the order given, by `reader`, a function that a new process can import.

    `grace` is how many seconds longer than a reader's own limit it is waited for.
    """
    waiting = deque(range(len(captures)))
    done: dict[int, Read] = {}
    workers = [_Worker(reader) for _ in range(jobs)]
    try:
        for turn in range(len(captures)):
            while turn not in done:
                for worker in workers:
                    while waiting and len(worker.places) < IN_HAND and waiting[0] - turn < MOST_AHEAD * jobs:
                        worker.give(waiting[0], captures[waiting.popleft()])
                for number, reason in _collect(workers, captures, done, grace):
                    lost = workers[number]
                    place = lost.places.popleft()
                    done[place] = refused(captures[place], reason)
                    waiting.extendleft(reversed(lost.places))
                    workers[number] = _Worker(reader)
                    lost.stop()
            yield done.pop(turn)
    finally:
        for worker in workers:
            worker.stop()


def _collect(
    workers: Sequence[_Worker], captures: Sequence[CaptureFile], done: dict[int, Read], grace: float
) -> list[tuple[int, str]]:
    """Wait a moment for readings and take them in. The numbers of the workers that died or are overdue come back."""
    ready = wait([worker.pipe for worker in workers if worker.places], timeout=1.0)
    lost = []
    for number, worker in enumerate(workers):
        if worker.pipe in ready:
            try:
                place, read = worker.receive()
            except (EOFError, OSError):
                lost.append((number, "its reader came to an end in the middle of it"))
            else:
                done[place] = read
        elif worker.places:
            limit = seconds_for(captures[worker.places[0]])
            if time.monotonic() - worker.since > limit + grace:
                lost.append((number, f"reading it took more than {limit:.0f} seconds"))
    return lost
