"""The page of one entry of an export: its pieces, its comments, and all that the export states of it.

No part of an entry's body is judged to be a page's frame; only boxes, commands to the blog's own system and what the
body says again of the title and the deck go.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from plugins.normalize.formats import Document, Remark
from plugins.normalize.model import DECK, HEADING, PARAGRAPH, TITLE, FoundComment, Hints, Page, Piece, decide, drop
from plugins.normalize.repair import OF_PLAIN_TEXT, repair
from plugins.normalize.segment.html import parse
from plugins.normalize.segment.html_areas import settle_table
from plugins.normalize.segment.html_blocks import blocks_of
from plugins.normalize.segment.repeats import folded

SHORTCODE = re.compile(r"(?:\[/?[a-z][\w-]*(?:\s[^\[\]]*)?/?\]\S*|\{[{%].{0,400}?[%}]\})(?:\s*\[/[a-z][\w-]*\])?", re.I)
CREDIT = re.compile(r"The post .{1,300} (?:appeared first|first appeared) on .{1,200}", re.I)
WINDOWS_ENTITY = re.compile(r"&#(1[2-5]\d);")
COMMENT_KEY = re.compile(r"[\w-]{1,64}")
HEAD = 4


def repaired(document: Document) -> tuple[Document, tuple[str, ...]]:
    """The document with its broken characters mended, and the names of the fixers that its text needed."""
    plain = WINDOWS_ENTITY.sub(lambda one: bytes([int(one[1])]).decode("cp1252", "replace"), document.html)
    html, fixers = repair(plain)
    comments = tuple(replace(one, author=_line(one.author), body=repair(one.body)[0]) for one in document.comments)
    mended = replace(
        document,
        html=html,
        title=_line(document.title),
        author=_line(document.author),
        deck=_line(document.deck),
        comments=comments,
    )
    return mended, fixers


def _line(text: str) -> str:
    """A title or name of an export mended: plain text, in which an entity is left of having escaped it twice."""
    return " ".join(repair(repair(text)[0], OF_PLAIN_TEXT)[0].split())


def page_of_entry(document: Document) -> Page:
    """The page of an entry: its pieces, and all that the export states of it."""
    url = document.url if re.fullmatch(r"https?://[^\s<>\"]{4,500}", document.url) else ""
    page = Page(_pieces(document.html, url), Hints(document.title, document.author, document.published, url), True)
    page.title, page.exported = document.title, bool(document.title)
    page.comments = _comments(document.comments)
    for piece in page.pieces:
        outside = piece.area == "outside"
        piece.area = "article"
        if outside:
            drop([piece], "export", "a box in the article")
        elif SHORTCODE.fullmatch(piece.text):
            drop([piece], "export", "a command to the blog's own system")
        elif CREDIT.fullmatch(piece.text):
            drop([piece], "export", "the feed's line about itself")
        else:
            settle_table(piece)
    _head(page, document)
    return page


def _pieces(html: str, url: str = "") -> list[Piece]:
    """The pieces of a fragment of HTML. Raises ValueError for one too large or too broken to be read."""
    return blocks_of(parse(html), url)[0] if html.strip() else []


def _head(page: Page, document: Document) -> None:
    """Move what the body says again of the title and the deck out of it; a deck becomes the summary."""
    page.deck = document.deck
    deck = folded(document.deck.rstrip(" .…"))
    for piece in [one for one in page.pieces if not one.role][:HEAD]:
        said = folded(piece.text)
        if document.title and said == folded(document.title):
            decide(piece, TITLE, "export", "Title")
        elif deck and len(deck) > 8 and said.startswith(deck) and (said == deck or piece.shape == HEADING):
            decide(piece, DECK, "export", "Summary")


def _comments(remarks: Sequence[Remark]) -> list[FoundComment]:
    """The comments of an entry, oldest first, each with a key of its own; answers in a circle answer nobody."""
    keys: list[str] = []
    taken: set[str] = set()
    for number, remark in enumerate(remarks, 1):
        key = remark.key if COMMENT_KEY.fullmatch(remark.key) else f"n{number}"
        keys.append(f"{key}-n{number}" if key in taken else key)
        taken.add(key)
    parents = {key: remark.reply_to for key, remark in zip(keys, remarks, strict=True)}
    found = [
        _comment(remark, key, "" if _in_a_circle(key, parents) else remark.reply_to)
        for key, remark in zip(keys, remarks, strict=True)
    ]
    return sorted(found, key=lambda one: one.when.isoformat() if one.when else "undated")


def _in_a_circle(key: str, parents: Mapping[str, str]) -> bool:
    """Whether the comments that a comment answers, one after the other, come round to itself."""
    seen: set[str] = set()
    above = parents.get(key, "")
    while above and above not in seen and above != key:
        seen.add(above)
        above = parents.get(above, "")
    return above == key


def _comment(remark: Remark, key: str, reply_to: str) -> FoundComment:
    """A comment as the pages' comments are: its body as pieces. A comment has no headings."""
    body = _pieces(remark.body)
    for piece in body:
        if piece.shape == HEADING:
            piece.shape, piece.level = PARAGRAPH, 0
    return FoundComment(
        author=" ".join(remark.author.split()),
        when=remark.when,
        body=body,
        engine="export",
        by_author=remark.by_author,
        reply_to=reply_to,
        key=key,
        held=remark.held,
    )
