"""What a person decides on flagged posts: the questions, and each decision applied to its post.

Nothing here asks or prints: `review_post` is handed the functions that do. A decision is written to the post's file as
an edit of that person's, so the next import leaves the post alone.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.normalize.flags import FLAGS
from plugins.normalize.review_items import Item
from plugins.shared.errors import SiteError
from plugins.shared.header_rules import NEEDED_RULES
from plugins.shared.posts import LETTER_KINDS, Post, format_post, read_post
from plugins.shared.whole_files import write_whole

ACCEPT, EDIT, OPEN, DRAFT, SKIP, QUIT = "accept", "edit", "open", "draft", "skip", "quit"
EDITABLE = ("Title", "Author", "Asker", "Kind", "Category", "Tags", "Summary", "Source_date", "Safety")
"""The keys of a header whose values a review can change."""

KEY_OF_FLAG = {
    "title-inferred": "Title",
    "no-author": "Author",
    "asker-partial": "Asker",
    "date-ambiguous": "Source_date",
    "interview": "Kind",
    "forum-thread": "Kind",
    "few-tags": "Tags",
}
"""The key that a flag asks about; a new value for it settles the flag."""


class RejectedError(Exception):
    """A value that the header cannot hold; the message says what it must be."""


@dataclass(frozen=True)
class Decision:
    """What a person decided on one flag. `key` and `value` belong to an edit; `open` says that the file was edited."""

    action: str
    key: str = ""
    value: str = ""


@dataclass(frozen=True)
class Question:
    """One flag of one post to decide on: the `number`-th of `total`. `error` says why the last answer was refused."""

    item: Item
    post: Post
    flag: str
    sentence: str
    number: int
    total: int
    error: str = ""

    @property
    def key(self) -> str:
        """The key whose value the flag asks about; the title where it asks about the text."""
        return KEY_OF_FLAG.get(self.flag, "Title")


@dataclass(frozen=True)
class Reviewed:
    """What the review of one post came to: flags settled, published or not, and whether to go on to the next."""

    post: Post
    settled: int
    published: bool
    go_on: bool


def settle(post: Post, flag: str, decision: Decision) -> Post:
    """The post after a decision on one of its flags. Raises RejectedError for a value that the header cannot hold."""
    if decision.action == ACCEPT:
        return without_flag(post, flag)
    if decision.action == EDIT:
        edited = edit(post, decision.key, decision.value)
        return without_flag(edited, flag) if KEY_OF_FLAG.get(flag) == decision.key else edited
    return post


def without_flag(post: Post, flag: str) -> Post:
    """The post without one of its flags; the last one takes the key along."""
    left = ", ".join(name for name in post.many("Flags") if name != flag)
    return _with(post, "Flags", left)


def edit(post: Post, key: str, value: str) -> Post:
    """The post with another value in its header; an empty one takes the key out. Raises RejectedError."""
    if key not in EDITABLE:
        raise RejectedError(f"a review can change {', '.join(EDITABLE)}")
    clean = " ".join("".join(sign if sign.isprintable() else " " for sign in value).split())
    edited = _with(post, key, clean)
    known = {problem.message for rule in NEEDED_RULES for problem in rule(post, False)}
    for problem in (problem for rule in NEEDED_RULES for problem in rule(edited, False)):
        if problem.message not in known:
            raise RejectedError(problem.message)
    if edited.get("Asker") and edited.get("Kind") not in LETTER_KINDS:
        raise RejectedError("only a question-and-answer post has an asker; change the kind, or empty Asker first")
    return edited


def published(post: Post) -> Post:
    """The post as one to be published. Raises RejectedError while it has flags."""
    if post.get("Flags"):
        raise RejectedError("a flagged post stays a draft; settle its flags first")
    return _with(post, "Status", "published")


def _with(post: Post, key: str, value: str) -> Post:
    header = {name: old for name, old in post.header.items() if name != key}
    return replace(post, header={**header, key: value} if value else header)


def review_post(
    item: Item, ask: Callable[[Question], Decision], publish: Callable[[Post], bool], save: Callable[[Post], None]
) -> Reviewed:
    """Ask about each flag of a post, and offer to publish it when the last is gone. `save` is called at each change."""
    post, flags = item.post, item.post.many("Flags")
    for number, flag in enumerate(flags, 1):
        if flag not in post.many("Flags"):
            continue
        question = Question(
            item, post, flag, FLAGS.get(flag, "The importer no longer raises this."), number, len(flags)
        )
        post, action = _ask_until_settled(question, ask, save)
        if action in (DRAFT, QUIT):
            return Reviewed(post, _settled(item, post), False, action != QUIT)
    if not post.get("Flags") and post.get("Status") != "published" and publish(post):
        post = published(post)
        save(post)
        return Reviewed(post, len(flags), True, True)
    return Reviewed(post, _settled(item, post), False, True)


def _ask_until_settled(
    question: Question, ask: Callable[[Question], Decision], save: Callable[[Post], None]
) -> tuple[Post, str]:
    """The post, and the action by which this question ended: an edit of another value asks again."""
    while True:
        decision = ask(question)
        if decision.action in (SKIP, DRAFT, QUIT):
            return question.post, decision.action
        try:
            post = decided(question, decision, save)
        except (RejectedError, SiteError) as error:
            question = replace(question, error=str(error))
            continue
        if question.flag not in post.many("Flags"):
            return post, decision.action
        question = replace(question, post=post, error="")


def decided(question: Question, decision: Decision, save: Callable[[Post], None]) -> Post:
    """The post after a decision, as its file has it by now. Raises SiteError for one that cannot be read."""
    if decision.action == OPEN:
        return read_post(question.post.path)
    post = settle(question.post, question.flag, decision)
    save(post)
    return post


def _settled(item: Item, post: Post) -> int:
    return len(item.post.many("Flags")) - len(post.many("Flags"))


def save_post(post: Post, into: Path) -> None:
    """Write a post to its file, below `into` and whole."""
    write_whole(post.path, format_post(post).encode("utf-8"), into)
