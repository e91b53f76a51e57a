"""The import report as one page for people: the captures of this import, each beside the post that it became.

Self-contained and without script; it works from disk. What it shows is bounded: refused and held captures come first,
then flagged ones, and a line says what is left out. The page tells only of what was found, not of when or how often, so
importing the same captures twice gives the same page.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
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

COUNTED = (
    "captures",
    "posts",
    "posts flagged",
    "posts edited by a person",
    "captures held",
    "captures refused",
    "entries without a post",
    "comments",
    "comments held",
)
"""The numbers at the top of the page, in order, by what they count."""

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


def report_page(entries: Iterable[Mapping[str, Any]], trace: Tracer, into: Path) -> str:
    """The HTML of the page about the entries of one import; posts are read from below `into`."""
    sums, waiting, done, skipped = _sifted(entries)
    chosen = _chosen(waiting, done)
    listed = [*waiting, *done, *skipped][:MOST_LISTED]
    details = [detailed(one, trace(one.source, one.sha256), into) for one in chosen]
    return _template().render(
        sums=[(name, f"{sums[name]:,}") for name in COUNTED if sums[name] or name != "entries without a post"],
        fates=FATES,
        listed=listed,
        not_listed=sums["captures"] + sums["skipped"] - len(listed),
        details=details,
        anchors={one.key: f"capture-{number}" for number, one in enumerate(chosen, 1)},
        not_detailed=sums["captures"] - len(chosen),
        most_posts=MOST_POSTS,
        most_entries=MOST_ENTRIES,
        rules=[
            (rule, sentence_of(rule, "")) for rule in sorted({row.rule for one in details for row in one.rows} - {""})
        ],
    )


def _sifted(entries: Iterable[Mapping[str, Any]]) -> tuple[Counter[str], list[Shown], list[Shown], list[Shown]]:
    """The sums over all entries, and those to show first: refused and held, with a post, skipped; the first of each."""
    sums: Counter[str] = Counter()
    heaps: tuple[list[Shown], ...] = ([], [], [])
    for entry in entries:
        one = shown_of(entry)
        sums.update(_sums(one, entry))
        heap = heaps[{"refused": 0, "held": 0, "skipped": 2}.get(one.state, 1)]
        heap.append(one)
        if len(heap) > 2 * MOST_LISTED:
            heap[:] = sorted(heap, key=_order)[:MOST_LISTED]
    waiting, done, skipped = (sorted(heap, key=_order)[:MOST_LISTED] for heap in heaps)
    return sums, waiting, done, skipped


def _order(one: Shown) -> tuple[int, str, str]:
    return ORDER.index(one.state), one.source, one.sha256


def _chosen(waiting: Sequence[Shown], done: Sequence[Shown]) -> list[Shown]:
    """The captures to show side by side: at most half of them refused or held, while others wait to be shown."""
    first = waiting[: max(MOST_DETAILS // 2, MOST_DETAILS - len(done))]
    return [*first, *done[: MOST_DETAILS - len(first)]]


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


def _sums(one: Shown, entry: Mapping[str, Any]) -> dict[str, int]:
    """What an entry adds to the numbers at the top of the page, by what they count."""
    comments = [article["comments"] for article in entry.get("articles", ()) if "comments" in article]
    return {
        "captures": one.state != "skipped",
        "posts": len(one.posts),
        "posts flagged": sum(bool(post.flags) for post in one.posts),
        "posts edited by a person": sum(post.edited for post in one.posts),
        "captures held": one.state == "held",
        "captures refused": one.state == "refused",
        "entries without a post": len(one.no_posts),
        "comments": sum(told["found"] for told in comments),
        "comments held": sum(told["held"] for told in comments),
        "skipped": one.state == "skipped",
    }
