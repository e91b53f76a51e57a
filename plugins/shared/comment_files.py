"""The comments file: `content/comments/<slug>.toml`, one `[[comment]]` table a comment, oldest first."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli_w

from plugins.shared.errors import Problem, SiteError
from plugins.shared.limits import beyond_limits
from plugins.shared.toml_files import read_tables

COMMENT_KEYS = ("id", "author", "date", "body", "reply_to", "by_author", "duplicate_of", "status", "reason")


PERSONAL_DATA = "personal data"
"""The reason of a comment that is held because it holds somebody's."""


@dataclass(frozen=True)
class Comment:
    """One comment. `held` ones are kept but not shown.

    `date` is local time without a zone, a day where only that is known, None where nothing is.
    """

    id: str
    author: str
    body: str
    date: datetime.date | None = None
    reply_to: str = ""
    by_author: bool = False
    duplicate_of: str = ""
    status: str = ""
    reason: str = ""

    @property
    def held(self) -> bool:
        """Whether the comment is kept without being shown."""
        return self.status == "held"


def read_comments(path: Path) -> tuple[Comment, ...]:
    """The comments of one file; none where it does not exist. Raises SiteError with every problem found."""
    tables = read_tables(path, ("comment",), "comments")["comment"] if path.exists() else ()
    ids = [str(table.get("id", "")) for _, table in tables]
    problems = [
        Problem(path, line, message, "comments") for line, table in tables for message in _problems_of(table, ids)
    ]
    if problems:
        raise SiteError(problems)
    return tuple(Comment(**table) for _, table in tables)


def _problems_of(table: dict[str, Any], ids: list[str]) -> Iterable[str]:
    """What is wrong with one `[[comment]]` table."""
    for key in ("id", "author", "body"):
        if not isinstance(table.get(key), str) or (not table[key].strip() and key != "body"):
            yield f"a comment needs `{key}`, a text; add it"
    if table.get("status") != "held":
        yield from (message for _, message in beyond_limits(str(table.get("body", ""))))
    for key in table.keys() - set(COMMENT_KEYS):
        yield f"`{key}` is not a comment's key; known are {', '.join(COMMENT_KEYS)}"
    when = table.get("date")
    if when is not None and (not isinstance(when, datetime.date) or getattr(when, "tzinfo", None)):
        yield (
            f"`date = {when}` must be a local date-time such as 2013-01-29T16:17:00, or the day alone such as "
            "2013-01-29; where it is unknown leave it out"
        )
    if not isinstance(table.get("by_author", False), bool):
        yield "`by_author` is true or it is left out"
    if ids.count(str(table.get("id", ""))) > 1:
        yield f"the id `{table.get('id')}` stands more than once in this file; give each comment its own"
    for key in ("reply_to", "duplicate_of"):
        if table.get(key, "") and table[key] not in ids:
            yield f"`{key} = {table[key]}` names no comment of this file; write the id of one, or leave the key out"
    if table.get("status", "") not in ("", "held"):
        yield f"`status = {table['status']}` is not known; write `held`, or leave it out to show the comment"
    if table.get("status") == "held" and not table.get("reason"):
        yield "a held comment needs its `reason`; add it"


def format_comments(comments: Iterable[Comment]) -> str:
    """The text of a comments file. Keys without a value are left out."""
    return "\n".join(f"[[comment]]\n{tomli_w.dumps(_table(one), multiline_strings=True)}" for one in comments)


def _table(comment: Comment) -> dict[str, Any]:
    values = {key: getattr(comment, key) for key in COMMENT_KEYS}
    return {key: value for key, value in values.items() if value or key == "body"}
