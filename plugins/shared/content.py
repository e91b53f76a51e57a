"""The content of a site: every file of it, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from plugins.shared.errors import Problem, SiteError
from plugins.shared.posts import PAGE_KEYS, Post, find_posts, read_post
from plugins.shared.vocabulary import Vocabulary, read_vocabulary


@dataclass(frozen=True)
class Content:
    """The content of a site. `unreadable` are the problems of files that could not be read at all."""

    root: Path
    posts: tuple[Post, ...]
    pages: tuple[Post, ...]
    vocabulary: Vocabulary | None
    unreadable: tuple[Problem, ...]

    @property
    def known_vocabulary(self) -> Vocabulary:
        """The vocabulary. Raises SiteError with what is wrong with its file."""
        if self.vocabulary is None:
            raise SiteError(one for one in self.unreadable if one.path == self.root / "tags.toml")
        return self.vocabulary

    @cached_property
    def by_path(self) -> Mapping[Path, Post]:
        """The posts and pages by their path."""
        return {post.path: post for post in self.posts + self.pages}

    @cached_property
    def text_files(self) -> tuple[Path, ...]:
        """Every file that authors write: posts, pages, comments and tables; in order."""
        folders = ("posts/**/*.md", "pages/**/*.md", "comments/*.toml", "quizzes/*.toml", "*.toml")
        found = {path for pattern in folders for path in self.root.glob(pattern)}
        return tuple(sorted(path for path in found if path.is_file() and not path.is_symlink()))

    @cached_property
    def by_slug(self) -> Mapping[str, Post]:
        """The posts by their slug; of several the last."""
        return {post.get("Slug"): post for post in self.posts}


def read_content(root: Path) -> Content:
    """Read the content folder at `root`. What cannot be read is told as a problem, never raised."""
    problems: list[Problem] = []
    posts = _read(find_posts(root), problems)
    pages = _read(sorted(filter(Path.is_file, (root / "pages").rglob("*.md"))), problems, PAGE_KEYS)
    vocabulary = None
    try:
        vocabulary = read_vocabulary(root / "tags.toml")
    except SiteError as error:
        problems.extend(error.problems)
    return Content(root, posts, pages, vocabulary, tuple(problems))


def whole_content(root: Path) -> Content:
    """The content, every file of which can be read. Raises SiteError where one cannot: it might name what changes."""
    content = read_content(root)
    if content.unreadable:
        raise SiteError(content.unreadable)
    return content


def _read(paths: list[Path], problems: list[Problem], keys: tuple[str, ...] | None = None) -> tuple[Post, ...]:
    found = []
    for path in paths:
        try:
            found.append(read_post(path, keys) if keys else read_post(path))
        except SiteError as error:
            problems.extend(error.problems)
    return tuple(found)
