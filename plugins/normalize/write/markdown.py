"""Pieces to Markdown in which what was text stays text, with as few escapes as that takes.

The site's Markdown is Python-Markdown with sane lists, tables and a table of contents; the escapes are for that.
"""

import re
from bisect import bisect
from collections.abc import Iterable, Sequence

from plugins.normalize.model import CUT, HEADING, ITEM, LETTER, QUOTE, TABLE, Mark, Piece

BACKSLASH = re.compile(r"\\(?=[\\`*_{}\[\]()>#+\-.!|])")
ENTITY = re.compile(r"&(?=#|\w{1,32};)")
OPENING_ANGLE = re.compile(r"<(?=[A-Za-z/!?@])")
WORD_UNDERSCORE = re.compile(r"(?<=[^\W_])_+(?=[^\W_])")
LINE_START = re.compile(r"(?:(?P<sign>[#>])|(?P<bullet>[-+*])(?=\s|$)|(?P<number>\d+)(?P<dot>\.)(?=\s|$))")
ONLY_RULE = re.compile(r"(?:[-*_=]\s*){2,}|[-=]")
DEFINITION = re.compile(r"\[[^\]]*\]:|\*\[|\[TOC\]", re.I)
TABLE_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")
TABLE_SIGNS = re.compile(r"[\s|:\\-]*\|[\s|:\\-]*")
TRAILING_HASHES = re.compile(r"#(?=#*\s*$)")
WRAPS = {"em": "*", "strong": "**", "code": "`"}


def escaped(text: str) -> str:
    """A text as Markdown that renders to the text itself, wherever in a paragraph it stands.

    >>> escaped("a * b, snake_case and 5 < 6"), escaped("*so* <b>")
    ('a * b, snake_case and 5 < 6', '\\\\*so\\\\* &lt;b>')
    """
    if not any(sign in text for sign in "\\*_`[<&"):
        return text
    text = BACKSLASH.sub(r"\\\\", text)
    if "&" in text:
        text = ENTITY.sub("&amp;", text)
    if "<" in text:
        text = OPENING_ANGLE.sub("&lt;", text)
    if text.count("*") - text.count(" * ") > 1:
        text = re.sub(r"\*(?<! \*(?= ))", r"\\*", text)
    if text.count("_") > 1:
        inside = {place for found in WORD_UNDERSCORE.finditer(text) for place in range(*found.span())}
        text = "".join(rf"\{sign}" if sign == "_" and place not in inside else sign for place, sign in enumerate(text))
    if text.count("`") > 1:
        text = text.replace("`", r"\`")
    if "[" in text and ("](" in text or "][" in text or "]:" in text or "[TOC]" in text.upper() or "] [" in text):
        text = text.replace("[", r"\[")
    return text


def line_start(text: str) -> str:
    """A paragraph's first words so that they begin no heading, list, quotation, rule or definition.

    >>> line_start("1986. What a year"), line_start("#1 fan")
    ('1986\\\\. What a year', '\\\\#1 fan')
    """
    if ONLY_RULE.fullmatch(text):
        return "".join(rf"\{sign}" if sign in "-*_" else sign for sign in text)
    if found := LINE_START.match(text):
        at = found.start("dot") if found["dot"] else 0
        return text[:at] + "\\" + text[at:]
    if DEFINITION.match(text):
        return "\\" + text
    if "|" in text and TABLE_RULE.fullmatch(text):
        return text.replace("|", r"\|")
    return text


def inline(piece: Piece) -> str:
    """A piece's text with its emphasis and links, everything else escaped."""
    if not piece.marks:
        return escaped(piece.text)
    parts, at = [], 0
    for mark in _disjoint(piece.marks, len(piece.text)):
        parts.append(escaped(piece.text[at : mark.start]))
        parts.append(_wrapped(piece.text[mark.start : mark.end], mark))
        at = mark.end
    parts.append(escaped(piece.text[at:]))
    return "".join(parts)


def _disjoint(marks: Iterable[Mark], length: int) -> list[Mark]:
    """The marks in order, of overlapping ones the first (cuts before links before emphasis) alone."""
    chosen: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.kind != CUT, mark.kind != "link", mark.start)):
        start, end = max(mark.start, 0), min(mark.end, length)
        at = bisect(chosen, start, key=lambda other: other.start)
        free = (at == 0 or chosen[at - 1].end <= start) and (at == len(chosen) or chosen[at].start >= end)
        if end > start and free:
            chosen.insert(at, Mark(start, end, mark.kind, mark.href))
    return chosen


def _wrapped(text: str, mark: Mark) -> str:
    """Marked text between its signs; the spaces at its edges stay outside, where Markdown wants them."""
    core = text.strip()
    if mark.kind == CUT:
        return ""
    if not core:
        return text
    before, after = text[: text.index(core)], text[text.index(core) + len(core) :]
    if mark.kind == "link":
        label = escaped(core).replace("]", r"\]") if "[" in core or "]" in core else escaped(core)
        return (
            f"{before}[{label}](<{mark.href}>){after}"
            if re.search(r"[\s()]", mark.href)
            else f"{before}[{label}]({mark.href}){after}"
        )
    if mark.kind == "code":
        return f"{before}`{core}`{after}" if "`" not in core else before + escaped(core) + after
    sign = WRAPS[mark.kind]
    return f"{before}{sign}{escaped(core)}{sign}{after}"


def body_of(pieces: Sequence[Piece], extra_level: int = 0) -> str:
    """The Markdown of an article's body. Letters become block quotes, each with its answer below it."""
    blocks: list[str] = []
    before: Piece | None = None
    for piece in pieces:
        quoted = piece.side == LETTER or piece.shape == QUOTE
        text = _block(piece, extra_level)
        together = before is not None and _same_list(before, piece)
        same_quote = (
            before is not None
            and quoted
            and (before.side == LETTER or before.shape == QUOTE)
            and (before.letter == piece.letter and before.side == piece.side)
        )
        if quoted:
            text = "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
        if blocks and together:
            blocks[-1] += "\n" + text
        elif blocks and same_quote:
            blocks[-1] += "\n>\n" + text
        else:
            if blocks and before is not None and before.shape == ITEM and piece.shape == ITEM and not quoted:
                blocks.append("<!-- -->")
            blocks.append(text)
        before = piece
    return "\n\n".join(blocks)


def _same_list(before: Piece, piece: Piece) -> bool:
    return (
        before.shape == piece.shape == ITEM
        and bool(before.ordered) == bool(piece.ordered)
        and before.side == piece.side
        and before.letter == piece.letter
    )


def _heading_end(text: str) -> str:
    """A heading's text whose last signs neither close the heading nor break it."""
    text = TRAILING_HASHES.sub(r"\\#", text)
    backslashes = len(text) - len(text.rstrip("\\"))
    return text + "\\" if backslashes % 2 else text


def _block(piece: Piece, extra_level: int) -> str:
    text = inline(piece)
    if piece.shape == HEADING:
        level = min(max(piece.level or 2, 2) + extra_level, 6)
        return f"{'#' * level} {_heading_end(text)}"
    if piece.shape == ITEM:
        lead = f"{piece.ordered}." if piece.ordered else "-"
        depth = "    " * max(piece.level - 1, 0)
        start = text.replace("|", r"\|") if TABLE_SIGNS.fullmatch(text) else line_start(text)
        return f"{depth}{lead} {start}"
    if piece.shape == TABLE:
        return _table(piece.text)
    return line_start(text)


def _table(text: str) -> str:
    """A table whose first row heads it: rows by line, cells by tab."""
    rows = [[escaped(cell).replace("|", r"\|") for cell in row.split("\t")] for row in text.split("\n")]
    rows.insert(1, ["---"] * len(rows[0]))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
