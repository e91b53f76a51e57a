"""One build by the real `pelican` command, and the count of what went in and what came out."""

import json
import re
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plugins.build.pelican_runs import RunPelican, run_pelican
from plugins.search.index import IndexingError, build_index
from plugins.shared.comment_files import read_comments
from plugins.shared.errors import SiteError
from plugins.shared.posts import find_posts, read_post

_OURS = re.compile(r"^(?:SiteError|SettingError|SettingsError|RuntimeError): ", re.MULTILINE)


@dataclass(frozen=True)
class BuildResult:
    """What a build made. Every post found is in just one of `published`, `drafts`, `scheduled`, `held` and `refused`.

    `scheduled` are to be published on a day to come. `held` are drafts that still have `Flags`: an importer asked that
    a person look at them. `log` is what Pelican said (warnings and errors, a line each), `seconds` the wall time of the
    whole build. `addresses` has the Id of the post at each address that a published post has or had.
    """

    output: Path
    published: tuple[Path, ...]
    drafts: tuple[Path, ...]
    held: tuple[Path, ...]
    refused: tuple[Path, ...]
    pages: tuple[Path, ...]
    comments_shown: int
    comments_held: int
    seconds: float
    log: tuple[str, ...]
    exit_status: int
    scheduled: tuple[Path, ...] = ()
    addresses: Mapping[str, str] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether Pelican went through and left no post out."""
        return self.exit_status == 0 and not self.refused


def build_site(
    root: Path,
    output: Path,
    settings: str = "pelicanconf.py",
    content: Path | None = None,
    index: bool = True,
    pelican: RunPelican = run_pelican,
    template_cache: Path | None = None,
) -> BuildResult:
    """Build the site of the project at `root` into `output`, from `content` (by default `root/content`).

    `pelican` runs Pelican, which gets `--fatal errors`; `template_cache` is a folder of one's own for what it compiles.
    Then the search's index is made, unless told not to.
    A failed build is told by the result, not raised.
    """
    content = content or root / "content"
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        report_path = Path(folder, "report.json")
        done = pelican(_arguments(content, output, settings, report_path, template_cache), root)
        report = json.loads(report_path.read_text(encoding="utf-8")) if report_path.exists() else {}
    posts = find_posts(content)
    addresses = report.pop("addresses", {})
    took = {key: {Path(name).resolve() for name in names} for key, names in report.items()}
    drafts = [path for path in posts if path.resolve() in took.get("drafts", ())]
    held = [path for path in drafts if read_post(path).get("Flags")]
    scheduled = [path for path in drafts if path not in held and read_post(path).get("Status") != "draft"]
    published = tuple(path for path in posts if path.resolve() in took.get("published", ()))
    failures = _index(output, len(published)) if index and done.returncode == 0 else ()
    shown, hidden = count_comments(content)
    return BuildResult(
        output=output,
        published=published,
        drafts=tuple(path for path in drafts if path not in held and path not in scheduled),
        held=tuple(held),
        refused=tuple(
            path for path in posts if path.resolve() not in took.get("published", set()) | took.get("drafts", set())
        ),
        pages=tuple(sorted(took.get("pages", ()))),
        comments_shown=shown,
        comments_held=hidden,
        seconds=time.perf_counter() - started,
        log=said(done.stderr) + failures,
        exit_status=done.returncode or len(failures),
        scheduled=tuple(scheduled),
        addresses=addresses,
    )


def _index(output: Path, posts: int) -> tuple[str, ...]:
    """Make the search's index; give what kept it from being made."""
    try:
        build_index(output, posts)
    except IndexingError as error:
        return (str(error),)
    return ()


def _arguments(content: Path, output: Path, settings: str, report_path: Path, template_cache: Path | None) -> list[str]:
    return [
        str(content.resolve()),
        *("--settings", settings, "--output", str(output.resolve())),
        *("--fatal", "errors", "--log-handler", "plain"),
        *("--extra-settings", f"BUILD_REPORT_PATH={json.dumps(str(report_path))}"),
        *((f"BUILD_TEMPLATE_CACHE={json.dumps(str(template_cache))}",) if template_cache else ()),
    ]


def said(stderr: str) -> tuple[str, ...]:
    """What Pelican said, a line each. Of an error of ours, which says all there is to mend, without the traceback.

    >>> said("SettingsError: SITEURL = '': an address is needed\\nTraceback (most recent call last):\\n  File …")
    ("SITEURL = '': an address is needed",)
    """
    text, traceback, _ = stderr.partition("Traceback (most recent call last):\n")
    if traceback and not _OURS.search(text):
        text = stderr
    return tuple(_OURS.sub("", line) for line in text.splitlines() if line.strip())


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
