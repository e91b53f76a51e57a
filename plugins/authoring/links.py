"""Links between posts and pages that go on leading where they led when files move."""

import os
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from urllib.parse import quote, unquote

from plugins.shared.content import Content
from plugins.shared.whole_files import read_whole

_LINK = re.compile(r"(?<=\{filename\})[^\s)\"'>#]+")


def with_links_kept(content: Content, moves: Mapping[Path, Path]) -> dict[Path, str]:
    """The new text of each post and page, by its path before the moves, in which a link must be written otherwise.

    `moves` says of files where they go. A link from the content folder stays one, a relative link stays relative; one
    that leads nowhere stays as it is.
    """
    before = {path: read_whole(path, "encoding") for path in content.by_path}
    after = {path: _LINK.sub(partial(_led, path, content, moves), text) for path, text in before.items()}
    return {path: text for path, text in after.items() if text != before[path]}


def _led(path: Path, content: Content, moves: Mapping[Path, Path], link: re.Match[str]) -> str:
    """A link in the file at `path` as it must be after the moves."""
    root, from_root = content.root, link[0].startswith("/")
    target = Path(os.path.normpath((root if from_root else path.parent) / unquote(link[0]).lstrip("/")))
    if target not in content.by_path or not (path in moves or target in moves):
        return link[0]
    now, here = moves.get(target, target), moves.get(path, path).parent
    return quote(f"/{now.relative_to(root).as_posix()}" if from_root else Path(os.path.relpath(now, here)).as_posix())
