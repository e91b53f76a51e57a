"""Comments that are the items of a numbered list below the article, each below its writer's name or without one.

Where a blog printed its comments as a list, the flat text has a number in front of each and a bullet in front of each
reply, their paragraphs set in further, and of many writers not even the name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.normalize.extract.dates import find_date
from plugins.normalize.extract.voices import FIRST, FIRST_PLURAL, count
from plugins.normalize.model import COMMENT, ITEM, FoundComment, Page, Piece, decide
from plugins.normalize.segment.comment_engines import BEFORE, END, ENGINES
from plugins.normalize.segment.comment_lines import (
    LONGEST,
    Attribution,
    heading_above,
    is_button,
    read_attribution,
    text_of,
)
from plugins.normalize.segment.furniture import ends_sentence, kind_of_furniture

RULE = "comments-numbered"
UNNAMED = "comments-unnamed"
PROSE, LEAST_ABOVE, LOST_HEADING, HEAD, REPLY = 12, 40, 2, 4, 4
TALKS = re.compile(
    r"[:;]-?[)(DP](?=\W|$)|!{2,}|\?{2,}|\b(?:thanks?|thank you|haha\w*|lol|hugs|congrat\w*|sorry)\b", re.I
)
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
    first = _first_of_list(page.pieces)
    items = list(_items(page.pieces, first)) if first >= 0 else []
    if not items or not _is_last(page.pieces[items[-1].end :]):
        return False
    named = any(item.stated for item in items)
    if not named and heading_above(page.pieces, first) < 0:
        if not _talk(page, items):
            return False
        page.flag(UNNAMED)
    for item in reversed(items):
        _take(page, item)
    page.comments.reverse()
    return True


def _first_of_list(pieces: Sequence[Piece]) -> int:
    """Where the last list begins that is set in and stands below running text and a heading, or its gap; or -1.

    One of bullets is set in as far as the replies in such a list are.
    """
    above, found, leftmost = 0, -1, REPLY
    for at, piece in enumerate(pieces):
        column = _column(piece)
        if above >= LEAST_ABOVE and not piece.role and piece.shape == ITEM:
            reply = found < 0 and not piece.ordered and column >= REPLY > leftmost
            first = piece.ordered == 1 and column > 0
            found = at if reply or (first and (piece.gap >= LOST_HEADING or heading_above(pieces, at) >= 0)) else found
        leftmost = min(leftmost, column) if piece.shape != ITEM else leftmost
        above += piece.words if piece.words >= PROSE and ends_sentence(piece.text) else 0
    return found


def _items(pieces: Sequence[Piece], first: int) -> Iterator[Item]:
    """The items of the list that begins there and of those within them, each with the lines that are set in further."""
    column, at, number, open_at = _column(pieces[first]), first, 0, list[tuple[int, int]]()
    counted = pieces[first].ordered
    while at < len(pieces) and not pieces[at].role and pieces[at].shape == ITEM and _column(pieces[at]) >= column:
        own = _column(pieces[at])
        if own == column and counted and pieces[at].ordered != counted:
            return
        counted += 1 if own == column and counted else 0
        end = at + 1
        while end < len(pieces) and _goes_on(pieces[end], own):
            end += 1
        number += 1
        open_at = [one for one in open_at if one[0] < own]
        yield Item(at, end, open_at[-1][1] if open_at else 0, _stated(pieces, at, end))
        open_at.append((own, number))
        at = end


def _goes_on(piece: Piece, column: int) -> bool:
    """Whether a piece belongs to the item whose line begins at a column: it is set in further and no item itself."""
    return _column(piece) > column and piece.shape != ITEM and not piece.role


def _column(piece: Piece) -> int:
    """Where the line of a piece begins, with its number."""
    return piece.start - len(piece.lead)


def _stated(pieces: Sequence[Piece], first: int, end: int) -> Attribution | None:
    """The writer whom an item's first lines state, if words of the comment stand below them."""
    if len(pieces[first].text) > LONGEST:
        return None
    read = (read_attribution(pieces, first, engine) for engine in ENGINES if engine.where == BEFORE)
    return next((one for one in read if one and one.last + 1 < end), None)


def _is_last(below: Sequence[Piece]) -> bool:
    """Whether no running text stands below the list, unless the page's own."""
    return not any(piece.words >= 2 * PROSE and not piece.role and not kind_of_furniture(piece.text) for piece in below)


def _talk(page: Page, items: Sequence[Item]) -> bool:
    """Whether items that name nobody are comments: apart from each other, and half of them talk as people do.

    What an article announces, by a colon or by a number in its title, is its own list.
    """
    first = items[0].first
    pieces = page.pieces
    own = [pieces[item.first : item.end] for item in items]
    heads = (piece.text for piece in pieces[:HEAD] if piece.words < 2 * PROSE and not find_date(piece.text))
    announced = pieces[first - 1].text.endswith(":") or any(str(len(items)) in NUMBER.findall(text) for text in heads)
    loose = all(pieces[item.first].gap for item in items)
    if announced or not loose:
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
    if not stated:
        _number_apart(page, item.first)
    found = find_date(stated.said) if stated and stated.said else None
    when = found.stated() if found else None
    name, own = (stated.name, stated.by_author) if stated else ("", False)
    to = stated.to if stated else ""
    page.comments.append(FoundComment(name, when, body, "numbered", own, to, answers=item.within))


def _number_apart(page: Page, at: int) -> None:
    """Make an item's number a piece of its own."""
    piece = page.pieces[at]
    number = Piece(piece.line, _column(piece), piece.lead.strip(), piece.gap)
    decide(number, COMMENT, RULE, "attribution")
    piece.lead = ""
    page.pieces.insert(at, number)
