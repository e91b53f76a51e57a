"""The post file: one parser and one serializer for header and body.

A post is Python-Markdown metadata (`Key: value` lines), a blank line, then the Markdown body; or, as editors in a
browser write it, the same keys in YAML between two lines of `---`. Only the keys named in `POST_KEYS` are known. A
value is one line; a key stands once.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from plugins.shared.errors import Problem, SiteError, nearest
from plugins.shared.fenced_header import Field, Wrong, fenced_end, fenced_fields, format_fenced, is_fenced
from plugins.shared.whole_files import read_whole

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
    "Letter_from",
    "Consent",
    "Related_posts",
    "Update_of",
    "Series",
    "Steps",
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

PAGE_KEYS = ("Title", "Slug", "Date", "Modified", "Summary", "Status", "Template", "Aliases", "Safety")
"""Every key that a page's header may hold, in the order in which they are written."""

LIST_KEYS = ("Tags", "Asker", "Related_posts", "Aliases", "Safety", "Flags")
"""The keys whose value lists several; askers are joined by `; `, all others by `, `."""

KINDS = ("question-answer", "question-answer-multi", "guide", "listicle", "essay", "interview")
LETTER_KINDS = ("question-answer", "question-answer-multi")
LETTER_SOURCES = ("composite", "reader")
STATUSES = ("published", "draft")
TEMPLATES = ("page", "ask", "help", "search", "subscribe")
SAFETY_TOPICS = ("abuse", "suicide", "self-harm", "sexual-violence", "eating-disorders", "addiction")

BESIDE_SUFFIX = ".imported"
"""What the importer adds to the name of a post that a person has edited, to write its own version beside it."""

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SLUG_MAX_BYTES = 80
SLUG_FORM = f"a-z, 0-9 and single hyphens between them, at most {SLUG_MAX_BYTES} characters"
KEPT_BY_WINDOWS = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)),
}
"""Names that no file may have on Windows, whatever its ending (Microsoft, Naming Files, Paths, and Namespaces)."""

TITLE_MAX = 90
SUMMARY_MIN, SUMMARY_MAX = 40, 240
"""Characters; a summary is shown as "In short" and as the description that search engines show."""

TAGS_MIN, TAGS_MAX = 3, 6

_BLANK_LINES = re.compile(r"\A(?:[^\S\n]*\n)+")
_FIELD = re.compile(r"(?P<key>[A-Za-z][A-Za-z0-9_-]*):(?:[ \t]+(?P<value>.*?))?[ \t]*")


@dataclass(frozen=True)
class Post:
    """A post or page: its header (keys as written in the contract, values as text), its body and where each stood.

    `lines` maps a header key to its 1-based line, `body_line` is the line on which the body begins; both are only
    known for what was parsed from a file. `fenced` is whether the header stands in YAML between two lines of `---`.
    """

    header: Mapping[str, str]
    body: str
    path: Path = Path()
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    body_line: int = field(default=0, compare=False)
    fenced: bool = field(default=False, compare=False)

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
    """Read and parse a post file. Raises SiteError: it cannot be read, or what is wrong with its header."""
    return parse_post(read_whole(path, "encoding"), path, keys)


def parse_post(text: str, path: Path, keys: Iterable[str] = POST_KEYS) -> Post:
    """Split a post's text into header and body. Raises SiteError with every problem of the header."""
    known = {key.casefold(): key for key in keys}
    rows = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    fenced = is_fenced(rows)
    end = fenced_end(rows) if fenced else next((at for at, row in enumerate(rows) if not row.strip()), len(rows))
    header: dict[str, str] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    if fenced and not end:
        problems.append(Problem(path, 1, "the header begins with `---`; end it with another line of `---`", "header"))
    headless = not fenced and not any(_FIELD.fullmatch(row) for row in rows[:end])
    for found in fenced_fields(rows[:end]) if fenced else _plain_fields([] if headless else rows[:end]):
        wrong = found if isinstance(found, Wrong) else _take(found, known, header, lines)
        if wrong:
            problems.append(Problem(path, wrong.line, wrong.message, "header"))
    if not header and not problems:
        problems.append(Problem(path, 1, "a post begins with its header, `Title: …` on the first line", "header"))
    if problems:
        raise SiteError(problems)
    start = next((at for at in range(end + fenced, len(rows)) if rows[at].strip()), len(rows))
    return Post(header, _trim("\n".join(rows[start:])), path, lines, start + 1, fenced)


def _plain_fields(rows: Sequence[str]) -> Iterator[Field | Wrong]:
    """The fields of a header of `Key: value` lines, or what is wrong with a line."""
    for number, row in enumerate(rows, start=1):
        if match := _FIELD.fullmatch(row):
            yield match["key"], match["value"] or "", number
        else:
            message = "a header line reads `Key: value`, and a blank line ends the header; put the value on one line"
            yield Wrong(number, message)


def _take(field: Field, known: Mapping[str, str], header: dict[str, str], lines: dict[str, int]) -> Wrong | None:
    """Take one field into `header` and `lines`, or say what is wrong with it."""
    name, value, line = field
    key = known.get(name.casefold().replace("-", "_"))
    if key is None:
        hint = nearest(name.capitalize(), known.values())
        return Wrong(line, f"`{name}` is not a header key{hint}; known are {', '.join(known.values())}")
    if key in header:
        return Wrong(line, f"`{key}` stands twice, first on line {lines[key]}; keep one")
    header[key] = value
    lines[key] = line
    return None


def format_post(post: Post) -> str:
    """The text of a post file: header in the contract's order, a blank line, the body, one newline at the end.

    Keys outside the contract and line breaks inside a value raise ValueError: they could not be read back.
    """
    order = {key: place for place, key in enumerate(dict.fromkeys((*POST_KEYS, *PAGE_KEYS)))}
    header = {key: post.header[key] for key in sorted(post.header, key=lambda key: order.get(key, -1))}
    for key, value in header.items():
        if key not in order:
            raise ValueError(f"{key!r} is not a header key")
        if value != " ".join(value.split("\n")) or value.splitlines()[1:]:
            raise ValueError(f"the value of {key!r} holds a line break: {value!r}")
    plain = "".join(f"{key}: {value}".rstrip() + "\n" for key, value in header.items())
    return (format_fenced(header, LIST_KEYS) if post.fenced else plain) + "\n" + _trim(post.body)


def _trim(body: str) -> str:
    """The body without blank lines around it, and with one newline at its end unless it is empty."""
    body = _BLANK_LINES.sub("", body).rstrip()
    return body + "\n" if body else ""


def question_of(kind: str, body: str) -> str:
    """The letters in a body, without the marks of the block quotes; empty for a kind without letters."""
    if kind not in LETTER_KINDS:
        return ""
    return " ".join(row.lstrip("> ") for row in body.split("\n") if row.startswith(">"))


def is_slug(text: str) -> bool:
    """Whether a text is of the form of a slug: SLUG_FORM."""
    return bool(SLUG.fullmatch(text)) and len(text) <= SLUG_MAX_BYTES


def find_posts(content: Path) -> list[Path]:
    """Every post file below `content/posts/`, in order of path."""
    return sorted(path for path in (content / "posts").rglob("*.md") if path.is_file())
