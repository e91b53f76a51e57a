"""What stands beside a title without a word that announces it: the day or the author's name, on its line or below."""

import itertools
import re

from plugins.normalize.extract.bylines import BY, PLACE
from plugins.normalize.extract.dates import find_date
from plugins.normalize.extract.markers import find_marker
from plugins.normalize.extract.meta import head
from plugins.normalize.extract.names import is_full_name, name_in_words
from plugins.normalize.extract.printed_names import ORDINARY, is_credit, stands_small
from plugins.normalize.model import BYLINE, DROPPED, META, TITLE, Page, Piece, decide, split
from plugins.normalize.stops import ends_sentence, is_stopped

MOST_GLUED, LEAST_FRONT = 30, 8
NAME_WORDS, HEADING_WORDS, HEAD_LINES, RUNNING_TEXT, DECK_WORDS = 3, 12, 8, 25, 30
LEAST_REST, MOST_BETWEEN = 4, 2
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


def name_before_bar(page: Page) -> None:
    """Cut a columnist's full name off the front of a title: `Ida Frost | The boat that nobody owns`."""
    for piece in head(page)[:3] if not page.author else []:
        name, bar, rest = piece.text.partition(" | ")
        titled = (
            bar
            and not BY.match(name)
            and len(rest.split()) >= LEAST_REST
            and is_full_name(name)
            and not find_date(rest)
        )
        if titled and not PLACE.fullmatch(name) and not stands_small(page, name):
            byline, _ = split(page, piece, len(name) + len(bar))
            decide(byline, BYLINE, "glued-byline", "Author")
            page.author = name_in_words(name)
            return


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
    """A full name below the title is the author where besides it only a deck and bare lines stand above the text.

    The page has no headings, and no word of the name stands in the text in small letters, or ends as nouns and
    adjectives do. The bare lines under the name are the head's.
    """
    place = next((at for at, piece in enumerate(page.pieces) if piece.role == TITLE), -1)
    below = [piece for piece in page.pieces[place + 1 :] if not piece.role] if place >= 0 else []
    if len(below) > 1 and below[0].words <= DECK_WORDS and not is_full_name(below[0].text):
        below = below[1:]
    if page.author or not below or not is_full_name(below[0].text) or below[0].words > NAME_WORDS:
        return
    name, *rest = below
    between = list(itertools.takewhile(_is_bare, rest[: MOST_BETWEEN + 1]))
    text = next(iter(rest[len(between) :]), None)
    told = text is not None and (text.words >= RUNNING_TEXT or ends_sentence(text.text) or find_marker(text.text))
    if not told or find_marker(name.text):
        return
    others = sum(1 for piece in rest if _is_bare(piece)) - len(between)
    if (
        is_credit(page, name)
        or others
        or len(between) > MOST_BETWEEN
        or ORDINARY.search(name.text)
        or stands_small(page, name.text)
    ):
        return
    decide(name, BYLINE, "printed-names", "Author")
    page.author = name_in_words(name.text)
    for piece in between:
        decide(piece, DROPPED, "head-lines", "a line of the page's head")


def _is_bare(piece: Piece) -> bool:
    return piece.words <= HEADING_WORDS and not is_stopped(piece.text) and find_marker(piece.text) is None


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
