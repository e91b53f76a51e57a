"""Which comment answers which: as the page states it, by its frame of replies, by indents, or by whom it addresses."""

import re
from collections import defaultdict
from itertools import pairwise

from plugins.normalize.model import COMMENT, FoundComment, Page, Piece
from plugins.normalize.segment.comment_words import FRAMES

ADDRESS = re.compile(r"@?(?P<name>(?:[A-Z]\.\s?){0,3}[^\s,:–-][^,:.!?–-]{0,40}?)\s*[,:–-]\s+\S")
GREETED = re.compile(
    r"(?:hi|hey|hello|dear|sorry|(?:many )?thanks(?: so much| a lot)?|thank you(?: so much)?|welcome|oh|yes|no|well|"
    r"ch[eè]re?|merci|lieber?|danke|querid[oa]|gracias|car[oa]|grazie|beste|bedankt|tack),?"
    r"\s+@?(?P<name>[^\s,:.!?–-](?:[^,:.!?–-]|(?<=\w)-(?=\w)){0,40}?)\s*[,:.!–-]\s",
    re.I,
)
AMID = re.compile(r"[^.!?,]{1,60}(?:, [^.!?,]{1,30})?, (?P<name>[A-ZÀ-Þ][\w’'-]+(?: [A-Z]\.)?)[.!?](?:\s|$)")
"""A first sentence that ends with whom it speaks to: `Half of it, Lucy.`"""

AT_NAME = re.compile(r"@(?P<name>\S+)\s")
NAME_WORDS = 6


class _Writers:
    """Who has commented so far: the number of each one's latest comment, by name; and whose first name is whose."""

    def __init__(self) -> None:
        self.latest: dict[str, int] = {}
        self.called: dict[str, set[str]] = defaultdict(set)

    def add(self, name: str, number: int) -> None:
        """Remember that somebody wrote the comment of that number."""
        known = name.casefold()
        self.latest[known] = number
        if " " in known:
            self.called[known.partition(" ")[0]].add(known)

    def named(self, name: str) -> int:
        """The number of the latest comment by that name; 0 where there is none, or no name."""
        known = name.casefold().strip(" @")
        return self.latest.get(known, 0) if known else 0

    def first_named(self, name: str, writer: str) -> int:
        """The same by a first name that one alone bears of those who wrote before `writer`; 0 where more do."""
        called = self.called.get(name.casefold(), set())
        likely = [known for known in called if known != writer.casefold()] if len(called) <= 2 else []
        return self.latest[likely[0]] if name[:1].isupper() and len(likely) == 1 else 0


def threads(page: Page) -> None:
    """Fill in `answers`, the number of the comment that each one answers, where the page says or shows it."""
    framed = _framed(page)
    indented = _indented(page)
    earlier = _Writers()
    for number, comment in enumerate(page.comments):
        comment.answers = (
            earlier.named(comment.reply_to)
            or framed.get(number, 0)
            or _addressed(comment, earlier)
            or indented.get(number, 0)
            or comment.answers
        )
        earlier.add(comment.author, number + 1)


def _framed(page: Page) -> dict[int, int]:
    """Blogger's frames: below a line `Replies` stand the replies to the comment above it, up to a line `Reply`."""
    if not page.comments or page.comments[0].engine == "rows":
        return {}
    below = _buttons(page)
    if page.comments[0].engine == "livejournal":
        return _below_their_parents(below)
    found: dict[int, int] = {}
    parent = 0
    for number, buttons in enumerate(below):
        if parent and "replydelete" not in buttons:
            found[number] = parent
        elif parent:
            parent = 0
        if "replies" in buttons:
            parent = parent or number + 1
        elif "reply" in buttons or "replydelete" in buttons:
            parent = 0
    return found


def _below_their_parents(below: list[list[str]]) -> dict[int, int]:
    """A comment with a button `(Parent)` answers the one straight above it, where that one has none itself."""
    replies = [any("parent" in button for button in buttons) for buttons in below]
    return {number: number for number in range(1, len(replies)) if replies[number] and not replies[number - 1]}


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
            found[-1].append(_in_english(piece))
        before = piece.note
    return found if len(found) == len(page.comments) else [[] for _ in page.comments]


def _in_english(piece: Piece) -> str:
    return FRAMES.get(text := piece.text.casefold(), text)


def _is_frame(piece: Piece) -> bool:
    return _in_english(piece) in ("replies", "reply", "replydelete", "delete")


def _addressed(comment: FoundComment, earlier: _Writers) -> int:
    """The comment whose writer the first words address (`Kay, …`, `@Kay …`, `Hi Kay! …`); 0 where there is none."""
    if not comment.body:
        return 0
    text = comment.body[0].text[:120]
    for found in (ADDRESS.match(text), GREETED.match(text), AMID.match(text), AT_NAME.match(text)):
        if found and (number := earlier.named(found["name"]) or earlier.first_named(found["name"], comment.author)):
            return number
    if comment.engine == "rows" or text.startswith("@"):
        words = text.lstrip("@").split()[:NAME_WORDS]
        names = (" ".join(words[:count]) for count in range(len(words) - 1, 1, -1))
        return next((number for name in names if (number := earlier.named(name))), 0)
    return 0


def _indented(page: Page) -> dict[int, int]:
    """Replies set in further than what they answer, on a page that indents nothing else."""
    starts = [_start(comment) for comment in page.comments]
    numbered = any(comment.engine == "numbered" for comment in page.comments)
    if numbered or any(start < 0 for start in starts) or len(set(starts)) < 2 or starts[0] != min(starts):
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
