"""TOML files of tables: whatever is wrong in one is told with its line, never raised as something else."""

from pathlib import Path

import pytest

from plugins.shared.errors import SiteError
from plugins.shared.toml_files import read_tables

WRONG = {
    "no TOML": (b"x = [", ": this is not valid TOML"),
    "not UTF-8": ("\n\nname = 'Jos\u00e9'".encode("latin-1"), ":3: this is not UTF-8"),
    "one table for many": (b"\n[line]\na = 1\n", ":2: `line` is not known here; the file holds [[line]] and [[other]]"),
    "another name": (b"[[lines]]\na = 1\n", ":1: `lines` is not known here"),
    "a key of no table": (b"# one\nline = 3\n", ":2: `line` is not known here"),
    "a list of numbers": (b"line = [3]\n", ":1: `line` is not known here"),
}


@pytest.mark.parametrize(("data", "message"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(data)
    with pytest.raises(SiteError) as caught:
        read_tables(path, ("line", "other"), "rule")
    [problem] = caught.value.problems
    assert str(problem).startswith(f"{path}{message}")


def test_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match="is missing; add it"):
        read_tables(tmp_path / "none.toml", ("line",), "rule")
    with pytest.raises(SiteError, match="this is a folder where a file is expected; move it"):
        read_tables(tmp_path, ("line",), "rule")


def test_lines_that_end_as_on_an_old_mac_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"# one\r[[line]]\ra = 1\r")
    assert read_tables(tmp_path / "a.toml", ("line",), "rule") == {"line": [(2, {"a": 1})]}


def test_tables_come_with_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("# two\n[[line]]\na = 1\n\n[[line]]\na = 2\n", encoding="utf-8")
    assert read_tables(path, ("line", "other"), "rule") == {"line": [(2, {"a": 1}), (5, {"a": 2})], "other": []}
