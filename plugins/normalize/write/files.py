"""Files of an import, never written over a person's work."""

import hashlib
from pathlib import Path

from plugins.shared.posts import BESIDE_SUFFIX
from plugins.shared.whole_files import write_whole


def digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


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
