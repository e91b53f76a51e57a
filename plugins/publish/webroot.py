"""A web root that nothing but rsync can reach, so that there is no link to switch: files one kind after the other.

What pages load comes first, then pages, then feeds; what is no longer there goes last. A page that is read meanwhile is
whole, and its styles are there; pages from before and after stand beside each other until the end.
"""

import os
import shlex
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

from plugins.publish.hosts import HostError, Release
from plugins.publish.lock import locked
from plugins.publish.record import Changes, Record, in_order, stage, unfinished
from plugins.publish.server import WATCHFUL
from plugins.publish.target import Target
from plugins.shared.scratch import scratch_folder

RECORD = ".blog-record.json"


class RsyncHost:
    """Publishes into a web root by rsync."""

    def __init__(self, root: Path, target: Target) -> None:
        self.name = target.text
        self.lock_path = root / "build" / "publish.lock"
        port = ("-p", str(target.port)) if target.port else ()
        self.host = target.host
        self.shell = [*shlex.split(os.environ.get("RSYNC_RSH") or "ssh"), *port, *WATCHFUL]
        self.place = f"{target.host}:{target.place.removeprefix('~/').rstrip('/')}/"

    @contextmanager
    def lock(self) -> Iterator[str]:
        """Hold a lock on this machine, the other side has none; and one connection for all that follows."""
        with locked(self.lock_path) as died, scratch_folder("ssh") as folder:
            own = self.shell
            self.shell = [*own, "-o", "ControlMaster=auto", "-o", f"ControlPath={folder}/%C", "-o", "ControlPersist=60"]
            try:
                yield died
            finally:
                subprocess.run([*self.shell, "-O", "exit", self.host], capture_output=True, check=False)
                self.shell = own

    def read(self) -> Record | None:
        """The record that the last publish left there."""
        with scratch_folder("ssh") as folder:
            done = self._rsync(f"{self.place}{RECORD}", str(folder))
            if "No such file" in done.stderr:
                return None
            self._check(done)
            try:
                return Record.from_json((folder / RECORD).read_text(encoding="utf-8"))
            except ValueError as error:
                raise HostError(f"{self.name}: {error}; remove {RECORD} there, then publish") from error

    def switch(self, release: Release, changes: Changes) -> None:
        """Send the files stage by stage, then remove what is no longer there, then leave the record."""
        self._put(unfinished(release.record, changes))
        touched = in_order([*changes.added, *changes.changed])
        for _, paths in groupby(touched, stage):
            self._send(release.public, [*paths])
        if changes.removed:
            self._remove(changes.removed)
        self._put(release.record)

    def roll_back(self, digest: str) -> str:
        """Nothing is kept there to return to."""
        raise HostError(
            f"{self.name} keeps one site only; check out the earlier commit of your content and publish that, "
            "or publish to an ssh: target, which keeps releases"
        )

    def _put(self, record: Record) -> None:
        with scratch_folder("ssh") as folder:
            (folder / RECORD).write_text(record.to_json(), encoding="utf-8")
            self._check(self._rsync("--chmod=F644", f"{folder}/{RECORD}", self.place))

    def _remove(self, paths: Sequence[str]) -> None:
        """Have rsync miss the files in a folder that has no more than their folders, and remove what it misses."""
        with scratch_folder("ssh") as folder:
            for path in paths:
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
            self._send(folder, paths, "--delete-missing-args")

    def _send(self, public: Path, paths: Sequence[str], *options: str) -> None:
        arguments = ["-c", "--mkpath", "--chmod=D755,F644", *options, "--files-from=-", "--from0", f"{public}/"]
        self._check(self._rsync(*arguments, self.place, names="\0".join(paths)))

    def _rsync(self, *arguments: str, names: str = "") -> "subprocess.CompletedProcess[str]":
        command = ["rsync", "-s", "-e", shlex.join(self.shell), *arguments]
        return subprocess.run(command, input=names, capture_output=True, text=True, check=False)

    def _check(self, done: "subprocess.CompletedProcess[str]") -> None:
        if done.returncode:
            said = "; ".join(done.stderr.split("\n")[:3]).strip("; ")
            raise HostError(f"{self.name}: {said}; what was not sent yet is as it was, publish again")
