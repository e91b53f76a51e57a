"""TOML files that hold tables of one or a few kinds, read so that whatever is wrong is told with its line."""

import re
import tomllib
from pathlib import Path
from typing import Any

from plugins.shared.errors import Problem, SiteError
from plugins.shared.whole_files import read_whole

Tables = dict[str, list[tuple[int, dict[str, Any]]]]
"""For each kind its tables in order, each with its 1-based line, or 0 where that cannot be told."""


def read_tables(path: Path, kinds: tuple[str, ...], rule: str) -> Tables:
    """Read the `[[kind]]` tables of a file. Raises SiteError: it cannot be read, is no TOML, holds anything else."""
    text = read_whole(path, rule)
    return parse_tables(text.replace("\r\n", "\n").replace("\r", "\n"), path, kinds, rule)


def parse_tables(text: str, path: Path, kinds: tuple[str, ...], rule: str) -> Tables:
    """The `[[kind]]` tables of a file's text. Raises SiteError where it is not TOML, or for anything else in it."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = int(found[1]) if (found := re.search(r"at line (\d+)", str(error))) else 0
        raise SiteError([Problem(path, line, f"this is not valid TOML: {error}", rule)]) from error
    known = " and ".join(f"[[{kind}]]" for kind in kinds)
    problems = [
        Problem(path, _line_of_key(text, key), f"`{key}` is not known here; the file holds {known} tables", rule)
        for key, value in data.items()
        if key not in kinds or not isinstance(value, list) or not all(isinstance(one, dict) for one in value)
    ]
    if problems:
        raise SiteError(sorted(problems))
    return {kind: list(zip(_lines(kind, text, data.get(kind, [])), data.get(kind, []), strict=True)) for kind in kinds}


def _lines(kind: str, text: str, tables: list[Any]) -> list[int]:
    lines = [number for number, row in enumerate(text.split("\n"), 1) if row.strip() == f"[[{kind}]]"]
    return lines if len(lines) == len(tables) else [0] * len(tables)


def _line_of_key(text: str, key: str) -> int:
    match = re.search(rf"^\s*(?:\[+\s*)?[\"']?{re.escape(key)}\b", text, re.MULTILINE)
    return text[: match.end()].count("\n") + 1 if match else 0
