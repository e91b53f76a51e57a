"""What stands beside a title without a word that announces it: the day or the author's name, on its line or below."""

import re

from plugins.normalize.extract.bylines import PLACE
from plugins.normalize.extract.dates import find_date
from plugins.normalize.extract.markers import find_marker
from plugins.normalize.extract.meta import head
from plugins.normalize.extract.names import is_full_name, name_in_words
from plugins.normalize.extract.printed_names import ORDINARY, stands_small
from plugins.normalize.model import BYLINE, META, TITLE, Page, decide, split
from plugins.normalize.stops import is_stopped

MOST_GLUED, LEAST_FRONT = 30, 8
NAME_WORDS, HEADING_WORDS, HEAD_LINES, RUNNING_TEXT, DECK_WORDS = 3, 12, 8, 25, 30
IN_FRONT = re.compile(r"date (?:19|20)\d\d-\d\d(?:-\d\d)?\s+(?=\S)")
BEHIND_TITLE = re.compile(r"\s?[-–—|]\s*$")
NAME_BEHIND = re.compile(
    r"(?:\s[a-zà-ÿ][\w’'-]*){2}\s(?P<last>[a-zà-ÿ][\w’'-]*)"
    r"\s(?P<name>[A-ZÀ-Þ][a-zà-ÿ’'-]+(?:\s(?:van|de|der|von|di))*\s[A-ZÀ-Þ][a-zà-ÿ’'-]+)$"
)
JOINING = frozenset(
    "of by to in on at and or for from with as like the a de di da en et und van von met mit te voor für door la "
    "le".split()
)
"""Words that join a name to the sentence before it."""


def date_in_front(page: Page) -> None:
    """Cut `date 2019-08-04` off a page's first line, as some archives print it; a month alone states no day."""
    first = next(iter(page.open()[:1]), None)
    found = IN_FRONT.match(first.text) if first else None
    if first is None or found is None or first is not page.pieces[0]:
        return
    rest, _ = split(page, first, found.end())
    stated = find_date(rest.text)
    page.published = page.published or (stated.day if stated else None)
    decide(rest, META, "meta-lines", "Source_date" if stated else "a date or byline")


def name_behind_title(page: Page) -> None:
    """Cut a full name off the end of a first line that is a sentence in small letters, above a date.

    That is the author where no word joins the name to the sentence, and no text has it once more.
    """
    piece = next(iter(head(page)), None)
    if piece is None or page.author:
        return
    below = next(iter(page.pieces[page.pieces.index(piece) + 1 :]), None)
    found = NAME_BEHIND.search(piece.text) if below and below.role == META else None
    if found is None or found["last"] in JOINING:
        return
    if not is_full_name(found["name"]) or PLACE.fullmatch(found["name"]):
        return
    if not any(found["name"] in other.text for other in page.pieces if other is not piece):
        _, name = split(page, piece, found.start("name"))
        page.author = found["name"]
        decide(name, BYLINE, "glued-byline", "Author")


def dated_title(page: Page) -> None:
    """Cut the day off a title's end: `“Two Boats” - 4 March 2018.`, `Two Boats | May 3, 2012`."""
    for piece in head(page)[:2]:
        found = find_date(piece.text) if piece.words <= MOST_GLUED else None
        front = BEHIND_TITLE.search(piece.text[: found.start]) if found else None
        if found and front and found.day and not piece.text[found.end :].strip(" .") and front.start() >= LEAST_FRONT:
            _, day = split(page, piece, front.start())
            page.published = page.published or found.day
            decide(day, META, "glued-byline", "Source_date")
            return


def name_below_title(page: Page) -> None:
    """A full name is the author where only a deck stands beside it between the title and the text of a page.

    The page has no headings.
    No word of it may stand in the text in small letters, or end as nouns and adjectives do.
    """
    place = next((at for at, piece in enumerate(page.pieces) if piece.role == TITLE), -1)
    below = [piece for piece in page.pieces[place + 1 :] if not piece.role][:3] if place >= 0 else []
    if len(below) > 2 and below[0].words <= DECK_WORDS and not is_full_name(below[0].text):
        below = below[1:]
    if len(below) < 2 or page.author or not is_full_name(below[0].text) or below[0].words > NAME_WORDS:
        return
    name, text = below[:2]
    if find_marker(name.text):
        return
    told = text.words >= RUNNING_TEXT or find_marker(text.text) is not None
    bare = [piece for piece in page.open() if piece.words <= HEADING_WORDS and not is_stopped(piece.text)]
    if told and len(bare) <= 1 and not ORDINARY.search(name.text) and not stands_small(page, name.text):
        decide(name, BYLINE, "printed-names", "Author")
        page.author = name_in_words(name.text)


def day_below_title(page: Page) -> None:
    """A day above the title is the site's own, of its last change, where an earlier one stands below the title."""
    place = next((at for at, piece in enumerate(page.pieces) if piece.role == TITLE), -1)
    above = [piece for piece in page.pieces[: max(place, 0)] if piece.role == META and piece.note == "Source_date"]
    for piece in page.pieces[place + 1 : place + 1 + HEAD_LINES] if above else []:
        stated = find_date(piece.text) if piece.role == META else None
        if piece.words >= RUNNING_TEXT and not piece.role:
            return
        if stated and stated.day and page.published and stated.day < page.published:
            page.published = stated.day
            return
