"""What goes wrong, told so that a writer can mend it: file, line, what is expected, what to do next."""

import difflib
import errno
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend in one file. `line` and `column` are 1-based; 0 means the file or the line as a whole."""

    path: Path
    line: int
    message: str
    rule: str = ""
    column: int = 0

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else str(self.path)
        return f"{where}: {self.message}"


class SiteError(Exception):
    """Content that cannot be used. Carries every problem found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class SettingError(Exception):
    """A setting that cannot be used: names it, its value, what is expected and what to do next."""

    def __init__(self, name: str, value: object, expected: str) -> None:
        self.name = name
        super().__init__(f"{name} = {value!r}: {expected}")


class ArgumentError(SettingError):
    """An argument or option of a command that cannot be used: likewise. The command was called wrongly."""


class SettingsError(Exception):
    """All the settings that cannot be used, a line each."""

    def __init__(self, errors: Iterable[SettingError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(map(str, self.errors)))


class IndexingError(Exception):
    """The search's index could not be made, or does not hold what is published. The output folder has none then."""


_TO_DO = {
    errno.EISDIR: "this is a folder where a file is expected; move it, or give it another name",
    errno.ENOTDIR: "there is a file where a folder is expected; move it, or give it another name",
    errno.EACCES: "you may not read or write this; change its permissions, then try again",
    errno.EROFS: "this cannot be written to; choose another place",
    errno.EEXIST: "this is there already; move it, then try again",
    errno.ENOENT: "this is missing; add it, or correct the name",
    errno.ENAMETOOLONG: "this name is too long; choose a shorter one",
    errno.ENOSPC: "the disk is full; make room, then try again",
}


def what_to_do(error: OSError) -> str:
    """What a file or folder that the system refuses is, and what to do next.

    >>> what_to_do(IsADirectoryError(errno.EISDIR, "Is a directory"))
    'this is a folder where a file is expected; move it, or give it another name'
    """
    return _TO_DO.get(error.errno or 0, error.strerror or "this cannot be used")


def nearest(value: str, known: Iterable[str]) -> str:
    """A hint at the known word most like `value`, or nothing.

    >>> nearest("trusst", ["money", "trust"])
    ' (did you mean `trust`?)'
    """
    close = difflib.get_close_matches(value, list(known), 1)
    return f" (did you mean `{close[0]}`?)" if close else ""
