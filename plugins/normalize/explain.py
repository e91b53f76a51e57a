"""Which rule did what with one line of a capture: the work of `blog import --explain`."""

from dataclasses import dataclass
from pathlib import Path

from plugins.normalize.accounting import Account
from plugins.normalize.captures import beside, printable, read_bytes
from plugins.normalize.decode import UnreadableError, decode
from plugins.normalize.repair import FIXERS, OF_PLAIN_TEXT
from plugins.normalize.rules import sentence_of
from plugins.normalize.tracing import Part, Trace, trace_capture


class NoSuchLineError(Exception):
    """What was asked for is no line of a capture; the message says what to write."""


@dataclass(frozen=True)
class Explained:
    """One part of the line: its text, what became of it, by which rule, and what that rule does."""

    text: str
    became: str
    rule: str
    sentence: str


@dataclass(frozen=True)
class Explanation:
    """One line of a capture. `found` is the line as found and `text` as repaired by `fixers`; `lines` counts all."""

    source: str
    line: int
    lines: int
    text: str
    found: str
    fixers: tuple[str, ...]
    parts: tuple[Explained, ...]
    outcome: str
    markup: bool


def parse_place(place: str) -> tuple[Path, int]:
    """The file and the line of `CAPTURE:LINE`. Raises NoSuchLineError."""
    name, _, number = place.rpartition(":")
    if not name or not number.isascii() or not number.isdigit():
        raise NoSuchLineError(f"`{place}` is no line of a capture; write CAPTURE:LINE, such as page.txt:12")
    if Path(name).is_dir():
        raise NoSuchLineError(f"{name} is a folder; name one file in it, such as {name}/page.txt:12")
    if not Path(name).is_file():
        raise NoSuchLineError(f"there is no file {name}; correct its name")
    return Path(name), int(number)


def explain(path: Path, line: int) -> Explanation:
    """What became of a line (1-based; of a page of HTML its visible lines), and why. Raises NoSuchLineError."""
    try:
        data = read_bytes(path)
    except (OSError, ValueError) as error:
        raise NoSuchLineError(f"{path} cannot be read: {error}") from error
    trace = trace_capture(data, printable(path.name), beside(path))
    if trace.reading.refused:
        return Explanation(trace.reading.source, line, 0, "", "", (), (), f"refused: {trace.reading.refused}", False)
    by_block = trace.markup and not trace.is_export
    found, fixers = ([], ()) if by_block else _lines(data, line)
    last = max((account.last for account in trace.reading.accounts), default=0)
    lines = len(found) or last
    if not 1 <= line <= lines:
        kind = "visible lines (it is a page of HTML)" if by_block else "lines"
        raise NoSuchLineError(f"{path} has no line {line}; it has {lines} {kind}")
    if trace.is_export:
        text = visible(found[line - 1]) if found else ""
        accounts = [account for account in trace.reading.accounts if account.first <= line <= account.last]
        parts = tuple(_of_entry(account, text) for account in accounts)
    else:
        parts = tuple(_explained(part) for part in trace.parts if part.line <= line <= part.last)
        text = " ".join(part.text for part in parts)
    return Explanation(
        source=trace.reading.source,
        line=line,
        lines=lines,
        text=text,
        found=visible(found[line - 1]) if found else text,
        fixers=() if trace.is_export else fixers,
        parts=parts,
        outcome=_outcome(trace),
        markup=by_block,
    )


def _of_entry(account: Account, text: str) -> Explained:
    """A line of an export, by the entry that it belongs to."""
    fate = {"body": f"in {account.what}, which is a post"}.get(account.became, f"{account.became}: {account.what}")
    return Explained(text, fate, account.rule, sentence_of(account.rule, account.became))


def _lines(data: bytes, line: int) -> tuple[list[str], tuple[str, ...]]:
    """The lines of a plain text as found, and the fixers that changed one of them."""
    try:
        text = decode(data).text
    except UnreadableError:
        return [], ()
    used, before = [], text
    found = FIXERS[0][1](text).split("\n")
    for name, fixer in (*FIXERS, *OF_PLAIN_TEXT):
        after = fixer(before)
        if name != FIXERS[0][0] and line <= len(found) and _line(after, line) != _line(before, line):
            used.append(name)
        before = after
    return found, tuple(used)


def _line(text: str, line: int) -> str:
    return (text.split("\n", line)[line - 1 : line] or [""])[0]


def _explained(part: Part) -> Explained:
    return Explained(visible(part.text), fate_of(part), part.rule, sentence_of(part.rule, part.became))


def visible(text: str) -> str:
    """A text fit for a terminal: what cannot be seen, and might act on it, becomes a sign that can.

    >>> visible("so\\tit\\x1b[2J is")
    'so it�[2J is'
    """
    return "".join(sign if sign.isprintable() else " " if sign == "\t" else "�" for sign in text)


def fate_of(part: Part) -> str:
    """What became of a part, in words."""
    if part.became == "body":
        special = {"text": "kept in the body", "heading": "kept as a heading", "item": "kept as an item of a list"}
        return special.get(part.shape, f"kept as part of the {part.shape}")
    if part.became == "moved":
        return f"moved to {part.what}" if part.what[:1].isupper() else f"moved to the header ({part.what})"
    if part.became == "comments":
        return f"moved to the comments ({part.what})"
    return f"{part.became}: {part.what}"


def _outcome(trace: Trace) -> str:
    if trace.reading.held:
        return f"held: {trace.reading.held}"
    if trace.is_export:
        return f"an export: {len(trace.reading.articles)} posts, {len(trace.reading.entries)} entries that are none"
    if trace.reading.several:
        return f"one of {len(trace.reading.articles) + len(trace.reading.entries)} articles that the capture holds"
    flags = [name for article in trace.reading.articles for name in article.flags]
    return "a post" + (f", flagged {', '.join(flags)}" if flags else "")
