"""A copy of the shipped content to change, and what it was."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.conftest import ROOT

Snapshot = Callable[[], Mapping[Path, bytes]]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the shipped content."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return tmp_path / "content"


@pytest.fixture
def snapshot(content: Path) -> Snapshot:
    """Gives every file of the content with its bytes."""
    return lambda: {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
