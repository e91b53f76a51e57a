"""Where the articles of a capture begin that holds several: each with a head like the others', and with a full text.

A head is a title with a date or a byline below it, a date with a title below it, or a title below the foot of the
article before (`Posted by NAME at 7:02 PM`). One article with sections, one column with several letters and comments
have no such heads, or no such text.
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from plugins.normalize.extract.dates import find_date
from plugins.normalize.extract.markers import find_marker
from plugins.normalize.extract.meta_line import read_meta_line
from plugins.normalize.extract.names import is_full_name
from plugins.normalize.model import HEADING, ITEM, QUOTE, Piece
from plugins.normalize.segment.comment_words import HEADING as COMMENTS_BEGIN
from plugins.normalize.segment.furniture import kind_of_furniture
from plugins.normalize.segment.repeats import folded
from plugins.normalize.segment.teasers import goes_on_elsewhere
from plugins.normalize.stops import ends_sentence

LEAST_ARTICLES = 2
PROSE, FULL, FULL_OF_DATED, FULL_OF_SEVERAL, SOME, INTRODUCTION = 10, 60, 100, 150, 25, 25
FOOT = "filing line"
TITLE_WORDS, TITLE_LENGTH, META_WORDS, BELOW_FOOT = 18, 150, 16, 6
MAY_BE_META = re.compile(r"(?:19|20)\d\d|^\W{0,3}(?:[a-z]{4,12} )?by\b", re.I)
BY = re.compile(r"\W{0,3}(?:(?:posted|written|words|story|text|published)\s)?by\b", re.I)
LABELED = re.compile(r"\W{0,3}(?:by|(?:first )?(?:posted|published|written))\b", re.I)
POSTED = re.compile(r"\W{0,3}posted by:? (?P<name>\S.{0,40}?) (?:at|@|on) (?=.{0,30}\d)", re.I)
NOBODY = re.compile(r"anonymous|guest|unknown|admin.*", re.I)


class Start(NamedTuple):
    """The place of the piece with which an article begins, and the day that stands above it and others perhaps."""

    at: int
    day: date | None


class Head(NamedTuple):
    """A line that may begin an article: its place, and what its date or byline says, to be compared with the others.

    `kind` is `below` (a date or byline below the title), `above` (a date above it) or `foot` (after another's foot).
    """

    at: int
    title: str
    kind: str
    dated: bool
    author: str
    clocked: bool
    day: date | None = None


def starts_of(pieces: Sequence[Piece]) -> tuple[Start, ...]:
    """Where the articles of a capture begin; empty where it holds one, or none. What stands above them is a frame."""
    metas = [at for at, piece in enumerate(pieces) if _may_be_meta(piece)]
    if len(metas) < LEAST_ARTICLES:
        return ()
    for heads in (_titles_above(pieces, metas), _after_feet(pieces, metas), _titles_below(pieces, metas)):
        starts = _proved(pieces, heads)
        if starts:
            return starts
    return ()


def _may_be_meta(piece: Piece) -> bool:
    return piece.words <= META_WORDS and not piece.role and bool(MAY_BE_META.search(piece.text))


def _titles_above(pieces: Sequence[Piece], metas: Sequence[int]) -> list[Head]:
    """Titles with a date or byline straight below them, of the form that most of them have."""
    found = []
    for at in metas:
        writer = _author_at(pieces, at + 1)
        labeled = bool(writer or LABELED.match(pieces[at].text))
        if not at or not _is_title(pieces[at - 1], labeled) or not _text_follows(pieces, at + 1):
            continue
        stated = read_meta_line(pieces[at].text)
        if stated and (find_date(pieces[at].text) or (stated.author and BY.match(pieces[at].text))):
            found.append(_head(at - 1, pieces[at - 1], pieces[at], "below", stated.author or writer))
    forms = [(head.dated, bool(head.author), head.clocked) for head in found]
    most = [form for form, _ in Counter(forms).most_common(1)]
    return [head for head, form in zip(found, forms, strict=True) if form in most]


def _author_at(pieces: Sequence[Piece], at: int) -> str:
    """The author whom the line at a place names, where it is a byline by itself."""
    below = pieces[at : at + 1]
    stated = read_meta_line(below[0].text) if below and BY.match(below[0].text) else None
    return stated.author if stated else ""


def _head(at: int, title: Piece, meta: Piece, kind: str, author: str) -> Head:
    day = find_date(meta.text)
    return Head(at, folded(title.text), kind, day is not None, author, bool(day and day.minute), day and day.day)


def _titles_below(pieces: Sequence[Piece], metas: Sequence[int]) -> list[Head]:
    """Titles with a date straight above them."""
    found = []
    for at in metas:
        title = pieces[at + 1] if at + 1 < len(pieces) else None
        if title is None or not _is_title(title) or not _text_follows(pieces, at + 2):
            continue
        stated = read_meta_line(pieces[at].text)
        if stated and stated.day:
            found.append(_head(at, title, pieces[at], "above", stated.author))
    return found


def _after_feet(pieces: Sequence[Piece], metas: Sequence[int]) -> list[Head]:
    """The first title, and those that follow the foot of the article before, all feet by one writer."""
    places = set(metas)
    feet = [(at, foot["name"].casefold()) for at, piece in enumerate(pieces) if (foot := _foot(piece))]
    if len(feet) < LEAST_ARTICLES or len({name for _, name in feet}) > 1 or NOBODY.fullmatch(feet[0][1]):
        return []
    found: list[Head] = []
    for after in [-1, *(at for at, _ in feet[:-1])]:
        reach = feet[0][0] if after < 0 else after + BELOW_FOOT
        titles = [at for at in range(after + 1, min(reach, len(pieces) - 1)) if _heads(pieces, at)]
        if not titles:
            return []
        title = next((at for at in titles if at - 1 in places), titles[0 if after >= 0 else -1])
        above = read_meta_line(pieces[title - 1].text) if title - 1 > after else None
        day = above.day if above and above.day else found[-1].day if found else None
        at = title - bool(above and above.day)
        found.append(Head(at, folded(pieces[title].text), "foot", True, feet[0][1], False, day))
    return found


def _foot(piece: Piece) -> re.Match[str] | None:
    return POSTED.match(piece.text) if piece.words <= META_WORDS and not piece.role else None


def _heads(pieces: Sequence[Piece], at: int) -> bool:
    return _is_title(pieces[at]) and _text_follows(pieces, at + 1)


def _is_title(piece: Piece, labeled: bool = False) -> bool:
    """Whether a line may be an article's title: few words, no sentence's end, no name, no mark, no furniture.

    One word is enough where the line below is `labeled` as a byline or date: a comment's never is.
    """
    return (
        piece.words <= TITLE_WORDS
        and len(piece.text) <= TITLE_LENGTH
        and not piece.role
        and (labeled or piece.words > 1 or piece.shape == HEADING)
        and piece.shape not in (ITEM, QUOTE)
        and piece.text[-1] not in ".,;:…"
        and any(map(str.isalpha, piece.text))
        and not is_full_name(piece.text)
        and not find_marker(piece.text)
        and not kind_of_furniture(piece.text)
        and read_meta_line(piece.text) is None
    )


def _text_follows(pieces: Sequence[Piece], at: int) -> bool:
    """Whether running text or a letter's mark stands within three lines from a place."""
    return any(_is_prose(piece) or find_marker(piece.text) is not None for piece in pieces[at : at + 3])


def _is_prose(piece: Piece) -> bool:
    return piece.words >= PROSE and ends_sentence(piece.text)


def _proved(pieces: Sequence[Piece], heads: Sequence[Head]) -> tuple[Start, ...]:
    """The starts of those heads that begin articles, where two of these at least have a text of their own.

    A text above the first head that is long enough is an article too, one that has lost its title.
    """
    heads = _not_comments(pieces, heads)
    ends = [*(head.at for head in heads[1:]), len(pieces)]
    parts = [pieces[head.at : end] for head, end in zip(heads, ends, strict=False)]
    least = _least(heads, parts)
    full = [(head, part) for head, part in zip(heads, parts, strict=True) if _words(part) >= least]
    if len(full) < LEAST_ARTICLES or not _are_distinct(full) or not _agree([head for head, _ in full]):
        return ()
    if (heads[0].kind == "above" or not heads[0].dated) and _is_introduced(pieces[: heads[0].at]):
        return ()
    some = [head for head, part in zip(heads, parts, strict=True) if _words(part) >= SOME or _is_teaser(part)]
    kept = [Start(head.at, head.day if head.kind == "foot" else None) for head in some]
    above = _words(pieces[: kept[0].at])
    if above >= FULL:
        return (Start(0, None), *kept)
    return (kept[0]._replace(at=0), *kept[1:]) if above else tuple(kept)


def _is_teaser(part: Sequence[Piece]) -> bool:
    return any(map(goes_on_elsewhere, part))


def _least(heads: Sequence[Head], parts: Sequence[Sequence[Piece]]) -> int:
    """How many words make an article: few where the heads name one writer, or every part has a foot of its own.

    Many where each head names another writer and a day, as comments with a subject and reviews do.
    """
    authors = {head.author.casefold() for head in heads}
    if len(authors) > 1 and heads[0].dated:
        return FULL_OF_SEVERAL
    footed = all(any(kind_of_furniture(piece.text) == FOOT for piece in part) for part in parts)
    return FULL if footed or any(authors) else FULL_OF_DATED


def _are_distinct(full: Sequence[tuple[Head, Sequence[Piece]]]) -> bool:
    """Whether no article stands there twice: other titles, or a column's title with other days and other words."""
    heads = [head for head, _ in full]
    if len({head.title for head in heads}) == len(heads):
        return True
    begin = {next((folded(piece.text) for piece in part if _is_prose(piece)), "") for _, part in full}
    days = {head.day for head in heads if head.day}
    named = len({head.author for head in heads}) == 1 and not any(head.clocked for head in heads)
    return named and len(begin) == len(days) == len(heads)


def _words(pieces: Sequence[Piece]) -> int:
    """The words of running text."""
    return sum(piece.words for piece in pieces if _is_prose(piece) or piece.words >= 2 * PROSE)


def _agree(heads: Sequence[Head]) -> bool:
    """Whether heads that state a time of day, as comments do, are all by one writer who has a name."""
    authors = {head.author.casefold() for head in heads}
    clocked = any(head.clocked for head in heads)
    return not clocked or (len(authors) == 1 and not NOBODY.fullmatch(authors.pop() or "anonymous"))


def _not_comments(pieces: Sequence[Piece], heads: Sequence[Head]) -> list[Head]:
    """The heads above the first comments with a heading, and those below it by the first head's writer."""
    starts = {head.at for head in heads}
    places = (at for at, piece in enumerate(pieces) if piece.words <= 12 and COMMENTS_BEGIN.fullmatch(piece.text))
    begin = next((at for at in places if heads and at > heads[0].at and at + 1 not in starts), len(pieces))
    return [head for head in heads if head.at < begin or (head.author and head.author == heads[0].author)]


def _is_introduced(above: Sequence[Piece]) -> bool:
    """Whether a text begins above the first head: then the heads are those of its sections."""
    return any((piece.words >= INTRODUCTION and _is_prose(piece)) or _states_day(piece) for piece in above)


def _states_day(piece: Piece) -> bool:
    stated = read_meta_line(piece.text) if _may_be_meta(piece) else None
    return stated is not None and bool(stated.day or stated.author)
