"""What the page of the import report shows of a capture: plain data, out of the report and the capture itself."""

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from plugins.normalize.explain import fate_of
from plugins.normalize.tracing import Part, Trace
from plugins.shared.errors import SiteError
from plugins.shared.posts import read_post

MOST_POSTS, MOST_ROWS, LONGEST_TEXT, MOST_TEXT = 24, 400, 1500, 80_000
"""Posts and parts of one capture; characters of one part, and of all parts of a capture."""

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
"""The fates as the page calls them, and what each means."""

SHOWN_KEYS = ("Title", "Author", "Asker", "Kind", "Source_date", "Category", "Tags", "Summary", "Status", "Safety")


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


def shown_of(entry: Mapping[str, Any]) -> Shown:
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


def _post(article: Mapping[str, Any]) -> ShownPost:
    flags = (Flag(name, *map(str, told)) for name, told in article.get("flags", {}).items())
    path = str(article.get("post", {}).get("path", ""))
    return ShownPost(str(article.get("title", "")), path, article.get("state") == "edited", tuple(flags))


def detailed(one: Shown, trace: Trace | None, into: Path) -> Shown:
    """A capture with the headers of its posts, and with its text where that can be shown."""
    posts = tuple(replace(post, header=_header(into / post.path)) for post in one.posts[:MOST_POSTS])
    if trace is None:
        return replace(
            one, posts=posts, left_out="The text of this capture is not shown here: it is too large or gone."
        )
    rows = tuple(_bounded(_all_rows(trace)))
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


def _bounded(rows: Iterator[Row]) -> Iterator[Row]:
    """The first rows, as many as a page can bear."""
    characters = 0
    for row in itertools.islice(rows, MOST_ROWS):
        characters += len(row.text)
        if characters > MOST_TEXT:
            return
        yield row


def _all_rows(trace: Trace) -> Iterator[Row]:
    """The rows of a capture; those of an export's entries, or of several articles, each below its title."""
    for title, page in zip(trace.titles, trace.pages, strict=True):
        if trace.is_export or (trace.reading.several and title):
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
