"""Medium's export: one HTML file an article, in a zip among files that are none."""

import re
from collections.abc import Sequence
from contextlib import suppress

from lxml import html  # type: ignore[import-untyped]  # it ships no types

from plugins.normalize.decode import UnreadableError
from plugins.normalize.formats.model import Document, Given
from plugins.normalize.formats.moments import day_of
from plugins.normalize.formats.names import writer
from plugins.normalize.segment.html import parse

FROM_MEDIUM = re.compile(r"Exported from <a[^<>]{0,80}medium\.com", re.I)
BODY = re.compile(r"""(?:data-field=["']body["']|class=["'][^"']*\be-content\b)""")
OWN_ID = re.compile(r"medium\.com/p/([0-9a-f]{6,16})|[-_/]([0-9a-f]{10,12})(?:\.html?)?$")


def documents(given: Given) -> tuple[Document, ...] | None:
    """The article of one file of a Medium export; None for anything else."""
    if b"edium" not in given.data[-4000:]:
        return None
    with suppress(UnreadableError):
        if FROM_MEDIUM.search(given.text[-4000:]) and BODY.search(given.text):
            return (_document(parse(given.text), given.name, given.text.count("\n") + 1),)
    return None


def of_archive(members: Sequence[Given]) -> tuple[Document, ...] | None:
    """The articles of a whole Medium export, each other page of it held; None where no member is such an article."""
    found = [documents(member) for member in members]
    if not any(found):
        return None
    return tuple(
        one[0] if one else Document(member.name, held="a list or profile in Medium's export, no article")
        for member, one in zip(members, found, strict=True)
    )


def _document(page: html.HtmlElement, name: str, lines: int) -> Document:
    body = _first(page, "//*[@data-field='body'] | //*[contains(concat(' ',@class,' '),' e-content ')]")
    moment = _first(page, "//footer//time[contains(concat(' ',@class,' '),' dt-published ')]")
    links = [element.get("href") or "" for element in page.xpath("//footer//a")]
    canonical = _first(page, "//footer//a[contains(concat(' ',@class,' '),' p-canonical ')]")
    own = next((found for link in [*links, name] if (found := OWN_ID.search(link))), None)
    draft = moment is None or re.match(r"(?:.*/)?draft_", name)
    return Document(
        where=name,
        html=html.tostring(body, encoding="unicode") if body is not None else "",
        title=_text(_first(page, "//header//h1 | //title")),
        author=writer(_text(_first(page, "//footer//a[contains(concat(' ',@class,' '),' p-author ')]"))),
        deck=_text(_first(page, "//*[@data-field='subtitle']")),
        published=day_of(moment.get("datetime") or "") if moment is not None else None,
        url=(canonical.get("href") or "") if canonical is not None else "",
        key=f"medium:{own[1] or own[2]}" if own else "",
        held="a draft" if draft else "",
        first=1,
        last=lines,
    )


def _first(page: html.HtmlElement, path: str) -> html.HtmlElement | None:
    return next(iter(page.xpath(path)), None)


def _text(element: html.HtmlElement | None) -> str:
    return " ".join(element.text_content().split()) if element is not None else ""
