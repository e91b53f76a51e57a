"""The posts of an import that are to be reviewed, each with the part of its capture that it came from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.normalize.results import ImportRecord
from plugins.normalize.tracing import Captures, Part, Trace
from plugins.shared.errors import SiteError
from plugins.shared.posts import Post, read_post


@dataclass(frozen=True)
class Item:
    """A flagged post, and the parts of the capture that it came from. `details` say what raised each flag."""

    post: Post
    parts: tuple[Part, ...]
    details: dict[str, str]


def items_of(records: Sequence[ImportRecord], captures: Captures) -> Iterator[Item]:
    """The posts of an import that are flagged in their files, in its order; captures are read again one by one."""
    for record in records:
        if record.path is None or not record.path.is_file():
            continue
        try:
            post = read_post(record.path)
        except SiteError:
            continue
        if post.get("Flags"):
            trace = captures.trace(record.source, post.get("Source_sha256"))
            yield Item(post, _parts_of(post, trace), _details_of(post, trace))


def _parts_of(post: Post, trace: Trace | None) -> tuple[Part, ...]:
    """The page of a capture that became this post: of an export the one whose text the post holds."""
    pages = trace.pages if trace else ()
    return max(pages, key=lambda page: sum(part.text[:60] in post.body for part in page), default=())


def _details_of(post: Post, trace: Trace | None) -> dict[str, str]:
    articles = trace.reading.articles if trace else ()
    same = [article for article in articles if article.title == post.get("Title")] or list(articles[:1])
    return dict(same[0].flags) if same else {}
