"""The theme's styles and scripts as readers get them: joined, minified, and named by what they hold.

A name with a fingerprint never means other bytes, so a host may tell browsers to keep such a file for ever.
"""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from plugins.shared.errors import Problem, SiteError

FRAME = ("tokens", "reset", "base", "layout", "prose")
"""The styles that come first, in this order: the first one names the order of the layers."""

FINGERPRINT_LENGTH = 10

_ANY_BELOW = re.compile(r"(?<=[\w)\]]) +(?=:[a-z])")
"""The space in `.prose :where(p)`, which rcssmin takes away, so that the rule would be about `.prose` itself."""


@dataclass(frozen=True)
class Asset:
    """A file as it is published: its path below the theme's folder, with a fingerprint in its name, and its bytes."""

    path: str
    data: bytes


def join_styles(folder: Path, names: Iterable[str], stem: str) -> Asset:
    """The styles `folder/css/<name>.css` as one file. Neither order nor repetition of names makes a difference."""
    wanted = sorted(set(names), key=lambda name: (FRAME.index(name) if name in FRAME else len(FRAME), name))
    text = "\n".join(_source(folder / "css" / f"{name}.css") for name in wanted)
    return _named(f"css/{stem}", ".css", _minified(cssmin, _ANY_BELOW.sub(" *", text)))


def read_script(folder: Path, name: str) -> Asset:
    """The script `folder/js/<name>.js`."""
    return _named(f"js/{name}", ".js", _minified(jsmin, _source(folder / "js" / f"{name}.js")))


def _minified(minify: Callable[[str], str | bytes], text: str) -> str:
    return str(minify(text))


def _source(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        message = "a template names this file (`components` or `scripts`), and it is missing; add it or mend the name"
        raise SiteError([Problem(path, 0, message, "assets")]) from error


def _named(stem: str, suffix: str, text: str) -> Asset:
    data = text.encode()
    return Asset(f"{stem}.{hashlib.sha256(data).hexdigest()[:FINGERPRINT_LENGTH]}{suffix}", data)
