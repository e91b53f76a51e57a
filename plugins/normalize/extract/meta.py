"""Dates and bylines at the top and the end of a page, moved into the header; and what is left of lost ones."""

import re
from itertools import product

from plugins.normalize.extract.bylines import NAMED_ROLE, ROLE_ONLY
from plugins.normalize.extract.dates import TIME, WEEKDAY, date_by_custom, find_date, is_day, with_dots
from plugins.normalize.extract.languages import ENGLISH, language_of
from plugins.normalize.extract.meta_line import Stated, read_meta_line
from plugins.normalize.extract.meta_words import DESCRIBED, LABEL, POSTED, RENEWED
from plugins.normalize.extract.names import CREDENTIALS, PERSON, is_full_name, is_person, name_in_words
from plugins.normalize.extract.printed_names import printed_names, stands_small
from plugins.normalize.model import BYLINE, DROPPED, META, Page, Piece, decide, split

DAY_TOP, MOST_PARTS, LEAST_TITLE = 6, 4, 3
PARAGRAPH, SENTENCE_ENDS = 15, (".", "!", "?", "…", "”", '"')
HEAD_PIECES, TAIL_PIECES, LAST_WORDS = 14, 3, 20
DATE_WORDS, SENTENCE, LEAST_SENTENCES = 5, 8, 2
WEEKDAY_FIRST = re.compile(WEEKDAY, re.I)
DASHES = ("- ", "– ", "— ")
MOST_POSTED = 24
WORK = re.compile(
    r"(?:[A-Z][\w’'&-]* ){0,4}(?:Expert|Writer|Editor|Columnist|Reporter|Contributor|Author|Therapist|Counsell?or|"
    r"Psychologist|Coach|Blogger|Journalist|Guide|Correspondent)"
)
"""What an author is, on a line of its own below the name."""
MISTAKEN = {"photo credit", "contact box"}
"""Kinds of furniture that a byline with a picture's credit, or a date with times of day, looks like."""
STATES = re.compile(r"(?:by|on|published|posted|updated|written)\b", re.I)
GLUED_BY = re.compile(
    r"(?:(?P<glued>(?<=[a-z?!.\d)”\"])(?=[A-Z]))|(?<=[\w?!.)”\"]\s)(?<!\bis\s)(?<!\bwas\s)(?<!\bare\s)(?<!\bwere\s))"
    r"(?:(?:[Pp]osted|[Pp]ublished|[Ww]ritten|[Ss]ubmitted)\b|[Bb]y\s)"
)
GLUED_FROM, MOST_GLUED = 6, 30
STOPPED = re.compile(r"[.!…:;,][\"'”’)\]]*$")
OWN = re.compile(r"Author:\s")
RUN_IN = re.compile(rf"[Bb]y:?\s+(?P<name>{PERSON})\s*:\s+(?=[\"“‘'A-Z])")


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
    taken = [piece for piece in page.pieces[:HEAD_PIECES] if _is_mistaken(piece)]
    for piece in [*top, *taken, *last]:
        stated = read_meta_line(piece.lead + piece.text if piece.ordered or piece.lead in DASHES else piece.text)
        if stated is None or (
            piece in last and not (_is_named(page, piece, stated) or _is_moment(page, piece, stated))
        ):
            continue
        if stated.author and not _is_byline(page, piece, stated):
            continue
        stated.renewed = stated.renewed or _is_below_update(page, piece)
        if piece in taken and not (stated.author or stated.day):
            continue
        if piece in last and not (stated.author or _is_moment(page, piece, stated) or _is_below_byline(page, piece)):
            stated.day = None  # below the article a bare date may be a footer's
        decide(piece, META, "meta-lines", _take(page, piece, stated))
    _posted_below(page, top)
    _below_description(page)
    _roles_beside_meta(page, top)
    _bullets_of_meta(top)
    printed_names(page, top)


def _is_below_update(page: Page, piece: Piece) -> bool:
    """Whether `Updated` or the like stands alone on the line straight above."""
    at = page.pieces.index(piece)
    return any(RENEWED.fullmatch(above.text.strip(" :")) for above in page.pieces[max(at - 1, 0) : at])


def _is_mistaken(piece: Piece) -> bool:
    """Whether a dropped line may be a byline, or a date, that looked like furniture or only stood amid it."""
    if piece.role != DROPPED:
        return False
    if piece.rule == "menus":
        return is_day(piece.text)
    if piece.rule == "link-boxes":
        return bool(STATES.match(piece.text)) or find_date(piece.text) is not None
    if piece.rule == "between-furniture":
        return NAMED_ROLE.fullmatch(piece.text) is not None or "date" in piece.note
    return piece.note in MISTAKEN and bool(STATES.match(piece.text))


def _is_named(page: Page, piece: Piece, stated: Stated) -> bool:
    """Whether a line below the article may name its author: by a full name, or by any beside a date or a label.

    Of a name that nothing announces, it has to be the very last line, and the name to have a role behind it.
    """
    if piece.words > LAST_WORDS:
        return False
    if stated.bare:
        return "titled" in stated.signs and piece is page.pieces[-1] and bool(piece.gap) and not page.author
    return not stated.author or is_full_name(stated.author) or stated.day is not None or bool(OWN.match(piece.text))


def _is_moment(page: Page, piece: Piece, stated: Stated) -> bool:
    """Whether a page's last line states day and time, straight below the text and as the only date of the page."""
    alone = piece is page.pieces[-1] and not piece.gap and not page.published and not page.comments
    return alone and stated.day is not None and "count" not in stated.signs and bool(TIME.search(piece.text))


def _is_below_byline(page: Page, piece: Piece) -> bool:
    """Whether the byline stands straight above a line at the foot: then a day on it is the article's."""
    above = page.pieces[max(page.pieces.index(piece) - 1, 0)]
    return not piece.gap and above.role == META and "Author" in above.note


def _is_byline(page: Page, piece: Piece, stated: Stated) -> bool:
    """Whether a line that has the form of a byline is one, and no title: `By Design`, `Cold Feet | May 3, 2012`.

    On a page's first line, one word is no name; and a name of which a word stands in small letters in the text is none
    there, or where nothing announces it.
    """
    first = not any(other is not piece for other in page.open()[:1])
    if stated.bare:
        dated_first = is_day(piece.text.partition("|")[0].strip())
        below = page.pieces[page.pieces.index(piece) + 1 :][:1]
        titled = "|" not in piece.text and any(LEAST_TITLE <= o.words < PARAGRAPH and not o.role for o in below)
        above = first and "titled" not in stated.signs and piece is page.pieces[0] and not (dated_first or titled)
        return not above and not stands_small(page, stated.author)
    return not first or bool(stated.day) or (" " in stated.author and not stands_small(page, stated.author))


def _take(page: Page, piece: Piece, stated: Stated) -> str:
    """Take what a line states into the header, where that has none yet; what was taken comes back, in words."""
    moved = []
    if "ambiguous" in stated.signs and not page.published:
        texts = (other.text for other in page.pieces)
        stated.day = stated.day or date_by_custom(with_dots(piece.text), texts, language_of(page) != ENGLISH)
        if not stated.day:
            page.flag("date-ambiguous", piece.text)
    if stated.day and (not page.published or (page.renewed and not stated.renewed)):
        page.published, page.renewed = stated.day, stated.renewed
        moved.append("Source_date")
    if stated.author and not page.author:
        page.author = name_in_words(stated.author)
        moved.append("Author")
    return ", ".join(moved) or "a date or byline"


def _below_description(page: Page) -> None:
    """A weekday and date alone on a line below sentences, in which a blog describes itself, are the first post's."""
    for at, piece in enumerate(page.pieces[:HEAD_PIECES]):
        day = find_date(piece.text) if not piece.role and piece.words <= DATE_WORDS and not page.published else None
        whole = day is not None and day.day is not None and (day.start, day.end) == (0, len(piece.text))
        sentences = sum(
            1 for above in page.pieces[:at] if above.words >= SENTENCE and above.text.endswith(SENTENCE_ENDS)
        )
        if whole and WEEKDAY_FIRST.match(piece.text) and sentences >= LEAST_SENTENCES:
            page.published = day.day if day else None
            decide(piece, META, "meta-lines", DESCRIBED)


def _posted_below(page: Page, top: list[Piece]) -> None:
    """`Posted by NAME at 7:02 PM` below the text is the byline, whatever a blog prints under it."""
    last = top[-1].line if top else 0
    for piece in page.pieces:
        below = piece.role in ("", DROPPED) and piece.line > last and piece.words <= MOST_POSTED
        found = POSTED.fullmatch(piece.text) if below else None
        if found:
            page.author = page.author or found["name"]
            decide(piece, META, "meta-lines", "Author")


def _roles_beside_meta(page: Page, top: list[Piece]) -> None:
    """A role (`Admin`, `Staff Writer`) alone on a line beside a date is a byline without a name."""
    for piece in top:
        at = page.pieces.index(piece)
        near = page.pieces[max(at - 1, 0) : at + 2]
        beside = [other for other in near if other.role == META or other.note == "filing line"]
        above = page.pieces[at - 1] if at else None
        behind = above is not None and above.role == META and "Author" in above.note and WORK.fullmatch(piece.text)
        if not piece.role and beside and (ROLE_ONLY.fullmatch(piece.text) or behind):
            decide(piece, META, "meta-lines", "a date or byline")


def _bullets_of_meta(top: list[Piece]) -> None:
    """A bullet beside bullets of meta lines is one of them: a section's name."""
    listed = [piece for piece in top if piece.shape == "item"]
    if sum(piece.role == META for piece in listed) >= 2:
        for piece in listed:
            if not piece.role and piece.words <= 4:
                decide(piece, META, "meta-lines", "a section's name")


def glued_byline(page: Page) -> None:
    """Cut a byline off a title's end: `… Two ClocksBy Otto Lind on May 3, 2012`, or `… Two Clocks by Otto Lind`.

    Behind a space, and without a date, only a full name makes a byline, of which no word stands in the text.
    """
    for piece in head(page)[:3]:
        if piece.words > MOST_GLUED or STOPPED.search(CREDENTIALS.sub("", piece.text)):
            continue
        for found in GLUED_BY.finditer(piece.text, GLUED_FROM):
            stated = read_meta_line(piece.text[found.start() :])
            if stated is None or len(piece.text[: found.start()].split()) < 2 or not (stated.day or stated.author):
                continue
            if found["glued"] or stated.day or (is_full_name(stated.author) and not stands_small(page, stated.author)):
                _, byline = split(page, piece, found.start())
                decide(byline, META, "glued-byline", _take(page, byline, stated))
                return


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


def dates_in_lines(page: Page) -> None:
    """Take a day of which each part stands on a line of its own at the top: `5`, `Jun`, `2013`."""
    top = page.pieces[:DAY_TOP]
    for start, length in product(range(len(top)), range(MOST_PARTS, 2, -1)):
        parts = top[start : start + length]
        close = all(not piece.gap for piece in parts[1:]) and all(not p.role and p.words == 1 for p in parts)
        stated = find_date(" ".join(piece.text for piece in parts)) if close and len(parts) == length else None
        if stated and stated.day and stated.start == 0 and parts[-1].text[-1].isdigit():
            page.published = page.published or stated.day
            for piece in parts:
                decide(piece, META, "meta-lines", "Source_date")
            return
