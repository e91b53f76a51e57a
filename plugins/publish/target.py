"""Where a site is published to, as the setting `PUBLISH_TARGET` or the command's argument names it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, urlsplit

from plugins.shared.errors import SettingError

KINDS = ("output", "folder", "ssh", "rsync", "git", "s3")
EXAMPLES = (
    "output:output, folder:/var/www/blog, ssh:user@host:/var/www/blog, rsync:user@host:public_html, "
    "git:origin#gh-pages or s3://bucket?endpoint=https://…"
)
DEFAULT_BRANCH = "gh-pages"
KEEPING = ("folder", "ssh", "git")
"""Hosts that may keep earlier releases to return to."""

PRECOMPRESSED = ("output", "folder", "ssh", "rsync")
"""Hosts whose web server may take a compressed file that lies beside the page."""

_REMOTE = re.compile(r"(?P<host>(?:[\w.-]+@)?[\w.-]+|(?:[\w.-]+@)?\[[0-9a-fA-F:.]+\]):(?P<path>.+)", re.ASCII)


@dataclass(frozen=True)
class Target:
    """Where to publish. `place` is a folder, a branch's remote or a bucket; `name` is the branch or the key's prefix.

    `options` are what stands behind the question mark.
    """

    kind: str
    place: str
    host: str = ""
    port: int = 0
    name: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    text: str = ""


def parse_target(text: str) -> Target:
    """Read a target. Raises SettingError.

    >>> parse_target("ssh:me@host:/var/www/blog").host, parse_target("git:origin").name
    ('me@host', 'gh-pages')
    """
    kind, colon, rest = text.partition(":")
    if not colon or kind not in KINDS or not rest.strip("/"):
        raise _error(text, f"write one of {EXAMPLES}")
    if kind in ("output", "folder"):
        return Target(kind, rest, text=text)
    if kind in ("ssh", "rsync"):
        return _server(kind, rest, text)
    return _branch(rest, text) if kind == "git" else _bucket(rest, text)


def _server(kind: str, rest: str, text: str) -> Target:
    if rest.startswith("//"):
        parts = urlsplit(f"{kind}:{rest}")
        host = parts.netloc.rpartition(":")[0] if parts.port else parts.netloc
        if not parts.hostname or host.startswith("-") or not parts.path.strip("/"):
            raise _error(text, f"write {kind}://user@host:port/path/of/the/folder")
        return Target(kind, parts.path, host, parts.port or 0, text=text)
    match = _REMOTE.fullmatch(rest)
    if match is None or match["host"].startswith("-") or match["path"] in (".", "~", "/"):
        raise _error(text, f"write {kind}:user@host:path/of/the/folder")
    return Target(kind, match["path"], match["host"], text=text)


def _branch(rest: str, text: str) -> Target:
    rest, _, query = rest.partition("?")
    remote, _, branch = rest.partition("#")
    options = _options(query, {"history": ("keep",)}, text)
    branch = branch or DEFAULT_BRANCH
    if remote.startswith("-") or not re.fullmatch(r"(?!-)[\w./-]+", branch, re.ASCII) or branch in ("main", "master"):
        raise _error(text, "write git:REMOTE#BRANCH; the branch is all the site's own, so neither main nor master")
    return Target("git", remote, name=branch, options=options, text=text)


def _bucket(rest: str, text: str) -> Target:
    parts = urlsplit(f"s3:{rest}")
    if not rest.startswith("//") or not parts.netloc:
        raise _error(text, "write s3://bucket/prefix?endpoint=https://…&region=…")
    options = _options(parts.query, {"endpoint": (), "region": ()}, text)
    prefix = str(PurePosixPath(parts.path)).strip("/") if parts.path.strip("/") else ""
    return Target("s3", parts.netloc, name=prefix, options=options, text=text)


def _options(query: str, known: Mapping[str, tuple[str, ...]], text: str) -> dict[str, str]:
    options = dict(parse_qsl(query, keep_blank_values=True))
    for key, value in options.items():
        if key not in known or (known[key] and value not in known[key]):
            choice = ", ".join(f"{name}={'|'.join(values) or '…'}" for name, values in known.items())
            raise _error(text, f"`{key}={value}` is not known behind the question mark; known is {choice}")
    return options


def _error(text: str, expected: str) -> SettingError:
    return SettingError("PUBLISH_TARGET", text, expected)
