"""Rules about the lists that editors keep: who answers, and what to start with."""

from collections.abc import Iterator

from plugins.authors.authors import read_authors, unknown_author
from plugins.shared.content import Content
from plugins.shared.errors import Problem, SiteError
from plugins.shared.posts import Post
from plugins.start_here.shelf import read_picks, unknown_picks


def authors(content: Content) -> Iterator[Problem]:
    """content/authors.toml says of every author who that is and what entitles them to advise."""
    try:
        read_authors(content.root / "authors.toml")
    except SiteError as error:
        yield from error.problems


def known_author(post: Post, content: Content) -> Iterator[Problem]:
    """The author of a post of the blog's own stands in content/authors.toml, where there is one."""
    try:
        known = read_authors(content.root / "authors.toml")
    except SiteError:  # told by the rule above
        return
    yield from unknown_author(post, known)


def start_here(content: Content) -> Iterator[Problem]:
    """content/start-here.toml names published posts, each once, and says why to begin with them."""
    path = content.root / "start-here.toml"
    published = [slug for slug, post in content.by_slug.items() if post.get("Status") != "draft"]
    try:
        yield from unknown_picks(path, read_picks(path), published)
    except SiteError as error:
        yield from error.problems
