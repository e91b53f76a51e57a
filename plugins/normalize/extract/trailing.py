"""What is left at the foot of an article once its boxes are gone: their headings, form labels, an author's notice."""

import re
from itertools import pairwise

from plugins.normalize.extract.names import PERSON, is_full_name, is_person
from plugins.normalize.model import DROPPED, ITEM, Page, Piece, decide

CRUMB_WORDS, BOX_HEADING_WORDS, NOTICE_WORDS = 4, 8, 90
STOPPED = re.compile(r"[.?!…:;,][\"'”’)\]]*$")
WORK = (
    r"(?:writer|author|journalist|columnist|therapist|psychotherapist|counsell?or|coach|editor|blogger|broadcaster|speaker|"
    r"psychologist|psychiatrist|host|founder|reporter|teacher|social worker|mediator|expert|contributor|agony aunt)"
)
NOTICE = re.compile(
    rf"\W*(?P<name>{PERSON})(?:,\s[^,]{{2,40}},)?\s(?:is|was|has been|works as)\s(?:(?:an?|the|our)\s)?"
    rf"[^.!?]{{0,120}}?\b{WORK}\b.*",
    re.S,
)
WRITTEN_BY = re.compile(rf"\W*(?:Dear|Ask) .{{2,40}}? is written by (?P<name>{PERSON})\b.*", re.S)
TELLS_OF = re.compile(
    rf"\W*(?P<name>{PERSON})\s(?:lives|teaches|writes|works|can be reached|blogs|hosts|runs)\b.{{3,240}}", re.S
)
"""A sentence about somebody: a notice where he is the page's author."""
BY_NAME = re.compile(rf"(?:written|posted|words|story|article) by:?\s+(?P<name>{PERSON})", re.I)
NO_LETTERS = re.compile(
    r".{2,40}\b(?:cannot|can't|is unable to|regrets that)\b.{0,60}"
    r"\b(?:correspondence|personal(?:ly)? repl|reply)\b.{0,80}",
    re.I,
)
ABOUT = re.compile(r"(?:about the author|author bio|meet the author)\s*:?", re.I)
LATE = 0.6


def foot_of_article(page: Page) -> None:
    """Drop the last lines of the body that belong to what was dropped below them, and the notice about its author.

    Leaves alone finished sentences, items of lists, and any line with no furniture beside it.
    """
    _notices(page)
    while (at := _last(page)) > 0:
        piece = page.pieces[at]
        below = page.pieces[at + 1] if at + 1 < len(page.pieces) else None
        beside = _is_furniture(below) or (below is None and _below_box(page.pieces, at))
        crumb = piece.words <= CRUMB_WORDS or (
            piece.words <= BOX_HEADING_WORDS and piece.text[0].isupper() and _is_furniture(below)
        )
        if not (beside and crumb) or piece.shape == ITEM or STOPPED.search(piece.text):
            return
        decide(piece, DROPPED, "foot-of-article", "left over of a box below the article")


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
    return piece is not None and piece.role == DROPPED and piece.rule in ("furniture-lines", "foot-of-article", "tail")


def _notices(page: Page) -> None:
    """Move the paragraph that tells who the author is out of the last third of the text; it names him."""
    for heading, piece in pairwise(page.pieces):
        found = NOTICE.fullmatch(piece.text) if ABOUT.fullmatch(heading.text) and piece.role in ("", DROPPED) else None
        if found and not page.author and is_full_name(found["name"]):
            page.author = found["name"]
    for piece in page.pieces:
        found = BY_NAME.fullmatch(piece.text) if piece.role == DROPPED and len(piece.text) <= 80 else None
        if found and not page.author and is_full_name(found["name"]):
            page.author = found["name"]
    body = page.open()
    total, before = sum(piece.words for piece in body), 0
    for piece in body:
        late = before >= LATE * total
        before += piece.words
        if not late or piece.words > NOTICE_WORDS:
            continue
        found = NOTICE.fullmatch(piece.text) or WRITTEN_BY.fullmatch(piece.text) or TELLS_OF.fullmatch(piece.text)
        named = found and (is_full_name(found["name"]) or found["name"] == page.author)
        if found and named and (found.re is not TELLS_OF or (page.author and found["name"] == page.author)):
            if not page.author and is_person(found["name"]):
                page.author = found["name"]
            decide(piece, DROPPED, "foot-of-article", "a notice about the author")
        elif piece is body[-1] and NO_LETTERS.fullmatch(piece.text):
            decide(piece, DROPPED, "foot-of-article", "a notice about letters")
