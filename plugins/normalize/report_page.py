"""The import report as one page for people: the captures of this import, each beside the post that it became.

Self-contained and without script; it works from disk. What it shows is bounded: refused and held captures come first,
then flagged ones, and a line says what is left out. The page tells only of what was found, not of when or how often, so
importing the same captures twice gives the same page.
"""

import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.normalize.explain import fate_of
from plugins.normalize.rules import sentence_of
from plugins.normalize.tracing import Part, Trace
from plugins.shared.errors import Problem, SiteError
from plugins.shared.posts import read_post

if TYPE_CHECKING:
    from jinja2 import Template

MARKER = '<meta name="generator" content="blog import">'
MOST_DETAILS, MOST_LISTED, MOST_ROWS, MOST_ENTRIES, LONGEST_TEXT = 24, 300, 400, 100, 1500
ORDER = ("refused", "held", "flagged", "edited", "post", "skipped")
"""The states of a capture, those that want a person first."""

WORDS = {"body": "kept", "comments": "moved"}
"""What the page calls the fates that it does not call by their own name."""

FATES = {
    "kept": "in the post",
    "moved": "to the post's header or its comments",
    "dropped": "left out, as what is said",
    "held": "kept back, for the reason that is said",
}

SHOWN_KEYS = ("Title", "Author", "Asker", "Kind", "Source_date", "Category", "Tags", "Summary", "Status", "Safety")

Tracer = Callable[[str, str], Trace | None]
"""Gives the trace of a capture by its name and digest; None where it cannot be shown."""


@dataclass(frozen=True)
class Row:
    """A part of a capture and what became of it. `line` is empty where the row above is of the same line.

    A row that `became` an entry is the title of the entry of an export whose rows follow.
    """

    line: str
    text: str
    became: str
    fate: str
    shape: str
    rule: str


@dataclass(frozen=True)
class Flag:
    """A flag, its sentence, and what the importer saw."""

    name: str
    sentence: str
    detail: str


@dataclass(frozen=True)
class ShownPost:
    """A post that came of a capture: its title, its file, the flags on it, and its header as the file has it."""

    title: str
    path: str
    edited: bool
    flags: tuple[Flag, ...]
    header: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Shown:
    """One capture on the page. `state` is one of ORDER; `words` are the numbers of words by what became of them.

    `no_posts` are the entries of an export that became no post: the outcome, the title (or the place), and why.
    """

    source: str
    sha256: str
    state: str
    reason: str
    posts: tuple[ShownPost, ...]
    notes: tuple[str, ...]
    no_posts: tuple[tuple[str, str, str], ...] = ()
    rows: tuple[Row, ...] = ()
    left_out: str = ""
    words: tuple[tuple[str, int], ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        return self.source, self.sha256

    @property
    def flags(self) -> int:
        return sum(len(post.flags) for post in self.posts)


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
    shown = sorted(map(_shown, entries), key=lambda one: (ORDER.index(one.state), one.source, one.sha256))
    chosen = _chosen(shown)
    details = [_detailed(one, trace(one.source, one.sha256), into) for one in chosen]
    return _template().render(
        sums=_sums(shown, entries),
        fates=FATES,
        listed=shown[:MOST_LISTED],
        not_listed=max(len(shown) - MOST_LISTED, 0),
        details=details,
        anchors={one.key: f"capture-{number}" for number, one in enumerate(chosen, 1)},
        not_detailed=sum(one.state != "skipped" for one in shown) - len(chosen),
        most_posts=MOST_DETAILS,
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


def _state(entry: Mapping[str, Any]) -> str:
    for state in ("refused", "held", "skipped"):
        if entry.get(state):
            return state
    articles = entry.get("articles", [])
    if entry.get("no_posts") and not articles:
        return "held"
    if any(article.get("flags") and article.get("state") != "edited" for article in articles):
        return "flagged"
    return "edited" if any(article.get("state") == "edited" for article in articles) else "post"


def _shown(entry: Mapping[str, Any]) -> Shown:
    """What an entry of the report says by itself."""
    state = _state(entry)
    notes = []
    if entry.get("repaired"):
        notes.append(f"Repaired by {', '.join(entry['repaired'])}; the text below is the repaired one.")
    if entry.get("encoding") not in (None, "", "utf-8"):
        notes.append(f"Read as {entry['encoding']}.")
    if entry.get("copies"):
        notes.append(f"{entry['copies']} more of the same name and bytes in other folders.")
    posts = tuple(map(_post, entry.get("articles", ())))
    none = tuple(
        ("refused" if one["refused"] else "held", one["title"] or one["where"], one["refused"] or one["held"])
        for one in entry.get("no_posts", ())
    )
    return Shown(entry["source"], entry["sha256"], state, str(entry.get(state, "")), posts, tuple(notes), none)


def _post(article: Mapping[str, Any]) -> ShownPost:
    flags = (Flag(name, *map(str, told)) for name, told in article.get("flags", {}).items())
    path = str(article.get("post", {}).get("path", ""))
    return ShownPost(str(article.get("title", "")), path, article.get("state") == "edited", tuple(flags))


def _detailed(one: Shown, trace: Trace | None, into: Path) -> Shown:
    """A capture with the headers of its posts, and with its text where that can be shown."""
    posts = tuple(replace(post, header=_header(into / post.path)) for post in one.posts[:MOST_DETAILS])
    if trace is None:
        return replace(
            one, posts=posts, left_out="The text of this capture is not shown here: it is too large or gone."
        )
    rows = tuple(itertools.islice(_all_rows(trace), MOST_ROWS))
    rest = len(trace.parts) - sum(row.became != "entry" for row in rows)
    left_out = f"{rest} more parts are not shown here; the report in JSON accounts for all." if rest else ""
    words = Counter[str]()
    for part in trace.parts:
        words[WORDS.get(part.became, part.became)] += len(part.text.split())
    return replace(
        one,
        posts=posts,
        rows=rows,
        left_out=left_out,
        words=tuple((word, words[word]) for word in FATES if words[word]),
    )


def _header(path: Path) -> tuple[tuple[str, str], ...]:
    """The telling part of a post's header; none where the file cannot be read."""
    try:
        post = read_post(path)
    except (OSError, SiteError):
        return ()
    return tuple((key.replace("_", " "), post.get(key)) for key in SHOWN_KEYS if post.get(key))


def _all_rows(trace: Trace) -> Iterator[Row]:
    """The rows of a capture; those of an export's entries each below the entry's title."""
    for title, page in zip(trace.titles, trace.pages, strict=True):
        if trace.is_export:
            yield Row("", title, "entry", "", "", "")
        yield from _rows(page)


def _rows(parts: Sequence[Part]) -> Iterator[Row]:
    above = ""
    for part in parts:
        line = str(part.line) if part.line == part.last else f"{part.line}–{part.last}"
        text = part.text if len(part.text) <= LONGEST_TEXT else part.text[:LONGEST_TEXT].rstrip() + " …"
        word = WORDS.get(part.became, part.became)
        fate = fate_of(part).removeprefix(word).lstrip(": ")
        yield Row("" if line == above else line, text, word, fate, part.shape, part.rule)
        above = line


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
