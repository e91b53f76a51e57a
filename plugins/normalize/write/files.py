"""Files written whole or not at all, never outside the folder that was named, never over a person's work."""

import contextlib
import filecmp
import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from plugins.shared.posts import BESIDE_SUFFIX


def digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def write_whole(path: Path, data: bytes, within: Path) -> None:
    """Write a file by way of a temporary one beside it. Raises ValueError for a path outside `within`."""
    write_chunks(path, [data], within)


def write_chunks(path: Path, chunks: Iterable[bytes], within: Path) -> None:
    """Write a file as `write_whole` does, bit by bit. A file that holds just that is left as it is."""
    if not path.resolve().is_relative_to(within.resolve()):
        raise ValueError(f"{path} is outside {within}")
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(chunks)
        if path.is_file() and filecmp.cmp(name, path, shallow=False):
            Path(name).unlink()
            return
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def place(path: Path, text: str, last_written: str, within: Path, beside: bool) -> str:
    """Bring a file to a text: `written`, `unchanged`, or `edited` where a person has changed it since.

    `last_written` is the digest of what the importer wrote there before; empty where it has no record of it.
    """
    data = text.encode("utf-8")
    present = path.read_bytes() if path.is_file() else None
    if present == data:
        return "unchanged"
    if present is not None and digest_of(present) != last_written:
        if beside:
            write_whole(path.with_name(path.name + BESIDE_SUFFIX), data, within)
        return "edited"
    write_whole(path, data, within)
    return "written"
