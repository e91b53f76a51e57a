"""Folders for a task are gone after it, also where it was killed; those in use and anybody else's stay."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from plugins.shared.scratch import scratch_folder
from tests.conftest import ROOT

HOLD = """
import sys
from plugins.shared.scratch import scratch_folder
with scratch_folder("task") as folder:
    (folder / "inside").mkdir()
    (folder / "inside/file").touch()
    print(folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def start(temporary: Path) -> tuple["subprocess.Popen[str]", Path]:
    command = ["env", f"TMPDIR={temporary}", sys.executable, "-c", HOLD]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    return process, Path(process.stdout.readline().strip())


def test_a_folder_is_there_for_the_task_and_gone_after_it(temporary: Path) -> None:
    with scratch_folder("task") as one, scratch_folder("task") as two:
        assert {*temporary.iterdir()} == {one, two}
    with pytest.raises(ValueError, match="wrong"), scratch_folder("task"):
        raise ValueError("wrong")
    assert [*temporary.iterdir()] == []


def test_what_a_killed_task_left_is_cleared_by_the_next_of_its_kind_alone(temporary: Path) -> None:
    (killed, left), (alive, used) = start(temporary), start(temporary)
    killed.kill()
    killed.communicate()
    assert (left / "inside/file").is_file()
    with scratch_folder("other"):
        assert left.is_dir()
    with scratch_folder("task"):
        assert not left.exists()
        assert (used / "inside/file").is_file()
    alive.communicate()
    assert not used.exists()


def test_what_is_named_alike_stays(temporary: Path) -> None:
    names = ("blog-task-notes", "blog-task-1-holidays-2", "blog-task-old-abcd1234", "my-blog-task-1-abcd1234")
    for name in names:
        (temporary / name).mkdir()
    (temporary / "kept").mkdir()
    (temporary / "blog-task-1-abcd1234").symlink_to("kept")
    (temporary / "blog-task-2-abcd1234").touch()
    before = {*temporary.iterdir()}
    with scratch_folder("task") as folder:
        assert {*temporary.iterdir()} == before | {folder}
    assert {*temporary.iterdir()} == before
