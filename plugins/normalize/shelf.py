"""Things set aside until all captures are read: in memory while they are few, on disk when they are many."""

import pickle
import tempfile
from array import array
from collections.abc import Iterator
from types import TracebackType
from typing import Generic, Self, TypeVar

Thing = TypeVar("Thing")

IN_MEMORY = 1024 * 1024
"""Bytes; what is more than this goes to an unnamed temporary file, which only this process can open."""


class Shelf(Generic[Thing]):
    """A row of things that can be gone through again and again, one in memory at a time, in the order put in."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115  # the shelf itself is the context
        self._sizes = array("Q")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def put(self, thing: Thing) -> None:
        self._sizes.append(self._file.write(pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)))

    def __iter__(self) -> Iterator[Thing]:
        self._file.seek(0)
        for size in self._sizes:
            yield pickle.loads(self._file.read(size))
