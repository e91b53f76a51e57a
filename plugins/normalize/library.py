"""The posts that are there already: whose they are, which slugs they take, what they say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from plugins.shared.errors import SiteError
from plugins.shared.posts import SLUG_MAX_BYTES, Post, find_posts, read_post
from plugins.shared.ranking import Document, document_of


@dataclass(frozen=True)
class Library:
    """Posts by their permanent Id, and every slug that is taken, by the Id that holds it (or the path, without one).

    The posts have no bodies here, for those of thousands fill the memory; `whole` reads one again. `holders` are all
    who have a slug.
    """

    by_id: dict[str, Post]
    slugs: dict[str, str]
    holders: set[str]
    _taken: dict[str, int] = field(default_factory=dict)

    def documents(self, without: Iterable[str]) -> Iterator[Document]:
        """The posts as the ranking sees them, those of the given Ids left out."""
        left_out = set(without)
        chosen = (post for key, post in self.by_id.items() if key not in left_out and post.get("Slug"))
        return (document_of(whole(post)) for post in chosen)

    def hold(self, slug: str, key: str) -> None:
        """Let a slug be taken by a post from now on, if no other has it."""
        self.holders.add(key)
        self.slugs.setdefault(slug, key)

    def free_slug(self, base: str, key: str) -> tuple[str, bool]:
        """A slug, or the first with a number behind it, that no other post holds, and whether the slug was taken.

        Of a slug that thousands of posts would like, the numbers given out are not tried again for every one.
        """
        number = 1 if key in self.holders else self._taken.get(base, 1)
        while self.slugs.get(slug := _numbered(base, number), key) != key:
            number += 1
        self._taken[base] = max(number, self._taken.get(base, 1))
        return slug, number > 1


def _numbered(base: str, number: int) -> str:
    """A slug with a number behind it, from 2 on."""
    ending = f"-{number}" if number > 1 else ""
    return base[: SLUG_MAX_BYTES - len(ending)].rstrip("-") + ending if ending else base


def whole(post: Post) -> Post:
    """A post of the library with its body. Raises SiteError where its file can no longer be read."""
    return read_post(post.path)


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
        by_id.setdefault(key, replace(post, body="", lines={}))
        slugs.setdefault(post.get("Slug") or path.stem, key)
        slugs.setdefault(path.stem, key)
    return Library(by_id, slugs, set(slugs.values()))
