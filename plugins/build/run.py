"""One build by the real `pelican` command, and the count of what went in and what came out."""

import contextlib
import json
import os
import re
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from plugins.build.first import First, watch_for
from plugins.build.pelican_runs import RunPelican, run_pelican
from plugins.shared.build_result import BuildResult
from plugins.shared.comment_files import read_comments
from plugins.shared.errors import IndexingError, SiteError, what_to_do
from plugins.shared.posts import find_posts, read_post
from plugins.shared.scratch import scratch_folder

_OURS = re.compile(r"^(?:SiteError|SettingError|SettingsError|RuntimeError): ", re.MULTILINE)
_SYSTEMS = re.compile(r"^\w+: \[Errno (?P<number>\d+)\] [^':]*(?:: '(?P<path>[^']*)'.*)?$", re.MULTILINE)
"""What Pelican says of an error of the system."""

MakeIndex = Callable[[Path, int], None]
"""Makes the search's index in an output folder that has so many published posts. Raises IndexingError."""


def build_site(
    root: Path,
    output: Path,
    settings: str = "pelicanconf.py",
    content: Path | None = None,
    index: MakeIndex | None = None,
    pelican: RunPelican = run_pelican,
    template_cache: Path | None = None,
    first: First | None = None,
) -> BuildResult:
    """Build the site of the project at `root` into `output`, from `content` (by default `root/content`).

    `pelican` runs Pelican, which gets `--fatal errors`; `template_cache` is a folder of one's own for what it compiles.
    `first` says what is written before the rest of the site; it may be told of it even where the build fails then.
    Then `index`, where there is one, makes the search's index.
    A failed build is told by the result, not raised.
    """
    content = content or root / "content"
    started = time.perf_counter()
    with scratch_folder("report") as folder:
        report_path = folder / "report.json"
        more: dict[str, object] = {"BUILD_REPORT_PATH": str(report_path)}
        more |= {"BUILD_TEMPLATE_CACHE": str(template_cache)} if template_cache else {}
        with _first_of_all(first, folder / "first.json") as asked:
            done = pelican(_arguments(content, output, settings, more | asked), root)
        report = json.loads(report_path.read_text(encoding="utf-8")) if report_path.exists() else {}
    posts = sorted_posts(content, report)
    failures = _index(index, output, len(posts["published"])) if index and done.returncode == 0 else ()
    shown, hidden = count_comments(content)
    return BuildResult(
        output=output,
        **posts,
        pages=tuple(sorted(Path(name).resolve() for name in report.get("pages", ()))),
        comments_shown=shown,
        comments_held=hidden,
        seconds=time.perf_counter() - started,
        log=said(done.stderr) + failures,
        exit_status=done.returncode or len(failures),
        addresses=report.get("addresses", {}),
    )


@contextlib.contextmanager
def _first_of_all(first: First | None, path: Path) -> Iterator[dict[str, object]]:
    """The settings that have a build write some files first and say so at `path`; that is told while the block runs."""
    if not first:
        yield {}
        return
    with watch_for(path, first.there):
        yield {"BUILD_FIRST_PATH": str(path), "BUILD_FIRST_PAGES": [*first.names]}


def sorted_posts(content: Path, report: Mapping[str, Any]) -> dict[str, tuple[Path, ...]]:
    """Every post of the content in the group of BuildResult that the build's report puts it into."""
    took = {key: {Path(name).resolve() for name in report.get(key, ())} for key in ("published", "drafts")}
    groups: dict[str, list[Path]] = {"published": [], "drafts": [], "scheduled": [], "held": [], "refused": []}
    for path in find_posts(content):
        if path.resolve() in took["published"]:
            groups["published"].append(path)
        elif path.resolve() not in took["drafts"]:
            groups["refused"].append(path)
        else:
            post = read_post(path)
            draft = "drafts" if post.get("Status") == "draft" else "scheduled"
            groups["held" if post.get("Flags") else draft].append(path)
    return {name: tuple(paths) for name, paths in groups.items()}


def _index(index: MakeIndex, output: Path, posts: int) -> tuple[str, ...]:
    """Make the search's index; give what kept it from being made."""
    try:
        index(output, posts)
    except IndexingError as error:
        return (str(error),)
    return ()


def _arguments(content: Path, output: Path, settings: str, more: Mapping[str, object]) -> list[str]:
    return [
        str(content.resolve()),
        *("--settings", settings, "--output", str(output.resolve())),
        *("--fatal", "errors", "--log-handler", "plain"),
        *("--extra-settings", *(f"{name}={json.dumps(value)}" for name, value in more.items())),
    ]


def said(stderr: str) -> tuple[str, ...]:
    """What Pelican said, a line each. Of an error that says all there is to mend, without the traceback.

    >>> said("SettingsError: SITEURL = '': an address is needed\\nTraceback (most recent call last):\\n  File …")
    ("SITEURL = '': an address is needed",)
    """
    text, traceback, _ = stderr.partition("Traceback (most recent call last):\n")
    if traceback and not (_OURS.search(text) or _SYSTEMS.search(text)):
        text = stderr
    return tuple(_SYSTEMS.sub(_of_system, _OURS.sub("", line)) for line in text.splitlines() if line.strip())


def _of_system(found: re.Match[str]) -> str:
    """An error of the system in words of ours.

    >>> _SYSTEMS.sub(_of_system, "OSError: [Errno 28] No space left on device: '/srv/output/index.html'")
    '/srv/output/index.html: the disk is full; make room, then try again'
    """
    number = int(found["number"])
    return f"{found['path'] or 'a file'}: {what_to_do(OSError(number, os.strerror(number)))}"


def count_comments(content: Path) -> tuple[int, int]:
    """How many comments below `content/comments/` are shown and how many are held; unreadable files count as none."""
    shown = held = 0
    for path in sorted((content / "comments").glob("*.toml")):
        try:
            comments = read_comments(path)
        except SiteError:
            continue
        held += sum(comment.held for comment in comments)
        shown += sum(not comment.held for comment in comments)
    return shown, held
