"""Who answers, `content/authors.toml`, and what entitles them to advise."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.shared.errors import Problem, SiteError, nearest
from plugins.shared.posts import Post
from plugins.shared.toml_files import read_tables

TEXTS = ("name", "about", "entitled_by")
KNOWN = (*TEXTS, "pen_name")


@dataclass(frozen=True)
class Profile:
    """An author: the name as in `Author`, who that is, what entitles them to advise, whether it is a pen name."""

    name: str
    about: str
    entitled_by: str
    pen_name: bool = False


def read_authors(path: Path) -> dict[str, Profile]:
    """The authors by name, in the order of the file; none where there is no such file. Raises SiteError."""
    if not path.exists():
        return {}
    found = read_tables(path, ("author",), "authors")["author"]
    problems = [Problem(path, line, message, "authors") for line, message in _wrong_tables(found)]
    if problems:
        raise SiteError(problems)
    return {table["name"]: Profile(**table) for _, table in found}


def unknown_author(post: Post, authors: Mapping[str, Profile]) -> Iterator[Problem]:
    """A problem where a post of this blog's own names an author whom the file doesn't have.

    Whom an imported post names, the capture named; of them nothing else may be known. Without a file nobody is unknown.
    """
    name = post.get("Author")
    if authors and name and name not in authors and not post.get("Source"):
        told = f"`{name}` is not in content/authors.toml{nearest(name, authors)}; add who that is, or mend the name"
        yield Problem(post.path, post.line_of("Author"), told, "known-author")


def _wrong_tables(tables: Iterable[tuple[int, dict[str, Any]]]) -> Iterator[tuple[int, str]]:
    names: set[str] = set()
    for line, table in tables:
        for key in TEXTS:
            if not isinstance(table.get(key), str) or not table[key].strip():
                yield line, f"an author needs `{key}`, a text; add it"
        for key in sorted(table.keys() - set(KNOWN)):
            yield line, f"`{key}` is not an author's key; known are {', '.join(KNOWN)}"
        if not isinstance(table.get("pen_name", False), bool):
            yield line, "`pen_name` is true or false, without quotes"
        name = str(table.get("name"))
        if name in names:
            yield line, f"`{name}` stands in this file twice; keep one"
        names.add(name)
