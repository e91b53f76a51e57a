"""What `blog check --fix` mends: only what has one right answer, and loses nothing."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from plugins.authoring.edits import Edits, listed, with_value
from plugins.authoring.links import with_links_kept
from plugins.shared.content import Content
from plugins.shared.errors import Problem
from plugins.shared.hidden_characters import without_hidden
from plugins.shared.posts import is_slug, parse_post
from plugins.shared.whole_files import write_whole


class Fix(NamedTuple):
    """What was mended in a file. A file that was moved is named as it was; `moved` is where it is now."""

    path: Path
    rule: str
    moved: Path | None = None

    def __str__(self) -> str:
        return f"{self.path}: {self.rule} mended" + (f", now {self.moved}" if self.moved else "")


def plain_line_ends(text: str) -> str:
    r"""Unix line ends, no byte order mark, one newline at the end.

    >>> plain_line_ends("\ufeffone\r\ntwo\n\n")
    'one\ntwo\n'
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text.rstrip("\n") + "\n"


def composed(text: str) -> str:
    """The text in NFC."""
    return unicodedata.normalize("NFC", text)


def tags_of_vocabulary(content: Content) -> Callable[[str], str]:
    """A mend for the line of a post's tags: names and other names become the tag that they stand for, none twice."""
    known = {
        name.casefold(): tag.tag
        for tag in (content.vocabulary.tags.values() if content.vocabulary else ())
        for name in (*tag.aliases, tag.name, tag.tag)
    }

    def mend(text: str) -> str:
        post = parse_post(text, Path())
        return with_value(post, text, "Tags", listed(known.get(tag.casefold(), tag) for tag in post.many("Tags")))

    return mend


FIXES: Mapping[str, str] = {
    "line-ends": "plain line ends",
    "hidden-characters": "without what does not show",
    "unicode-form": "composed letters",
    "known-tags": "the tag that another name stands for",
    "place": "into the folder of its year",
    "file-name": "the name of its slug",
}
"""The rules whose problems are mended, each with how."""


def fix_content(content: Content, problems: Iterable[Problem]) -> Iterator[Fix]:
    """Mend the files that these problems name, as far as that is safe; say of each what was mended, once it is.

    A file is replaced as a whole or not at all, and none is moved onto another. Links to a post that is moved, and from
    it, are written anew.
    """
    mends: dict[str, Callable[[str], str]] = {
        "line-ends": plain_line_ends,
        "hidden-characters": without_hidden,
        "unicode-form": composed,
        "known-tags": tags_of_vocabulary(content),
    }
    wrong = list(dict.fromkeys((problem.path, problem.rule) for problem in problems))
    for rule, mend in mends.items():
        for path, broken in wrong:
            if broken == rule and _mend(path, mend, content.root):
                yield Fix(path, rule)
    moves = _moves((path for path, rule in wrong if rule in ("place", "file-name")), content)
    Edits(with_links_kept(content, moves) if moves else {}, moves).write(content.root)
    for path, target in moves.items():
        yield Fix(path, "place" if target.name == path.name else "file-name", target)


def _mend(path: Path, mend: Callable[[str], str], root: Path) -> bool:
    text = path.read_bytes().decode("utf-8")
    mended = mend(text)
    if mended == text:
        return False
    write_whole(path, mended.encode(), root)
    return True


def _moves(paths: Iterable[Path], content: Content) -> dict[Path, Path]:
    """Where each of these posts belongs, unless its header does not say or another file is there."""
    moves: dict[Path, Path] = {}
    for path in paths:
        post = content.by_path[path]
        slug, year = post.get("Slug"), post.get("Date")[:4]
        target = content.root / "posts" / year / f"{slug}.md"
        if is_slug(slug) and year.isdigit() and not target.exists() and target not in moves.values():
            target.parent.mkdir(parents=True, exist_ok=True)
            moves[path] = target
    return moves
