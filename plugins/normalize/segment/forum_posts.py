"""Threads of forums: who opened one and who replied when, by the lines that forums set around posts."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from plugins.normalize.extract.dates import find_date
from plugins.normalize.model import COMMENT, DROPPED, META, FoundComment, Page, Piece, decide, split
from plugins.normalize.segment.comment_days import agreed
from plugins.normalize.segment.comment_lines import clean_name, is_moment, is_name, text_of

RULE = "forum-posts"
OPENED = "who opened the thread"
_PROOF = (
    r"(?:joined|join date|member since|registered|posts|messages|likes received|reputation|location|rep power|karma)"
    r"\s*:\s*\S.{0,60}|"
    r"(?:junior|senior|new|active|full|veteran|regular|super|gold|silver|valued|hero|sr\.?|jr\.?) member|member|newbie|"
    r"\d+ posts|thread starter|add message(?: \| (?:report|message poster))*"
)
PROOF = re.compile(_PROOF, re.I)
"""What only forums print beside a post: since when its writer has been there, and how much he has written."""

RANK = re.compile(
    rf"{_PROOF}|(?:registered user|likes|thanks|thanked|from|gender|age|mood|blog entries|status)\s*:\s*\S.{{0,60}}|"
    r"(?:post\s*)?#\s?\d{1,5}|moderator|administrator|admin|site admin|guest|offline|online|"
    r"(?:user|member|contributor) is (?:offline|online)|.{1,40}['’]s avatar|avatar|\W{1,6}|(?:view|find|send) .{3,40}|"
    r"share (?:this|on other) (?:post|sites)|link to (?:post|comment)|more sharing options\W*|"
    r"top|quote|\(\d+ posts?\)|report(?: post)?|reply(?: with quote)?|post subject:.{0,120}|(?:re|subject):\s?.{1,120}|"
    r"original poster|op",
    re.I,
)
BYLINE = re.compile(
    r"(?:#?\d+\s+)?(?:post\s?)?(?:posted\s)?by:?\s*(?P<name>\S.{0,40}?)\s*(?:»|,|\bon\b|\|)\s*(?P<date>.{6,60})", re.I
)
ONE_LINE = re.compile(
    r"(?P<name>\S{2,30})\s(?P<date>(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? \d{1,2}[ -].{6,30})", re.I
)
"""A name in one word before a weekday and a moment: all that some forums print above a post."""

DIGIT = re.compile(r"\d")
AROUND = re.compile(
    r"^(?:#\s?\d{1,5}\s+|posted:?\s+(?:on\s+)?|«\s*(?:on|reply #\d+ on):?\s*)+|\s*(?:#\s?\d{1,5}|»)$", re.I
)
BELOW = re.compile(
    r"create an account or sign in to comment.*|.{0,20}vbulletin®.{0,100}|"
    r"powered by (?:vbulletin|phpbb|smf|mybb).{0,80}|_{3,}|"
    r"quick reply|post reply|join the discussion|registering is free\b.{0,120}|"
    r"all times are\b.{0,80}|« previous thread.{0,40}|who is online",
    re.I,
)
ABOVE = re.compile(
    r"go back\b.{0,120}|reload this page\b.{0,120}|user ?name\b.{0,40}|remember me\??|password|register\b.{0,80}|"
    r"pda|(?:thread|topic) (?:tools|options)\b.{0,60}|display modes|search this (?:thread|topic|forum).{0,20}|"
    r"\d+ (?:posts?|messages|replies)\b.{0,40}|page \d+ of \d+.{0,40}|(?:post|new) (?:reply|topic|thread)|"
    r".{1,80} forums?|print this (?:thread|page)|.{1,60} [>»›] .{1,120}",
    re.I,
)
"""What forums print below the last post, and above the first one."""

SOFTWARE = re.compile(
    r"view full version\b.{0,120}|.{0,20}\b(?:vbulletin|phpbb|invision (?:community|power board)|xenforo|"
    r"simple machines|mybb|discuz!?)\b.{0,100}|recommended posts|share on other sites|link to (?:post|comment)",
    re.I,
)
"""The words of a forum's software itself."""

FULL_VERSION = re.compile(r"view full version\s*:\s*(?=\S)", re.I)
POSTED = re.compile(r"posted:? (?:on )?(?=\S)", re.I)
LONGEST, NAME_WORDS, PROSE_WORDS = 90, 3, 12
LEAST_POSTS, LEAST_RANKS = 2, 3


class Head(NamedTuple):
    """The lines around one post's beginning, by their places: from `first` up to `end`; who wrote it, and when.

    `day` is the moment as the other posts' moments let it be read.
    """

    first: int
    end: int
    name: str
    said: str
    day: str = ""


def read_thread(page: Page) -> bool:
    """Read a forum's thread: the opening post is a letter without an answer, the others are comments on it.

    Whether the page is one: two posts at least have a head of name and moment, the first above all running text, and
    ranks, numbers or joining dates stand among them.
    """
    heads = _with_text(page.pieces, _heads(page.pieces))
    prose = next((at for at, p in enumerate(page.pieces) if p.words >= PROSE_WORDS and not _is_line_of_forum(p)), 0)
    if len(heads) < LEAST_POSTS or heads[0].first > prose or not _proved(page.pieces, heads):
        return False
    _above_the_thread(page, heads[0].first)
    heads = _with_text(page.pieces, _heads(page.pieces))
    days = agreed([head.said for head in heads])
    heads = [head._replace(day=day) for head, day in zip(heads, days, strict=True)]
    ends = [*(head.first for head in heads[1:]), _end(page.pieces, heads[-1].end)]
    for number, (head, end) in enumerate(zip(heads, ends, strict=True)):
        body = [piece for piece in page.pieces[head.end : end] if not piece.role and not RANK.fullmatch(_bare(piece))]
        if number:
            _take_reply(page, head, body)
        else:
            _take_opening(page, head)
        for piece in page.pieces[head.first : end]:
            if not piece.role and piece not in body:
                decide(piece, DROPPED, RULE, "a line around a post")
    for piece in page.pieces[ends[-1] :]:
        if not piece.role:
            decide(piece, DROPPED, RULE, "below the thread")
    return True


def _with_text(pieces: Sequence[Piece], heads: Sequence[Head]) -> list[Head]:
    """The heads without those that stand straight above another: the thread's own line, with its opener's name."""
    below = [*(head.first for head in heads[1:]), len(pieces)]
    return [
        head
        for head, end in zip(heads, below, strict=False)
        if any(not _is_line_of_forum(piece) and not _is_name(piece) for piece in pieces[head.end : end])
    ]


def _above_the_thread(page: Page, first: int) -> None:
    """Leave out the forum's lines above the first post, but the title behind `View Full Version :`."""
    for piece in page.pieces[:first]:
        if titled := FULL_VERSION.match(piece.text):
            sign, _ = split(page, piece, titled.end())
            decide(sign, DROPPED, RULE, "above the thread")
        elif not piece.role and len(piece.text) <= LONGEST and ABOVE.fullmatch(_bare(piece)):
            decide(piece, DROPPED, RULE, "above the thread")


def _proved(pieces: Sequence[Piece], heads: Sequence[Head]) -> bool:
    """Whether the heads are a forum's: its software names itself, or the first has ranks, joining dates or arrows."""
    arrows = ["»" in "".join(piece.text for piece in pieces[head.first : head.end]) for head in heads]
    if any(len(piece.text) <= LONGEST * 2 and SOFTWARE.fullmatch(_bare(piece)) for piece in pieces):
        return True
    ranks = [sum(1 for piece in pieces[head.first : head.end] if PROOF.fullmatch(_bare(piece))) for head in heads]
    return (arrows[0] and sum(arrows) >= LEAST_POSTS) or (ranks[0] > 0 and sum(ranks) >= LEAST_RANKS)


def _take_opening(page: Page, head: Head) -> None:
    """The post that opens a thread is the article's text and no letter; its moment is the article's."""
    page.kind = "essay"
    page.flag("forum-thread", f"opened by {head.name}")
    found = find_date(head.day)
    page.published = page.published or (found.day if found else None)
    for piece in page.pieces[head.first : head.end]:
        text = _bare(piece)
        note = OPENED if text == head.name else "Source_date" if text == head.said else ""
        if note and not piece.role:
            decide(piece, META, RULE, note)


def _take_reply(page: Page, head: Head, body: Sequence[Piece]) -> None:
    """A reply: a comment on what the thread's opening post says."""
    for piece in page.pieces[head.first : head.end]:
        if not piece.role:
            decide(piece, COMMENT, RULE, "attribution")
    for piece in body:
        decide(piece, COMMENT, RULE, "comment")
    found = find_date(head.day)
    page.comments.append(FoundComment(head.name, found.stated() if found else None, [*body], "forum"))


def _heads(pieces: Sequence[Piece]) -> list[Head]:
    """The heads of all posts: each line with a moment, and the lines of a head that stand above and below it."""
    heads: list[Head] = []
    for at, piece in enumerate(pieces):
        if piece.role or len(piece.text) > LONGEST or (heads and at < heads[-1].end):
            continue
        line = _bare(piece)
        if not DIGIT.search(line):
            continue
        byline = BYLINE.fullmatch(line) or ONE_LINE.fullmatch(line)
        if byline and find_date(byline["date"]) and is_name(clean_name(byline["name"])[0]):
            first, end = _around(pieces, at, heads[-1].end if heads else 0, names=False)
            heads.append(Head(first, end, clean_name(byline["name"])[0], byline["date"]))
        elif is_moment(AROUND.sub("", line), days=POSTED.match(line) is not None):
            first, end = _around(pieces, at, heads[-1].end if heads else 0, names=True)
            names = [_bare(other) for other in pieces[first:end] if other is not piece and _is_name(other)]
            if names:
                heads.append(Head(first, end, clean_name(names[0])[0], line))
    return heads


def _around(pieces: Sequence[Piece], at: int, low: int, *, names: bool) -> tuple[int, int]:
    """The run of head lines around a moment, where `names`: with the one name nearest to it."""
    first, end = at, at + 1
    while end < len(pieces) and RANK.fullmatch(_bare(pieces[end])) and not pieces[end].role:
        end += 1
    below = pieces[end + 1 : end + 2]
    named = names and end < len(pieces) and _is_name(pieces[end])
    named = named and any(RANK.fullmatch(_bare(piece)) for piece in below)
    if named:
        end += 1
        while end < len(pieces) and RANK.fullmatch(_bare(pieces[end])) and not pieces[end].role:
            end += 1
    while first > low and RANK.fullmatch(_bare(pieces[first - 1])) and not pieces[first - 1].role:
        first -= 1
    if names and not named and first > low and _is_name(pieces[first - 1]):
        first -= 1
    return first, end


def _bare(piece: Piece) -> str:
    return text_of(piece).strip()[: LONGEST * 2]


def _is_name(piece: Piece) -> bool:
    text = _bare(piece)
    plain = not piece.role and piece.words <= NAME_WORDS and not RANK.fullmatch(text) and not is_moment(text)
    return plain and text[-1:] not in ".?!…:;," and is_name(clean_name(text)[0])


def _is_line_of_forum(piece: Piece) -> bool:
    return len(piece.text) <= 2 * LONGEST and any(
        pattern.fullmatch(_bare(piece)) for pattern in (RANK, BYLINE, ABOVE, SOFTWARE)
    )


def _end(pieces: Sequence[Piece], start: int) -> int:
    """Where the last post ends: at the forum's own words below it."""
    return next((at for at in range(start + 1, len(pieces)) if BELOW.fullmatch(_bare(pieces[at]))), len(pieces))
