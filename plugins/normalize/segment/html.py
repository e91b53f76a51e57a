"""A page of HTML to the same pieces as plain text: its visible blocks, each in the area that the markup puts it in.

lxml reads the page (no network, no huge trees). trafilatura judges where the article is; the blocks, their order, their
headings, lists, quotes, emphasis and links are read here, so that every visible line is accounted for.
"""

import re
from collections.abc import Iterable, Sequence

from lxml import etree, html  # type: ignore[import-untyped]  # it ships no types

from plugins.normalize.model import DROPPED, HEADING, QUOTE, Page, Piece, decide
from plugins.normalize.segment.html_blocks import blocks_of
from plugins.normalize.segment.html_comments import comments_in
from plugins.normalize.segment.html_hints import hints_of
from plugins.normalize.segment.repeats import folded

LARGEST, MOST_ELEMENTS = 8_000_000, 150_000
LEAST_SHARE, FOOT = 0.2, 4

MOST_ATTRIBUTES = 4000
LONG_TAG = re.compile(r"<[A-Za-z][^<>]{8000,}+")
"""A tag so long that it may hold more attributes than lxml reads in reasonable time, which is the square of them."""


def page_of_html(text: str) -> Page:
    """The pieces of a page. Raises ValueError for one too large or too broken to be read."""
    if len(text) > LARGEST:
        raise ValueError(f"{len(text)} characters of HTML; a page may have {LARGEST}")
    if any(found[0].count("=") + len(found[0].split()) > MOST_ATTRIBUTES for found in LONG_TAG.finditer(text)):
        raise ValueError(f"a tag with more than {MOST_ATTRIBUTES} attributes")
    tree = parse(text)
    hints = hints_of(tree)
    chosen = _article_text(text)
    pieces, owners = blocks_of(tree, hints.url)
    page = Page(pieces, hints, markup=True)
    comments_in(page, owners)
    _areas(page, chosen, owners)
    return page


def parse(text: str) -> html.HtmlElement:
    """The tree of a page, read without network and within limits."""
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
    return "\n".join(folded(line.lstrip("-# ")) for line in (found or "").split("\n"))


def _areas(page: Page, chosen: str, owners: Sequence[html.HtmlElement]) -> None:
    """Put each piece in its area: in trafilatura's article, in the page's head, or outside, and then out."""
    lines = set(chosen.split("\n"))
    run = f" {chosen.replace(chr(10), ' ')} "
    inside = [_is_inside(piece, lines, run) for piece in page.pieces]
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
        if yes or (first < at < last and _belongs(piece, owners[at].getparent() in parents)):
            piece.area = "article"
        elif top is not None and top <= at < first and piece.area != "outside" and piece.words <= 45:
            piece.area = "head"
        elif last < at <= last + FOOT and piece.words <= 12:
            piece.area = "foot"
        else:
            decide(piece, DROPPED, "markup", "outside the article")


def _is_inside(piece: Piece, lines: set[str], run: str) -> bool:
    key = folded(piece.text)
    return bool(key) and (key in lines or (len(piece.text.split()) >= 3 and f" {key} " in run))


def _belongs(piece: Piece, beside_text: bool) -> bool:
    """Headings, quotations and short sentences that trafilatura leaves out between paragraphs that it keeps."""
    if piece.area == "outside":
        return False
    linked = sum(mark.end - mark.start for mark in piece.marks if mark.kind == "link")
    sentence = beside_text and piece.text.endswith((".", "!", "?", "…", "”", '"')) and linked < len(piece.text) / 2
    return piece.shape in (HEADING, QUOTE) or sentence


def _title_place(above: Iterable[Piece]) -> int | None:
    """Where the article's own heading stands above its text."""
    places = [at for at, piece in enumerate(above) if piece.shape == HEADING and piece.area != "outside"]
    return places[-1] if places else None


def rest_of_areas(page: Page) -> None:
    """Drop what no rule has claimed in the head of a page of markup and in its area for comments."""
    if not page.markup:
        return
    for piece in page.open():
        if piece.area == "head" and not re.search(r"\w", piece.text):
            decide(piece, DROPPED, "markup", "outside the article")
        elif piece.area == "comments":
            decide(piece, DROPPED, "markup", "in the area for comments, and no comment")
