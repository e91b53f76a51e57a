"""The visible blocks of an HTML tree as pieces, with their shape, their emphasis and their links."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from lxml import html  # type: ignore[import-untyped]  # it ships no types

from plugins.normalize.model import DROPPED, HEADING, ITEM, QUOTE, TABLE, Mark, Piece, decide
from plugins.normalize.segment.html_tables import CELL, ROW, grid_of, has_header
from plugins.normalize.segment.typed_bullets import typed_bullets

UNSEEN = {"script", "style", "template", "head", "svg", "math", "object", "embed", "applet", "canvas", "audio",
    "video", "iframe",
          "select", "option", "datalist", "map", "noscript", "frame", "frameset"}  # fmt: skip
BLOCKS = {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption",
          "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "label", "legend",
          "li", "main", "menu", "nav",
          "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "button",
          "textarea"}  # fmt: skip
OUTSIDE = {"nav", "aside", "footer", "form", "button", "textarea", "label", "fieldset"}
MARKS = {
    "em": "em",
    "i": "em",
    "cite": "em",
    "dfn": "em",
    "strong": "strong",
    "b": "strong",
    "code": "code",
    "kbd": "code",
    "tt": "code",
    "a": "link",
}
BOILERPLATE = re.compile(
    r"(?:^|[-_ ])(?:nav(?:igation|bar)?|menu|sidebar|widget(?:s|_area)?|breadcrumbs?|share|sharing|sharedaddy|social|"
    r"related|recommended|jp-relatedposts|"
    r"newsletter|subscribe|signup|cookies?|gdpr|popup|modal|advert(?:isement)?|ads?|sponsor(?:ed)?|pagination|pager|"
    r"post-navigation|footer|masthead|"
    r"skip-link|screen-reader-text|tagcloud|blogroll|author-?(?:bio|box)|byline-bio|toolbar|print-only|login|"
    r"search(?:form)?)(?:$|[-_ ])",
    re.I,
)
COMMENT_AREA = re.compile(
    r"(?:^|[-_ ])(?:comments?(?:-?(?:area|list|section|wrapper|container|block|s|thread))?|commentlist|disqus_thread|"
    r"responses|respond)(?:$|[ ])",
    re.I,
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
SPACE = re.compile(r"[ \t\r\n\f]+")
PICTURE = "a picture's description"


class _Walker:
    """Gathers the text of inline elements until a block begins or ends, and makes a piece of it."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.pieces: list[Piece] = []
        self.owners: list[html.HtmlElement] = []
        self.text: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []
        self.open_marks: list[tuple[str, int, str]] = []
        self.path: list[html.HtmlElement] = []
        self.breaks = 2
        self.numbers: dict[html.HtmlElement, int] = {}
        self.counted: dict[html.HtmlElement, int] = {}
        self.pictures: list[tuple[str, html.HtmlElement]] = []

    def add(self, text: str | None) -> None:
        """Add text as a browser would show it: runs of spaces are one, and only `pre` has lines of its own."""
        if not text:
            return
        if "\n" in text and any(element.tag == "pre" for element in self.path):
            first, *lines = text.split("\n")
            self.add(first)
            for line in lines:
                self.flush(0)
                self.add(line)
            return
        text = SPACE.sub(" ", text)
        if not self.length or self.text[-1].endswith(" "):
            text = text.lstrip(" ")
        if text:
            self.text.append(text)
            self.length += len(text)

    def flush(self, gap: int = 1) -> None:
        """End the block: what was gathered becomes a piece in the shape that its ancestors give it."""
        raw = "".join(self.text)
        text = raw.rstrip()
        if text:
            marks = [*self.marks, *(Mark(start, len(text), kind, href) for kind, start, href in self.open_marks)]
            piece = Piece(len(self.pieces) + 1, 0, text, self.breaks, marks=tuple(m for m in marks if m.end > m.start))
            self._shape(piece)
            self.pieces.append(piece)
            self.owners.append(self.path[-1])
            self.breaks = gap
        else:
            self.breaks = max(self.breaks, gap)
        self._note_pictures()
        self.text, self.length, self.marks = [], 0, []
        self.open_marks = [(kind, 0, href) for kind, _, href in self.open_marks]

    def number(self, item: html.HtmlElement) -> None:
        """Give a list item its number; none where its list has no numbers."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return
        start = parent.get("start") or "1"
        first = int(start) if start.isdecimal() and len(start) < 6 else 1
        self.numbers[item] = self.counted[parent] = self.counted.get(parent, first - 1) + 1

    def _note_pictures(self) -> None:
        """Below a block, record what the pictures in it are described as: left out, and told in the report."""
        for text, element in self.pictures:
            piece = Piece(len(self.pieces) + 1, 0, text)
            decide(piece, DROPPED, "markup", PICTURE)
            self.pieces.append(piece)
            self.owners.append(element)
        self.pictures = []

    def add_table(self, element: html.HtmlElement, grid: list[list[str]]) -> None:
        """Make a table one piece where its first row heads it, else one a row."""
        self.path.append(element)
        rows = [ROW.join(CELL.join(row) for row in grid)] if has_header(element) else [" | ".join(row) for row in grid]
        for row in rows:
            self.text, self.length = [row], len(row)
            self.flush(1 if row is rows[-1] else 0)
            if len(rows) == 1 and self.pieces:
                self.pieces[-1].shape = TABLE
        self.path.pop()

    def _shape(self, piece: Piece) -> None:
        """Read the shape, the area and the level of a piece off the elements around it."""
        depth = 0
        for element in self.path:
            tag = element.tag
            if tag in ("ul", "ol"):
                depth += 1
            if tag == "li":
                piece.shape, piece.level = ITEM, depth
                piece.ordered = self.numbers.get(element, 0)
            elif tag == "blockquote":
                piece.shape = QUOTE
            elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
                piece.shape, piece.level = HEADING, int(tag[1])
            if tag == "figcaption" or "wp-caption-text" in (element.get("class") or ""):
                decide(piece, DROPPED, "markup", "a picture's caption")
            piece.area = piece.area if piece.area == "comments" else area_of(element) or piece.area
        if piece.shape == HEADING:
            piece.marks = ()
        if piece.shape == ITEM and self.pieces and self._same_item(piece):
            piece.shape, piece.ordered = "paragraph", 0

    def _same_item(self, piece: Piece) -> bool:
        """Whether the piece is a later paragraph of the list item that the piece before it began."""
        item = next((element for element in reversed(self.path) if element.tag == "li"), None)
        return (
            item is not None
            and self.pieces[-1].note != PICTURE
            and self.pieces[-1].line == piece.line - 1
            and any(above is item for above in self.owners[-1].iterancestors())
            and (self.pieces[-1].shape in (ITEM, "paragraph") and item is not self.owners[-1])
            and self.path[-1].tag != "li"
        )


def area_of(element: html.HtmlElement) -> str:
    """The area that one element puts its content in; empty where it says nothing."""
    names = f"{element.get('id') or ''} {element.get('class') or ''}".strip()
    if element.tag in ("body", "html", "article", "main"):
        return ""
    if names and COMMENT_AREA.search(names):
        return "comments"
    if element.tag in OUTSIDE or element.get("role") in (
        "navigation",
        "complementary",
        "contentinfo",
        "search",
        "banner",
        "dialog",
    ):
        return "outside"
    return "outside" if is_boilerplate(element) else ""


def is_boilerplate(element: html.HtmlElement) -> bool:
    """Whether an element's names say that it surrounds an article."""
    return bool(BOILERPLATE.search(f"{element.get('id') or ''} {element.get('class') or ''}"))


def _is_hidden(element: html.HtmlElement) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(HIDDEN.search(element.get("style") or ""))
    )


def blocks_of(tree: html.HtmlElement, base: str) -> tuple[list[Piece], list[html.HtmlElement]]:
    """Every visible block of a page in order, and the element that holds each."""
    walker = _Walker(base)
    for event, element in _walk(tree):
        tag = element.tag
        if event == "start":
            _enter(walker, element, tag)
        elif event == "table":
            walker.flush()
            walker.add_table(element, grid_of(element))
        elif event == "end":
            _leave(walker, element, tag)
        else:
            walker.add(element.tail)
    walker.path.append(tree)
    walker.flush()
    typed_bullets(walker.pieces)
    return walker.pieces, walker.owners


def _walk(tree: html.HtmlElement) -> Iterator[tuple[str, html.HtmlElement]]:
    """The elements of a tree as they begin and end; what is not shown is passed over, without recursion."""
    stack: list[tuple[str, html.HtmlElement]] = [("start", tree)]
    while stack:
        event, element = stack.pop()
        if event == "start" and element.tag == "table" and not _is_hidden(element) and grid_of(element):
            yield "table", element
            yield "tail", element
            continue
        if event == "end" or not isinstance(element.tag, str) or element.tag in UNSEEN or _is_hidden(element):
            yield "end", element
            continue
        yield event, element
        stack.append(("end", element))
        stack.extend(("start", child) for child in reversed(element))


def _enter(walker: _Walker, element: html.HtmlElement, tag: str) -> None:
    if tag == "img" and (element.get("alt") or "").strip():
        walker.pictures.append((" ".join(element.get("alt").split()), element))
    if tag == "li":
        walker.number(element)
    if tag in BLOCKS:
        walker.flush()
        walker.path.append(element)
    elif tag == "br":
        if not walker.length and walker.pieces:
            walker.breaks += 1
        walker.flush(0)
    elif tag in MARKS:
        walker.open_marks.append((MARKS[tag], walker.length, _href(element, walker.base)))
    walker.add(element.text)


def _leave(walker: _Walker, element: html.HtmlElement, tag: str) -> None:
    if isinstance(tag, str) and tag not in UNSEEN and not _is_hidden(element):
        if tag in BLOCKS:
            walker.flush()
            walker.path.pop()
        elif tag in MARKS and walker.open_marks:
            kind, start, href = walker.open_marks.pop()
            if walker.length > start and (kind != "link" or href):
                walker.marks.append(Mark(start, walker.length, kind, href))
    if element.getparent() is not None:
        walker.add(element.tail)


def _href(element: html.HtmlElement, base: str) -> str:
    """A link's address, absolute; empty for what is no link a reader can follow (scripts, fragments, broken ones)."""
    raw = (element.get("href") or "").strip()
    try:
        address = urljoin(base, raw) if base else raw
        parts = urlsplit(address)
    except ValueError:
        return ""
    if not ((parts.scheme in ("http", "https") and parts.netloc) or parts.scheme == "mailto") or re.search(
        r"[\s<>\"\\]", address
    ):
        return ""
    return address
