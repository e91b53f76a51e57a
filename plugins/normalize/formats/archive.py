"""Zip archives: their members as captures, within limits, without writing a file."""

import io
import lzma
import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath

from plugins.normalize.captures import HIDDEN, LARGEST, NOT_CAPTURES, printable
from plugins.normalize.formats.model import Given, RefusedError

BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, RuntimeError, ValueError,
          IndexError)  # fmt: skip
"""What reading a broken archive raises."""

MOST_MEMBERS = 20_000
MOST_BYTES = 256 * 1024 * 1024
"""Bytes of all members together, unpacked."""
STEEPEST, STEEP_FROM = 200, 1024 * 1024
"""How many times smaller a member of more than STEEP_FROM bytes may be packed; text packs 3 to 10 times."""
DEEPEST = 1
"""How many archives may lie inside each other, the outermost not counted."""


@dataclass
class Budget:
    """What the archives of one capture may still unpack, however they are nested."""

    members: int = MOST_MEMBERS
    bytes: int = MOST_BYTES


@dataclass(frozen=True)
class Member(Given):
    """A member of an archive. `number` is its place from 1; `skip` or `refused` says why it is not read."""

    number: int = 0
    skip: str = ""
    refused: str = ""


def is_archive(given: Given) -> bool:
    """Whether the bytes are a zip archive."""
    return given.data[:4] in (b"PK\x03\x04", b"PK\x05\x06")


def members_of(given: Given, budget: Budget, *, every: bool = False) -> list[Member]:
    """The members of an archive, read, in order; those that are no captures too, if `every` is asked for.

    Raises RefusedError for an archive that is broken or would unpack to more than its budget.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(given.data)) as archive:
            infos = [info for info in archive.infolist() if not info.filename.endswith("/")]
            _check(infos, budget)
            return [_read(archive, info, number, every) for number, info in enumerate(infos, 1)]
    except BROKEN as error:
        raise RefusedError(f"the archive is broken: {error}") from error


def _check(infos: list[zipfile.ZipInfo], budget: Budget) -> None:
    """Take what an archive will unpack off the budget, before a byte of it is. Raises RefusedError."""
    budget.members -= len(infos)
    budget.bytes -= sum(info.file_size for info in infos)
    if budget.members < 0:
        raise RefusedError(f"more than {MOST_MEMBERS} files in one archive")
    if budget.bytes < 0:
        raise RefusedError(f"the archive would unpack to more than {MOST_BYTES} bytes; it may be a bomb")
    for info in infos:
        if info.file_size > STEEP_FROM and info.file_size > STEEPEST * max(info.compress_size, 1):
            times = info.file_size // max(info.compress_size, 1)
            raise RefusedError(f"`{printable(info.filename)}` would unpack to {times} times its size; it may be a bomb")


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, number: int, every: bool) -> Member:
    name = printable(info.filename)
    skip = "" if every else _why_skipped(info)
    if skip:
        return Member(b"", name, number=number, skip=skip)
    refused = _why_refused(info)
    if refused:
        return Member(b"", name, number=number, refused=refused)
    try:
        with archive.open(info) as file:
            return Member(file.read(info.file_size + 1), name, number=number)
    except BROKEN as error:
        return Member(b"", name, number=number, refused=f"it cannot be unpacked: {error}")


def _why_skipped(info: zipfile.ZipInfo) -> str:
    """Why a member is no capture; empty where it may be one. The rules are those for the files of a folder."""
    path = PurePosixPath(info.filename.replace("\\", "/"))
    if stat.S_ISLNK(info.external_attr >> 16):
        return "a link; links are not followed"
    if any(part.startswith(HIDDEN) and part not in ("..", ".") for part in path.parts) or "__MACOSX" in path.parts:
        return "a hidden file"
    if path.suffix.casefold() in NOT_CAPTURES:
        return f"a {path.suffix.casefold()} file, no capture"
    return ""


def _why_refused(info: zipfile.ZipInfo) -> str:
    path = PurePosixPath(info.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in info.filename[:3]:
        return "its name leads out of the archive"
    if info.flag_bits & 0x1:
        return "it is encrypted"
    if info.file_size > LARGEST:
        return f"{info.file_size} bytes; a capture may have {LARGEST}"
    return ""
