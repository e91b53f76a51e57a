"""The import report: what became of every capture and of each of its lines. JSON, without a clock, merged over runs.

The entries of thousands of captures fill more memory than the import itself, so they lie in a temporary file, and of
each only its place is kept. In the report every entry has a line of its own, and is read back line by line.
"""

import itertools
import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from plugins.shared.errors import Problem, SiteError

VERSION = 1

IN_MEMORY = 1024 * 1024
"""Bytes of entries that are kept in memory before they go to a file."""

BEGIN, END = '"captures": [\n', "]}\n"
"""What stands before the lines of the entries, and after them."""

Entry = dict[str, Any]


class Report:
    """The report's entries by capture (`NAME sha256`), those of earlier imports kept. Use it as a context."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115  # the report itself is the context
        self._places: dict[str, tuple[int, int]] = {}
        self._entered: set[str] = set()
        self._holders: dict[str, str] = {}

    def __enter__(self) -> Self:
        """Read what an earlier import told. Raises SiteError where there is a file that is no report."""
        try:
            for entry in entries_of(self.path) if self.path.is_file() else ():
                key = key_of(entry["source"], entry["sha256"])
                self._keep(key, entry)
                self._holders |= {str(article.get("id")): key for article in entry.get("articles", [])}
        except BaseException:
            self._file.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def _keep(self, key: str, entry: Entry) -> None:
        data = json.dumps(entry, ensure_ascii=False).encode("utf-8", "surrogatepass")
        place = self._file.seek(0, 2)
        self._file.write(data)
        self._places[key] = place, len(data)

    def _bytes(self, key: str) -> bytes:
        place, size = self._places[key]
        self._file.seek(place)
        return self._file.read(size)

    def entry(self, key: str) -> Entry:
        """The entry of a capture; empty where there is none."""
        found: Entry = json.loads(self._bytes(key)) if key in self._places else {}
        return found

    def of_this_import(self) -> Iterator[Entry]:
        """The entries of this import's own captures, in order of name, one in memory at a time."""
        return map(self.entry, sorted(self._entered))

    def enter(self, key: str, entry: Entry) -> None:
        """Let the report tell of a capture of this import."""
        self._keep(key, entry)
        self._entered.add(key)

    def count_copy(self, key: str) -> None:
        """Let a capture's entry tell of one more file of its name and bytes, in another folder."""
        entry = self.entry(key)
        self._keep(key, entry | {"copies": entry.get("copies", 0) + 1})

    def last_written(self, post_id: str) -> Mapping[str, str]:
        """The digests of the `post` and `comments` files that an earlier import wrote for an Id, where it did."""
        for article in self.entry(self._holders.get(post_id, "")).get("articles", []):
            if article.get("id") == post_id:
                return {what: str(article.get(what, {}).get("sha256", "")) for what in ("post", "comments")}
        return {}

    def supersede(self, post_id: str, key: str) -> None:
        """Let the capture by this key tell of a post from now on, and no longer the older export that it came from."""
        older = self._holders.get(post_id, key)
        if older != key and older in self._places:
            entry = self.entry(older)
            kept = [article for article in entry.get("articles", []) if article.get("id") != post_id]
            told = sorted({*entry.get("superseded", []), post_id})
            self._keep(older, entry | {"articles": kept, "superseded": told})
        self._holders[post_id] = key

    def chunks(self) -> Iterator[bytes]:
        """The report's JSON, bit by bit, entries in order of name."""
        keys = sorted(self._places)
        counts: Counter[str] = Counter()
        for key in keys:
            counts.update(_counts(self.entry(key)))
        head = json.dumps({"version": VERSION, "counts": {name: counts[name] for name in COUNTED}})
        yield f"{head[:-1]},\n{BEGIN}".encode()
        for number, key in enumerate(keys, 1):
            yield self._bytes(key) + (b",\n" if number < len(keys) else b"\n")
        yield END.encode()


def entries_of(path: Path) -> Iterator[Entry]:
    """The entries of a report, one in memory at a time. Raises SiteError where the file is none."""
    try:
        with path.open(encoding="utf-8") as file:
            head = [*itertools.islice(file, 2)]
            rows = (row.rstrip(",\n") for row in file if row != END)
            entries: Iterable[Entry] = (
                map(json.loads, rows) if head[1:] == [BEGIN] else json.loads(path.read_text("utf-8"))["captures"]
            )
            for entry in entries:
                key_of(entry["source"], entry["sha256"])
                yield entry
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = "this is not an import's report; move it away, or name another file with --report"
        raise SiteError([Problem(path, 0, message, "report")]) from error


def key_of(source: str, sha256: str) -> str:
    return f"{source} {sha256}"


COUNTED = ("captures", "posts", "held", "refused", "skipped")


def _counts(entry: Mapping[str, Any]) -> dict[str, int]:
    """How many captures, posts, held and refused an entry tells of."""
    return {
        "captures": 1,
        "posts": len(entry.get("articles", [])),
        "held": bool(entry.get("held")) + _no_posts(entry, "held"),
        "refused": bool(entry.get("refused")) + _no_posts(entry, "refused"),
        "skipped": bool(entry.get("skipped")),
    }


def _no_posts(entry: Mapping[str, Any], outcome: str) -> int:
    """How many entries of an export were held, or refused."""
    return sum(1 for one in entry.get("no_posts", []) if one.get(outcome))
