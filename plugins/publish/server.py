"""A server reached by ssh: the same folder as on this machine (see `folder`), filled by rsync, switched by its shell.

`RSYNC_RSH` says how to reach it, as for rsync itself (by default `ssh`, which reads ~/.ssh/config).
"""

import json
import os
import shlex
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from plugins.publish.hosts import HostError, Release
from plugins.publish.lock import LockedError, holder
from plugins.publish.record import Changes, Record
from plugins.publish.releases import NoReleaseError, earlier, read_history, with_new
from plugins.publish.target import Target
from plugins.shared.scratch import scratch_folder

WATCHFUL = ("-o", "ConnectTimeout=20", "-o", "ServerAliveInterval=15", "-o", "ServerAliveCountMax=3")
"""A connection that is lost is noticed within a minute."""

_LOCK = """\
mkdir -p releases
exec 9>>publish.lock
if ! flock -n 9; then echo "taken $(cat publish.lock)"; exit 0; fi
echo "free $(cat publish.lock)"
echo {holder} >publish.lock
"""
_HOLD = "cat >/dev/null; : >publish.lock"
_STATE = "ls releases; echo; readlink current || echo; cat history.json 2>/dev/null || echo '[]'"
_ON_DISK = "find releases/incoming -type f -exec sync {} + 2>/dev/null || sync\n"
_POINT = """\
rm -f current.new
ln -s releases/{name} current.new
mv -T current.new current 2>/dev/null || mv -h current.new current
"""


class SshHost:
    """Publishes to a server's folder by a link that is renamed over."""

    def __init__(self, target: Target) -> None:
        self.host, self.name = target.host, target.text
        self.place = target.place.removeprefix("~/")
        port = ("-p", str(target.port)) if target.port else ()
        self.shell = [*shlex.split(os.environ.get("RSYNC_RSH") or "ssh"), *port, *WATCHFUL]

    @contextmanager
    def lock(self) -> Iterator[str]:
        """Hold a lock on the server for as long as a connection is open: it is freed when this process ends."""
        with scratch_folder("ssh") as folder:
            own = self.shell
            self.shell = [*own, "-o", "ControlMaster=auto", "-o", f"ControlPath={folder}/%C", "-o", "ControlPersist=no"]
            script = f"set -eu; mkdir -p {self._quoted()}; cd {self._quoted()}\n{_LOCK}{_HOLD}"
            script = script.replace("{holder}", shlex.quote(holder()))
            command = [*self.shell, self.host, f"sh -c {shlex.quote(script)}"]
            with subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
            ) as process:
                try:
                    yield self._locked(process)
                finally:
                    process.communicate()
                    self.shell = own

    def _locked(self, process: "subprocess.Popen[str]") -> str:
        assert process.stdout
        assert process.stderr
        word, _, who = process.stdout.readline().strip().partition(" ")
        if word == "taken":
            raise LockedError(f"{self.name}: {who or 'somebody'} is publishing there; wait until it has ended")
        if word != "free":
            raise HostError(f"{self.name}: {_said(process.stderr.read())}; nothing was changed there")
        return who

    def read(self) -> Record | None:
        """The record of the release that is published."""
        text = self._run("cat current/record.json 2>/dev/null || true")
        try:
            return Record.from_json(text) if text.strip() else None
        except ValueError as error:
            raise HostError(f"{self.name}: {error}; remove the link `current` there, then publish") from error

    def switch(self, release: Release, changes: Changes) -> None:
        """Upload the release beside the others, then switch to it."""
        there, now, history = self._state()
        name = release.record.digest
        if name not in there:
            self._upload(release, now)
        history = with_new(history, now, name)
        old = [one for one in there if one not in history]
        self._run(
            f"printf '%s\\n' {shlex.quote(json.dumps(history))} >history.json.new\nmv history.json.new history.json\n"
            + _POINT.format(name=name)
            + "".join(f"rm -rf releases/{shlex.quote(one)}\n" for one in old)
        )

    def roll_back(self, digest: str) -> str:
        """Switch to an earlier release that is still kept there."""
        _, now, history = self._state()
        try:
            name = earlier(history, now, digest)
        except NoReleaseError as error:
            raise HostError(f"{self.name}: {error}") from error
        self._run(_POINT.format(name=name))
        return name

    def _state(self) -> tuple[list[str], str, tuple[str, ...]]:
        """The releases that are there, the one that is published, and the history."""
        names, _, rest = self._run(_STATE).partition("\n\n")
        link, _, history = rest.partition("\n")
        there, now = names.split(), link.rpartition("/")[2].strip()
        return there, now, read_history(history, there, now)

    def _upload(self, release: Release, now: str) -> None:
        """Send what differs from the release that is published; the rest becomes links to its files."""
        self._run("rm -rf releases/incoming; mkdir -p releases/incoming/public")
        known = (f"--link-dest=../../{now}/public",) if now else ()
        self._send(release.public, "releases/incoming/public", *known)
        with scratch_folder("ssh") as folder:
            record = folder / "record.json"
            record.write_text(release.record.to_json(), encoding="utf-8")
            self._send(record, "releases/incoming")
        self._send(release.server, "releases/incoming/server")
        links = [
            f"mkdir -p releases/incoming/public/{shlex.quote(str(PurePosixPath(path).parent))}\n"
            f"ln current/public/{shlex.quote(path)} releases/incoming/public/{shlex.quote(path)}\n"
            for path in release.record.carried
        ]
        self._run("".join(links) + f"{_ON_DISK}mv releases/incoming releases/{release.record.digest}")

    def _send(self, source: Path, place: str, *options: str) -> None:
        """Copy a file, or what is in a folder, to the server by rsync."""
        command = ["rsync", "-rcs", "--chmod=D755,F644", *options, "-e", shlex.join(self.shell)]
        name = f"{source}/" if source.is_dir() else str(source)
        done = subprocess.run(
            [*command, name, f"{self.host}:{self.place.rstrip('/')}/{place}/"],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise HostError(f"{self.name}: {_said(done.stderr)}; the site that was published stays as it was")

    def _run(self, script: str) -> str:
        """Run a script in the folder on the server; gives what it wrote."""
        command = [*self.shell, self.host, "sh -s"]
        script = f"set -eu\ncd {self._quoted()}\n{script}\n"
        done = subprocess.run(command, input=script, capture_output=True, text=True, check=False)
        if done.returncode:
            raise HostError(f"{self.name}: {_said(done.stderr)}; nothing was switched there")
        return done.stdout

    def _quoted(self) -> str:
        return shlex.quote(self.place)


def _said(text: str) -> str:
    """What a program said, on one line."""
    return "; ".join(line.strip() for line in text.splitlines() if line.strip()) or "no answer"
