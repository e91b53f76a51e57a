"""Which posts an article links to, and why."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from plugins.shared.ranking import Related

Reason = Literal["same-question", "tags", "text"]


@dataclass(frozen=True)
class RelatedLink:
    """A link to a post. `reason` says why; `tags` are Pelican's Tag objects that both posts have."""

    url: str
    title: str
    kind: str
    summary_text: str
    reason: Reason
    tags: tuple[Any, ...]


def choose(
    own: str, pinned: Sequence[str], ranked: Sequence[Related], linkable: Container[str], limit: int
) -> list[str]:
    """The slugs to link to, at most `limit`: pins first in their order, then by rank.

    Never the post itself, nor one that may not be linked to (a draft, a slug that is no post).
    """
    slugs = dict.fromkeys([*pinned, *(one.slug for one in ranked)])
    return [slug for slug in slugs if slug != own and slug in linkable][:limit]


def link_to(article: Any, target: Any, same_question: bool) -> RelatedLink:
    """The link from one article to another, with the tags that both have in the order of the first."""
    theirs = {tag.slug for tag in getattr(target, "tags", ())}
    shared = tuple(tag for tag in getattr(article, "tags", ()) if tag.slug in theirs)
    reason: Reason = "same-question" if same_question else "tags" if shared else "text"
    return RelatedLink(target.url, target.title, target.kind, target.summary_text, reason, shared)
