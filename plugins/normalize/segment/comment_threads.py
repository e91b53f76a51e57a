"""Which comment answers which: as the page states it, by its frame of replies, by indents, or by whom it addresses."""

import re
from itertools import pairwise

from plugins.normalize.model import COMMENT, FoundComment, Page, Piece

ADDRESS = re.compile(r"@?(?P<name>[^\s,:–-][^,:.!?–-]{0,40}?)\s*[,:–-]\s+\S")
AT_NAME = re.compile(r"@(?P<name>\S+)\s")


def threads(page: Page) -> None:
    """Fill in `answers`, the number of the comment that each one answers, where the page says or shows it."""
    framed = _framed(page)
    indented = _indented(page)
    for number, comment in enumerate(page.comments):
        earlier = page.comments[:number]
        comment.answers = (
            _latest(comment.reply_to, earlier)
            or framed.get(number, 0)
            or _addressed(comment, earlier)
            or indented.get(number, 0)
        )


def _latest(name: str, earlier: list[FoundComment]) -> int:
    """The number of the latest comment by that name; 0 where there is none."""
    called = name.casefold().strip(" @")
    places = range(len(earlier), 0, -1) if called else ()
    return next((number for number in places if earlier[number - 1].author.casefold() == called), 0)


def _framed(page: Page) -> dict[int, int]:
    """Blogger's frames: below a line `Replies` stand the replies to the comment above it, up to a line `Reply`."""
    if not page.comments or page.comments[0].engine == "rows":
        return {}
    found: dict[int, int] = {}
    parent = 0
    for number, buttons in enumerate(_buttons(page)):
        if parent and "replydelete" not in buttons:
            found[number] = parent
        elif parent:
            parent = 0
        if "replies" in buttons:
            parent = parent or number + 1
        elif "reply" in buttons or "replydelete" in buttons:
            parent = 0
    return found


def _buttons(page: Page) -> list[list[str]]:
    """The buttons below each comment, in order."""
    found: list[list[str]] = []
    before = ""
    for piece in page.pieces:
        if piece.role != COMMENT:
            continue
        if piece.note == "attribution" and before != "attribution" and not _is_frame(piece):
            found.append([])
        if found and (piece.note == "a button of the comment" or _is_frame(piece)):
            found[-1].append(piece.text.casefold())
        before = piece.note
    return found if len(found) == len(page.comments) else [[] for _ in page.comments]


def _is_frame(piece: Piece) -> bool:
    return piece.text.casefold() in ("replies", "reply", "replydelete", "delete")


def _addressed(comment: FoundComment, earlier: list[FoundComment]) -> int:
    """The comment whose writer the first words address (`Kay, …`, `@Kay …`); 0 where there is none."""
    if not comment.body:
        return 0
    text = comment.body[0].text[:120]
    found = ADDRESS.match(text) or AT_NAME.match(text)
    if found and (number := _latest(found["name"], earlier)):
        return number
    if comment.engine == "rows" or text.startswith("@"):
        start = text.lstrip("@").casefold()
        named = {one.author for one in earlier if " " in one.author and start.startswith(one.author.casefold() + " ")}
        return _latest(max(named, key=len), earlier) if named else 0
    return 0


def _indented(page: Page) -> dict[int, int]:
    """Replies set in further than what they answer, on a page that indents nothing else."""
    starts = [_start(comment) for comment in page.comments]
    if any(start < 0 for start in starts) or len(set(starts)) < 2 or starts[0] != min(starts):
        return {}
    found: dict[int, int] = {}
    open_at: list[tuple[int, int]] = [(starts[0], 1)]
    for number, (_, start) in enumerate(pairwise(starts), 2):
        while open_at and open_at[-1][0] >= start:
            open_at.pop()
        if open_at:
            found[number - 1] = open_at[-1][1]
        open_at.append((start, number))
    return found


def _start(comment: FoundComment) -> int:
    """The column at which a comment's words begin; -1 where it has none."""
    return comment.body[0].start - len(comment.body[0].lead) if comment.body else -1
