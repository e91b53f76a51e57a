"""A real server of S3 on this machine: what is sent, in which order, with which headers, and what is removed."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import obstore
import pytest

from plugins.publish.bucket import LOCK, RECORD, BucketHost
from plugins.publish.hosts import HostError
from plugins.publish.lock import LockedError
from plugins.publish.record import digest_of, stage
from plugins.publish.target import parse_target
from tests.publish.sites import publish_to, small_release
from tests.publish.test_web_servers import wait_for
from tests.servers import free_port

SERVER = Path(__file__).parent / ".s3-server/bin/moto_server"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path]]:
    """The port of a server of S3, and the log of its requests."""
    assert SERVER.exists(), "the server of S3 is missing; make test installs it"
    port, log = free_port(), tmp_path_factory.mktemp("s3") / "log"
    keys = {"AWS_ACCESS_KEY_ID": "tests", "AWS_SECRET_ACCESS_KEY": "tests"}
    before = {key: os.environ.get(key) for key in keys}
    os.environ.update(keys)
    with log.open("wb") as out, subprocess.Popen([str(SERVER), "-p", str(port)], stdout=out, stderr=out) as process:
        wait_for(port, process)
        yield port, log
        process.terminate()
        process.wait(20)
    for key, value in before.items():
        os.environ.pop(key) if value is None else os.environ.update({key: value})


@pytest.fixture
def place(server: tuple[int, Path], request: pytest.FixtureRequest) -> str:
    """A target in a bucket of its own."""
    port, _ = server
    bucket = re.sub(r"[^a-z]+", "-", request.node.name.lower())[:40].strip("-")
    subprocess.run(["curl", "-sfX", "PUT", f"http://127.0.0.1:{port}/{bucket}"], check=True)
    return f"s3://{bucket}/site?endpoint=http://127.0.0.1:{port}"


def host_of(place: str) -> BucketHost:
    return BucketHost(parse_target(place))


def keys(host: BucketHost) -> set[str]:
    return {entry["path"] for page in obstore.list(host.store) for entry in page}


def written(log: Path, since: int) -> list[tuple[str, str]]:
    """What was asked of the server, in order: `PUT` and the path below the site, `POST` and `delete` to remove."""
    text = log.read_bytes()[since:].decode()
    return re.findall(r'"(PUT|POST) /[^/]+(?:/site/|\?)(\S+) HTTP', text)


def test_only_what_changed_is_sent_pages_last_and_removed_after(
    server: tuple[int, Path], place: str, tmp_path: Path
) -> None:
    _, log = server
    host = host_of(place)
    extra = {"images/gone.svg": "<svg></svg>", "images/same.svg": "<svg/>"}
    publish_to(host, small_release(tmp_path / "one", "one", extra))
    obstore.put(host.store, "not-ours.html", b"")
    since = log.stat().st_size
    release = small_release(tmp_path / "two", "two", {"images/same.svg": "<svg/>"})
    changes = publish_to(host, release)
    assert changes.removed == ("images/gone.svg",)
    steps = [(method, path) for method, path in written(log, since) if path not in (LOCK, RECORD)]
    sent = [path for method, path in steps if method == "PUT"]
    assert {*sent} == {*changes.added, *changes.changed}
    assert [stage(path) for path in sent] == sorted(stage(path) for path in sent)
    assert steps.index(("POST", "delete")) >= len(sent)
    record = host.read()
    assert record
    assert keys(host) == {*record.files, RECORD, "not-ours.html"}
    assert LOCK not in keys(host)
    for path in changes.changed:
        assert bytes(obstore.get(host.store, path).bytes()) == (release.public / path).read_bytes()
    assert digest_of(release.public / "index.html") == record.files["index.html"]


def test_files_have_their_type_and_how_long_they_may_be_kept(place: str, tmp_path: Path) -> None:
    host = host_of(place)
    publish_to(host, small_release(tmp_path / "one", "one", {"feeds/atom.xml": "<feed/>"}))
    (style,) = [path for path in keys(host) if path.endswith(".css")]
    for path, kind, cache in (
        ("index.html", "text/html; charset=utf-8", "public, max-age=300"),
        (style, "text/css; charset=utf-8", "public, max-age=31536000, immutable"),
        ("feeds/atom.xml", "application/atom+xml", "public, max-age=300"),
    ):
        attributes = obstore.get(host.store, path).attributes
        assert (attributes["Content-Type"], attributes["Cache-Control"]) == (kind, cache)


def test_two_at_once_are_kept_apart_and_a_dead_ones_lock_is_taken_over(place: str) -> None:
    host = host_of(place)
    with host.lock(), pytest.raises(LockedError, match=f"process {os.getpid()} on .* is publishing there"):
        host_of(place).lock().__enter__()
    process = subprocess.Popen(["true"])
    process.wait()
    dead = f'{{"who": "process {process.pid}", "host": "{os.uname().nodename}", "process": {process.pid}}}'
    obstore.put(host.store, LOCK, dead.encode())
    with host.lock() as died:
        assert died == f"process {process.pid}"
    assert keys(host) == set()


def test_a_publish_that_was_cut_off_is_finished_by_the_next(place: str, tmp_path: Path) -> None:
    host = host_of(place)
    publish_to(host, small_release(tmp_path / "one", "one"))
    release = small_release(tmp_path / "two", "two", {"images/lost.svg": "<svg></svg>"})
    (release.public / "index.html").unlink()
    with pytest.raises(HostError, match="publish again"):
        publish_to(host, release)
    publish_to(host, small_release(tmp_path / "three", "three"))
    record = host.read()
    assert record
    assert keys(host) == {*record.files, RECORD}
    assert record.pending == ()
    assert "images/lost.svg" not in keys(host)


def test_a_bucket_that_is_not_there_is_told(server: tuple[int, Path], tmp_path: Path) -> None:
    place = f"s3://no-such-bucket?endpoint=http://127.0.0.1:{server[0]}"
    with pytest.raises(HostError, match="what was not sent yet is as it was"):
        publish_to(host_of(place), small_release(tmp_path / "one", "one"))
