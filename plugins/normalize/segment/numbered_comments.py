"""Comments that are the items of a numbered list below the article, each below its writer's name or without one.

Where a blog printed its comments as a list, the flat text has a number in front of each and a bullet in front of each
reply, their paragraphs set in further, and of many writers not even the name.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.normalize.extract.dates import find_date
from plugins.normalize.extract.voices import FIRST, FIRST_PLURAL, count
from plugins.normalize.model import COMMENT, ITEM, FoundComment, Page, Piece, decide
from plugins.normalize.segment.comment_engines import BEFORE, ENGINES, SAID
from plugins.normalize.segment.comment_lines import (
    ABOVE,
    LONGEST,
    Attribution,
    clean_name,
    heading_above,
    is_button,
    is_moment,
    is_name,
    read_attribution,
    text_of,
)
from plugins.normalize.segment.comment_words import END, INSIDE
from plugins.normalize.segment.furniture import kind_of_furniture
from plugins.normalize.stops import ends_sentence

RULE, ENGINE = "comments-numbered", "numbered"
UNNAMED = "comments-unnamed"
LONE_NUMBER = "list-marks"
PROSE, LEAST_ABOVE, LOST_HEADING, HEAD, REPLY = 12, 40, 2, 4, 4
MOST_OF_NAME, LEAST_BARE, STEP, LONGEST_SHARE, MOST_LISTS = 3, 2, 8, 3, 40
TALKS = re.compile(
    r"[:;]-?[)(DP](?=\W|$)|!{2,}|\?{2,}|\b(?:thanks?|thank you|haha\w*|lol|hugs|congrat\w*|sorry)\b", re.I
)
FROM = re.compile(r"(?P<name>[^\s.,!?:;]{2,30}(?: [^\s.,!?:;]{1,30}){0,2}) from(?: (?-i:[A-Z])[^.!?]{1,40})?", re.I)
SAYS = re.compile(rf"\S.{{0,58}}?\s{SAID}\s?:", re.I)
NUMBER = re.compile(r"\d+")


@dataclass
class Item:
    """One item of such a list: the place of its first piece, the place after its last, the number (from 1) of the item
    within which it is set, and who wrote it, if stated."""

    first: int
    end: int
    within: int
    stated: Attribution | None


def find_numbered(page: Page) -> bool:
    """Find the comments of a page whose last text is a list of them; whether there are any.

    A heading for comments above it proves the list, or an item with its writer. Of items that name nobody, half
    have to talk as commenters do, below the gap that the heading left.
    """
    lists = (list(_items(page.pieces, first)) for first in itertools.islice(_starts(page.pieces), MOST_LISTS))
    items = next((items for items in lists if items and _is_whole(page.pieces, items)), [])
    if not items:
        return False
    first = items[0].first
    named = any(item.stated for item in items)
    if not named and heading_above(page.pieces, first) < 0:
        if not _talk(page, items):
            return False
        page.flag(UNNAMED, f"from line {page.pieces[first].line}")
    _names_above(page.pieces, items)
    for item in items:
        _take(page, item)
    return True


def _starts(pieces: Sequence[Piece]) -> Iterator[int]:
    """Where the lists begin that are set in and stand below running text and a heading or its gap, or that name their
    first item's writer. One of bullets is set in as far as the replies in such a list are.
    """
    above, found, leftmost = 0, False, REPLY
    for at, piece in enumerate(pieces):
        column = _column(pieces, at)
        if above >= LEAST_ABOVE and not piece.role and piece.shape == ITEM:
            reply = not found and not piece.ordered and column >= REPLY > leftmost
            first = piece.ordered == 1 and column > 0
            headed = first and (piece.gap >= LOST_HEADING or heading_above(pieces, at) >= 0)
            if reply or headed or (first and SAYS.fullmatch(piece.text[:LONGEST])):
                found = True
                yield at
        leftmost = min(leftmost, column) if piece.shape != ITEM else leftmost
        above += piece.words if piece.words >= PROSE and ends_sentence(piece.text) else 0


def _items(pieces: Sequence[Piece], first: int) -> Iterator[Item]:
    """The items of the list that begins there and of those within them, each with the lines that are set in further."""
    column, at, number, open_at = _column(pieces, first), first, 0, list[tuple[int, int]]()
    counted = pieces[first].ordered
    while at < len(pieces) and not pieces[at].role and pieces[at].shape == ITEM and _column(pieces, at) >= column:
        own = _column(pieces, at)
        if own == column and counted and pieces[at].ordered != counted:
            return
        counted += 1 if own == column and counted else 0
        end = at + 1
        while end < len(pieces) and _goes_on(pieces, end, own):
            end += 1
        number += 1
        open_at = [one for one in open_at if one[0] < own]
        yield Item(at, end, open_at[-1][1] if open_at else 0, _stated(pieces, at, end))
        open_at.append((own, number))
        at = end + (end < len(pieces) and _is_lone_number(pieces[end]))


def _goes_on(pieces: Sequence[Piece], at: int, column: int) -> bool:
    """Whether a piece belongs to the item whose line begins at a column: it is set in further and no item itself."""
    return _column(pieces, at) > column and pieces[at].shape != ITEM and not pieces[at].role


def _is_lone_number(piece: Piece) -> bool:
    return piece.rule == LONE_NUMBER and bool(piece.role)


def _column(pieces: Sequence[Piece], at: int) -> int:
    """Where the line of a piece begins, with its number, or that number on a line of its own above it."""
    number = pieces[at - 1] if at and pieces[at].shape == ITEM and _is_lone_number(pieces[at - 1]) else pieces[at]
    return number.start - len(number.lead)


def _stated(pieces: Sequence[Piece], first: int, end: int) -> Attribution | None:
    """The writer whom an item's first lines state, if words of the comment stand below them."""
    at = first
    while at + 1 < end and (INSIDE.fullmatch(pieces[at].text[:LONGEST]) or ABOVE.fullmatch(pieces[at].text[:LONGEST])):
        at += 1
    if len(pieces[at].text) > LONGEST:
        return None
    read = (read_attribution(pieces, at, engine) for engine in ENGINES if engine.where == BEFORE)
    return next((one for one in read if one and one.last + 1 < end), None) or _moment_and_name(pieces, at, end)


def _moment_and_name(pieces: Sequence[Piece], at: int, end: int) -> Attribution | None:
    """The writer below the comment's moment."""
    if at + 2 >= end or not is_moment(pieces[at].text):
        return None
    name, own = clean_name(pieces[at + 1].text)
    return Attribution(at, at + 1, ENGINES[-1], name, pieces[at].text, by_author=own) if is_name(name) else None


def _names_above(pieces: Sequence[Piece], items: Sequence[Item]) -> None:
    """Where every item that states no writer begins with a short line above its words, that is the writer's name."""
    bare = [item for item in items if not item.stated]
    heads = [pieces[item.first] for item in bare]
    if len(bare) >= LEAST_BARE and all(item.end - item.first > 1 and _may_be_name(pieces[item.first]) for item in bare):
        for item, head in zip(bare, heads, strict=True):
            name, own = clean_name(head.text)
            item.stated = Attribution(item.first, item.first, ENGINES[-1], name, by_author=own)


def _may_be_name(piece: Piece) -> bool:
    return (
        piece.words <= MOST_OF_NAME
        and (piece.text[-1] not in ".!?,:;…" or piece.text[-3:-2] == " ")
        and is_name(clean_name(piece.text)[0])
    )


def _is_whole(pieces: Sequence[Piece], items: Sequence[Item]) -> bool:
    """Whether the comments are in the list, all of them.

    Then neither its next item stands below the last one, nor running text, unless the page's own, and no moment of a
    comment stands above or below.
    """
    column, last = _column(pieces, items[0].first), max(pieces[item.first].ordered for item in items)
    below = range(items[-1].end, len(pieces))
    goes_on = any(last and pieces[at].ordered == last + 1 and _column(pieces, at) == column for at in below)
    running = (pieces[at] for at in below if pieces[at].words >= 2 * PROSE and not pieces[at].role)
    top = heading_above(pieces, items[0].first)
    around = [*(pieces[top + 1 : items[0].first] if top >= 0 else []), *pieces[items[-1].end :]]
    if goes_on or any(piece.words <= STEP and not piece.role and is_moment(piece.text) for piece in around):
        return False
    return not any(not kind_of_furniture(piece.text) for piece in running)


def _talk(page: Page, items: Sequence[Item]) -> bool:
    """Whether items that name nobody are comments: apart from each other, and half of them talk as people do.

    What an article announces, by a colon or by a number in its title, is its own list, and so is a long one or one of
    steps with headings.
    """
    first = items[0].first
    pieces = page.pieces
    own = [pieces[item.first : item.end] for item in items]
    heads = (piece.text for piece in pieces[:HEAD] if piece.words < 2 * PROSE and not find_date(piece.text))
    announced = pieces[first - 1].text.endswith(":") or any(str(len(items)) in NUMBER.findall(text) for text in heads)
    loose = all(pieces[item.first].gap for item in items)
    headed = sum(len(item) > 1 and item[0].words <= STEP and not ends_sentence(item[0].text) for item in own)
    above = sum(piece.words for piece in pieces[:first])
    long = sum(piece.words for item in own for piece in item) > LONGEST_SHARE * above
    if announced or long or not loose or 2 * headed > len(items):
        return False
    talking = [
        count(FIRST, item) + count(FIRST_PLURAL, item) > 0 or any(TALKS.search(piece.text) for piece in item)
        for item in own
    ]
    return 2 * sum(talking) >= len(items)


def _take(page: Page, item: Item) -> None:
    """Write one item down as a comment; its number is none of its words."""
    stated = item.stated
    top = stated.last + 1 if stated else item.first
    body = []
    for at, piece in enumerate(page.pieces[item.first : item.end], item.first):
        place = "attribution" if at < top else "comment"
        if place == "comment" and (is_button(piece) or END.fullmatch(text_of(piece))):
            place = "a button of the comment"
        decide(piece, COMMENT, RULE, place)
        body += [piece] if place == "comment" else []
    found = find_date(stated.said) if stated and stated.said else None
    when = found.stated() if found else None
    name, own = (stated.name, stated.by_author) if stated else (_signed(body), False)
    to = stated.to if stated else ""
    page.comments.append(FoundComment(name, when, body, ENGINE, own, to, answers=item.within))


def _signed(body: list[Piece]) -> str:
    """The writer whom the last line below a comment's words names with his place, kept or lost; the line goes."""
    found = FROM.fullmatch(body[-1].text) if len(body) > 1 and body[-1].words <= STEP else None
    if found is None or not is_name(found["name"]):
        return ""
    decide(body.pop(), COMMENT, RULE, "attribution")
    return found["name"]


def numbers_apart(page: Page) -> None:
    """Make the number or bullet in front of a comment's first word a piece of its own, where most comments have one."""
    heads = [comment.body[0] for comment in page.comments if comment.body]
    marked = {id(piece) for piece in heads if piece.shape == ITEM and piece.lead}
    if 2 * len(marked) < len(heads) and page.comments[0].engine != ENGINE:
        return
    pieces: list[Piece] = []
    for piece in page.pieces:
        if id(piece) in marked:
            mark = Piece(piece.line, piece.start - len(piece.lead), piece.lead.strip(), piece.gap)
            decide(mark, COMMENT, RULE, "attribution")
            pieces.append(mark)
            piece.lead = ""
        pieces.append(piece)
    page.pieces = pieces
