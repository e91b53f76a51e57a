"""Comments that markup states: each in its element, with its writer, its moment and its replies nested inside."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from lxml import html  # type: ignore[import-untyped]  # it ships no types

from plugins.normalize.extract.dates import FoundDate, find_date
from plugins.normalize.model import COMMENT, FoundComment, Page, Piece, decide
from plugins.normalize.segment.comment_lines import LONGEST, clean_name, is_button
from plugins.normalize.segment.comment_words import BESIDE

IS_COMMENT = re.compile(
    r"(?:^|\s)(?:comment|comment-item|comment-block|comment-box|comment_item|post-comment|dsq-comment|comment-container|"
    r"commentitem|"
    r"fyre-comment-article|idc-c|depth-\d+)(?:\s|$)",
    re.I,
)
COMMENT_ID = re.compile(r"(?:li-|div-)?(?:comment|c|cmt|dsq-comment)[-_]?(?:item[-_]?)?\d+", re.I)
DISQUS_LIST = re.compile(r"post-list|disqus|posts", re.I)
WRITER = re.compile(
    r"(?:^|[\s_-])(?:fn|author(?:-name)?|comment-?_?author|commenter|user(?:-?name)?|name|comment-from|"
    r"comment-header__author|idc-n)(?:$|[\s_-])",
    re.I,
)
MOMENT = re.compile(
    r"(?:^|[\s_-])(?:date|datetime|time|timestamp|time-ago|comment-?_?(?:date|meta|metadata|time|timestamp|footer)|"
    r"commentmetadata|published|when|idc-time|"
    r"submitted)(?:$|[\s_-])",
    re.I,
)
BUTTON = re.compile(
    r"(?:^|[\s_-])(?:reply|comment-reply-link|actions?|avatar|says|edit-link|comment-footer|comment-actions|"
    r"blog-admin|parent-link)(?:$|[\s_-])",
    re.I,
)
BY_AUTHOR = re.compile(r"bypostauthor|by-?author|author-comment|comment-by-node-author|blog-author", re.I)
SUBMITTED = re.compile(
    r"(?:submitted|posted)\s+by:?\s+(?P<before>\S.{0,60}?)\s+(?:on|at|@|\|)\s|"
    r"[—–]\s(?P<behind>[^\s—–][^—–]{0,60})$",
    re.I,
)
"""A line that has a comment's writer and its moment in one."""
SAYS = re.compile(
    r"\s*(?:says|said|wrote|(?:a )?dit|sagt|schrieb|dice|dijo|(?:ha )?detto|disse|zei|schreef|pisze|пишет)?"
    r"\s*(?:\.\.\.|…|:)?\s*$",
    re.I,
)
TERM = re.compile(r"(?:^|[\s_-])comment[-_]?author(?:$|[\s_-])", re.I)
INDENTED = re.compile(r"(?:^|\s)indented(?:\s|$)")
ISO_MINUTE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")


class _Comments:
    """Which element is the comment around another, remembered, and the parts of each comment without its replies."""

    def __init__(self) -> None:
        self.around: dict[html.HtmlElement, html.HtmlElement | None] = {}
        self.many: dict[html.HtmlElement, bool] = {}

    def of(self, element: html.HtmlElement | None) -> html.HtmlElement | None:
        """The nearest element around one (or itself) that is a comment; of two that are one comment the outer."""
        path = []
        while element is not None and element not in self.around and not _is_comment(element):
            path.append(element)
            element = element.getparent()
        if element is None or element in self.around:
            found = None if element is None else self.around[element]
        else:
            outer = self._outer_of(element)
            found = element if outer is None else self.of(outer)
            path.append(element)
        self.around.update(dict.fromkeys(path, found))
        return found

    def _outer_of(self, element: html.HtmlElement) -> html.HtmlElement | None:
        """The comment's outer element: one with the same number in its id, or one that has no other comment in it."""
        outer = element.getparent()
        number = _digits(element)
        if outer is not None and _is_comment(outer) and not self._has_many(outer):
            same = not number or not _digits(outer) or number == _digits(outer)
            return outer if same else None
        while number and outer is not None and not _is_comment(outer):
            outer = outer.getparent()
        return outer if number and outer is not None and _digits(outer) == number else None

    def _has_many(self, outer: html.HtmlElement) -> bool:
        if outer not in self.many:
            self.many[outer] = sum(1 for child in outer if isinstance(child.tag, str) and _is_comment(child)) > 1
        return self.many[outer]

    def parts(self, comment: html.HtmlElement) -> list[html.HtmlElement]:
        """The elements inside a comment, in order, not inside its replies."""
        found, stack = [], list(reversed(comment))
        while stack:
            part = stack.pop()
            if isinstance(part.tag, str) and self.of(part) is comment:
                found.append(part)
                stack.extend(reversed(part))
            elif isinstance(part.tag, str) and not _is_comment(part):
                stack.extend(reversed(part))
        return found


def comments_in(page: Page, owners: list[html.HtmlElement]) -> None:
    """Record every comment that has an element of its own, with the pieces that are its body."""
    comments = _Comments()
    groups: dict[html.HtmlElement, list[tuple[Piece, html.HtmlElement]]] = {}
    for piece, owner in zip(page.pieces, owners, strict=True):
        element = comments.of(owner)
        if element is None:
            element = _term_of(owner)
        if element is not None:
            groups.setdefault(element, []).append((piece, owner))
    numbers: dict[html.HtmlElement, int] = {}
    for element, found in groups.items():
        listed = element.tag == "dt"
        parts = _described(element) if listed else comments.parts(element)
        writer, own = clean_name(_named_by(element)) if listed else _writer(parts)
        if not writer:
            continue
        numbers[element] = len(page.comments) + 1
        body = _body(element, found, writer, parts)
        own = own or bool(BY_AUTHOR.search(element.get("class") or ""))
        answers = numbers.get(_parent_of(comments, element), 0)
        page.comments.append(FoundComment(writer, _moment(parts), body, "markup", own, answers=answers))


def _term_of(owner: html.HtmlElement) -> html.HtmlElement | None:
    """In a list of comments by their writers (`dl`) the writer's line (`dt`) of the comment that an element is in."""
    part = next((one for one in (owner, *owner.iterancestors("dt", "dd")) if one.tag in ("dt", "dd")), None)
    while part is not None and part.tag != "dt":
        part = part.getprevious()
    return part if part is not None and TERM.search(part.get("class") or "") else None


def _named_by(term: html.HtmlElement) -> str:
    """The name in a writer's line: what links to the writer, else all but the word for saying."""
    links = (" ".join(link.text_content().split()) for link in term.iter("a"))
    return next(filter(None, links), "") or SAYS.sub("", " ".join(term.text_content().split()))


def _described(term: html.HtmlElement) -> list[html.HtmlElement]:
    """The elements of one comment in such a list: its writer's line, and all up to the next one's."""
    found = [term]
    for after in term.itersiblings():
        if after.tag == "dt":
            break
        found.extend(after.iter())
    return [part for part in found if isinstance(part.tag, str)]


def _is_comment(element: html.HtmlElement) -> bool:
    if element.tag not in ("li", "div", "article", "section", "dl"):
        return False
    names, own_id = element.get("class") or "", element.get("id") or ""
    if element.tag == "li" and "post" in names.split():
        return any(DISQUS_LIST.search(above.get("id") or "") for above in element.iterancestors())
    return (
        bool(IS_COMMENT.search(names) and "comments" not in names.split())
        or bool(COMMENT_ID.fullmatch(own_id))
        or "Comment" in (element.get("itemtype") or "")
    )


def _digits(element: html.HtmlElement) -> str:
    return "".join(filter(str.isdigit, element.get("id") or ""))


def _parent_of(comments: _Comments, element: html.HtmlElement) -> html.HtmlElement | None:
    """The comment that one answers: the one around it, or the one before the indented block that it stands in."""
    above = element.getparent()
    while above is not None:
        if _is_comment(above):
            return comments.of(above)
        if INDENTED.search(above.get("class") or ""):
            before = above.getprevious()
            while before is not None and not (isinstance(before.tag, str) and _is_comment(before)):
                before = before.getprevious()
            return comments.of(before)
        above = above.getparent()
    return None


def _named(parts: Sequence[html.HtmlElement], pattern: re.Pattern[str]) -> list[html.HtmlElement]:
    """Those of a comment's parts whose class or property has one of a pattern's names."""
    return [part for part in parts if pattern.search(f"{part.get('class') or ''} {part.get('itemprop') or ''}")]


def _writer(own_parts: Sequence[html.HtmlElement]) -> tuple[str, bool]:
    """The name of a comment's writer, and whether a badge by it says that it is the article's."""
    parts = _named(own_parts, WRITER) + [part for part in own_parts if part.tag == "cite"]
    texts = [(part, " ".join(part.text_content().split())) for part in parts]
    short = sorted(((part, text) for part, text in texts if len(text) <= LONGEST), key=lambda one: len(one[1]))
    badges = [BESIDE.fullmatch(text) for _, text in short]
    own = any(badge and badge["owner"] for badge in badges)
    for (part, text), badge in zip(short, badges, strict=True):
        name, said = clean_name(SAYS.sub("", text))
        if 0 < len(name) <= 60 and not badge and not find_date(name):
            return name, own or said or bool(BY_AUTHOR.search(part.get("class") or ""))
    submitter = _submitter(own_parts)
    guest = next((text for (_, text), badge in zip(short, badges, strict=True) if badge and not badge["owner"]), "")
    return submitter if submitter[0] else (guest, False)


def _submitter(parts: Sequence[html.HtmlElement]) -> tuple[str, bool]:
    """The writer whom a comment's line about its moment names: `Mon, 05/03/2010 - 22:14 — NAME`."""
    for part in _named(parts, MOMENT):
        text = " ".join(part.text_content().split())
        found = SUBMITTED.search(text) if len(text) <= 200 and find_date(text) else None
        if found:
            name, own = clean_name(found["before"] or found["behind"])
            return name, own
    return "", False


def _moment(parts: Sequence[html.HtmlElement]) -> date | None:
    """The minute or day that a comment states, in an attribute or in words; None where it says only how long ago."""
    for part in parts:
        stated = part.get("datetime") or ""
        if part.tag == "time" and ISO_MINUTE.match(stated):
            try:
                return datetime.fromisoformat(stated[:16])
            except ValueError:
                break
    named = _named(parts, MOMENT)
    texts = (text for part in named for text in (" ".join(part.text_content().split()), part.get("title") or ""))
    found = [one for text in texts if len(text) <= 200 and (one := find_date(text)) and one.day]
    found = found or [one for part in parts if (one := _only_moment(part))]
    return next((one.moment() for one in found if one.minute), found[0].day if found else None)


def _only_moment(part: html.HtmlElement) -> FoundDate | None:
    """The minute that an element without a telling name states, and nothing else: `on May 2, 2011, 8:15 am`."""
    text = "" if len(part) else (part.text or "").strip()
    found = find_date(text) if len(text) <= LONGEST else None
    if found is None or not found.day or not found.minute or text[found.end :].strip(" .|–—-"):
        return None
    return found if len(text[: found.start].split()) <= 1 else None


def _body(
    element: html.HtmlElement,
    found: Sequence[tuple[Piece, html.HtmlElement]],
    writer: str,
    parts: Sequence[html.HtmlElement],
) -> list[Piece]:
    """The pieces that are the comment's text: not its writer's line, not its date, not its buttons."""
    names = [part for part in _named(parts, WRITER) if writer in " ".join(part.text_content().split())]
    aside = {*names, *_named(parts, MOMENT), *_named(parts, BUTTON)}
    body = []
    for piece, owner in found:
        if piece.role:
            continue
        around = [owner, *owner.iterancestors()]
        outer = next((at for at, one in enumerate(around) if one is element), len(around))
        is_aside = (
            any(one in aside for one in around[:outer])
            or (len(piece.text) <= LONGEST and SAYS.sub("", piece.text).strip() == writer)
            or (
                piece.words <= 14
                and len(piece.text) <= LONGEST
                and (piece.text.startswith(writer) or find_date(piece.text) is not None)
                and piece.text.rstrip()[-1:] not in ".!?"
            )
            or is_button(piece)
        )
        decide(piece, COMMENT, "comments-markup", "attribution" if is_aside else "comment")
        if not is_aside:
            body.append(piece)
    return body
