"""A capture's text to the pages that it holds: one as a rule, or one an article where it holds several."""

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.normalize.decode import is_html
from plugins.normalize.model import Hints, Page, Piece, drop
from plugins.normalize.repair import OF_PLAIN_TEXT, repair
from plugins.normalize.segment.lines import page_of_text
from plugins.normalize.segment.several import Start, starts_of


@dataclass(frozen=True)
class Part:
    """A page, and the text that its pieces have to account for. Its lines are those of the capture."""

    page: Page
    text: str


@dataclass(frozen=True)
class Parts:
    """The pages of a capture, the fixers that only a plain text needs, and the pieces around several articles."""

    pages: tuple[Part, ...]
    fixers: tuple[str, ...] = ()
    frame: tuple[Piece, ...] = ()


def parts_of(text: str, whole: bool = False) -> Parts:
    """The pages of a repaired text, or its one page where that is wanted `whole`. Raises ValueError."""
    if is_html(text):
        return _of_html(text, whole)
    text, fixers = repair(text, OF_PLAIN_TEXT)
    page = page_of_text(text)
    starts = () if whole else starts_of(page.pieces)
    if not starts:
        return Parts((Part(page, text),), fixers)
    lines = text.split("\n")
    pages = []
    for start, pieces in _cut(page.pieces, starts):
        first, last = pieces[0].line, pieces[-1].line + pieces[-1].span
        said = "\n".join(lines[first - 1 : last - 1])
        pages.append(Part(Page(pieces, Hints(published=start.day)), said))
    return Parts(tuple(pages), fixers, _frame(page.pieces, starts))


def _of_html(text: str, whole: bool) -> Parts:
    """The pages of a page of HTML: one an element that is an article, one a head like the others', or one."""
    from plugins.normalize.segment.html import article_text, page_of_tree, parse
    from plugins.normalize.segment.html_areas import set_areas
    from plugins.normalize.segment.html_blocks import blocks_of
    from plugins.normalize.segment.html_hints import hints_of
    from plugins.normalize.segment.html_several import several_pages

    tree = parse(text)
    hints = hints_of(tree)
    pieces, owners = blocks_of(tree, hints.url)
    pages, frame = ([], []) if whole else several_pages(tree, pieces, owners)
    starts = () if whole or pages or any(piece.area == "comments" for piece in pieces) else starts_of(pieces)
    if starts:
        chosen, frame = article_text(text), list(_frame(pieces, starts))
        for start, own in _cut(pieces, starts):
            title = next(piece.text for piece in own if piece.line)
            pages.append(Page(own, Hints(title, published=start.day), markup=True))
            first = start.at
            set_areas(pages[-1], chosen, owners[first : first + len(own)])
    elif not pages:
        pages = [page_of_tree(tree, text, hints, (pieces, owners))]
    return Parts(tuple(Part(page, _said(page.pieces)) for page in pages), (), tuple(frame))


def _said(pieces: list[Piece]) -> str:
    return "\n".join(piece.lead + piece.text for piece in pieces)


def _cut(pieces: list[Piece], starts: Sequence[Start]) -> list[tuple[Start, list[Piece]]]:
    ends = (*(start.at for start in starts[1:]), len(pieces))
    return [(start, pieces[start.at : end]) for start, end in zip(starts, ends, strict=True)]


def _frame(pieces: list[Piece], starts: Sequence[Start]) -> tuple[Piece, ...]:
    """What stands above the first of several articles: the site's head, left out."""
    frame = pieces[: starts[0].at]
    drop((piece for piece in frame if not piece.role), "several-articles", "around the articles of the capture")
    return tuple(frame)
