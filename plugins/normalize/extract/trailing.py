"""What is left at the foot of an article once its boxes are gone: their headings, form labels, an author's notice."""

import re
from itertools import pairwise

from plugins.normalize.extract.author_notices import author_notices
from plugins.normalize.extract.title_rivals import share_of_capitals
from plugins.normalize.model import COMMENT, DROPPED, ITEM, LETTER, META, PARAGRAPH, Page, Piece, decide
from plugins.normalize.segment.furniture import SOURCES
from plugins.normalize.segment.repeats import folded
from plugins.normalize.stops import ends_sentence, is_stopped

CRUMB_WORDS, BOX_HEADING_WORDS, NOTICE_WORDS = 4, 8, 90
STRAY_WORDS, LEAST_ABOVE = 14, 15
TEASER = "teaser link"
CLOSING_KINDS = {
    "share row",
    "subscription box",
    "box for sending letters",
    "privacy notice",
    "contact box",
    "navigation",
    "comment form",
    "filing line",
    "copyright line",
    "age of the page",
    "disclaimer",
    TEASER,
    "a menu",
    "below the article",
}
"""Kinds of lines that pages print around an article, and seldom amid it."""
BOX_WORDS, BOX_LINES = 20, 8
DASHES = re.compile(r"(?:[-=_–—] ?){5,}$")
RULED_WORDS, RULED_SHARE, HEAD_LINES = 40, 0.3, 5
LEAST_SECTIONS = 2
LIST_LINES, LIST_WORDS, LIST_LONGEST, TITLED = 3, 3, 10, 0.7
OPENING = "¿¡\"“‘'«("
ATTRIBUTED = re.compile(r"[.!?][\"'”’)]?\s[–—-]\s?\S")
NUMBER_TO_CALL = re.compile(r"(?:\d[ ()/–-]?){6}")
CONTACT_WORDS = 60
ADDRESS = re.compile(r"\S@\S|\b\d{3}[ .-]\d{4}\b|\bp\.? ?o\.? box\b", re.I)
TO_THE_COLUMN = re.compile(
    r"\b(?:questions?|letters?|columns?|dilemmas?|problems?|stor(?:y|ies)|newspaper|syndicate)\b", re.I
)
NO_LETTERS = re.compile(
    r".{2,40}\b(?:cannot|can't|is unable to|regrets that)\b.{0,60}"
    r"\b(?:correspondence|personal(?:ly)? repl|reply|(?:answer|reply to|respond to) (?:all|every|each))\b.{0,80}",
    re.I,
)


def foot_of_article(page: Page) -> None:
    """Drop the last lines of the body that belong to what was dropped below them, and the notice about its author.

    Leaves alone finished sentences, items of lists, and what ends a list without marks; a helpline is no box.
    """
    author_notices(page)
    last = _last(page)
    notice = page.pieces[last] if last > 0 else None
    if notice and notice.words <= NOTICE_WORDS and NO_LETTERS.fullmatch(notice.text):
        decide(notice, DROPPED, "foot-of-article", "a notice about letters")
    for piece in [*_below_rule(page), *_between_boxes(page)]:
        decide(piece, DROPPED, "foot-of-article", "left over of a box below the article")
    while (at := _last(page)) > 0:
        piece = page.pieces[at]
        if _is_contact(page, piece):
            decide(piece, DROPPED, "foot-of-article", "where to write to")
            continue
        below = page.pieces[at + 1] if at + 1 < len(page.pieces) else None
        beside = _is_furniture(below) or (below is None and _below_box(page.pieces, at))
        crumb = piece.words <= CRUMB_WORDS or (
            piece.words <= BOX_HEADING_WORDS and not piece.text.lstrip(OPENING)[:1].islower() and _is_furniture(below)
        )
        if piece.shape == ITEM or is_stopped(piece.text) or not (beside and crumb):
            break
        decide(piece, DROPPED, "foot-of-article", "left over of a box below the article")
    for piece in _last_lines(page):
        decide(piece, DROPPED, "foot-of-article", "a box below the article")


def _between_boxes(page: Page) -> list[Piece]:
    """Below the last paragraph of a flat page, the lines between two boxes, at least half of them no sentences.

    What asks a question there (`Would you like to know more?`) asks it for the box.
    """
    found: list[Piece] = []
    run: list[Piece] = []
    last = _sections(page.open()) < LEAST_SECTIONS
    for piece in [] if page.markup else reversed(page.pieces):
        if piece.rule == "rule":
            continue
        if not piece.role:
            if piece.words > BOX_WORDS:
                return found
            run.insert(0, piece)
            continue
        if run and piece.note in CLOSING_KINDS and _is_of_boxes(run, last and piece.note != TEASER):
            found += run
        elif run:
            last = False
        run = []
        if piece.role == COMMENT:
            return found
    return []


def _is_of_boxes(run: list[Piece], last: bool) -> bool:
    """Whether lines between two boxes belong to them: open ones do, sentences only beside such a line, and `last`."""
    if len(run) > BOX_LINES or any(one.side == LETTER for one in run):
        return False
    open_ends = _open_ends(run)
    return 2 * open_ends >= len(run) and (open_ends == len(run) or last)


def _sections(pieces: list[Piece]) -> int:
    """How many short paragraphs stand each below a line of its own: more than one are sections of the article."""
    return sum(
        not ends_sentence(one.text) and ends_sentence(two.text) and two.text[-1] != "?" and two.words <= BOX_WORDS
        for one, two in pairwise(pieces)
    )


def _below_rule(page: Page) -> list[Piece]:
    """The short lines below a last rule of dashes, where one names the author or what the page's head names."""
    at = next((at for at in range(len(page.pieces) - 1, -1, -1) if DASHES.match(page.pieces[at].text)), -1)
    rest = page.pieces[at + 1 :]
    above = sum(piece.words for piece in page.pieces[: max(at, 0)] if not piece.role)
    below = [piece for piece in rest if not piece.role]
    if at < 0 or page.markup or any(piece.role == COMMENT or piece.words > RULED_WORDS for piece in rest):
        return []
    short = sum(piece.words for piece in below) <= RULED_SHARE * above
    heads = {folded(piece.text) for piece in page.pieces[:HEAD_LINES] if 2 <= piece.words <= CRUMB_WORDS}
    names = {folded(page.author)} - {""} | heads
    named = any(f" {name} " in f" {folded(piece.text)} " for name in names for piece in below)
    return below if short and named else []


def _open_ends(run: list[Piece]) -> int:
    """How many lines end no sentence, or ask a question that no sentence below them answers."""
    below = [*run[1:], None]
    return sum(
        not ends_sentence(one.text) or (one.text.endswith("?") and not (other and ends_sentence(other.text)))
        for one, other in zip(run, below, strict=False)
    )


def _last_lines(page: Page) -> list[Piece]:
    """The unfinished lines at the end of a flat page whose text has come to its end above them: no text ends so.

    A few short sentences may stand among them. Leaves alone items, verse, lists that a colon announces, sources and
    the numbers of helplines.
    """
    rest = [] if page.markup else page.open()
    at = len(rest)
    while at and _may_be_left_over(rest[at - 1]):
        at -= 1
    while at < len(rest) and not _is_open(rest[at]) and not _announces(rest[at : at + 2]):
        at += 1
    run = rest[at:]
    above = rest[at - 1] if at else None
    if not run or above is None or not ends_sentence(above.text) or run[0].text.lstrip(OPENING)[:1].islower():
        return []
    near = page.pieces[page.pieces.index(above) :]
    lone = len(run) == 1 and run[0].words == 1
    if lone or (_is_list(run) and not any(map(_is_furniture, near))):
        return []
    kept = any(SOURCES.fullmatch(piece.text) or NUMBER_TO_CALL.search(piece.text) for piece in run)
    return run if 3 * _open_ends(run) >= 2 * len(run) and not kept else []


def _is_list(run: list[Piece]) -> bool:
    """Whether lines are of one kind, most of them in small letters: a list, perhaps, that lost its marks."""
    alike = all(LIST_WORDS <= piece.words <= LIST_LONGEST and piece.text[-1] != ":" for piece in run)
    small = sum(share_of_capitals(piece.text) < TITLED for piece in run)
    return len(run) >= LIST_LINES and alike and 2 * small > len(run)


def _is_open(piece: Piece) -> bool:
    """Whether a line ends in no mark at all, and names nobody who said it."""
    return not is_stopped(piece.text) and not ATTRIBUTED.search(piece.text)


def _announces(pieces: list[Piece]) -> bool:
    """Whether a few words and a colon head a box here: `You might care for these:` above a title."""
    return len(pieces) > 1 and pieces[0].text.endswith(":") and pieces[0].words <= CRUMB_WORDS and _is_open(pieces[1])


def _may_be_left_over(piece: Piece) -> bool:
    return piece.shape == PARAGRAPH and piece.words <= STRAY_WORDS and piece.side != LETTER


def _is_contact(page: Page, piece: Piece) -> bool:
    """Whether a last line says where the column takes letters: with an address, or set in brackets; a helpline is none.

    Its own words tell that it is about letters, or it names the author. Whoever else can be reached may be of help.
    """
    text = piece.text
    if page.markup or piece.side == LETTER or piece.words > CONTACT_WORDS or piece.shape != PARAGRAPH:
        return False
    names = [name for name in (page.author, *page.author.split()[-1:]) if len(name) > 2]
    own = TO_THE_COLUMN.search(text) or any(name in text for name in names)
    in_brackets = text[0] in "([" and text.rstrip(".")[-1] in ")]"
    return bool(own and (in_brackets or ADDRESS.search(text)))


def _below_box(pieces: list[Piece], at: int) -> bool:
    """Whether a page's last line hangs on a box above it: only a few words and no gap between them."""
    while at > 0 and not pieces[at].gap and not pieces[at].role and pieces[at].words <= CRUMB_WORDS:
        at -= 1
    return _is_furniture(pieces[at])


def _last(page: Page) -> int:
    """Where the last undecided piece stands; -1 where there is none or it is the only one."""
    places = [at for at, piece in enumerate(page.pieces) if not piece.role]
    return places[-1] if len(places) > 1 else -1


def _is_furniture(piece: Piece | None) -> bool:
    dropped = ("furniture-lines", "foot-of-article", "tail", "menus")
    return piece is not None and (
        (piece.role == DROPPED and piece.rule in dropped) or (piece.role == META and piece.rule == "printed-names")
    )
