"""Puts Pagefind's list of filters into an order: it writes them in another one each time, under another name.

Of all that Pagefind 1.5 writes these alone depend on chance. A file of it is gzipped, begins with `pagefind_dcd` and
goes on as CBOR: a filter as [name, [[value, pages], …]], the list of all files as [version, pages, chunks,
[[filter, file], …], sorts, fields].
"""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import cbor2

MARK = b"pagefind_dcd"


def settle(folder: Path) -> None:
    """Rewrite the filters in `folder`, an index that Pagefind made, in order, and what names them."""
    names = {path.stem: _rewritten(path, _sorted_values(_read(path))) for path in sorted(folder.glob("filter/*"))}
    hashes = {}
    for path in sorted(folder.glob("pagefind.*.pf_meta")):
        values = _read(path)
        values[3] = sorted([name, names[file]] for name, file in values[3])
        hashes[path.suffixes[0].removeprefix(".")] = _rewritten(path, values)
    entry = folder / "pagefind-entry.json"
    values = json.loads(entry.read_text(encoding="utf-8"))
    for language in values["languages"].values():
        language["hash"] = hashes[language["hash"]]
    entry.write_text(json.dumps(values, ensure_ascii=False, sort_keys=True), encoding="utf-8")


def _sorted_values(values: list[Any]) -> list[Any]:
    return [values[0], sorted(values[1])]


def _read(path: Path) -> Any:
    return cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(MARK))


def _rewritten(path: Path, values: Any) -> str:
    """Write the values, named by what they hold as Pagefind does, in place of the file; give the new name's stem."""
    data = MARK + cbor2.dumps(values)
    stem = path.stem.removeprefix("pagefind.")
    language, _, fingerprint = stem.rpartition("_")
    new = f"{language}_{hashlib.sha256(data).hexdigest()[: len(fingerprint)]}"
    path.unlink()
    path.with_name(path.name.replace(stem, new)).write_bytes(gzip.compress(data, 9, mtime=0))
    return new
