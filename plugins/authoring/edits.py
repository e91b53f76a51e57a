"""Changes to several files that belong together: worked out first, then written; a file is whole before and after."""

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from plugins.shared.posts import PAGE_KEYS, POST_KEYS, Post, format_post, parse_post
from plugins.shared.whole_files import write_whole

KEYS = tuple(dict.fromkeys((*POST_KEYS, *PAGE_KEYS)))
"""The keys of posts and pages alike."""


@dataclass
class Edits:
    """What is to be written where, and which files go elsewhere (before what is written)."""

    texts: dict[Path, str] = field(default_factory=dict)
    moves: dict[Path, Path] = field(default_factory=dict)

    @property
    def changed(self) -> list[Path]:
        """Every file that is written or moved, by its new name, in order."""
        return sorted({self.moves.get(path, path) for path in (*self.texts, *self.moves)})

    def write(self, root: Path) -> None:
        """Write the texts, then move the files; a file that is moved is written under its old name.

        All or none: where one cannot be written, or somebody stops it, those before it are as they were.
        """
        before = {path: path.read_bytes() for path in self.texts}
        moved: list[tuple[Path, Path]] = []
        try:
            for path, text in self.texts.items():
                write_whole(path, text.encode(), root)
            for path, target in self.moves.items():
                path.rename(target)
                moved.append((path, target))
        except BaseException:
            for path, target in moved:
                target.rename(path)
            for path, data in before.items():
                with contextlib.suppress(OSError):
                    write_whole(path, data, root)
            raise


def with_value(post: Post, text: str, key: str, value: str) -> str:
    """The text of a post with one header value replaced where it stands; a new key gets a line in the keys' order.

    Everything else stays byte for byte, unless the header is in YAML: that is written anew as a whole.
    """
    now = parse_post(text, post.path, KEYS)
    if now.fenced:
        return format_post(replace(now, header={**now.header, key: value}))
    rows, lines = text.split("\n"), now.lines
    row = f"{key}: {value}"
    if key in lines:
        return "\n".join([*rows[: lines[key] - 1], row, *rows[lines[key] :]])
    earlier = POST_KEYS[: POST_KEYS.index(key)]
    place = max((line for known, line in lines.items() if known in earlier), default=0)
    return "\n".join([*rows[:place], row, *rows[place:]])


def listed(values: Iterable[str]) -> str:
    """Several values as a header has them, none twice.

    >>> listed(["trust", "money", "trust"])
    'trust, money'
    """
    return ", ".join(dict.fromkeys(values))
