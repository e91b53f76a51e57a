"""What is left at the foot of an article once its boxes are gone: their headings, form labels, an author's notice."""

import re

from plugins.normalize.extract.author_notices import author_notices
from plugins.normalize.model import COMMENT, DROPPED, ITEM, LETTER, META, PARAGRAPH, Page, Piece, decide
from plugins.normalize.stops import ends_sentence, is_stopped

CRUMB_WORDS, BOX_HEADING_WORDS, NOTICE_WORDS = 4, 8, 90
STRAY_WORDS, LEAST_ABOVE = 14, 15
HEADS_A_BOX = re.compile(
    r"(?:(?:more|most|also|read|related|recent|latest|popular|trending|further|similar|other|next|previous|follow|share|"
    r"print|license|reuse|reprint|republish|subscribe|sign up|tweet|pin|comment|discuss|join)\b|"
    r"(?:topics?|tags?|categor(?:y|ies)|filed|posted|tagged|labels?|credits?|photos?|copyright|©)\b(?!.*\b(?:is|are|was)\b))",
    re.I,
)
"""How the first line of a box at the foot begins."""

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
    "teaser link",
    "a menu",
    "below the article",
}
"""Kinds of lines that pages print around an article, and seldom amid it."""
BOX_WORDS, BOX_LINES = 20, 8
OPENING = "¿¡\"“‘'«("
CONTACT_WORDS = 60
ADDRESS = re.compile(r"\S@\S|\b\d{3}[ .-]\d{4}\b|\bp\.? ?o\.? box\b", re.I)
TO_THE_COLUMN = re.compile(
    r"\b(?:questions?|letters?|columns?|dilemmas?|problems?|stor(?:y|ies)|newspaper|syndicate)\b", re.I
)
NO_LETTERS = re.compile(
    r".{2,40}\b(?:cannot|can't|is unable to|regrets that)\b.{0,60}"
    r"\b(?:correspondence|personal(?:ly)? repl|reply)\b.{0,80}",
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
    for piece in _between_boxes(page):
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
        if piece.shape == ITEM or is_stopped(piece.text) or not ((beside and crumb) or _is_stray(page, at)):
            break
        decide(piece, DROPPED, "foot-of-article", "left over of a box below the article")
    for piece in _last_box(page):
        decide(piece, DROPPED, "foot-of-article", "a box below the article")


def _between_boxes(page: Page) -> list[Piece]:
    """Below the last paragraph of a flat page, the lines between two boxes, at least half of them no sentences.

    What asks a question there (`Would you like to know more?`) asks it for the box.
    """
    found: list[Piece] = []
    run: list[Piece] = []
    for piece in [] if page.markup else reversed(page.pieces):
        if piece.rule == "rule":
            continue
        if not piece.role:
            if piece.words > BOX_WORDS:
                return found
            run.append(piece)
            continue
        open_ends = sum(not ends_sentence(one.text) or one.text.endswith("?") for one in run)
        sides = any(one.side == LETTER for one in run)
        if piece.note in CLOSING_KINDS and len(run) <= BOX_LINES and 2 * open_ends >= len(run) and not sides:
            found += run
        run = []
        if piece.role == COMMENT:
            return found
    return found


def _last_box(page: Page) -> list[Piece]:
    """The unfinished lines at the end of a flat page, from the one that heads a box (`Topics`, `More from Ann`) on.

    They stand below a text that has come to its end; without such a heading they may be a list that lost its marks.
    """
    if page.markup:
        return []
    run: list[Piece] = []
    in_box = 0
    for piece in reversed(page.pieces):
        heads = HEADS_A_BOX.match(piece.text)
        if piece.role:
            in_box = len(run) if heads and _is_furniture(piece) else in_box
        elif piece.words <= STRAY_WORDS and not is_stopped(piece.text):
            run.append(piece)
            in_box = len(run) if heads else in_box
        else:
            ended = piece.words >= LEAST_ABOVE and ends_sentence(piece.text)
            return run[:in_box] if ended else []
    return []


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


def _is_stray(page: Page, at: int) -> bool:
    """Whether an unfinished line ends a text that has come to its end above it: no text ends with a heading.

    A list without marks and a poem have a line of their kind above it, and a last word is no more than one.
    """
    if page.markup:
        return False
    piece = page.pieces[at]
    above = next((other for other in reversed(page.pieces[:at]) if not other.role), None)
    return bool(
        above is not None
        and piece.gap
        and 2 <= piece.words <= STRAY_WORDS
        and piece.text[0].isupper()
        and above.words >= LEAST_ABOVE
        and above.shape == PARAGRAPH
        and ends_sentence(above.text)
    )


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
