"""Compressed copies beside the files, `.br` and `.gz`, for web servers that hand these out as they are."""

import gzip
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it ships no types

SUFFIXES = (".html", ".css", ".js", ".json", ".xml", ".txt", ".svg", ".webmanifest")
LEAST_BYTES = 256
"""Below this a compressed copy is not worth its file."""

GZIP_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
"""Deflate, no name, no time, best compression, system unknown: the same on every machine."""

_WAYS: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
    (".br", lambda data: brotli.compress(data, mode=brotli.MODE_TEXT, quality=11)),
    (".gz", lambda data: GZIP_HEADER + gzip.compress(data, 9, mtime=0)[len(GZIP_HEADER) :]),
)


def precompress(folder: Path) -> int:
    """Write the compressed copies of all files of text that gain by it; give how many were written.

    Copies depend on the bytes alone, not on when or where they were made.
    """
    paths = [path for path in sorted(folder.rglob("*")) if path.suffix in SUFFIXES and path.is_file()]
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # both libraries compress without holding Python's lock
        return sum(pool.map(_copies, paths))


def _copies(path: Path) -> int:
    """Write the copies of one file; give how many."""
    data, written = path.read_bytes(), 0
    for suffix, compress in _WAYS if len(data) >= LEAST_BYTES else ():
        packed = compress(data)
        if len(packed) < len(data):
            path.with_name(path.name + suffix).write_bytes(packed)
            written += 1
    return written
