"""The posts that are there already: whose they are, which slugs they take, what they say."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from plugins.shared.errors import SiteError
from plugins.shared.posts import Post, find_posts, read_post
from plugins.shared.ranking import Document, document_of


@dataclass(frozen=True)
class Library:
    """Posts by their permanent Id, and every slug that is taken, by the Id that holds it (or the path, without one)."""

    by_id: dict[str, Post]
    slugs: dict[str, str]

    def documents(self, without: Iterable[str]) -> list[Document]:
        """The posts as the ranking sees them, those of the given Ids left out."""
        left_out = set(without)
        return [document_of(post) for key, post in self.by_id.items() if key not in left_out and post.get("Slug")]


def read_library(into: Path) -> Library:
    """Every post below `into`. One that cannot be parsed still keeps its file's name from being used again."""
    by_id: dict[str, Post] = {}
    slugs: dict[str, str] = {}
    for path in find_posts(into):
        try:
            post = read_post(path)
        except SiteError:
            slugs.setdefault(path.stem, str(path))
            continue
        key = post.get("Id") or str(path)
        by_id.setdefault(key, post)
        slugs.setdefault(post.get("Slug") or path.stem, key)
        slugs.setdefault(path.stem, key)
    return Library(by_id, slugs)
