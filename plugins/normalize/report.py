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
        self._entered: set[str] = set()
        self._holders = {
            str(article.get("id")): key for key, entry in self.entries.items() for article in entry.get("articles", [])
        }

    @property
    def of_this_import(self) -> list[dict[str, Any]]:
        """The entries of this import's own captures, in order of name."""
        return [self.entries[key] for key in sorted(self._entered)]

    def enter(self, key: str, entry: dict[str, Any]) -> None:
        """Let the report tell of a capture of this import."""
        self.entries[key] = entry
        self._entered.add(key)

    def last_written(self, post_id: str, what: str) -> str:
        """The digest of the `post` or `comments` file that an earlier import wrote for an Id; empty without one."""
        for article in self.entries.get(self._holders.get(post_id, ""), {}).get("articles", []):
            if article.get("id") == post_id:
                return str(article.get(what, {}).get("sha256", ""))
        return ""

    def supersede(self, post_id: str, key: str) -> None:
        """Let the capture by this key tell of a post from now on, and no longer the older export that it came from."""
        older = self._holders.get(post_id, key)
        if older != key and older in self.entries:
            entry = self.entries[older]
            kept = [article for article in entry.get("articles", []) if article.get("id") != post_id]
            told = sorted({*entry.get("superseded", []), post_id})
            self.entries[older] = entry | {"articles": kept, "superseded": told}
        self._holders[post_id] = key

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
        "held": sum(bool(entry.get("held")) + _no_posts(entry, "held") for entry in entries),
        "refused": sum(bool(entry.get("refused")) + _no_posts(entry, "refused") for entry in entries),
        "skipped": sum(1 for entry in entries if entry.get("skipped")),
    }


def _no_posts(entry: Mapping[str, Any], outcome: str) -> int:
    """How many entries of an export were held, or refused."""
    return sum(1 for one in entry.get("no_posts", []) if one.get(outcome))
