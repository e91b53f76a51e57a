"""Two folders that take each other's place in one step, where the system can do that."""

import ctypes
import os
from pathlib import Path

_HERE = -100
"""AT_FDCWD: relative paths are relative to the working directory."""

_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS; by chance they are one number."""


def exchange(one: Path, other: Path) -> bool:
    """Give each of two paths of one file system the name of the other, at no moment without one.

    By renameat2(2) on Linux and renamex_np(2) on macOS. False, and nothing done, where the system or the file system
    knows no such thing, or one of the two is not there.
    """
    if os.name != "posix":
        return False
    library = ctypes.CDLL(None)
    first, second = os.fsencode(one), os.fsencode(other)
    if hasattr(library, "renameat2"):
        return bool(library.renameat2(_HERE, first, _HERE, second, _EXCHANGE) == 0)
    if hasattr(library, "renamex_np"):
        return bool(library.renamex_np(first, second, _EXCHANGE) == 0)
    return False
