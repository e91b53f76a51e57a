"""What became of every line of a capture: body, moved, dropped or held; and the check that none is missing."""

from collections.abc import Sequence
from typing import NamedTuple

from plugins.normalize.model import ASKER, BODY, BYLINE, COMMENT, CUT, DECK, DROPPED, MARKER, META, TITLE, Page, Piece

BECAME = {BODY: "body", TITLE: "moved", META: "moved", ASKER: "moved", BYLINE: "moved", DECK: "moved", COMMENT:
    "comments",
          MARKER: "dropped", DROPPED: "dropped"}  # fmt: skip


ASCII_GAPS = b" \t\n\r\v\f\x1c\x1d\x1e\x1f"


class Account(NamedTuple):
    """Lines `first` to `last` (1-based; of a page of HTML its visible lines) and what became of them.

    `became` is body, moved, comments, dropped or held; `what` the field moved to, or what was dropped; `rule` who
    decided (empty where the line is body because no rule thought otherwise).
    """

    first: int
    last: int
    became: str
    what: str
    rule: str


def accounts_of(page: Page) -> tuple[Account, ...]:
    """The account of a page, neighboring lines with one fate as one entry."""
    lines: list[list[int]] = []
    fates: list[tuple[str, str, str]] = []
    for piece in page.pieces:
        became = BECAME[piece.role or BODY]
        fate = ("held", page.held, "") if page.held else (became, "" if became == "body" else piece.note, piece.rule)
        last = piece.line + piece.span - 1
        if fates and fates[-1] == fate:
            lines[-1][1] = max(last, lines[-1][1])
        else:
            lines.append([piece.line, last])
            fates.append(fate)
        cut = next((mark.href for mark in piece.marks if mark.kind == CUT), "")
        if cut and became == "body" and not page.held:
            lines.append([piece.line, last])
            fates.append(("dropped", cut, "bracketed"))
    return tuple(Account(first, last, *fate) for (first, last), fate in zip(lines, fates, strict=True))


def missing(text: str, pieces: Sequence[Piece]) -> str:
    """The first characters of a text that its pieces do not hold, in order; empty where they hold every one."""
    whole = "".join([piece.lead + piece.text for piece in pieces])
    if _without_gaps(text) == _without_gaps(whole):
        return ""
    wanted, held = "".join(text.split()), "".join(whole.split())
    if wanted == held:
        return ""
    at = next(
        (place for place, (one, two) in enumerate(zip(wanted, held, strict=False)) if one != two),
        min(len(wanted), len(held)),
    )
    return wanted[at : at + 60] or held[at : at + 60]


def _without_gaps(text: str) -> bytes:
    """A text without its ASCII white space: most texts have no other, and bytes are rid of it in one quick pass."""
    return text.encode("utf-8", "surrogatepass").translate(None, ASCII_GAPS)
