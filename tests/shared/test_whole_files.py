"""A file is whole or not there: nothing is lost, and nothing is left behind, where it cannot be written."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plugins.shared.errors import SiteError, what_to_do
from plugins.shared.whole_files import write_chunks, write_new, write_whole

LIMIT = 8192


@contextmanager
def no_room() -> Iterator[None]:
    """For a while no file may grow beyond LIMIT bytes, as where the disk is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_does_not_fit_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    write_whole(path, b"old", tmp_path)
    with no_room(), pytest.raises(OSError, match=r"a\.md"):
        write_whole(path, b"x" * 2 * LIMIT, tmp_path)
    assert (names(tmp_path), path.read_bytes()) == (["a.md"], b"old")
    with no_room(), pytest.raises(OSError, match=r"new\.md"):
        write_new(tmp_path / "new.md", b"x" * 2 * LIMIT, tmp_path)
    assert names(tmp_path) == ["a.md"]


def test_what_stops_halfway_leaves_the_old_file(tmp_path: Path) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    path = tmp_path / "a.md"
    write_whole(path, b"old", tmp_path)
    with pytest.raises(KeyboardInterrupt):
        write_chunks(path, chunks(), tmp_path)
    assert (names(tmp_path), path.read_bytes()) == (["a.md"], b"old")


def test_a_file_keeps_its_mode_and_a_read_only_one_its_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    write_whole(path, b"old", tmp_path)
    path.chmod(0o600)
    write_whole(path, b"new", tmp_path)
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o444)
    with pytest.raises(PermissionError) as caught:
        write_whole(path, b"newer", tmp_path)
    assert caught.value.filename == str(path)
    assert what_to_do(caught.value).startswith("you may not read or write this")
    assert (names(tmp_path), path.read_bytes()) == (["a.md"], b"new")


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a.md", b"new", tmp_path)
    assert (tmp_path / "a.md").read_bytes() == b"old"


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    inside, outside = tmp_path / "content", tmp_path / "elsewhere"
    inside.mkdir()
    outside.mkdir()
    (inside / "posts").symlink_to(outside)
    for write in (write_whole, write_new):
        with pytest.raises(SiteError, match="this leads out of"):
            write(inside / "posts/a.md", b"x", inside)
    assert names(outside) == []
