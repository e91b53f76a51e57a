"""The import report as one page for people: the captures of this import, each beside the post that it became.

Self-contained and without script; it works from disk. What it shows is bounded: refused and held captures come first,
then flagged ones, and a line says what is left out. The page tells only of what was found, not of when or how often, so
importing the same captures twice gives the same page.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.normalize.report_view import FATES, MOST_POSTS, ORDER, Shown, detailed, shown_of
from plugins.normalize.rules import sentence_of
from plugins.normalize.tracing import Trace
from plugins.shared.errors import Problem, SiteError

if TYPE_CHECKING:
    from jinja2 import Template

MARKER = '<meta name="generator" content="blog import">'
MOST_DETAILS, MOST_LISTED, MOST_ENTRIES = 24, 300, 100
"""Captures side by side, captures in the list, and entries without a post of one export."""

Tracer = Callable[[str, str], Trace | None]
"""Gives the trace of a capture by its name and digest; None where it cannot be shown."""


def page_path(report: Path) -> Path:
    """Where the page of a report is written: beside it, under the same stem."""
    return report.with_suffix(".html") if report.suffix != ".html" else report.with_suffix(".page.html")


def check_page_path(report: Path) -> None:
    """Raise SiteError where the page would overwrite a file that is no import's page."""
    path = page_path(report)
    if path.is_file() and MARKER not in path.read_text(encoding="utf-8", errors="replace")[:1000]:
        message = "the page of the import report goes here, and this file is none; move it away, or use --report"
        raise SiteError([Problem(path, 0, message, "report")])


def report_page(entries: Sequence[Mapping[str, Any]], trace: Tracer, into: Path) -> str:
    """The HTML of the page about the entries of one import; posts are read from below `into`."""
    shown = sorted(map(shown_of, entries), key=lambda one: (ORDER.index(one.state), one.source, one.sha256))
    chosen = _chosen(shown)
    details = [detailed(one, trace(one.source, one.sha256), into) for one in chosen]
    return _template().render(
        sums=_sums(shown, entries),
        fates=FATES,
        listed=shown[:MOST_LISTED],
        not_listed=max(len(shown) - MOST_LISTED, 0),
        details=details,
        anchors={one.key: f"capture-{number}" for number, one in enumerate(chosen, 1)},
        not_detailed=sum(one.state != "skipped" for one in shown) - len(chosen),
        most_posts=MOST_POSTS,
        most_entries=MOST_ENTRIES,
        rules=[
            (rule, sentence_of(rule, "")) for rule in sorted({row.rule for one in details for row in one.rows} - {""})
        ],
    )


def _chosen(shown: Sequence[Shown]) -> list[Shown]:
    """The captures to show side by side: at most half of them refused or held, while others wait to be shown."""
    without = [one for one in shown if one.state in ("refused", "held")]
    others = [one for one in shown if one.state not in ("refused", "held", "skipped")]
    room = max(MOST_DETAILS // 2, MOST_DETAILS - len(others))
    first = without[:room]
    return first + others[: MOST_DETAILS - len(first)]


def _template() -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("report_page.html")


def _sums(shown: Sequence[Shown], entries: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """The numbers at the top of the page, each with what it counts."""
    posts = [post for one in shown for post in one.posts]
    comments = [
        article["comments"] for entry in entries for article in entry.get("articles", ()) if "comments" in article
    ]
    counted = {
        "captures": sum(one.state != "skipped" for one in shown),
        "posts": len(posts),
        "posts flagged": sum(bool(post.flags) for post in posts),
        "posts edited by a person": sum(post.edited for post in posts),
        "captures held": sum(one.state == "held" for one in shown),
        "captures refused": sum(one.state == "refused" for one in shown),
        "entries without a post": sum(len(one.no_posts) for one in shown),
        "comments": sum(one["found"] for one in comments),
        "comments held": sum(one["held"] for one in comments),
    }
    return [(name, f"{count:,}") for name, count in counted.items() if count or name != "entries without a post"]
