"""The import report: what became of every capture and of each of its lines. JSON, without a clock, merged over runs."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.shared.errors import Problem, SiteError

VERSION = 1


class Report:
    """The report's entries by capture (`NAME sha256`), those of earlier imports kept."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.entries: dict[str, dict[str, Any]] = {}
        if path.is_file():
            self.entries = _entries_of(path)

    def last_written(self, key: str, number: int, what: str) -> str:
        """The digest of the `post` or `comments` file that an earlier import wrote; empty without one."""
        for article in self.entries.get(key, {}).get("articles", []):
            if article.get("number") == number:
                return str(article.get(what, {}).get("sha256", ""))
        return ""

    def text(self) -> str:
        """The report's JSON, entries in order of name."""
        entries = [self.entries[key] for key in sorted(self.entries)]
        return (
            json.dumps(
                {"version": VERSION, "counts": _counts(entries), "captures": entries}, ensure_ascii=False, indent=1
            )
            + "\n"
        )


def _entries_of(path: Path) -> dict[str, dict[str, Any]]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return {key_of(entry["source"], entry["sha256"]): entry for entry in data["captures"]}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = "this is not an import's report; move it away, or name another file with --report"
        raise SiteError([Problem(path, 0, message, "report")]) from error


def key_of(source: str, sha256: str) -> str:
    return f"{source} {sha256}"


def _counts(entries: list[Mapping[str, Any]] | list[dict[str, Any]]) -> dict[str, int]:
    """How many captures, posts, held and refused the report tells of."""
    return {
        "captures": len(entries),
        "posts": sum(len(entry.get("articles", [])) for entry in entries),
        "held": sum(1 for entry in entries if entry.get("held")),
        "refused": sum(1 for entry in entries if entry.get("refused")),
        "skipped": sum(1 for entry in entries if entry.get("skipped")),
    }
