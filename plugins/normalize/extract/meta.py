"""Dates and bylines at the top and the end of a page, moved into the header; and what is left of lost ones."""

import itertools
import re

from plugins.normalize.extract.head_lines import PAPER
from plugins.normalize.extract.markers import find_marker
from plugins.normalize.extract.meta_line import LABEL, ROLE_ONLY, Stated, read_meta_line
from plugins.normalize.extract.names import CREDENTIALS, PERSON, is_full_name, is_person, name_in_words
from plugins.normalize.model import BYLINE, DROPPED, META, Page, Piece, decide, split

PARAGRAPH, SENTENCE_ENDS = 15, (".", "!", "?", "…", "”", '"')
HEAD_PIECES, TAIL_PIECES, LAST_WORDS = 14, 3, 20
CREDIT_BY = re.compile(r"(?:illustrat\w+|photo\w*|drawings?|pictures?)\s*(?:by|:)", re.I)
POSTED = re.compile(r"posted by:? (?P<name>\S.{1,40}?) (?:at|@) \d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?.{0,20}", re.I)
MOST_POSTED, LONGEST_NAME = 12, 160
PROFILE = re.compile(r"(?P<name>\S.{1,30}?) profile (?:image|picture|photo)")
GLUED_BYLINE = re.compile(rf"(?P<title>\S.{{6,120}}[a-z?!])By (?P<name>{PERSON})")
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
    for piece in [*top, *last]:
        stated = read_meta_line(piece.lead + piece.text if piece.ordered else piece.text)
        if stated is None or (piece in last and piece.words > LAST_WORDS):
            continue
        if piece in last and not stated.author:
            stated.day = None  # below the article a bare date may be a footer's
        _take(page, piece, stated)
    _posted_below(page, top)
    _roles_beside_meta(page, top)
    _bullets_of_meta(top)
    _printed_names(page, top)
    _profiles(page, top)


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


def _posted_below(page: Page, top: list[Piece]) -> None:
    """`Posted by NAME at 7:02 PM` below the text is the byline, whatever a blog prints under it."""
    last = top[-1].line if top else 0
    for piece in page.open():
        found = POSTED.fullmatch(piece.text) if piece.line > last and piece.words <= MOST_POSTED else None
        if found:
            page.author = page.author or found["name"]
            decide(piece, META, "meta-lines", "Author")


def _roles_beside_meta(page: Page, top: list[Piece]) -> None:
    """A role (`Admin`, `Staff Writer`) alone on a line beside a date is a byline without a name."""
    for piece in top:
        at = page.pieces.index(piece)
        near = page.pieces[max(at - 1, 0) : at + 2]
        beside = [other for other in near if other.role == META or other.note == "filing line"]
        if not piece.role and beside and ROLE_ONLY.fullmatch(piece.text):
            decide(piece, META, "meta-lines", "a date or byline")


def _bullets_of_meta(top: list[Piece]) -> None:
    """A bullet beside bullets of meta lines is one of them: a section's name."""
    listed = [piece for piece in top if piece.shape == "item"]
    if sum(piece.role == META for piece in listed) >= 2:
        for piece in listed:
            if not piece.role and piece.words <= 4:
                decide(piece, META, "meta-lines", "a section's name")


def _printed_names(page: Page, top: list[Piece]) -> None:
    """A full name alone on a line is the byline without `by`, where what stands below it says so.

    That is the name again before a label or date, a date, a drawing's credit, or a letter that calls it (`Dear Ann`).
    """
    for piece, below in itertools.pairwise([*top, *_first_below(page, top)]):
        if piece.role or len(piece.text) > LONGEST_NAME:
            continue
        name = name_in_words(CREDENTIALS.sub("", piece.text).strip())
        if not is_full_name(name):
            continue
        rest = below.text[len(piece.text) :].lstrip(" ,|•·-–—") if below.text.startswith(piece.text) else None
        doubled = rest is not None and (not rest or read_meta_line(rest) is not None)
        if doubled:
            stated = read_meta_line(rest) if rest else None
            if stated and stated.day and not page.published:
                page.published = stated.day
            decide(below, META, "printed-names", "the byline again")
        if doubled or (piece is not top[0] and _introduces(page, piece, below)):
            decide(piece, BYLINE, "printed-names", "Author")
            page.author = page.author or name


def _first_below(page: Page, top: list[Piece]) -> list[Piece]:
    """The first undecided piece below a page's head."""
    last = top[-1].line if top else 0
    return next(([piece] for piece in page.open() if piece.line > last), [])


def _profiles(page: Page, top: list[Piece]) -> None:
    """`NAME profile image` above the text is its writer's picture; the name again is the link to more."""
    for piece in top:
        found = PROFILE.fullmatch(piece.text)
        if found and not piece.role:
            decide(piece, BYLINE, "printed-names", "Author")
            page.author = page.author or found["name"]
            for other in top:
                if not other.role and other.text in (found["name"], f"{found['name']} more"):
                    decide(other, META, "printed-names", "the byline again")


def _introduces(page: Page, piece: Piece, below: Piece) -> bool:
    """Whether what stands below a name makes it a byline: a date, a credit by hand, or a letter to that person."""
    follows = page.pieces[page.pieces.index(piece) + 1]
    marker = find_marker(below.text)
    called = marker is not None and marker.kind == "dear" and marker.name in piece.text.split()
    if not _above_text(page, piece):
        return below.role == META
    if _named_elsewhere(page, piece):
        return True
    paper = follows.words <= 5 and follows.text.isupper() and bool(PAPER.fullmatch(follows.text))
    return (
        below.role == META
        or called
        or paper
        or (follows.note == "photo credit" and bool(CREDIT_BY.match(follows.text)))
    )


def _above_text(page: Page, piece: Piece) -> bool:
    """Whether nothing above a line is running text or a salutation yet."""
    above = page.pieces[: page.pieces.index(piece)]
    return all(other.words < PARAGRAPH and not other.text.endswith(",") for other in above if not other.role)


def _named_elsewhere(page: Page, piece: Piece) -> bool:
    """Whether a name stands once more among a page's short or dropped lines, or at its foot, as an author's does."""
    key = CREDENTIALS.sub("", piece.text).strip().casefold()
    others = (other for other in page.pieces if other is not piece and key in other.text.casefold())
    foot = {id(other) for other in page.pieces[-TAIL_PIECES:]}
    return any(other.role == DROPPED or other.words <= PARAGRAPH or id(other) in foot for other in others)


def glued_byline(page: Page) -> None:
    """Cut `By NAME` off a title's end (`… Two ClocksBy Otto Lind`), where nothing but a lost gap parts them."""
    for piece in head(page)[:3]:
        found = GLUED_BYLINE.fullmatch(piece.text)
        if found and not page.author and is_full_name(found["name"]) and piece.words < PARAGRAPH:
            _, byline = split(page, piece, found.end("title"))
            decide(byline, BYLINE, "glued-byline", "Author")
            page.author = found["name"]
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
