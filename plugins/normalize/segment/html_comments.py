"""Comments that markup states: each in its element, with its writer, its moment and its replies nested inside."""

import re
from datetime import datetime

from lxml import html  # type: ignore[import-untyped]  # it ships no types

from plugins.normalize.extract.dates import find_date
from plugins.normalize.model import COMMENT, FoundComment, Page, Piece, decide

IS_COMMENT = re.compile(
    r"(?:^|\s)(?:comment|comment-item|comment-block|comment_item|post-comment|dsq-comment|comment-container|commentitem|depth-\d+)(?:\s|$)",
    re.I,
)
COMMENT_ID = re.compile(r"(?:li-)?(?:comment|c|cmt|dsq-comment)[-_]?\d+", re.I)
WRITER = re.compile(
    r"(?:^|[\s_-])(?:fn|author(?:-name)?|comment-?_?author|commenter|user(?:name)?|name|comment-from|comment-header__author)(?:$|[\s_-])",
    re.I,
)
MOMENT = re.compile(
    r"(?:^|[\s_-])(?:date|datetime|time|timestamp|comment-?_?(?:date|meta|metadata|time|timestamp)|commentmetadata|published|when)(?:$|[\s_-])",
    re.I,
)
BUTTON = re.compile(
    r"(?:^|[\s_-])(?:reply|comment-reply-link|actions?|avatar|says|edit-link|comment-footer|comment-actions|blog-admin)(?:$|[\s_-])",
    re.I,
)
SAYS = re.compile(r"\s*(?:says|said|wrote|dit|sagt|dice)?\s*(?:\.\.\.|…|:)?\s*$", re.I)


def comments_in(page: Page, owners: list[html.HtmlElement]) -> None:
    """Record every comment that has an element of its own, with the pieces that are its body."""
    groups: dict[html.HtmlElement, list[tuple[Piece, html.HtmlElement]]] = {}
    for piece, owner in zip(page.pieces, owners, strict=True):
        element = _comment_of(owner)
        if element is not None:
            groups.setdefault(element, []).append((piece, owner))
    if not any(_writer(element, groups[element]) for element in groups):
        return
    numbers: dict[html.HtmlElement, int] = {}
    for element, found in groups.items():
        writer = _writer(element, found)
        if not writer:
            continue
        numbers[element] = len(page.comments) + 1
        parent = _comment_of(element.getparent()) if element.getparent() is not None else None
        body = _body(element, found, writer)
        own = bool(re.search(r"bypostauthor|by-?author|author-comment", element.get("class") or ""))
        page.comments.append(
            FoundComment(
                writer,
                _moment(element, found),
                body,
                "markup",
                own,
                answers=numbers.get(parent, 0) if parent is not None else 0,
            )
        )


def _comment_of(element: html.HtmlElement | None) -> html.HtmlElement | None:
    """The nearest element around one (or itself) that is a comment."""
    while element is not None:
        names = element.get("class") or ""
        if element.tag in ("li", "div", "article", "section", "dl") and (
            (IS_COMMENT.search(names) and "comments" not in names.split())
            or COMMENT_ID.fullmatch(element.get("id") or "")
            or "Comment" in (element.get("itemtype") or "")
        ):
            return element
        element = element.getparent()
    return None


def _own(element: html.HtmlElement, part: html.HtmlElement) -> bool:
    return _comment_of(part) is element


def _named(element: html.HtmlElement, pattern: re.Pattern[str]) -> list[html.HtmlElement]:
    """The elements inside a comment, not inside its replies, whose class or property has one of a pattern's names."""
    return [
        part
        for part in element.iterdescendants()
        if isinstance(part.tag, str)
        and pattern.search(f"{part.get('class') or ''} {part.get('itemprop') or ''}")
        and _own(element, part)
    ]


def _writer(element: html.HtmlElement, found: list[tuple[Piece, html.HtmlElement]]) -> str:
    candidates = sorted(_named(element, WRITER), key=lambda part: len(part.text_content()))
    candidates += [part for part in element.iterdescendants("cite") if _own(element, part)]
    for part in candidates:
        name = SAYS.sub("", " ".join(part.text_content().split())).strip()
        if 0 < len(name) <= 60 and not find_date(name):
            return name
    return ""


def _moment(element: html.HtmlElement, found: list[tuple[Piece, html.HtmlElement]]) -> datetime | None:
    for part in element.iterdescendants("time"):
        if _own(element, part) and re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d", part.get("datetime") or ""):
            try:
                return datetime.fromisoformat(part.get("datetime")[:16])
            except ValueError:
                break
    for part in _named(element, MOMENT):
        date = find_date(" ".join(part.text_content().split()))
        if date and date.minute:
            return date.moment()
    return None


def _body(element: html.HtmlElement, found: list[tuple[Piece, html.HtmlElement]], writer: str) -> list[Piece]:
    """The pieces that are the comment's text: not its writer's line, not its date, not its buttons."""
    aside = {*_named(element, WRITER), *_named(element, MOMENT), *_named(element, BUTTON)}
    body = []
    for piece, owner in found:
        around = [owner, *owner.iterancestors()]
        outer = next((at for at, one in enumerate(around) if one is element), len(around))
        is_aside = (
            any(one in aside for one in around[:outer])
            or SAYS.sub("", piece.text).strip() == writer
            or (
                piece.words <= 14
                and (piece.text.startswith(writer) or find_date(piece.text) is not None)
                and piece.text.rstrip()[-1:] not in ".!?"
            )
            or piece.text.casefold() in ("reply", "like", "log in to reply", "delete")
        )
        decide(piece, COMMENT, "comments-markup", "attribution" if is_aside else "comment")
        if not is_aside:
            body.append(piece)
    return body
