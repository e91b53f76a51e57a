"""Comments: one table of the lines by which the engines attribute them, and one way to read them all.

An engine attributes a comment either above its body (Blogger, WordPress, HubPages, Disqus) or below it (HubSpot,
TypePad, early WordPress). Only what the line itself states becomes the author and the minute.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.normalize.extract.dates import DATE, find_date
from plugins.normalize.model import COMMENT, DROPPED, FoundComment, Page, Piece, decide
from plugins.normalize.segment.comment_engines import AFTER, AGO, BEFORE, ENGINES, HEADING, INSIDE, Engine

NOT_NAMES = re.compile(
    r"\b(?:he|she|they|who|which|what|one|deidre|everybody|somebody|nobody|mother|husband|wife)$", re.I
)
NAME_WORDS = 6
ADDRESS = re.compile(r"@?(?P<name>[^\s,:–-][^,:.!?–-]{1,40})\s*[,:–-]\s+\S")


@dataclass
class _Found:
    at: int
    engine: Engine
    match: re.Match[str]
    date_at: int = -1


def find_comments(page: Page) -> None:
    """Find the comments of a page, mark their pieces and record them in `page.comments`, in the page's order."""
    if page.comments or page.exported:
        return
    for engines in _families():
        found = _attributions(page.pieces, engines)
        if found and _proved(page.pieces, found, engines):
            (_read_after if found[0].engine.where == AFTER else _read_before)(page, found)
            _drop_heading(page, found)
            return


def _families() -> list[tuple[Engine, ...]]:
    """The engines that can stand on one page together: Disqus writes both of its lines, all others are alone."""
    alone = [(engine,) for engine in ENGINES if not engine.name.startswith("disqus")]
    return [*alone[:-1], tuple(engine for engine in ENGINES if engine.name.startswith("disqus")), alone[-1]]


def _attributions(pieces: Sequence[Piece], engines: Sequence[Engine]) -> list[_Found]:
    found = []
    for at, piece in enumerate(pieces):
        if piece.role or len(piece.text) > 160:
            continue
        for engine in reversed(engines):
            text = piece.lead + piece.text
            match = engine.line.fullmatch(text)
            if not match or (engine.dated and not find_date(text)) or NOT_NAMES.search(match["name"]):
                continue
            if len(match["name"].split()) > NAME_WORDS:
                continue
            date_at = at + 1 if engine.next_date and _is_date_line(pieces, at + 1) else -1
            if date_at < 0 and (engine.name == "livejournal" or (engine.name == "wordpress" and text[-1] != ":")):
                continue
            if engine.name == "two-lines" and (date_at < 0 or find_date(text) or piece.words > 5 or piece.lead):
                continue
            if engine.name == "wordpress" and date_at < 0 and text.endswith(":") and text.upper() == text:
                continue
            found.append(_Found(at, engine, match, date_at))
            break
    return found


def _is_date_line(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a line holds a date (or how long ago) and no more than the words around one."""
    if at >= len(pieces) or len(pieces[at].text) > 60:
        return False
    text = pieces[at].text
    date = find_date(text)
    if not date:
        return bool(re.fullmatch(rf"{AGO}", text, re.I))
    rest = text[: date.start] + text[date.end :]
    return date.minute is not None and bool(
        re.fullmatch(r"(?:\W|\b(?:on|at|date|utc|gmt|posted|reply|permalink|edit|said|um|à|le|am|uhr)\b)*", rest, re.I)
    )


def _proved(pieces: Sequence[Piece], found: Sequence[_Found], engines: Sequence[Engine]) -> bool:
    """Whether the lines found are an engine's and no chance: enough of them, or one below a heading for comments."""
    least = min(engine.least for engine in engines)
    first = found[0].at
    if first == 0 and engines[0].where == BEFORE:
        return False
    headed = any(HEADING.fullmatch(piece.text) for piece in pieces[max(first - 4, 0) : first])
    dated = any(item.date_at >= 0 for item in found)
    if engines[0].name == "wordpress":
        return headed or dated or (len(found) >= 3 and _all_names(found))
    if engines[0].name == "two-lines":
        return (headed or len(found) >= 3) and first > 2
    return headed or len(found) >= least


def _all_names(found: Sequence[_Found]) -> bool:
    return len({item.match["name"].casefold() for item in found}) >= 2


def _read_before(page: Page, found: Sequence[_Found]) -> None:
    """Comments whose attribution stands above them: each body runs to the next attribution or the form below."""
    ends = [*(item.at for item in found[1:]), len(page.pieces)]
    for item, end in zip(found, ends, strict=True):
        start = item.at
        while start and INSIDE.fullmatch(page.pieces[start - 1].text) and not page.pieces[start - 1].role:
            start -= 1
            decide(page.pieces[start], COMMENT, "comments-" + item.engine.name, "attribution")
        decide(page.pieces[item.at], COMMENT, "comments-" + item.engine.name, "attribution")
        if item.date_at >= 0:
            decide(page.pieces[item.date_at], COMMENT, "comments-" + item.engine.name, "attribution")
        body = []
        for piece in page.pieces[max(item.at, item.date_at) + 1 : end]:
            if piece.role:
                if piece.role == DROPPED and piece.rule != "rule":
                    break
                continue
            body.append(piece)
        _record(page, item, _trim(page, item, body))


def _read_after(page: Page, found: Sequence[_Found]) -> None:
    """Comments whose attribution stands below them: a body runs from the attribution before it, or from a gap."""
    start = found[0].at
    while start and not page.pieces[start].gap and not page.pieces[start - 1].role:
        start -= 1
    if start == found[0].at and start and not page.pieces[start - 1].role:
        start -= 1
    start += bool(HEADING.fullmatch(page.pieces[start].text)) if start < found[0].at else 0
    for item in found:
        decide(page.pieces[item.at], COMMENT, "comments-" + item.engine.name, "attribution")
        _record(page, item, _trim(page, item, [piece for piece in page.pieces[start : item.at] if not piece.role]))
        start = item.at + 1


def _trim(page: Page, item: _Found, body: list[Piece]) -> list[Piece]:
    """The body without the buttons below it, and without the line that belongs to the next comment's name."""
    kept = []
    for piece in body:
        if INSIDE.fullmatch(piece.text) or (item.date_at < 0 and _alone_date(piece)):
            decide(piece, COMMENT, "comments-" + item.engine.name, "a button of the comment")
        else:
            decide(piece, COMMENT, "comments-" + item.engine.name, "comment")
            kept.append(piece)
    return kept


def _alone_date(piece: Piece) -> bool:
    return piece.words <= 9 and _is_date_line([piece], 0)


def _record(page: Page, item: _Found, body: list[Piece]) -> None:
    """Write one comment down: the author as stated, the minute where one is stated."""
    groups = item.match.groupdict()
    said = page.pieces[item.date_at].text if item.date_at >= 0 else groups.get("date") or ""
    if not said and item.engine.name == "blogger":
        said = next(
            (
                p.text
                for p in page.pieces[item.at + 1 : item.at + 40]
                if p.note == "a button of the comment" and DATE.search(p.text)
            ),
            "",
        )
    found = find_date(said) if said else None
    page.comments.append(
        FoundComment(
            author=" ".join(groups["name"].split()).strip(" ,"),
            when=found.moment() if found and found.minute else None,
            body=body,
            engine=item.engine.name,
            by_author=bool(groups.get("owner")),
            reply_to=(groups.get("to") or "").strip() or _addressed(page, body),
        )
    )


def _addressed(page: Page, body: list[Piece]) -> str:
    """The earlier commenter whom a comment's first words address (`Kay, …`, `@Kay …`); empty where there is none."""
    found = ADDRESS.match(body[0].text) if body else None
    if not found and body and body[0].text.startswith("@"):
        found = re.match(r"@(?P<name>\S+)\s", body[0].text)
    if not found:
        return ""
    called = found["name"].strip().casefold()
    return next((c.author for c in reversed(page.comments) if c.author.casefold() == called), "")


def _drop_heading(page: Page, found: Sequence[_Found]) -> None:
    first = next(at for at, piece in enumerate(page.pieces) if piece.role == COMMENT)
    for piece in page.pieces[max(first - 3, 0) : first]:
        if not piece.role and HEADING.fullmatch(piece.lead + piece.text):
            decide(piece, DROPPED, "comments-heading", "the heading above the comments")
