"""Lines that state when and by whom: read part by part, and only where nothing else is left over."""

import itertools
import re
from dataclasses import dataclass, field
from datetime import date

from plugins.normalize.extract.dates import TIME, WEEKDAY, find_date
from plugins.normalize.extract.names import CREDENTIALS, PERSON, is_full_name, is_person
from plugins.normalize.model import BYLINE, DROPPED, META, Page, Piece, decide, split

PARAGRAPH, SENTENCE_ENDS = 15, (".", "!", "?", "…", "”", '"')
HEAD_PIECES, TAIL_PIECES, LONGEST = 14, 3, 160
LABEL = re.compile(
    r"(?:(?:originally |first |last |date )?(?:published|posted|updated|modified|created|written|edited|reviewed)(?: "
    r"on| at| in)?|date|dated|on|at|"
    r"publié le|mis à jour le|veröffentlicht am|aktualisiert am|publicado el|am|le|el|last update)\b\s*:?",
    re.I,
)
BY = re.compile(
    rf"(?:(?:posted|written|published|answered|story|words|text|article|advice|column|reviewed|"
    rf"contributed)?\s*\b(?:by|par|von|por)\b|authors?|writer|columnist)\s*:?\s*(?P<name>{PERSON})?",
    re.I,
)
COUNT = re.compile(
    r"(?:no|\d+|leave a|add a|one)\s*(?:comments?|responses?|replies|shares?|views?)|\d+ min(?:ute)?s?(?: read)?|"
    r"comments?(?: off| \d+)?|permalink|e-?mail|print|reblog|\d+ notes",
    re.I,
)
SECTION = re.compile(r"(?:in|under|filed under|categor(?:y|ies)|tags?|section)\s*:?\s+[A-Z][\w &,’'-]{1,60}$", re.I)
SEPARATOR = re.compile(r"[\s|•·,;:–—/()\[\]~-]+")
AFFILIATION = re.compile(r"\s*[,|/–—-]\s*(?:(?:[A-Z&][\w.’'&-]*|of|the|for|and|at|in)\s*){1,7}")
RUN_IN = re.compile(rf"[Bb]y:?\s+(?P<name>{PERSON})\s*:\s+(?=[\"“‘'A-Z])")
WEEKDAY_ONLY = re.compile(WEEKDAY + r"\b", re.I)


@dataclass
class Stated:
    """What one meta line states: its date, its author, and whether it named a date, an author or a label at all."""

    day: date | None = None
    author: str = ""
    signs: list[str] = field(default_factory=list)
    author_end: int = 0


def read_meta_line(text: str) -> Stated | None:
    """What a line states about the article, where it states nothing else; None for every other line."""
    if len(text) > LONGEST:
        return None
    stated, at = Stated(), 0
    while at < len(text):
        end = _consume(text, at, stated)
        if end <= at:
            break
        at = end
    if text[at:].strip() and not (stated.author_end and AFFILIATION.fullmatch(text, stated.author_end)):
        return None
    strong = {"date", "author", "ambiguous"} & set(stated.signs)
    return stated if strong or ("label" in stated.signs and text.rstrip().endswith(":")) else None


def _consume(text: str, at: int, stated: Stated) -> int:
    """Read one part of a meta line from `at`; the place after it, or `at` where nothing known stands there."""
    if found := SEPARATOR.match(text, at):
        return found.end()
    day = find_date(text, at)
    if day and day.start == at:
        stated.day = stated.day or day.day
        stated.signs.append("date" if day.day else "ambiguous")
        return day.end
    for sign, pattern in (
        ("count", COUNT),
        ("label", LABEL),
        ("section", SECTION),
        ("time", TIME),
        ("day", WEEKDAY_ONLY),
    ):
        if found := pattern.match(text, at):
            if found.end() > at:
                stated.signs.append(sign)
            return found.end()
    if found := BY.match(text, at):
        return _consume_author(text, found, stated)
    if found := CREDENTIALS.match(text, max(at - 1, 0)):
        return found.end()
    return at


def _consume_author(text: str, found: re.Match[str], stated: Stated) -> int:
    """Take the name after `by`, without the words of a label or a month that stand straight behind it."""
    if not found["name"]:
        stated.signs.append("by")
        return found.end()
    start, name = found.start("name"), found["name"]
    if not name[0].isupper():
        return found.start()
    words = re.finditer(r"\S+", name)
    end = 0
    for word in words:
        place = start + word.start()
        day = find_date(text, place)
        if (
            (day and day.start == place)
            or LABEL.match(text, place)
            or COUNT.match(text, place)
            or WEEKDAY_ONLY.match(text, place)
        ):
            break
        end = word.end()
    kept = name[:end].strip()
    if kept and is_person(kept):
        stated.author = stated.author or kept
        stated.signs.append("author")
        stated.author_end = start + end
        return start + end
    return start + end if kept else found.start("name")


def head(page: Page) -> list[Piece]:
    """The undecided pieces at the top of a page, down to its first paragraph; a deck before it may be one too."""
    found: list[Piece] = []
    paragraphs = 0
    for piece in page.open():
        paragraphs += piece.words >= PARAGRAPH and piece.text.endswith(SENTENCE_ENDS)
        if paragraphs > 1 or (piece.words >= 45 and found) or len(found) >= HEAD_PIECES:
            break
        found.append(piece)
    return found


def hinted(page: Page) -> None:
    """Take the author and the date that a page's markup states; its visible lines can only add to them."""
    page.author = page.author or page.hints.author
    page.published = page.published or page.hints.published


def meta_lines(page: Page) -> None:
    """Move lines of dates and bylines, at the top and at the very end of a page, into the header."""
    top = head(page)
    last = [piece for piece in page.open()[-TAIL_PIECES:] if piece not in top]
    for piece in [*top, *last]:
        stated = read_meta_line(piece.text)
        if stated is None or (piece in last and piece.words > 12):
            continue
        if piece in last and not stated.author:
            stated.day = None  # below the article a bare date may be a footer's
        _take(page, piece, stated)
    _bullets_of_meta(top)
    _printed_names(page, top)


def _take(page: Page, piece: Piece, stated: Stated) -> None:
    moved = []
    if "ambiguous" in stated.signs and not page.published:
        page.flag("date-ambiguous", piece.text)
    if stated.day and not page.published:
        page.published = stated.day
        moved.append("Source_date")
    if stated.author and not page.author:
        page.author = stated.author
        moved.append("Author")
    decide(piece, META, "meta-lines", ", ".join(moved) or "a date or byline")


def _bullets_of_meta(top: list[Piece]) -> None:
    """A bullet beside bullets of meta lines is one of them: a section's name."""
    listed = [piece for piece in top if piece.shape == "item"]
    if sum(piece.role == META for piece in listed) >= 2:
        for piece in listed:
            if not piece.role and piece.words <= 4:
                decide(piece, META, "meta-lines", "a section's name")


def _printed_names(page: Page, top: list[Piece]) -> None:
    """A full name alone on a line, which the next line repeats before a label or date, is the byline without `by`."""
    for piece, below in itertools.pairwise(top):
        if piece.role or not is_full_name(piece.text):
            continue
        rest = below.text[len(piece.text) :].lstrip(" ,|•·-–—") if below.text.startswith(piece.text) else None
        doubled = rest is not None and (not rest or read_meta_line(rest) is not None)
        if doubled:
            stated = read_meta_line(rest) if rest else None
            if stated and stated.day and not page.published:
                page.published = stated.day
            decide(below, META, "printed-names", "the byline again")
        if doubled or (below.role == META and piece is not top[0]):
            decide(piece, BYLINE, "printed-names", "Author")
            page.author = page.author or piece.text


def run_in_byline(page: Page) -> None:
    """Cut `By: NAME:` off the front of the first paragraph."""
    for piece in page.open()[:4]:
        found = RUN_IN.match(piece.text)
        if found and is_person(found["name"]) and piece.words > 8:
            byline, _ = split(page, piece, found.end())
            decide(byline, BYLINE, "run-in-byline", "Author")
            page.author = page.author or found["name"]
            return


def lost_dates(page: Page) -> None:
    """Record lines such as `Published:` whose date did not survive: dropped, and nothing is made up for them."""
    for piece in page.open()[:HEAD_PIECES]:
        if piece.words <= 4 and LABEL.fullmatch(piece.text) and piece.text.endswith(":"):
            decide(piece, DROPPED, "lost-dates", "a date that is lost")
