"""The post file: one parser and one serializer for header and body.

A post is Python-Markdown metadata (`Key: value` lines), a blank line, then the Markdown body. Only the keys named in
`POST_KEYS` are known. A value is one line; a key stands once.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plugins.shared.errors import Problem, SiteError, nearest

POST_KEYS = (
    "Title",
    "Slug",
    "Id",
    "Date",
    "Modified",
    "Author",
    "Category",
    "Tags",
    "Summary",
    "Status",
    "Kind",
    "Asker",
    "Related_posts",
    "Update_of",
    "Series",
    "Aliases",
    "Safety",
    "Source",
    "Source_sha256",
    "Source_url",
    "Source_title",
    "Source_date",
    "Flags",
)
"""Every key that a post's header may hold, in the order in which they are written."""

PAGE_KEYS = ("Title", "Slug", "Date", "Modified", "Summary", "Status", "Template", "Aliases", "Safety", "Order")
"""Every key that a page's header may hold, in the order in which they are written."""

KINDS = ("question-answer", "question-answer-multi", "guide", "listicle", "essay", "interview")
LETTER_KINDS = ("question-answer", "question-answer-multi")
STATUSES = ("published", "draft")
TEMPLATES = ("page", "ask", "help")
SAFETY_TOPICS = ("abuse", "suicide", "self-harm", "sexual-violence", "eating-disorders", "addiction")

BESIDE_SUFFIX = ".imported"
"""What the importer adds to the name of a post that a person has edited, to write its own version beside it."""

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SLUG_MAX_BYTES = 80

_BLANK_LINES = re.compile(r"\A(?:[^\S\n]*\n)+")
_FIELD = re.compile(r"(?P<key>[A-Za-z][A-Za-z0-9_-]*):(?:[ \t]+(?P<value>.*?))?[ \t]*")


@dataclass(frozen=True)
class Post:
    """A post or page: its header (keys as written in the contract, values as text), its body and where each stood.

    `lines` maps a header key to its 1-based line, `body_line` is the line on which the body begins; both are only
    known for what was parsed from a file.
    """

    header: Mapping[str, str]
    body: str
    path: Path = Path()
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    body_line: int = field(default=0, compare=False)

    def get(self, key: str, default: str = "") -> str:
        """The value of a header key, or the default where the post has none."""
        return self.header.get(key, default)

    def many(self, key: str, separator: str = ",") -> tuple[str, ...]:
        """The parts of a value that lists several, empty ones left out."""
        return tuple(part.strip() for part in self.get(key).split(separator) if part.strip())

    def line_of(self, key: str) -> int:
        """The line on which a key stands; 1 where it does not."""
        return self.lines.get(key, 1)


def read_post(path: Path, keys: Iterable[str] = POST_KEYS) -> Post:
    """Read and parse a post file. Raises SiteError with every problem of its header."""
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise SiteError([Problem(path, line, "this is not UTF-8; save the file as UTF-8", "encoding")]) from error
    return parse_post(text, path, keys)


def parse_post(text: str, path: Path, keys: Iterable[str] = POST_KEYS) -> Post:
    """Split a post's text into header and body. Raises SiteError with every problem of the header."""
    known = {key.casefold(): key for key in keys}
    rows = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    header: dict[str, str] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    number = 0
    for number, row in enumerate(rows, start=1):
        if not row.strip():
            break
        problem = _read_field(row, number, known, header, lines)
        if problem:
            problems.append(Problem(path, number, problem, "header"))
    if not header and not problems:
        problems.append(Problem(path, 1, "a post begins with its header, `Title: …` on the first line", "header"))
    if problems:
        raise SiteError(problems)
    start = next((place for place in range(number, len(rows)) if rows[place].strip()), len(rows))
    return Post(header, _trim("\n".join(rows[start:])), path, lines, start + 1)


def _read_field(
    row: str, number: int, known: Mapping[str, str], header: dict[str, str], lines: dict[str, int]
) -> str | None:
    """Take one header line into `header` and `lines`, or say what is wrong with it."""
    match = _FIELD.fullmatch(row)
    if match is None:
        return "a header line reads `Key: value`, and a blank line ends the header; put the value on one line"
    key = known.get(match["key"].casefold().replace("-", "_"))
    if key is None:
        hint = nearest(match["key"].capitalize(), known.values())
        return f"`{match['key']}` is not a header key{hint}; known are {', '.join(known.values())}"
    if key in header:
        return f"`{key}` stands twice, first on line {lines[key]}; keep one"
    header[key] = match["value"] or ""
    lines[key] = number
    return None


def format_post(post: Post) -> str:
    """The text of a post file: header in the contract's order, a blank line, the body, one newline at the end.

    Keys outside the contract and line breaks inside a value raise ValueError: they could not be read back.
    """
    order = {key: place for place, key in enumerate(dict.fromkeys((*POST_KEYS, *PAGE_KEYS)))}
    rows = []
    for key in sorted(post.header, key=lambda key: order.get(key, -1)):
        value = post.header[key]
        if key not in order:
            raise ValueError(f"{key!r} is not a header key")
        if value != " ".join(value.split("\n")) or value.splitlines()[1:]:
            raise ValueError(f"the value of {key!r} holds a line break: {value!r}")
        rows.append(f"{key}: {value}".rstrip())
    return "\n".join(rows) + "\n\n" + _trim(post.body)


def _trim(body: str) -> str:
    """The body without blank lines around it, and with one newline at its end unless it is empty."""
    body = _BLANK_LINES.sub("", body).rstrip()
    return body + "\n" if body else ""


def find_posts(content: Path) -> list[Path]:
    """Every post file below `content/posts/`, in order of path."""
    return sorted(path for path in (content / "posts").rglob("*.md") if path.is_file())
