"""Keeps two publishes apart: a lock that the system takes back when its holder ends, however that comes about."""

import fcntl
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path


class LockedError(Exception):
    """Somebody else is publishing to the same place. Says who, since when and what to do."""


def holder() -> str:
    """Who holds a lock: process, machine and time, in words."""
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    return f"process {os.getpid()} on {socket.gethostname()} since {now}"


@contextmanager
def locked(path: Path) -> Iterator[str]:
    """Hold the lock at `path` while the block runs; gives who died holding it, '' where nobody did.

    The file stays; what is locked is not the file's being there but the open file, which the system closes even when
    a process is killed. Raises LockedError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            who = file.read().strip() or "another process"
            raise LockedError(f"{path}: {who} is publishing here; wait until it has ended, then try again") from error
        file.seek(0)
        before = file.read().strip()
        _write(file.fileno(), holder())
        try:
            yield before
        finally:
            _write(file.fileno(), "")


def _write(descriptor: int, text: str) -> None:
    """Say who holds the lock, as far as the disk lets us: the lock holds without it."""
    try:
        os.ftruncate(descriptor, 0)
        os.write(descriptor, text.encode())
    except OSError:
        return
