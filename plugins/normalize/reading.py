"""Captures read, few of them here and many in workers on all cores: always the same readings, in the order given.

Whatever a capture does to its reader, that capture alone is refused: an error, running out of time or memory, and, in a
worker, even the end of the reader itself.
"""

import contextlib
import hashlib
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NoReturn

from plugins.normalize.article import Reading, read_capture
from plugins.normalize.captures import CaptureFile, beside, read_bytes
from plugins.normalize.findings import Read, read_of
from plugins.shared.vocabulary import Vocabulary

FEW = 50
"""Up to so many captures are read without workers, unless a number of jobs is asked for: starting them takes longer."""

LARGE = 300_000
"""Bytes; a larger capture is read by a worker in any case, for a library written in C cannot be cut short from here."""

LONGEST_SECONDS, SECONDS_A_MEGABYTE = 30.0, 5.0
"""How long reading a capture may take: the seconds for any, and what its size adds (an export holds thousands)."""


class TooLongError(BaseException):
    """Reading took too long. No Exception, so that nothing on the way takes it for an error of the page and goes on."""


def read_all(captures: Sequence[CaptureFile], jobs: int = 0, vocabulary: Vocabulary | None = None) -> Iterator[Read]:
    """Every capture read, in the order given, whatever the number of jobs; 0 jobs: one a core where there are many."""
    reader = partial(read_one, vocabulary=vocabulary)
    many = len(captures) > FEW
    jobs = min(jobs or (os.cpu_count() or 1 if many else 1), len(captures))
    if jobs <= 1 and not any(_size(capture) > LARGE for capture in captures):
        return map(reader, captures)
    from plugins.normalize.workers import read_in_workers

    return read_in_workers(captures, jobs, reader)


def read_one(capture: CaptureFile, vocabulary: Vocabulary | None = None) -> Read:
    """One capture read, with what is found in it; whatever goes wrong with it is the reason for its refusal."""
    try:
        with time_limit(seconds_for(capture)):
            reading = read_capture(read_bytes(capture.path), capture.name, beside=beside(capture.path))
            return read_of(reading, vocabulary)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return refused(capture, f"it cannot be read: {reason}")
    except TooLongError:
        return refused(capture, f"reading it took more than {seconds_for(capture):.0f} seconds")
    except Exception as error:  # the last resort: one capture's trouble must not keep the others from going through
        return refused(capture, f"the importer failed on it ({type(error).__name__}: {error})")


def refused(capture: CaptureFile, reason: str) -> Read:
    """The reading of a capture that could not be read."""
    return Read(Reading(capture.name, hashlib.sha256(capture.name.encode()).hexdigest(), refused=reason), {}, {})


def seconds_for(capture: CaptureFile) -> float:
    """How long reading a capture may take."""
    return LONGEST_SECONDS + SECONDS_A_MEGABYTE * (_size(capture) // 1_000_000)


def _size(capture: CaptureFile) -> int:
    try:
        return capture.path.stat().st_size
    except OSError:
        return 0


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TooLongError in the body once that long has passed. Without effect outside the main thread."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def too_long(*_: object) -> NoReturn:
        raise TooLongError

    before = signal.signal(signal.SIGALRM, too_long)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)  # again and again, should something on the way swallow the first
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
