"""The comments of one post as they are shown: cleaned, threaded, held ones absent."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.shared.comment_files import Comment, read_comments
from plugins.shared.errors import Problem, SiteError
from plugins.shared.markdown import render_comment


@dataclass(frozen=True)
class CommentNode:
    """A comment with the replies to it, oldest first. `html` is cleaned; `date` is None where it is unknown."""

    id: str
    author: str
    date: datetime | None
    html: str
    by_author: bool
    replies: tuple["CommentNode", ...]


def read_threads(folder: Path, slugs: Collection[str]) -> dict[str, tuple[CommentNode, ...]]:
    """The shown comments of every post, by slug. Raises SiteError with the problems of all files in the folder."""
    problems: list[Problem] = []
    threads = {}
    for path in sorted(folder.glob("*.toml")):
        if path.stem not in slugs:
            problems.append(Problem(path, 0, "there is no post of this slug; name the file after its post", "comments"))
        try:
            threads[path.stem] = thread(read_comments(path), path)
        except SiteError as error:
            problems.extend(error.problems)
    if problems:
        raise SiteError(problems)
    return threads


def thread(comments: Sequence[Comment], path: Path = Path()) -> tuple[CommentNode, ...]:
    """The shown comments as trees, in the order of the file.

    A reply to a held comment stands where the held one would have stood. Raises SiteError where replies go in a circle.
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
    return tuple(_node(comment, replies) for comment in replies[""])


def count(nodes: Sequence[CommentNode]) -> int:
    """How many comments these trees hold."""
    return sum(1 + count(node.replies) for node in nodes)


def _node(comment: Comment, replies: Mapping[str, Sequence[Comment]]) -> CommentNode:
    answers = tuple(_node(reply, replies) for reply in replies.get(comment.id, ()))
    html = render_comment(comment.body)
    return CommentNode(comment.id, comment.author, comment.date, html, comment.by_author, answers)


def _circles(by_id: Mapping[str, Comment]) -> Iterator[str]:
    for comment in by_id.values():
        passed = set()
        parent = comment.reply_to
        while parent and parent not in passed:
            passed.add(parent)
            parent = by_id[parent].reply_to
        if comment.id in passed:
            yield f"the comment `{comment.id}` replies to itself, by way of others or at once; correct its `reply_to`"
