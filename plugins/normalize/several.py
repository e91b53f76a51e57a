"""A capture that holds several articles: each read by itself, on the lines that it has in the capture."""

from collections.abc import Callable
from dataclasses import replace

from plugins.normalize.accounting import accounts_of
from plugins.normalize.article import Article, Entry, Reading, article_of, notices_of, settle
from plugins.normalize.model import Page
from plugins.normalize.parts import Part, Parts
from plugins.normalize.segment.teasers import why_part_held

LEAST_ARTICLES = 2


def read_several(parts: Parts, reading: Reading, watch: Callable[[Page], None]) -> Reading | None:
    """The reading of a capture of several articles, each a post, or held or refused. `reading` tells of the capture.

    None where fewer than two become posts: then the capture is one page after all, and what is in it belongs to that.
    """
    read = [_read(number, part, reading.fixers) for number, part in enumerate(parts.pages, 1)]
    if sum(isinstance(one, Article) for one in read) < LEAST_ARTICLES:
        return None
    frame = [Page(list(parts.frame))] if parts.frame else []
    pages = [*frame, *(part.page for part in parts.pages)]
    for page in pages:
        watch(page)
    accounts = [account for page in pages for account in accounts_of(page)]
    return replace(
        reading,
        articles=tuple(one for one in read if isinstance(one, Article)),
        entries=tuple(one for one in read if isinstance(one, Entry)),
        accounts=tuple(sorted(accounts, key=lambda one: one.first)),
        provenance=tuple(notice for page in pages for notice in notices_of(page)),
        several=True,
    )


def _read(number: int, part: Part, fixers: tuple[str, ...]) -> Article | Entry:
    """One of the articles of a capture."""
    page = part.page
    first, last = page.pieces[0].line, max(piece.line + piece.span - 1 for piece in page.pieces)
    where = f"lines {first}–{last}"
    head = page.title or page.hints.title or page.pieces[0].text[:200]
    lost = settle(page, part.text, why_part_held)
    if lost:
        return Entry(number, where, head, refused=f"the importer lost track of the text at “{lost}”")
    if page.held:
        return Entry(number, where, head, page.held, comments=len(page.comments))
    return replace(article_of(page, fixers), number=number, where=where, lines=(first, last))
