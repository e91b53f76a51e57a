"""In which area of a page each of its pieces stands: in the article, at its head or foot, in a box, or outside."""

from collections.abc import Sequence

from lxml import html  # type: ignore[import-untyped]  # it ships no types

from plugins.normalize.extract.markers import find_marker
from plugins.normalize.model import BODY, DROPPED, HEADING, META, QUOTE, TABLE, Page, Piece, decide
from plugins.normalize.segment.html_bylines import is_byline
from plugins.normalize.segment.html_choice import choose, is_sentence, key_of

FOOT, OPENING = 4, 30


def set_areas(page: Page, chosen: str, owners: Sequence[html.HtmlElement]) -> None:
    """Put each piece in its area. `chosen` is trafilatura's article; `owners` are the elements of the pieces."""
    inside = choose(page, chosen, owners)
    places = [at for at, yes in enumerate(inside) if yes and page.pieces[at].area != "comments"]
    first, last = (places[0], places[-1]) if places else (len(inside), len(inside))
    top = _title_place(page, first)
    if top == first or (top is None and len(places) > 1 and page.pieces[first].shape == HEADING):
        top, first = first, places[1] if len(places) > 1 else len(inside)
    if top is not None:
        first = _begin_above(page.pieces, inside, top, first)
    parents: set[html.HtmlElement] = {owners[at].getparent() for at in places}
    for at, (piece, yes) in enumerate(zip(page.pieces, inside, strict=True)):
        if piece.role or piece.area == "comments":
            continue
        if at == top:
            piece.area = "head"
        elif is_byline(owners[at], piece.text, page.hints.author, at < first):
            decide(piece, META, "markup", "a date or byline")
        elif yes or (first < at < last and _belongs(page.pieces, at, inside, owners[at].getparent() in parents)):
            piece.area = "article"
            settle_table(piece)
        elif top is not None and top < at < first and piece.area != "outside" and piece.words <= 45:
            piece.area = "head"
        elif last < at <= last + FOOT and piece.words <= 12:
            piece.area = "foot"
        elif at > last and piece.area != "outside":
            piece.area = "below"
        else:
            decide(piece, DROPPED, "markup", "outside the article")


def _begin_above(pieces: Sequence[Piece], inside: list[bool], top: int, first: int) -> int:
    """Take in the paragraphs straight below the title that trafilatura leaves out; where the article begins then."""
    for at in range(top + 1, first):
        piece = pieces[at]
        if piece.words >= OPENING and not piece.role and piece.area == "" and is_sentence(piece):
            inside[at] = True
            first = min(first, at)
    return first


def settle_table(piece: Piece) -> None:
    """A table of the article is its text: no rule for lines judges it."""
    if piece.shape == TABLE and not piece.role:
        decide(piece, BODY, "markup", "body")


def _belongs(pieces: Sequence[Piece], at: int, inside: Sequence[bool], beside_text: bool) -> bool:
    """Quotations, tables, short sentences and headings of its text that trafilatura leaves out between paragraphs."""
    piece = pieces[at]
    if piece.area == "outside":
        return False
    if piece.shape == HEADING:
        return heads_text(pieces, at, inside)
    return piece.shape in (QUOTE, TABLE) or (beside_text and (is_sentence(piece) or _is_salutation(piece)))


def _is_salutation(piece: Piece) -> bool:
    """Whether a line is only the mark of a letter or of its answer: `Dear Ann,`."""
    marker = find_marker(piece.text)
    return marker is not None and not piece.text[marker.end :].strip()


def heads_text(pieces: Sequence[Piece], at: int, inside: Sequence[bool]) -> bool:
    """Whether what follows a heading is in the article: else it heads a box. Headings, pictures, numbers are passed."""
    places = range(at + 1, min(at + 6, len(pieces)))
    return next((inside[place] for place in places if not _is_passed(pieces[place])), False)


def _is_passed(piece: Piece) -> bool:
    return piece.shape == HEADING or bool(piece.role) or piece.text.isdecimal()


def _title_place(page: Page, first: int) -> int | None:
    """Where the article's own heading stands: the one that the page states, else the last one above the text."""
    heads = [at for at, piece in enumerate(page.pieces[: first + 1]) if piece.shape == HEADING and not piece.role]
    title = key_of(page.hints.title)
    stated = [at for at in heads if title and key_of(page.pieces[at].text) == title]
    above = [at for at in heads if at < first and page.pieces[at].area != "outside"]
    return next(reversed(stated or above), None)
