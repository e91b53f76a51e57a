"""The lines by which comments are attributed: who, when, to whom, and which pieces of the page state it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.normalize.extract.dates import MONTHS, find_date
from plugins.normalize.model import Piece
from plugins.normalize.segment.comment_engines import AGO, BEFORE, MONTH, Engine
from plugins.normalize.segment.comment_words import ADDRESSEE, BADGE, BESIDE, END, HEADING, INSIDE

LONGEST = 160
SUBJECT = 20
NAME_WORDS = 6
NOT_NAMES = re.compile(
    r"(?:.*\b)?(?:i|we|you|it|he|she|they|who|which|what|one|everybody|somebody|nobody|mother|father|husband|wife|"
    r"reply|"
    r"like|likes|share|time|posted|edited|published|updated|on|by|comments?|date|from|question|answer)",
    re.I,
)
NO_NAME_BEGINS = re.compile(
    r"[–—\-]|(?:by|posted|updated|published|last|written|created|modified|filed|source)\b", re.I
)
AROUND_MOMENT = re.compile(
    r"(?:\W|\b(?:on|at|date|utc|gmt|[ecmp][sd]?t|posted|reply|permalink|link|edit|edited|said|wrote|um|uhr|uur|à|le|"
    r"am|a|time|"
    r"las|ore|kl|o|clock|min|post|comment|says)\b)*",
    re.I,
)
LONG_AGO = re.compile(
    rf"(?:posted )?{AGO}(?:\s+from\s[^.!?]{{1,40}})?(?:\s*[•·|]\s*(?:edited|reply|link|permalink|\d+ likes?))*", re.I
)
DIGIT = re.compile(r"\d")
SHORT_DAY = re.compile(rf"{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH}", re.I)
MONTH_YEAR = re.compile(rf"\b(?:{'|'.join(MONTHS)})\.?,? (?:19|20)\d\d\b", re.I)
MONTH_DAY = re.compile(
    rf"\b(?:{'|'.join(MONTHS)})\.? \d{{1,2}}(?:st|nd|rd|th)?\b|"
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\.? (?:{'|'.join(MONTHS)})\b",
    re.I,
)
WEEKDAY = re.compile(r"(?:mon|tue|tues|wed|thu|thurs?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\.?", re.I)
ICON = re.compile(r"(?:blogger|openid|anonymous(?= anonymous$))\s+(?=\S)", re.I)
EARLY_ICON = re.compile(r"(?:blogger|openid|anonymous)\s+(?=\S)", re.I)
"""What Blogger's pictures of accounts are called, in front of a name; early, in front of every one."""

REPLIES_TO = re.compile(r"\W*[➤→>↪▶►»]\W*(?P<to>\w[^.!?]{0,40})")
"""Whom somebody answers, behind an arrow on a line between his name and the moment."""

PING = re.compile(r"\w [«»] \w")
"""Between the title of a post and its blog, where a ping names both as its writer."""

LABEL = re.compile(r"(?:(?:comment|reply) (?:from|by)\s*:?|left by\s*:?|guest\s*:)\s+(?=\S)", re.I)
"""What some themes print in front of a commenter's name."""

ABOVE = re.compile(
    r"#?\d{1,4}[.):]?|(?:hub )?author|avatar|(?:.{1,50} )?profile image|.{1,50}['’]s avatar|avatar (?:for|of) .{1,40}",
    re.I,
)


@dataclass
class Attribution:
    """One comment's attribution: pieces `first` to `last` of the page, what they state, by which engine."""

    first: int
    last: int
    engine: Engine
    name: str
    said: str = ""
    to: str = ""
    by_author: bool = False
    place: str = ""
    held: str = ""


def text_of(piece: Piece) -> str:
    """A piece's text with its number or bullet, as the page shows it."""
    return piece.lead + piece.text


def is_button(piece: Piece) -> bool:
    """Whether a piece is only buttons of a comment."""
    return len(piece.text) <= 80 and bool(INSIDE.fullmatch(text_of(piece)) or INSIDE.fullmatch(piece.text))


def is_moment(text: str, *, days: bool = False) -> bool:
    """Whether a line holds a moment (or how long ago) and no more than the words around one; `days`: or a day alone."""
    if len(text) > 60:
        return False
    date = find_date(text)
    if not date:
        return bool(LONG_AGO.fullmatch(text)) or (days and bool(SHORT_DAY.fullmatch(text)))
    rest = text[: date.start] + text[date.end :]
    return (days or date.minute is not None) and bool(AROUND_MOMENT.fullmatch(rest))


def read_attribution(pieces: Sequence[Piece], at: int, engine: Engine) -> Attribution | None:
    """The attribution that begins at one piece, by one engine."""
    text = text_of(pieces[at])
    match = engine.line.fullmatch(text)
    if not match or HEADING.fullmatch(text):
        return None
    groups = match.groupdict()
    if engine.dated and not find_date(text) and not find_date(groups.get("date") or ""):
        return None
    icon = {"blogger": ICON, "early-blogger": EARLY_ICON}.get(engine.name)
    name, by_author = clean_name(icon.sub("", match["name"]) if icon else match["name"])
    ping = (groups.get("ping") or ("pingback" if PING.search(name) else "")).lower()
    if not ping and not is_name(name):
        return None
    one = Attribution(
        at,
        at,
        engine,
        name,
        groups.get("date") or "",
        (groups.get("to") or "").strip(),
        by_author or bool(groups.get("owner")),
        groups.get("place") or "",
        f"a {ping}, no comment" if ping else "",
    )
    if engine.next_date and not _next_moment(pieces, one, text):
        return None
    if (engine.subject and not _day_above(pieces, one)) or (engine.moment_above and not _moment_above(pieces, one)):
        return None
    if engine.where == BEFORE:
        _lines_around(pieces, one)
    return one


def clean_name(name: str) -> tuple[str, bool]:
    """A name without the badges behind it, and whether one of them says that its bearer wrote the article.

    >>> clean_name("Rolf Mod"), clean_name("Ann (author)"), clean_name("Author")
    (('Rolf', False), ('Ann', True), ('Author', False))
    """
    name, own = " ".join(name.split()).strip(" ,*•·◦▪/"), False
    name = LABEL.sub("", name)
    while (badge := BADGE.search(name)) and badge.start():
        name, own = name[: badge.start()].rstrip(" ,*"), own or bool(badge["owner"])
    return name, own


def is_name(name: str) -> bool:
    return (
        bool(name)
        and len(name.split()) <= NAME_WORDS
        and any(map(str.isalpha, name))
        and name.count("(") == name.count(")")
        and not END.fullmatch(name)
        and not NOT_NAMES.fullmatch(name)
        and not NO_NAME_BEGINS.match(name)
        and not WEEKDAY.fullmatch(name)
        and not is_moment(name, days=True)
        and not find_date(name)
        and not (DIGIT.search(name) and (MONTH_YEAR.search(name) or MONTH_DAY.search(name)))
    )


def _next_moment(pieces: Sequence[Piece], one: Attribution, text: str) -> bool:
    """Take the moment from the next line; where the engine can do without it, only if the line itself is plain."""
    name = one.engine.name
    below = one.last + 1
    below += _is_between(pieces[below : below + 1], one)
    if below < len(pieces) and not pieces[below].role:
        line = text_of(pieces[below])
        if is_moment(line, days=name == "two-lines") or is_moment(pieces[below].text):
            one.last, one.said = below, line
            return name != "two-lines" or (pieces[one.first].words <= 5 and not find_date(text))
    return name == "wordpress" and text.endswith(":") and text.upper() != text


def _is_between(pieces: Sequence[Piece], one: Attribution) -> bool:
    """Whether a line between a name and its moment says that he wrote the article, or whom he answers; note which."""
    for piece in pieces:
        beside, to = BESIDE.fullmatch(piece.text[:LONGEST]), REPLIES_TO.fullmatch(text_of(piece)[:LONGEST])
        one.by_author = one.by_author or bool(beside and beside["owner"])
        one.to = one.to or (to["to"] if to else "")
    return one.by_author or bool(one.to)


def _day_above(pieces: Sequence[Piece], one: Attribution) -> bool:
    """Take the day from the line above the comment's subject, both straight above its name."""
    at = one.first - 2
    if at < 0 or pieces[at].role or not is_moment(text_of(pieces[at]), days=True) or pieces[at + 1].words > SUBJECT:
        return False
    one.first, one.said = at, text_of(pieces[at])
    return True


def _moment_above(pieces: Sequence[Piece], one: Attribution) -> bool:
    """Take the moment from the line straight above."""
    above = one.first - 1
    if above < 0 or pieces[above].role or pieces[one.first].gap or not is_moment(pieces[above].text):
        return False
    one.first, one.said = above, pieces[above].text
    return True


def _lines_around(pieces: Sequence[Piece], one: Attribution) -> None:
    """Add the lines beside an attribution: a number or the name once more above, badges and addressees below."""
    while one.first and not pieces[one.first - 1].role and _is_above(pieces[one.first - 1], one.name):
        one.first -= 1
        owner = BESIDE.fullmatch(text_of(pieces[one.first]))
        one.by_author = one.by_author or bool(owner and owner["owner"])
    for piece in pieces[one.last + 1 : one.last + 5]:
        text = text_of(piece)
        beside, to = BESIDE.fullmatch(text), ADDRESSEE.fullmatch(text)
        if piece.role or len(text) > 90 or not (beside or to):
            return
        one.last += 1
        one.to = one.to or (to["to"].strip() if to else "")
        one.by_author = one.by_author or bool(beside and beside["owner"])


def _is_above(piece: Piece, name: str) -> bool:
    text = text_of(piece)
    return len(text) <= 90 and (
        any(ABOVE.fullmatch(said) for said in (text, piece.text)) or clean_name(text)[0] == name
    )


def heading_above(pieces: Sequence[Piece], first: int) -> int:
    """Where the heading for comments stands above the first one, with nothing but short lines between; -1: nowhere."""
    top = -1
    for at in range(first - 1, max(first - 20, -1), -1):
        text = text_of(pieces[at])
        if len(text) <= 240 and HEADING.fullmatch(text) and (top < 0 or top - at <= 3):
            top = at
        elif pieces[at].words > 9 and not END.fullmatch(text):
            break
    return top


def buttons_among(pieces: Sequence[Piece], found: Sequence[Attribution]) -> int:
    """After how many attributions buttons stand before the next."""
    return sum(any(is_button(piece) for piece in between) for between in _between(pieces, found))


def _between(pieces: Sequence[Piece], found: Sequence[Attribution]) -> Iterator[Sequence[Piece]]:
    ends = [*(one.first for one in found[1:]), min(found[-1].last + 30, len(pieces))]
    for one, end in zip(found, ends, strict=True):
        yield pieces[one.last + 1 : end]
