"""The comments of one post as they are shown: cleaned, threaded, held ones absent."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.shared.comment_files import PERSONAL_DATA, Comment, read_comments
from plugins.shared.errors import Problem, SiteError
from plugins.shared.markdown import render_comment

DEEPEST = 4
"""How many levels of replies are set in: more leave no room for words on a narrow screen."""

Replies = Mapping[str, Sequence[Comment]]
"""The shown replies to each comment, by its id."""


@dataclass(frozen=True)
class CommentNode:
    """A comment with the replies to it, oldest first. `html` is cleaned; `date` is a moment, a day, or None.

    `reply_to` and `reply_to_author` name the comment that it replies to; both are '' where that is not shown.
    """

    id: str
    author: str
    date: datetime.date | None
    html: str
    by_author: bool
    replies: tuple["CommentNode", ...]
    reply_to: str = ""
    reply_to_author: str = ""


@dataclass(frozen=True)
class Threads:
    """The shown comments of a post as trees, and how many of those held repeat another or hold personal data."""

    comments: tuple[CommentNode, ...] = ()
    merged: int = 0
    private: int = 0


def read_threads(folder: Path, slugs: Collection[str]) -> dict[str, Threads]:
    """The comments of every post, by slug. Raises SiteError with the problems of all files in the folder."""
    problems: list[Problem] = []
    threads = {}
    for path in sorted(folder.glob("*.toml")):
        if path.stem not in slugs:
            problems.append(Problem(path, 0, "there is no post of this slug; name the file after its post", "comments"))
        try:
            comments = read_comments(path)
            held = [comment for comment in comments if comment.held]
            merged, private = (sum(map(test, held)) for test in (_is_copy, _is_private))
            threads[path.stem] = Threads(thread(comments, path), merged, private)
        except SiteError as error:
            problems.extend(error.problems)
    if problems:
        raise SiteError(problems)
    return threads


def thread(comments: Sequence[Comment], path: Path = Path()) -> tuple[CommentNode, ...]:
    """The shown comments as trees, in the order of the file.

    A reply to a held comment stands where the held one would have stood. Replies below the level `DEEPEST` stand on it,
    each after what it replies to. Raises SiteError where replies go in a circle.
    """
    by_id = {comment.id: comment for comment in comments}
    circles = [Problem(path, 0, message, "comments") for message in _circles(by_id)]
    if circles:
        raise SiteError(circles)
    replies: defaultdict[str, list[Comment]] = defaultdict(list)
    for comment in comments:
        parent = comment.reply_to
        while parent and by_id[parent].held:
            parent = by_id[parent].reply_to
        if not comment.held:
            replies[parent].append(comment)
    return tuple(_node(comment, replies, by_id, 1) for comment in replies[""])


def count(nodes: Sequence[CommentNode]) -> int:
    """How many comments these trees hold."""
    return sum(1 + count(node.replies) for node in nodes)


def _node(comment: Comment, replies: Replies, by_id: Mapping[str, Comment], level: int) -> CommentNode:
    below = replies.get(comment.id, ())
    if level + 1 < DEEPEST:
        nodes = tuple(_node(reply, replies, by_id, level + 1) for reply in below)
    elif level < DEEPEST:
        nodes = tuple(_node(reply, replies, by_id, DEEPEST) for reply in _all_below(comment, replies))
    else:
        nodes = ()
    to = by_id.get(comment.reply_to)
    shown_to = to if to and not to.held else None
    return CommentNode(
        *(comment.id, comment.author, comment.date, render_comment(comment.body), comment.by_author, nodes),
        *((shown_to.id, shown_to.author) if shown_to else ("", "")),
    )


def _all_below(comment: Comment, replies: Replies) -> Iterator[Comment]:
    """Every reply to a comment and to its replies, each followed by those to it."""
    waiting = [*reversed(replies.get(comment.id, ()))]
    while waiting:
        reply = waiting.pop()
        yield reply
        waiting.extend(reversed(replies.get(reply.id, ())))


def _is_copy(comment: Comment) -> bool:
    return bool(comment.duplicate_of)


def _is_private(comment: Comment) -> bool:
    return comment.reason == PERSONAL_DATA and not comment.duplicate_of


def _circles(by_id: Mapping[str, Comment]) -> Iterator[str]:
    for comment in by_id.values():
        passed = set()
        parent = comment.reply_to
        while parent and parent not in passed:
            passed.add(parent)
            parent = by_id[parent].reply_to
        if comment.id in passed:
            yield f"the comment `{comment.id}` replies to itself, by way of others or at once; correct its `reply_to`"
