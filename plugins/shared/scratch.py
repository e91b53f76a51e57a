"""Folders for the time of one task. What a killed process has left of them, the next task of the same kind clears.

The name of such a folder tells the kind and the process, `blog-publish-4711-k3x_9a2b`. What says that it is in use is a
lock on the folder itself, which the system takes back when the process ends, however that comes about.
"""

import contextlib
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def scratch_folder(kind: str) -> Iterator[Path]:
    """A new folder of one's own while the block runs; `kind` is a word of small letters."""
    clear_left_behind(kind)
    path, held = _new(kind)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)
        if held is not None:
            os.close(held)


def clear_left_behind(kind: str) -> None:
    """Remove the folders of this kind whose processes are no more."""
    name = re.compile(rf"blog-{kind}-\d+-\w{{8}}", re.ASCII)
    for path in Path(tempfile.gettempdir()).glob(f"blog-{kind}-*"):
        with contextlib.suppress(OSError):  # in use, somebody else's, or gone by now
            if name.fullmatch(path.name):
                held = _hold(path)
                if os.fstat(held).st_uid == os.getuid():
                    shutil.rmtree(path, ignore_errors=True)
                os.close(held)


def _new(kind: str) -> tuple[Path, int | None]:
    """A new folder, held; not held on a disk or system that knows no locks, where nobody clears either."""
    while True:
        path = Path(tempfile.mkdtemp(prefix=f"blog-{kind}-{os.getpid()}-"))
        try:
            return path, _hold(path)
        except (BlockingIOError, FileNotFoundError):  # somebody took it for left behind before it was held
            continue
        except OSError:
            return path, None


if sys.platform == "win32":

    def _hold(path: Path) -> int:
        raise OSError(f"{path}: folders cannot be locked here")

else:
    import fcntl

    def _hold(path: Path) -> int:
        """Lock a folder that is there; give the descriptor that holds the lock. Raises OSError."""
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.stat()
        except OSError:
            os.close(descriptor)
            raise
        return descriptor
