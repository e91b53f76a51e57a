"""A folder on this machine that a web server serves: `releases/<digest>/`, and the link `current` to one of them.

current -> releases/<digest>     renamed over in one step: a request gets the old site or the new one
releases/<digest>/public/        what the web server hands out
releases/<digest>/server/        rules and headers for nginx and Caddy
releases/<digest>/record.json    what the release consists of
history.json                     the releases, in the order in which they were published
"""

import json
import os
import shutil
from collections.abc import Collection
from contextlib import AbstractContextManager
from pathlib import Path

from plugins.publish.hosts import HostError, Release
from plugins.publish.lock import locked
from plugins.publish.record import Changes, Record
from plugins.publish.releases import NoReleaseError, earlier, read_history, with_new
from plugins.shared.errors import what_to_do


class FolderHost:
    """Publishes to a folder by a link that is renamed over."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.releases = folder / "releases"
        self.current = folder / "current"

    def lock(self) -> AbstractContextManager[str]:
        """Hold the folder's lock. Raises HostError where there can be no such folder, or it is somebody else's."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = "it is no folder; name one" if self.folder.exists() else what_to_do(error)
            raise HostError(f"{self.folder}: {reason}") from error
        ours = {"publish.lock", "releases", "history.json", "history.json.new", "current.new"}
        if not self.current.is_symlink() and {*_names(self.folder)} - ours:
            raise HostError(f"{self.folder}: it holds something that no publish made; name a folder of its own")
        return locked(self.folder / "publish.lock")

    def read(self) -> Record | None:
        """The record of the release that `current` leads to."""
        try:
            return Record.from_json((self.current / "record.json").read_text(encoding="utf-8"))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except ValueError as error:
            raise HostError(f"{self.current}/record.json: {error}; remove the link `current`, then publish") from error

    def switch(self, release: Release, changes: Changes) -> None:
        """Copy the release beside the others, then switch to it."""
        incoming, place = self.releases / "incoming", self.releases / release.record.digest
        shutil.rmtree(incoming, ignore_errors=True)
        try:
            if not place.exists():
                self._copy(release, incoming, {*changes.unchanged, *release.record.carried})
                incoming.rename(place)
            history = with_new(self._history(), self._now(), place.name)
            self._put("history.json", json.dumps(history) + "\n")
            self._point_to(place.name)
        except OSError as error:
            shutil.rmtree(incoming, ignore_errors=True)
            raise HostError(f"{self.folder}: {error}; the site that was published stays as it was") from error
        for path in self.releases.iterdir():
            if path.name not in history:
                shutil.rmtree(path, ignore_errors=True)

    def roll_back(self, digest: str) -> str:
        """Switch to an earlier release that is still kept."""
        try:
            name = earlier(self._history(), self._now(), digest)
        except NoReleaseError as error:
            raise HostError(f"{self.folder}: {error}") from error
        self._point_to(name)
        return name

    def _now(self) -> str:
        return self.current.readlink().name if self.current.is_symlink() else ""

    def _history(self) -> tuple[str, ...]:
        path = self.folder / "history.json"
        there = _names(self.releases)
        return read_history(path.read_text(encoding="utf-8") if path.exists() else "[]", there, self._now())

    def _copy(self, release: Release, incoming: Path, known: Collection[str]) -> None:
        """Write the release into a folder that nothing leads to."""
        for path in release.record.files:
            target, source = incoming / "public" / path, self.current / "public" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if path in known and source.is_file():
                os.link(source, target)  # keeps the time of the file, by which servers tell what has changed
            else:
                _write(target, (release.public / path).read_bytes())
        shutil.copytree(release.server, incoming / "server")
        _write(incoming / "record.json", release.record.to_json().encode())

    def _put(self, name: str, text: str) -> None:
        new = self.folder / f"{name}.new"
        _write(new, text.encode())
        new.replace(self.folder / name)

    def _point_to(self, name: str) -> None:
        """Switch, in one step."""
        new = self.folder / "current.new"
        new.unlink(missing_ok=True)
        new.symlink_to(Path("releases", name))
        new.replace(self.current)


def _names(folder: Path) -> list[str]:
    """The names of what a folder holds; none where there is no folder."""
    return [path.name for path in folder.iterdir()] if folder.is_dir() else []


def _write(path: Path, data: bytes) -> None:
    """Write a file and have it on the disk before anything leads to it."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
