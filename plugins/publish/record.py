"""What a site consists of: every file with the digest of its bytes, and how two such lists differ."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

IMMUTABLE = re.compile(
    r"theme/.+\.[0-9a-f]{8,}\.\w+(?:\.br|\.gz)?"
    r"|pagefind/(?:fragment|index)/.+|pagefind/pagefind\.[\w-]+\.pf_meta|pagefind/filter/.+"
)
"""Files that are named by what they hold: such a name never means other bytes."""

DIGEST_LENGTH = 16


@dataclass(frozen=True)
class Record:
    """What a host has: path (with `/`, below the site's root) to SHA-256 in hexadecimal digits, ordered by path.

    `carried` are files of the release before, named by what they hold, which stay one release longer: a page that a
    reader opened before the switch still gets its styles. `pending` are paths which an unfinished publish may have
    written, so that nobody knows what they hold. `server` is the digest of the rules beside the files.
    """

    files: Mapping[str, str]
    carried: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    server: str = ""

    @property
    def digest(self) -> str:
        """The name of this release: the same files have the same."""
        lines = "".join(f"{value}  {path}\n" for path, value in sorted(self.files.items()))
        return hashlib.sha256(f"{lines}{self.server}".encode()).hexdigest()[:DIGEST_LENGTH]

    def to_json(self) -> str:
        """The record as a text of one file a line."""
        values: dict[str, Any] = {"files": dict(self.files), "carried": self.carried, "pending": self.pending}
        values["server"] = self.server
        return json.dumps(values, indent=0, sort_keys=True) + "\n"

    @classmethod
    def from_json(cls, text: str) -> "Record":
        """Read what `to_json` wrote. Raises ValueError."""
        try:
            values = json.loads(text)
            return cls(dict(values["files"]), tuple(values["carried"]), tuple(values["pending"]), values["server"])
        except (KeyError, TypeError) as error:
            raise ValueError(f"this is no record of a release: {error!r}") from error


@dataclass(frozen=True)
class Changes:
    """How a host's files differ from those of a new release; each group is ordered by path."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = field(default=(), repr=False)

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def record_of(folder: Path) -> Record:
    """The record of all files below a folder."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return Record({path.relative_to(folder).as_posix(): digest_of(path) for path in paths})


def compare(old: Record | None, new: Record) -> Changes:
    """What becomes of every file when `new` takes the place of `old` (None where nothing is there yet).

    >>> compare(Record({"a": "1", "b": "1", "c": "1"}), Record({"a": "1", "b": "2", "d": "1"}))
    Changes(added=('d',), changed=('b',), removed=('c',))
    """
    before = old.files if old else {}
    unsure = {*old.pending} if old else set()
    both = [path for path in new.files if path in before]
    return Changes(
        added=tuple(sorted(path for path in new.files if path not in before)),
        changed=tuple(sorted(path for path in both if before[path] != new.files[path])),
        removed=tuple(sorted(({*before} | unsure) - {*new.files})),
        unchanged=tuple(sorted(path for path in both if before[path] == new.files[path])),
    )


def carry(old: Record | None, new: Record) -> Record:
    """The new record with what stays of the old release for readers who have one of its pages open.

    What was only carried in the old release goes. A site that has not changed keeps its record.

    >>> old = Record({"theme/css/a.00000000.css": "1", "theme/css/b.11111111.css": "2", "index.html": "3"},
    ...              carried=("theme/css/b.11111111.css",))
    >>> carry(old, Record({"index.html": "4"})).carried
    ('theme/css/a.00000000.css',)
    """
    if old is None:
        return new
    own = {path: value for path, value in old.files.items() if path not in old.carried}
    if own == new.files and (old.server, old.pending) == (new.server, ()):
        return old
    gone = {*own} - {*new.files}
    carried = tuple(sorted(path for path in gone if IMMUTABLE.fullmatch(path)))
    files = {**new.files, **{path: old.files[path] for path in carried}}
    return Record(dict(sorted(files.items())), carried, server=new.server)


def unfinished(new: Record, changes: Changes) -> Record:
    """What a host has for sure while it gets the new record's files one after the other.

    >>> unfinished(Record({"a": "1", "b": "2"}), Changes(added=("b",), removed=("c",))).pending
    ('b', 'c')
    """
    unsure = {*changes.added, *changes.changed, *changes.removed}
    return Record({path: new.files[path] for path in changes.unchanged}, (), tuple(sorted(unsure)))


def in_order(paths: Iterable[str]) -> list[str]:
    """The paths in the order in which a host without a switch gets them: what pages need, pages, lists of pages.

    >>> in_order(["sitemap.xml", "index.html", "pagefind/pagefind.js", "theme/css/a.00000000.css"])
    ['theme/css/a.00000000.css', 'pagefind/pagefind.js', 'index.html', 'sitemap.xml']
    """
    return sorted(paths, key=lambda path: (stage(path), path))


def stage(path: str) -> int:
    """0 for what never changes, 1 for other files that pages load, 2 for pages, 3 for feeds and lists of addresses."""
    bare = path.removesuffix(".br").removesuffix(".gz")
    if IMMUTABLE.fullmatch(path):
        return 0
    return 2 if bare.endswith(".html") else 3 if bare.endswith((".xml", ".txt")) or bare.startswith("_") else 1
