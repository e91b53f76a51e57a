"""Files of text read whole; files written whole or not at all, never outside the folder that was named."""

import contextlib
import errno
import filecmp
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.shared.errors import Problem, SiteError, what_to_do


def read_whole(path: Path, rule: str) -> str:
    """The text of a UTF-8 file, its line ends as they are.

    Raises SiteError where it is missing, cannot be read (`rule` is what its problem is told under), or is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise SiteError([Problem(path, line, "this is not UTF-8; save the file as UTF-8", rule)]) from error
    except FileNotFoundError as error:
        raise SiteError([Problem(path, 0, "this file is missing; add it", rule)]) from error
    except OSError as error:
        raise SiteError([Problem(path, 0, what_to_do(error), rule)]) from error


def write_whole(path: Path, data: bytes, within: Path) -> None:
    """Write a file by way of a temporary one beside it, as `write_chunks` does."""
    write_chunks(path, [data], within)


def write_chunks(path: Path, chunks: Iterable[bytes], within: Path) -> None:
    """Write a file bit by bit, by way of a temporary one beside it. A file that holds just that is left as it is.

    Raises SiteError for a path that leads out of `within`, and OSError, which names the path, where it cannot be
    written, or where somebody has made it read-only.
    """
    with _placing(path, within):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(chunks)
            if path.is_file() and filecmp.cmp(name, path, shallow=False):
                Path(name).unlink()
            else:
                _put_in_place(Path(name), path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise


def write_new(path: Path, data: bytes, within: Path) -> None:
    """Write a file that is not there yet. Raises as `write_chunks` does, and leaves nothing behind then."""
    with _placing(path, within):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            try:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                path.unlink()
                raise


@contextlib.contextmanager
def _placing(path: Path, within: Path) -> Iterator[None]:
    """Refuse a path that leads out of a folder, and let an OSError name the path, whatever it named."""
    if not path.resolve().is_relative_to(within.resolve()):
        raise SiteError([Problem(path, 0, f"this leads out of {within}; put the file itself there, and no link")])
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _put_in_place(new: Path, path: Path) -> None:
    """Rename a new file over the one that is there, if any, which keeps its mode."""
    mode = path.stat().st_mode if path.is_file() else 0o644
    if not mode & 0o222:
        raise PermissionError(errno.EACCES, "it is read-only", str(path))
    new.chmod(mode)
    new.replace(path)
