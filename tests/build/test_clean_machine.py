"""The two commands on a machine that has only Python, git and make."""

import os
import shutil
import subprocess
from pathlib import Path

from tests.conftest import ROOT


def test_make_html_builds_in_a_fresh_folder_and_installs_once(tmp_path: Path) -> None:
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.split("\0")  # fmt: skip
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, tmp_path / name)
    env = {key: value for key, value in os.environ.items() if key not in ("VIRTUAL_ENV", "PYTHONPATH", "MAKEFLAGS")}
    first = subprocess.run(["make", "html"], cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert first.returncode == 0, first.stdout + first.stderr
    assert "Installing" in first.stdout
    assert "Built output: " in first.stdout
    assert (tmp_path / "output/index.html").stat().st_size > 1000
    second = subprocess.run(["make", "html"], cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert second.returncode == 0
    assert "Installing" not in second.stdout
