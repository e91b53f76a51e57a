"""What the readers of exports hand on: documents, the comments that an export states, and the bytes that they read."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from plugins.normalize.formats.encoding import lenient_text


class RefusedError(Exception):
    """An export that must not be read at all; the message says why."""


@dataclass(frozen=True)
class Remark:
    """A comment as an export states it. `body` is HTML and `when` the local time of the blog.

    `key` is the comment's own id in the export and `reply_to` the key of the comment that it answers. `held` says why
    it must not be shown (spam, trash, a pingback).
    """

    key: str
    author: str
    body: str
    when: datetime | None = None
    reply_to: str = ""
    by_author: bool = False
    held: str = ""


@dataclass(frozen=True)
class Document:
    """One entry of an export: its body as `html`, or as the `data` of a plain capture; what the export says about it.

    `where` names it in the report ("item 12"), `first` and `last` are its lines in the capture (of an archive the
    number of its member; 0 where there are none to count). `key` names the entry in every export of the same blog.
    `held` or `refused` is the reason why it becomes no post; `dropped` says what it is where it is no article at all.
    `elsewhere` are other lines of the capture that belong to it: first, last, what became of them, as what. `stated`
    says that it is an entry because the export calls it one; what else it is may be an index or a menu.
    """

    where: str
    html: str = ""
    data: bytes = b""
    title: str = ""
    author: str = ""
    deck: str = ""
    published: date | None = None
    url: str = ""
    key: str = ""
    comments: tuple[Remark, ...] = ()
    held: str = ""
    refused: str = ""
    dropped: str = ""
    first: int = 0
    last: int = 0
    elsewhere: tuple[tuple[int, int, str, str], ...] = ()
    stated: bool = True


@dataclass(frozen=True)
class Given:
    """The bytes of a capture and its name. `beside` gives the bytes of a file that stands by it, by its name.

    `read` holds what one format has made of the bytes for the next.
    """

    data: bytes
    name: str
    beside: Callable[[str], bytes | None] = lambda _: None
    read: dict[str, object] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def text(self) -> str:
        """The bytes as text, whatever encoding they claim. Raises UnreadableError for what is no text."""
        return lenient_text(self.data)
