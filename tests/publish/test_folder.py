"""A folder that a web server serves: the switch, what is kept, and whatever may stop a publish at any moment."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.publish.folder import FolderHost
from plugins.publish.hosts import HostError
from plugins.publish.lock import LockedError, locked
from plugins.publish.record import compare, record_of
from plugins.publish.releases import KEPT
from tests.conftest import ROOT
from tests.publish.sites import publish_to, small_release, words_of

PUBLISH = """
import sys
from pathlib import Path
from plugins.publish.folder import FolderHost
from tests.publish.sites import publish_to, small_release
release = small_release(Path(sys.argv[2]), sys.argv[3])
print("ready", flush=True)
publish_to(FolderHost(Path(sys.argv[1])), release)
"""
KILLS = int(os.environ.get("PUBLISH_KILLS", "15"))


def start(folder: Path, work: Path, word: str) -> "subprocess.Popen[str]":
    """A process that publishes the site of a word; it is about to begin when this returns."""
    command = [sys.executable, "-c", PUBLISH, str(folder), str(work), word]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def is_whole(folder: Path) -> str:
    """The word of the site that `current` leads to, of which every file is as its record says."""
    host = FolderHost(folder)
    record = host.read()
    assert record
    assert not compare(record, record_of(host.current / "public"))
    (word,) = words_of(host.current / "public")
    return word


def test_a_release_is_switched_to_and_back(tmp_path: Path) -> None:
    host = FolderHost(tmp_path / "www")
    digests = []
    for word in ("one", "two", "three"):
        publish_to(host, small_release(tmp_path / word, word))
        assert is_whole(host.folder) == word
        digests.append(host.current.readlink().name)
    with host.lock():
        assert [host.roll_back(""), host.roll_back("")] == digests[1::-1]
        assert is_whole(host.folder) == "one"
        with pytest.raises(HostError, match="no release before"):
            host.roll_back("")
        assert host.roll_back(digests[2]) == digests[2]
        with pytest.raises(HostError, match="no such release is kept; kept are "):
            host.roll_back("0123456789abcdef")


def test_after_a_rollback_the_next_publish_follows_what_is_shown(tmp_path: Path) -> None:
    host = FolderHost(tmp_path / "www")
    for word in ("one", "two"):
        publish_to(host, small_release(tmp_path / word, word))
    host.roll_back("")
    publish_to(host, small_release(tmp_path / "three", "three"))
    host.roll_back("")
    assert is_whole(host.folder) == "one"


def test_styles_of_the_release_before_stay_for_pages_that_are_open(tmp_path: Path) -> None:
    host = FolderHost(tmp_path / "www")
    sheets = []
    for word in ("one", "two", "three"):
        publish_to(host, small_release(tmp_path / word, word))
        sheets.append({path.name for path in (host.current / "public/theme/css").glob("*.css")})
    assert [len(names) for names in sheets] == [1, 2, 2]
    assert sheets[0] < sheets[1]
    assert not sheets[0] & sheets[2]


def test_what_did_not_change_keeps_its_time_and_its_place_on_the_disk(tmp_path: Path) -> None:
    host = FolderHost(tmp_path / "www")
    for word in ("one", "two"):
        publish_to(host, small_release(tmp_path / word, word, {"images/same.svg": "<svg></svg>"}))
    first, second = sorted((tmp_path / "www/releases").glob("*/public/images/same.svg"))
    assert first.samefile(second)


def test_publishing_the_same_again_changes_nothing(tmp_path: Path) -> None:
    host = FolderHost(tmp_path / "www")
    for _ in range(2):
        publish_to(host, small_release(tmp_path / "one", "one"))
    publish_to(host, small_release(tmp_path / "two", "two"))
    assert not publish_to(host, small_release(tmp_path / "two", "two"))
    assert len([*host.releases.iterdir()]) == 2


def test_only_some_releases_are_kept(tmp_path: Path) -> None:
    host = FolderHost(tmp_path / "www")
    for number in range(KEPT + 2):
        publish_to(host, small_release(tmp_path / str(number), str(number)))
    assert len([*host.releases.iterdir()]) == KEPT
    assert is_whole(host.folder) == str(KEPT + 1)


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "www/index.html").touch()
    with pytest.raises(HostError, match="holds something that no publish made"):
        FolderHost(tmp_path / "www").lock()


def test_two_at_once_are_kept_apart_and_the_second_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "www"
    with locked(folder / "publish.lock"):
        process = start(folder, tmp_path / "work", "late")
        said = process.communicate(timeout=30)[1]
    assert process.returncode == 1
    assert f"LockedError: {folder}/publish.lock: process {os.getpid()} on " in said
    assert not (folder / "current").exists()
    with locked(folder / "publish.lock") as died:
        assert died == ""


def test_the_lock_of_a_killed_process_is_free_and_tells_of_it(tmp_path: Path) -> None:
    code = "import sys, time; from pathlib import Path; from plugins.publish.lock import locked\n"
    code += "with locked(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    command = [sys.executable, "-c", code, str(tmp_path / "publish.lock")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        with pytest.raises(LockedError, match=f"process {process.pid} on "), locked(tmp_path / "publish.lock"):
            pass
        process.kill()
    with locked(tmp_path / "publish.lock") as died:
        assert died.startswith(f"process {process.pid} on ")


def test_a_kill_at_any_moment_leaves_the_old_site_or_the_new(tmp_path: Path) -> None:
    folder, chance = tmp_path / "www", random.Random(4)
    publish_to(FolderHost(folder), small_release(tmp_path / "first", "first"))
    before, seen = "first", []
    started = time.monotonic()
    start(folder, tmp_path / "work", "second").communicate(timeout=60)
    took, before = time.monotonic() - started, "second"
    for number in range(KILLS):
        process = start(folder, tmp_path / f"work{number}", f"word{number}")
        time.sleep(chance.uniform(0, 0.25 * took))
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)
        word = is_whole(folder)
        assert word in (before, f"word{number}")
        seen.append(word == before)
        before = word
    process = start(folder, tmp_path / "last", "last")
    assert process.communicate(timeout=60)[1] == ""
    assert is_whole(folder) == "last"
    assert True in seen


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MiB; one that only root may make, as CI and containers do."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    subprocess.run([*sudo, *command], check=True)
    if sudo:
        subprocess.run([*sudo, "chown", str(os.geteuid()), str(folder)], check=True)
    yield folder
    subprocess.run([*sudo, "umount", str(folder)], check=True)


def test_a_full_disk_leaves_the_old_site_and_room_for_the_next(small_disk: Path, tmp_path: Path) -> None:
    host = FolderHost(small_disk / "www")
    publish_to(host, small_release(tmp_path / "one", "one"))
    with pytest.raises(HostError, match=r"No space left on device.*; the site that was published stays as it was"):
        publish_to(host, small_release(tmp_path / "two", "two", {"images/big.svg": "x" * 1_000_000}))
    assert is_whole(host.folder) == "one"
    publish_to(host, small_release(tmp_path / "three", "three"))
    assert is_whole(host.folder) == "three"
