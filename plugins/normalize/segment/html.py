"""A page of HTML to the same pieces as plain text: its visible blocks, each in the area that the markup puts it in.

lxml reads the page (no network, no huge trees). trafilatura judges where the article is; the blocks, their order, their
headings, lists, quotes, emphasis and links are read here, so that every visible line is accounted for.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from lxml import etree, html  # type: ignore[import-untyped]  # it ships no types

from plugins.normalize.model import BODY, DROPPED, HEADING, QUOTE, TABLE, Page, Piece, decide
from plugins.normalize.segment.html_blocks import blocks_of
from plugins.normalize.segment.html_comments import comments_in
from plugins.normalize.segment.html_hints import hints_of
from plugins.normalize.segment.html_limits import check_limits
from plugins.normalize.segment.repeats import folded

MOST_ELEMENTS = 150_000
LEAST_SHARE, FOOT = 0.2, 4
SHINGLE, COVERED, LEAST_WORDS = 4, 0.8, 6


def page_of_html(text: str) -> Page:
    """The pieces of a page. Raises ValueError for one too large or too broken to be read."""
    tree = parse(text)
    hints = hints_of(tree)
    chosen = _article_text(text)
    pieces, owners = blocks_of(tree, hints.url)
    page = Page(pieces, hints, markup=True)
    comments_in(page, owners)
    _areas(page, chosen, owners)
    return page


def parse(text: str) -> html.HtmlElement:
    """The tree of a page, read without network and within limits. Raises ValueError where it goes beyond them."""
    check_limits(text)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise ValueError(str(error)) from error
    for count, _ in enumerate(tree.iter()):
        if count > MOST_ELEMENTS:
            raise ValueError(f"more than {MOST_ELEMENTS} elements")
    return tree


def _article_text(text: str) -> str:
    """What trafilatura takes for the article, as folded words; empty where it finds none."""
    import trafilatura

    found = trafilatura.extract(
        text, include_comments=False, include_tables=True, favor_recall=False, deduplicate=False
    )
    return "\n".join(_key(line) for line in (found or "").split("\n"))


def _key(text: str) -> str:
    """A line's words, ready to compare; trafilatura gives them composed and without soft hyphens."""
    return folded(text if text.isascii() else unicodedata.normalize("NFC", text.replace("\xad", "")))


def _areas(page: Page, chosen: str, owners: Sequence[html.HtmlElement]) -> None:
    """Put each piece in its area: in trafilatura's article, in the page's head, or outside, and then out."""
    lines = set(chosen.split("\n"))
    run = f" {chosen.replace(chr(10), ' ')} "
    shingles = _shingles(run.split())
    inside = [_is_inside(piece, lines, run, shingles) for piece in page.pieces]
    words = sum(piece.words for piece in page.pieces if piece.area != "comments")
    if (
        sum(piece.words for piece, yes in zip(page.pieces, inside, strict=True) if yes) < LEAST_SHARE * words
        and words < 200
    ):
        inside = [piece.area != "outside" for piece in page.pieces]
    places = [at for at, yes in enumerate(inside) if yes and page.pieces[at].area != "comments"]
    first, last = (places[0], places[-1]) if places else (len(inside), len(inside))
    top = _title_place(page.pieces[:first])
    if top is None and len(places) > 1 and page.pieces[first].shape == HEADING:
        top, first = first, places[1]
    parents: set[html.HtmlElement] = {owners[at].getparent() for at in places}
    for at, (piece, yes) in enumerate(zip(page.pieces, inside, strict=True)):
        if piece.role or piece.area == "comments":
            continue
        if yes or (first < at < last and _belongs(page.pieces, at, inside, owners[at].getparent() in parents)):
            piece.area = "article"
            settle_table(piece)
        elif top is not None and top <= at < first and piece.area != "outside" and piece.words <= 45:
            piece.area = "head"
        elif last < at <= last + FOOT and piece.words <= 12:
            piece.area = "foot"
        elif at > last and piece.area != "outside":
            piece.area = "below"
        else:
            decide(piece, DROPPED, "markup", "outside the article")


def settle_table(piece: Piece) -> None:
    """A table of the article is its text: no rule for lines judges it."""
    if piece.shape == TABLE and not piece.role:
        decide(piece, BODY, "markup", "body")


def _is_inside(piece: Piece, lines: set[str], run: str, shingles: set[str]) -> bool:
    """Whether trafilatura's article has a piece: as a line, within a line, or nearly all of its words in a row."""
    if piece.role:
        return False
    key = _key(piece.text)
    words = key.split()
    if key in lines or (len(words) >= 3 and f" {key} " in run):
        return bool(key)
    own = _shingles(words)
    return len(words) >= LEAST_WORDS and len(own & shingles) >= COVERED * len(own)


def _shingles(words: Sequence[str]) -> set[str]:
    return {" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}


def _belongs(pieces: Sequence[Piece], at: int, inside: Sequence[bool], beside_text: bool) -> bool:
    """Quotations, tables, short sentences and headings of its text that trafilatura leaves out between paragraphs."""
    piece = pieces[at]
    if piece.area == "outside":
        return False
    if piece.shape == HEADING:
        return heads_text(pieces, at, inside)
    linked = sum(mark.end - mark.start for mark in piece.marks if mark.kind == "link")
    sentence = beside_text and piece.text.endswith((".", "!", "?", "…", "”", '"')) and linked < len(piece.text) / 2
    return piece.shape in (QUOTE, TABLE) or sentence


def heads_text(pieces: Sequence[Piece], at: int, inside: Sequence[bool]) -> bool:
    """Whether what follows a heading, other headings and pictures aside, is in the article: else it heads a box."""
    places = range(at + 1, min(at + 6, len(pieces)))
    below = next((place for place in places if pieces[place].shape != HEADING and not pieces[place].role), -1)
    return below >= 0 and inside[below]


def _title_place(above: Iterable[Piece]) -> int | None:
    """Where the article's own heading stands above its text."""
    places = [at for at, piece in enumerate(above) if piece.shape == HEADING and piece.area != "outside"]
    return places[-1] if places else None


def rest_of_areas(page: Page) -> None:
    """Drop what no rule has claimed in the head of a page of markup, in its area for comments and below its article."""
    if not page.markup:
        return
    for piece in page.open():
        if piece.area == "head" and not re.search(r"\w", piece.text):
            decide(piece, DROPPED, "markup", "outside the article")
        elif piece.area == "comments":
            decide(piece, DROPPED, "markup", "in the area for comments, and no comment")
        elif piece.area == "below":
            decide(piece, DROPPED, "markup", "outside the article")
