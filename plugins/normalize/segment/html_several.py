"""The elements of a page that are articles of their own: each with a title, a date or byline, and a full text."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from html import escape
from typing import NamedTuple

from lxml import html  # type: ignore[import-untyped]  # it ships no types

from plugins.normalize.extract.meta_line import read_meta_line
from plugins.normalize.extract.names import is_full_name
from plugins.normalize.model import HEADING, Page, Piece, drop
from plugins.normalize.segment.html import page_of_tree, parse
from plugins.normalize.segment.html_blocks import OUTSIDE, area_of, blocks_of
from plugins.normalize.segment.html_bylines import is_called_byline
from plugins.normalize.segment.html_hints import hints_of
from plugins.normalize.segment.html_titles import POST, is_titled
from plugins.normalize.segment.repeats import folded
from plugins.normalize.segment.teasers import goes_on_elsewhere
from plugins.normalize.stops import ends_sentence

LEAST_ARTICLES, MOST_ELEMENTS, PROSE, FULL, LONG = 2, 1000, 10, 80, 120
HEAD_PIECES, TITLE_WORDS, DATE_WORDS, MOST_OUTSIDE = 6, 22, 8, 0.5
ITEM_NAMES = re.compile(r"(?:^|\s)(?:blog|news(?:letter)?|post|story|archive)[-_]?(?:item|entry|article)(?:$|\s)", re.I)
OF_A_POST = re.compile(r"(?:BlogPosting|(?:News)?Article)$")
ANSWER_TO = re.compile(r"(?:re|aw|sv|antw)\s*:\s*", re.I)
FRAME = "around the articles of the capture"


class Found(NamedTuple):
    """An element that may be an article, the places of its pieces, its title, and whether its text is a full one."""

    element: html.HtmlElement
    first: int
    last: int
    title: str
    full: bool


@dataclass(frozen=True)
class _Blocks:
    """The pieces of a page, the element that holds each, the places of what each candidate holds; and which elements
    hold a date or a byline, and which are boxes."""

    pieces: Sequence[Piece]
    owners: Sequence[html.HtmlElement]
    held: Mapping[html.HtmlElement, Sequence[int]]
    dated: Set[html.HtmlElement]
    boxes: Set[html.HtmlElement]


def several_pages(
    tree: html.HtmlElement, pieces: Sequence[Piece], owners: Sequence[html.HtmlElement]
) -> tuple[list[Page], list[Piece]]:
    """A page for each article of a page of HTML that holds several, and the pieces around them; else nothing.

    The pieces have the lines of the whole page, whose `pieces` and their `owners` are given.
    """
    elements = [element for element in tree.iter() if isinstance(element.tag, str) and _may_be_article(element)]
    if not LEAST_ARTICLES <= len(elements) <= MOST_ELEMENTS:
        return [], []
    blocks = _Blocks(pieces, owners, _held(set(elements), owners), _dated(tree), {*filter(_is_box, tree.iter())})
    found = _outermost([one for element in elements if (one := _found(element, blocks))])
    if not _are_several(found, pieces):
        return [], []
    pages = [_page_of(one, pieces) for one in found]
    if not all(pages):
        return [], []
    _days_above(pages, found, pieces)
    inside = {at for one in found for at in range(one.first, one.last + 1)}
    frame = [piece for at, piece in enumerate(pieces) if at not in inside]
    drop((piece for piece in frame if not piece.role), "several-articles", FRAME)
    return [page for page in pages if page], frame


def _around(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    yield element
    yield from element.iterancestors()


def _is_box(element: html.HtmlElement) -> bool:
    return isinstance(element.tag, str) and area_of(element) != ""


def _dated(tree: html.HtmlElement) -> set[html.HtmlElement]:
    """The elements that hold a date or a byline."""
    return {
        above
        for one in tree.iter()
        if isinstance(one.tag, str) and (one.tag == "time" or is_called_byline(one))
        for above in _around(one)
    }


def _held(elements: set[html.HtmlElement], owners: Sequence[html.HtmlElement]) -> dict[html.HtmlElement, list[int]]:
    """The places of the pieces that each element holds."""
    held: dict[html.HtmlElement, list[int]] = {}
    for at, owner in enumerate(owners):
        for above in _around(owner):
            if above in elements:
                held.setdefault(above, []).append(at)
    return held


def _may_be_article(element: html.HtmlElement) -> bool:
    """Whether an element is called an article, stands in no box, and is no comment."""
    names = element.get("class") or ""
    called = POST.search(names) or ITEM_NAMES.search(names) or OF_A_POST.search(element.get("itemtype") or "")
    if element.tag == "body" or not (called or element.tag == "article"):
        return False
    return not any(
        "comment" in (one.get("class") or "").casefold().split() or area_of(one) == "comments" or one.tag in OUTSIDE
        for one in _around(element)
    )


def _found(element: html.HtmlElement, blocks: _Blocks) -> Found | None:
    """What an element holds; None where it has no title above its text, or neither date nor byline."""
    places = blocks.held.get(element, ())
    own = [blocks.pieces[at] for at in places]
    head = (at for at in places[:HEAD_PIECES] if _is_title(blocks.pieces[at], blocks.owners[at]))
    title = next((blocks.pieces[at] for at in head), None)
    called = POST.search(element.get("class") or "") or element in blocks.dated
    if title is None or not (
        called or any(read_meta_line(one.text) for one in (*own[:HEAD_PIECES], *own[-HEAD_PIECES:]))
    ):
        return None
    last = places[-1] + sum(len(blocks_of(after, "")[0]) for after in _comments_behind(element))
    return Found(element, places[0], last, title.text, _is_full(_text_of(element, blocks)))


def _comments_behind(element: html.HtmlElement) -> list[html.HtmlElement]:
    """The elements straight behind an article that hold its comments."""
    found: list[html.HtmlElement] = []
    after = element.getnext()
    while after is not None and isinstance(after.tag, str) and area_of(after) == "comments":
        found.append(after)
        after = after.getnext()
    return found


def _is_title(piece: Piece, owner: html.HtmlElement) -> bool:
    return 0 < piece.words <= TITLE_WORDS and not piece.role and (piece.shape == HEADING or is_titled(owner))


def _text_of(element: html.HtmlElement, blocks: _Blocks) -> list[Piece]:
    """The pieces in an element that stand in no box in it."""
    found = []
    for at in blocks.held[element]:
        inner = itertools.takewhile(lambda one: one is not element, _around(blocks.owners[at]))
        if blocks.boxes.isdisjoint(inner):
            found.append(blocks.pieces[at])
    return found


def _is_full(own: Sequence[Piece]) -> bool:
    """Whether pieces are a whole text, and none that goes on elsewhere."""
    prose = [piece for piece in own if _is_prose(piece)]
    words = sum(piece.words for piece in prose)
    return words >= (FULL if len(prose) > 1 else LONG) and not any(goes_on_elsewhere(piece) for piece in own[-4:])


def _is_prose(piece: Piece) -> bool:
    return piece.words >= PROSE and ends_sentence(piece.text)


def _outermost(found: Sequence[Found]) -> list[Found]:
    """The elements that hold at most one of the others in full, and stand in none that is kept."""
    kept: list[Found] = []
    for at, one in enumerate(found):
        inside = sum(other.full and one.first <= other.first and other.last <= one.last for other in found[at + 1 :])
        if inside < LEAST_ARTICLES and (not kept or kept[-1].last < one.first):
            kept.append(one)
    return kept


def _are_several(found: Sequence[Found], pieces: Sequence[Piece]) -> bool:
    """Whether two at least are full articles by titles of their own, and hold the better part of the page's text."""
    full = [one for one in found if one.full]
    titles = {folded(ANSWER_TO.sub("", one.title)) for one in full}
    if len(full) < LEAST_ARTICLES or len(titles) < len(full) or any(ANSWER_TO.match(one.title) for one in full):
        return False
    if sum(is_full_name(one.title) or len(one.title.split()) < 2 for one in full) > len(full) / 2:
        return False
    inside = {at for one in found for at in range(one.first, one.last + 1)}
    held = sum(piece.words for at, piece in enumerate(pieces) if at in inside and _is_prose(piece))
    beside = sum(
        piece.words
        for at, piece in enumerate(pieces)
        if at not in inside and _is_prose(piece) and piece.area not in ("outside", "comments")
    )
    return beside <= MOST_OUTSIDE * held


def _page_of(one: Found, pieces: Sequence[Piece]) -> Page | None:
    """The page of one article by itself; None where its pieces are not those that the whole page has there."""
    parts = [one.element, *_comments_behind(one.element)]
    body = "".join(html.tostring(part, encoding="unicode", with_tail=False) for part in parts)
    text = f"<html><head><title>{escape(one.title)}</title>{_address(one)}</head><body>{body}</body></html>"
    tree = parse(text)
    hints = hints_of(tree)
    page = page_of_tree(tree, text, hints, blocks_of(tree, hints.url))
    own = pieces[one.first : one.last + 1]
    if [piece.text for piece in page.pieces] != [piece.text for piece in own]:
        return None
    for piece, whole in zip(page.pieces, own, strict=True):
        piece.line = whole.line
    return page


def _address(one: Found) -> str:
    """The address of an article, where its title leads there."""
    links = (
        link.get("href") or "" for link in one.element.iter("a") if folded(link.text_content()) == folded(one.title)
    )
    address = next((link for link in links if link.startswith(("http://", "https://"))), "")
    return f'<link rel="canonical" href="{escape(address)}">' if address else ""


def _days_above(pages: Sequence[Page | None], found: Sequence[Found], pieces: Sequence[Piece]) -> None:
    """Give an article without a date the one that stands above it, and above others of that day perhaps."""
    day, at = None, 0
    for page, one in zip(pages, found, strict=True):
        for piece in pieces[at : one.first]:
            stated = read_meta_line(piece.text) if piece.words <= DATE_WORDS else None
            day = stated.day if stated and stated.day else day
        at = one.last + 1
        if page and page.hints.published is None and day:
            page.hints = replace(page.hints, published=day)
