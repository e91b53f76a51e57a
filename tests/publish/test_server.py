"""A real sshd on this machine, with keys made for the test, and rsync: the switch, the way back, a lost connection."""

import getpass
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.publish.hosts import HostError
from plugins.publish.lock import LockedError
from plugins.publish.record import compare, record_of
from plugins.publish.server import SshHost
from plugins.publish.target import parse_target
from plugins.publish.webroot import RECORD, RsyncHost
from tests.conftest import ROOT
from tests.publish.sites import publish_to, small_release, words_of
from tests.servers import free_port

CONFIG = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
AuthorizedKeysFile {folder}/key.pub
PidFile {folder}/sshd.pid
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
StrictModes no
UsePAM no
LogLevel ERROR
"""
PUBLISH = """
import sys
from pathlib import Path
from plugins.publish.server import SshHost
from plugins.publish.target import parse_target
from tests.publish.sites import publish_to, small_release
release = small_release(Path(sys.argv[2]), sys.argv[3], {"images/big.svg": "x" * 40_000_000})
publish_to(SshHost(parse_target(sys.argv[1])), release)
"""


@dataclass
class Sshd:
    """A server of ssh: its port, its folder, and its process while it runs."""

    port: int
    folder: Path
    process: "subprocess.Popen[bytes]"

    def target(self, kind: str, place: Path) -> str:
        return f"{kind}://{getpass.getuser()}@127.0.0.1:{self.port}{place}"


def start(folder: Path, port: int) -> "subprocess.Popen[bytes]":
    sshd = shutil.which("sshd") or shutil.which("sshd", path="/usr/sbin:/sbin")
    assert sshd, "sshd is missing; make test installs it"
    process = subprocess.Popen([sshd, "-D", "-e", "-f", str(folder / "config")], stderr=subprocess.PIPE)
    end = time.monotonic() + 20
    while subprocess.run(["ssh-keyscan", "-p", str(port), "127.0.0.1"], capture_output=True, check=False).stdout == b"":
        assert process.poll() is None, process.communicate()[1]
        assert time.monotonic() < end
    return process


@pytest.fixture(scope="module")
def sshd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sshd]:
    folder, port = tmp_path_factory.mktemp("sshd"), free_port()
    for name in ("host", "key"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
    (folder / "config").write_text(CONFIG.format(port=port, folder=folder), encoding="utf-8")
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    known = (folder / "host.pub").read_text(encoding="utf-8")
    (folder / "known").write_text(f"[127.0.0.1]:{port} {known}", encoding="utf-8")
    options = ["-F", "none", "-i", str(folder / "key"), "-o", f"UserKnownHostsFile={folder}/known"]
    before = os.environ.get("RSYNC_RSH")
    os.environ["RSYNC_RSH"] = shlex.join(["ssh", *options, "-o", "IdentitiesOnly=yes"])
    server = Sshd(port, folder, start(folder, port))
    yield server
    os.environ.pop("RSYNC_RSH") if before is None else os.environ.update(RSYNC_RSH=before)
    server.process.terminate()
    server.process.communicate(timeout=20)


def host_at(sshd: Sshd, place: Path) -> SshHost:
    return SshHost(parse_target(sshd.target("ssh", place)))


def is_whole(place: Path, host: SshHost) -> str:
    record = host.read()
    assert record
    assert not compare(record, record_of(place / "current/public"))
    (word,) = words_of(place / "current/public")
    return word


def test_a_release_is_sent_switched_to_and_taken_back(sshd: Sshd, tmp_path: Path) -> None:
    place = tmp_path / "a folder of the server's"
    host = host_at(sshd, place)
    same = {"images/same.svg": "<svg></svg>"}
    for word in ("one", "two", "three"):
        changes = publish_to(host, small_release(tmp_path / word, word, same))
        assert is_whole(place, host) == word
    assert changes.unchanged
    assert len([*(place / "current/public/theme/css").glob("*.css")]) == 2
    assert len({path.stat().st_ino for path in place.glob("releases/*/public/images/same.svg")}) == 1
    assert (place / "current/server/nginx.conf").read_bytes() == (tmp_path / "three/server/nginx.conf").read_bytes()
    with host.lock():
        assert host.roll_back("") == (place / "current").readlink().name
        assert is_whole(place, host) == "two"
        host.roll_back("")
        with pytest.raises(HostError, match="no release before"):
            host.roll_back("")
    assert is_whole(place, host) == "one"
    assert (place / "publish.lock").read_text(encoding="utf-8") == ""


def test_two_at_once_are_kept_apart_on_the_server(sshd: Sshd, tmp_path: Path) -> None:
    first, second = (host_at(sshd, tmp_path / "www") for _ in range(2))
    with first.lock() as died:
        assert died == ""
        with pytest.raises(LockedError, match=f"process {os.getpid()} on .* is publishing there"), second.lock():
            pass
    with second.lock():
        pass


def test_a_server_that_cannot_be_reached_is_told(sshd: Sshd, tmp_path: Path) -> None:
    host = SshHost(parse_target(f"ssh://nobody@127.0.0.1:{free_port()}/www"))
    with pytest.raises(HostError, match="Connection refused"), host.lock():
        pass


def children(process: int) -> list[int]:
    """A process's own children, and theirs."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        if parent == process:
            found += [int(path.parent.name), *children(int(path.parent.name))]
    return found


def test_a_lost_connection_leaves_the_old_site_and_no_lock(sshd: Sshd, tmp_path: Path) -> None:
    place = tmp_path / "www"
    host = host_at(sshd, place)
    publish_to(host, small_release(tmp_path / "old", "old"))
    command = [sys.executable, "-c", PUBLISH, sshd.target("ssh", place), str(tmp_path / "new"), "new"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        while not [*(place / "releases").glob("incoming/public/**/*")]:
            assert process.poll() is None
            time.sleep(0.01)
        for number in children(sshd.process.pid):
            os.kill(number, signal.SIGKILL)
        said = process.communicate(timeout=60)[1]
    assert process.returncode == 1
    assert "HostError" in said
    assert is_whole(place, host) == "old"
    publish_to(host, small_release(tmp_path / "newer", "newer"))
    assert is_whole(place, host) == "newer"
    assert sorted(path.name for path in (place / "releases").iterdir() if path.name == "incoming") == []


def test_a_web_root_gets_the_files_and_loses_what_is_gone(sshd: Sshd, tmp_path: Path) -> None:
    place = tmp_path / "public_html"
    place.mkdir()
    (place / "not-ours.html").touch()
    host = RsyncHost(tmp_path, parse_target(sshd.target("rsync", place)))
    publish_to(host, small_release(tmp_path / "one", "one", {"images/gone.svg": "<svg></svg>"}))
    changes = publish_to(host, small_release(tmp_path / "two", "two"))
    assert changes.removed == ("images/gone.svg",)
    there = record_of(place).files
    record = host.read()
    assert record
    assert {*there} == {*record.files, RECORD, "not-ours.html"}
    assert {path: there[path] for path in record.files} == dict(record.files)
    assert not publish_to(host, small_release(tmp_path / "two", "two"))
