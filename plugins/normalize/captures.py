"""Which files to import: files as given, folders walked in order, never out of them by a link."""

import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

LARGEST = 32 * 1024 * 1024
"""Bytes; a page of text larger than this is no article."""

OWN_NAME = re.compile(r"[\w-][\w.-]{0,200}\.html")
LIST = "posts.csv"
OF_SUBSTACK = re.compile(r"\d+\.[\w.-]+\.(?:html|csv)|(?:email_list|subscribers?)[\w.-]*\.csv")
HIDDEN = (".", "~")
NOT_CAPTURES = {".json", ".css", ".js", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".woff", ".woff2",
    ".py", ".toml", ".yaml",
                ".yml", ".pdf", ".mp3", ".mp4", ".lock"}  # fmt: skip


class CaptureFile(NamedTuple):
    """A file to import. `name` is its own name, made printable; `skip` says why it is passed over, if it is."""

    path: Path
    name: str
    skip: str = ""


def find_captures(given: Sequence[Path]) -> list[CaptureFile]:
    """Every file below what was given, each once, in a fixed order."""
    found: dict[str, CaptureFile] = {}
    for path in given:
        for capture in _below(path) if path.is_dir() else [CaptureFile(path, printable(path.name))]:
            found.setdefault(str(capture.path.absolute()), capture)
    return sorted(found.values(), key=lambda capture: (capture.name, str(capture.path)))


def _below(folder: Path) -> Iterator[CaptureFile]:
    """The files of a folder and its folders, sorted; links are not followed."""
    closed: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=closed.append, followlinks=False):
        for name in sorted(folders):
            if os.path.islink(Path(parent, name)):  # noqa: PTH114  # pathlib raises where a path is too long
                yield CaptureFile(Path(parent, name), printable(name), "a link; links are not followed")
        folders[:] = sorted(name for name in folders if not name.startswith(HIDDEN))
        for name in sorted(files):
            path = Path(parent, name)
            yield CaptureFile(path, printable(name), _why_skipped(path))
    for error in closed:
        path = Path(error.filename)
        yield CaptureFile(path, printable(path.name), f"the folder cannot be read: {error.strerror}")


def _why_skipped(path: Path) -> str:
    """Why a file met in a folder is no capture; empty where it may be one."""
    if os.path.islink(path):  # noqa: PTH114
        return "a link; links are not followed"
    if not os.path.isfile(path):  # noqa: PTH113
        return "not an ordinary file"
    if path.name.startswith(HIDDEN):
        return "a hidden file"
    if path.suffix.casefold() in NOT_CAPTURES:
        return f"a {path.suffix.casefold()} file, no capture"
    if OF_SUBSTACK.fullmatch(path.name) and _has_list(path):
        return f"part of the export that {LIST} lists"
    return ""


def _has_list(path: Path) -> bool:
    """Whether the list of a Substack export stands by one of its files."""
    folders = (path.parent, path.parent.parent) if path.parent.name == "posts" else (path.parent,)
    return any((folder / LIST).is_file() for folder in folders)


def beside(path: Path) -> Callable[[str], bytes | None]:
    """A way to the files that belong to a capture, by name: beside it, or in the folder `posts` there; no links."""

    def read(name: str) -> bytes | None:
        if not OWN_NAME.fullmatch(name):
            return None
        for place in (path.parent / "posts" / name, path.parent / name):
            if place.is_file() and not place.is_symlink() and not place.parent.is_symlink():
                return read_bytes(place)
        return None

    return read


def printable(name: str) -> str:
    """A file's name fit for one line of a header: whatever cannot be printed or encoded becomes `_`."""
    clean = "".join(sign if sign.isprintable() and not "\ud800" <= sign <= "\udfff" else "_" for sign in name)
    return clean.strip()[:200] or "_"


def read_bytes(path: Path) -> bytes:
    """The bytes of a capture. Raises OSError where it cannot be read and ValueError where it is too large.

    It is opened without waiting, and judged once it is open: what is swapped under its name is no pipe to hang on.
    """
    if not path.is_file():
        raise ValueError("not an ordinary file")
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        state = os.fstat(file.fileno())
        if not stat.S_ISREG(state.st_mode):
            raise ValueError("not an ordinary file")
        data = file.read(LARGEST + 1) if state.st_size <= LARGEST else b""
    if state.st_size > LARGEST or len(data) > LARGEST:
        raise ValueError(f"{max(state.st_size, len(data))} bytes; a capture may have {LARGEST}")
    return data
