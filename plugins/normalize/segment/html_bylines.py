"""What the parts of a page that are called a byline or a date say: who wrote the article, and when."""

import re
from collections.abc import Iterator, Set
from datetime import date

from lxml import etree, html  # type: ignore[import-untyped]  # it ships no types

from plugins.normalize.extract.dates import find_date
from plugins.normalize.extract.meta_line import read_meta_line
from plugins.normalize.extract.names import is_person
from plugins.normalize.segment.html_blocks import OUTSIDE, UNSEEN, is_boilerplate

MOST_PLACES, LONGEST, MOST_WORDS = 30, 300, 25
CALLED_BYLINE = re.compile(
    r"(?:^|\s)(?:by-?line|submitted|posted(?:-?on)?|(?:created?|modif(?:y|ied))-?(?:date|by)|date-?(?:header|line)|dateline|"
    r"(?:post|entry|article|story|blog|byline|content__)[-_]?(?:meta(?:data)?|info|date(?:line)?|author|byline|details|time)|"
    r"postmetadata|author[-_]name|datum|data|fecha|firma(?:[-_]data)?|(?:entry|post)-?footer(?:-info)?|post-footers|posted-by|meta)(?:$|\s)",
    re.I,
)
CHANGED = re.compile(r"\b(?:updated?|modified|edited|aktualisiert|mis à jour|actualizado)\b", re.I)
BEHIND_DASH = re.compile(r"[—–]\s(?P<name>[^\s—–][^—–]{1,38})$")
AT = re.compile(r"\s+(?:on|at|am|le|el|op|em|il)$", re.I)
LABEL = re.compile(r"(?:by|posted by|written by|author|di|por|par|von|door|przez)\s*:?\s+", re.I)


def byline_places(tree: html.HtmlElement) -> Iterator[str]:
    """The texts of the parts that are called a byline or a date, in order; none in a comment or a box."""
    found = 0
    main = _main_elements(tree)
    for element in tree.iter():
        if not isinstance(element.tag, str) or not is_called_byline(element):
            continue
        text = " ".join(element.text_content().split())
        if text and len(text) <= LONGEST and not _is_apart(element, main):
            yield text
            found += 1
            if found >= MOST_PLACES:
                return


def is_called_byline(element: html.HtmlElement) -> bool:
    """Whether the names of an element say that it is a byline or a date."""
    return bool(CALLED_BYLINE.search(element.get("class") or "") or CALLED_BYLINE.search(element.get("id") or ""))


def is_byline(owner: html.HtmlElement, text: str, author: str, above: bool) -> bool:
    """Whether a few words in a part that is called a byline or a date are one, and no article's text.

    With a date they are so above the article's text, and below it where they say when it was changed: a comment has
    such parts too. Without a date they name the `author`.
    """
    if len(text) > LONGEST or len(text.split()) > MOST_WORDS:
        return False
    dated = find_date(text) is not None
    said = (above or CHANGED.search(text)) if dated else (author and author in text and text[-1] not in ".!?…")
    return bool(said) and any(is_called_byline(element) for element in (owner, *owner.iterancestors()))


def _main_elements(tree: html.HtmlElement) -> set[html.HtmlElement]:
    """The elements that hold the better part of a page's text: no box, whatever their names say."""
    lengths: dict[html.HtmlElement, int] = {}
    for _, element in etree.iterwalk(tree, events=("end",)):
        if isinstance(element.tag, str) and element.tag not in UNSEEN:
            own = len(element.text or "") + sum(lengths.get(child, 0) + len(child.tail or "") for child in element)
            lengths[element] = own
    whole = lengths.get(tree, 0)
    return {element for element, length in lengths.items() if 2 * length > whole}


def _is_apart(element: html.HtmlElement, main: Set[html.HtmlElement]) -> bool:
    """Whether an element stands in a comment, or in a box beside the article."""
    for above in (element, *element.iterancestors()):
        names = " ".join(above.get(key) or "" for key in ("class", "id", "itemprop", "itemtype"))
        if "comment" in names.casefold() and above.tag != "body":
            return True
        if above is element or above in main:
            continue
        if above.tag in OUTSIDE - {"footer", "form"} or is_boilerplate(above):
            return True
    return False


def author_in(text: str) -> str:
    """The author whom a byline names; empty where it names none.

    >>> author_in("Posted by Ann Weaver on Mon, Jun 4, 2012"), author_in("Mon, 06/04/2012 - 10:05 — annw")
    ('Ann Weaver', 'annw')
    """
    stated = read_meta_line(text)
    if stated and stated.author:
        return stated.author
    day = find_date(text)
    name = LABEL.sub("", text[: day.start] if day and day.start else text, count=1).strip(" -–—|·•,")
    name = AT.sub("", name)
    behind = BEHIND_DASH.search(text) if day and day.start == 0 else None
    return name if name != text and is_person(name) else behind["name"] if behind else ""


def day_in(text: str) -> date | None:
    """The day that a byline states; None where it says only when the page was changed."""
    found = None if CHANGED.search(text) else find_date(text)
    return found.day if found else None
