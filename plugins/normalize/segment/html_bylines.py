"""What the parts of a page that are called a byline or a date say: who wrote the article, and when."""

import re
from collections.abc import Iterator
from datetime import date

from lxml import html  # type: ignore[import-untyped]  # it ships no types

from plugins.normalize.extract.dates import find_date
from plugins.normalize.extract.meta_line import read_meta_line
from plugins.normalize.extract.names import is_person
from plugins.normalize.segment.html_blocks import OUTSIDE, is_boilerplate

MOST_PLACES, LONGEST, MOST_WORDS = 30, 300, 25
CALLED_BYLINE = re.compile(
    r"(?:^|\s)(?:by-?line|submitted|posted(?:-?on)?|(?:created?|modif(?:y|ied))-?(?:date|by)|date-?(?:header|line)|dateline|"
    r"(?:post|entry|article|story|blog|byline|content__)[-_]?(?:meta(?:data)?|info|date(?:line)?|author|byline|details|time)|"
    r"postmetadata|author[-_]name|(?:entry|post)-?footer(?:-info)?|post-footers|posted-by|meta)(?:$|\s)",
    re.I,
)
CHANGED = re.compile(r"\b(?:updated?|modified|edited|aktualisiert|mis à jour|actualizado)\b", re.I)
BEHIND_DASH = re.compile(r"[—–]\s(?P<name>[^\s—–][^—–]{1,38})$")
LABEL = re.compile(r"(?:by|posted by|written by|author)\s*:?\s+", re.I)


def byline_places(tree: html.HtmlElement) -> Iterator[str]:
    """The texts of the parts that are called a byline or a date, in order; none in a comment or a box."""
    found = 0
    for element in tree.iter():
        if not isinstance(element.tag, str) or not is_called_byline(element):
            continue
        text = " ".join(element.text_content().split())
        if text and len(text) <= LONGEST and not _is_apart(element):
            yield text
            found += 1
            if found >= MOST_PLACES:
                return


def is_called_byline(element: html.HtmlElement) -> bool:
    """Whether the names of an element say that it is a byline or a date."""
    return bool(CALLED_BYLINE.search(element.get("class") or "") or CALLED_BYLINE.search(element.get("id") or ""))


def states_moment(owner: html.HtmlElement, text: str) -> bool:
    """Whether a few words with a date stand in a part that is called a byline or a date, and are no article's text."""
    if len(text) > LONGEST or len(text.split()) > MOST_WORDS or find_date(text) is None:
        return False
    return any(is_called_byline(element) for element in (owner, *owner.iterancestors()))


def _is_apart(element: html.HtmlElement) -> bool:
    """Whether an element stands in a comment, or in a box beside the article."""
    for above in (element, *element.iterancestors()):
        names = " ".join(above.get(key) or "" for key in ("class", "id", "itemprop", "itemtype"))
        if "comment" in names.casefold() and above.tag != "body":
            return True
        if above is not element and (above.tag in OUTSIDE - {"footer", "form"} or is_boilerplate(above)):
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
    name = LABEL.sub("", text, count=1)
    day = find_date(text)
    behind = BEHIND_DASH.search(text) if day and day.start == 0 else None
    return name if name != text and is_person(name) else behind["name"] if behind else ""


def day_in(text: str) -> date | None:
    """The day that a byline states; None where it says only when the page was changed."""
    found = None if CHANGED.search(text) else find_date(text)
    return found.day if found else None
