"""Boxes of links amid an article: a heading such as `Most read`, and the titles of other articles below it."""

import re
from collections.abc import Sequence
from itertools import takewhile

from plugins.normalize.model import COMMENT, DROPPED, HEADING, ITEM, Page, Piece, drop
from plugins.normalize.segment.furniture_table import TAIL_OPENERS
from plugins.normalize.segment.repeats import folded
from plugins.normalize.stops import ends_sentence

_WHAT = (
    r"(?:posts?|articles?|stor(?:y|ies)|reading|reads?|columns?|content|entries|topics|links|searches|videos?|news|"
    r"pages?|guides?|blogs?|hubs?|tags|advice|letters|dilemmas)"
)
ANNOUNCED = re.compile(
    rf"(?:(?:related|recent|popular|similar|more|latest|top|other|trending|recommended|featured|sponsored|promoted)\s+"
    rf"{_WHAT}|possibly related posts|"
    rf"(?:you (?:may|might)|people) also (?:like|enjoy|read|ask|asked|liked)|you (?:may|might) (?:like|enjoy)|"
    r"more [\w ]{0,20}\b(?:advice|stories|articles|columns|letters) (?:from|by)|"
    r"most (?:read|popular|viewed|shared|commented|discussed|recent)|other people are reading|readers also liked|"
    r"more (?:from|on|in|about|like)|third party content|(?:from )?around the web|editor['’]?s['’]? (?:picks?|choice)|"
    r"don['’]t miss|in case you missed it|also on|see also|also read|read also|recommended(?: for you)?|related|"
    r"trending(?: now)?|keep reading|up next|read next|"
    r"(?:next|previous) (?:article|post|story|entry)|das könnte (?:sie|dich) auch interessieren|mehr zum thema|"
    r"lesen sie auch|lies auch|(?:[aà] )?lire aussi(?: ?:)?|vous aimerez aussi|te puede interesar|lee también)\b"
    r"(?!\s*:\s*\S)(?:[^.!?]|\.(?=\w)){0,40}",
    re.I,
)
"""What says that titles of other articles follow."""
AFTER_TEASER = re.compile(r"(?:read|see|view|learn|find out) more\W*|weiterlesen\W*|lire la suite\W*|leer más\W*", re.I)
"""What may as well end a teaser: one title below it can be a heading of the article."""
OPENER_WORDS, TITLE_WORDS, PROSE_WORDS, MOST = 8, 16, 15, 12
HEAD_LINES = 5
MORE_OF = re.compile(r"(?i:more|other|recent|latest|previous|earlier)\s(?:(?i:from|of)\s)?(?P<name>[A-Z].{2,40}?):?")
CALL = re.compile(
    r"(?i:share|follow|support|visit|join|subscribe to|sign up (?:to|for)|like)\s(?P<name>[A-Z].{2,40}?)[.!]?"
)
NUMBERED = re.compile(r"(?:step|tip|day|rule|reason|way|sign|part|#)\s*#?\d", re.I)


def link_boxes(page: Page) -> None:
    """Drop the titles that follow the heading of a box of links, up to the next text, and the heading itself.

    Leaves alone the last title where it stands apart from the others, or is numbered as a heading is; and all of a
    page of markup, where the elements tell.
    """
    if page.markup:
        return
    head = _words_of_head(page.pieces)
    for at, piece in enumerate(page.pieces):
        if not piece.role and _calls_for(piece, head):
            drop([piece], "link-boxes", "share row")
            continue
        announced = piece.words <= OPENER_WORDS and bool(ANNOUNCED.fullmatch(piece.text) or _more_of(piece, head))
        if not announced and not (piece.role == DROPPED and AFTER_TEASER.fullmatch(piece.text)):
            continue
        run = _titles(page.pieces[at + 1 : at + 1 + 2 * MOST])
        if len(run) >= (1 if announced else 2):
            drop([piece, *run] if not piece.role else run, "link-boxes", "a box of links")


def _words_of_head(pieces: Sequence[Piece]) -> set[str]:
    """The words of the short lines at the top of a page: its title, its column's name, its byline."""
    short = takewhile(lambda piece: piece.words < PROSE_WORDS, pieces[:HEAD_LINES])
    return {word for piece in short if not MORE_OF.fullmatch(piece.text) for word in folded(piece.text).split()}


def _more_of(piece: Piece, head: set[str]) -> bool:
    """Whether a line promises more of what the page's head names: `More Ask Nan`, `More from the Riverside Post`."""
    found = MORE_OF.fullmatch(piece.text)
    return found is not None and {*folded(found["name"]).split()} <= head


def _calls_for(piece: Piece, head: set[str]) -> bool:
    """Whether a line is a button with the name of the site: `Share The Riverside Post`."""
    found = CALL.fullmatch(piece.text)
    words = {*folded(found["name"]).split()} if found else set()
    return len(words) > 1 and words <= head


def _titles(below: Sequence[Piece]) -> list[Piece]:
    """The titles at the head of these pieces; none where neither text nor comments follow: there other rules judge."""
    run: list[Piece] = []
    for piece in below:
        if piece.role == DROPPED:
            continue
        if piece.role == COMMENT:
            return run
        if piece.role or len(run) > MOST:
            return []
        if not _is_title(piece):
            return _without_heading(run)
        run.append(piece)
    return []


def _is_title(piece: Piece) -> bool:
    ended = ends_sentence(piece.text) and not piece.text.endswith("?")
    other_box = TAIL_OPENERS.fullmatch(piece.text) and not ANNOUNCED.fullmatch(piece.text)
    fits = piece.words <= TITLE_WORDS and piece.shape != HEADING and piece.text[-1] not in ":,;"
    return fits and not ended and not other_box


def _without_heading(run: list[Piece]) -> list[Piece]:
    """A box's titles without the lines of the text that follows it: where titles stand close, the first block."""
    close = next((at for at, piece in enumerate(run) if at and piece.gap), len(run))
    beside = close == 1 and len(run) == 2 and not run[0].gap
    if close >= 2 or beside:
        return run[:close]
    last = run[-1] if run else None
    return run[:-1] if last is not None and last.shape != ITEM and NUMBERED.match(last.text) else run
