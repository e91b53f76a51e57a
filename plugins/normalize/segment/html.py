"""A page of HTML to the same pieces as plain text: its visible blocks, each in the area that the markup puts it in.

lxml reads the page (no network, no huge trees). trafilatura judges where the article is; the blocks, their order, their
headings, lists, quotes, emphasis and links are read here, so that every visible line is accounted for.
"""

import re

from lxml import etree, html  # type: ignore[import-untyped]  # it ships no types

from plugins.normalize.model import DROPPED, Hints, Page, Piece, decide
from plugins.normalize.segment.html_areas import set_areas
from plugins.normalize.segment.html_choice import key_of
from plugins.normalize.segment.html_comments import comments_in
from plugins.normalize.segment.html_limits import check_limits

MOST_ELEMENTS = 150_000


Blocks = tuple[list[Piece], list[html.HtmlElement]]


def page_of_tree(tree: html.HtmlElement, text: str, hints: Hints, blocks: Blocks) -> Page:
    """The page of a tree: its pieces, each in its area. `text` is what the tree was read from."""
    pieces, owners = blocks
    page = Page(pieces, hints, markup=True)
    comments_in(page, owners)
    set_areas(page, article_text(text), owners)
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


def article_text(text: str) -> str:
    """What trafilatura takes for the article, as folded words; empty where it finds none."""
    import trafilatura

    found = trafilatura.extract(
        text, include_comments=False, include_tables=True, favor_recall=False, deduplicate=False
    )
    return "\n".join(key_of(line) for line in (found or "").split("\n"))


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
