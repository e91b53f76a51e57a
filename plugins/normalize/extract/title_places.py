"""What the place of a line in a page's head says of it as the title: in a menu, among topics, beside a date."""

import re
from collections.abc import Sequence

from plugins.normalize.extract.meta_words import BY_ITSELF, POSTED
from plugins.normalize.extract.names import is_full_name
from plugins.normalize.extract.section_names import ADVISES, LABELED, WITH
from plugins.normalize.model import BYLINE, DROPPED, META, Page, Piece
from plugins.normalize.stops import is_stopped

SITE_NOTES = frozenset({"navigation", "subscription box", "skip link", "a menu", "box for sending letters"})
FILED = re.compile(r"\s*[,:|]\s*")
BESIDE, BETWEEN = 4.0, 3.0
FEW_WORDS, NAME_WORDS, TITLE_WORDS, RUNNING_TEXT, FOOT_PIECES = 3, 4, 4, 25, 10


def is_filed(page: Page, piece: Piece) -> bool:
    """Whether a few words name a column, or stand once more among the topics below the article."""
    if LABELED.fullmatch(piece.text) and piece.words <= NAME_WORDS:
        return True
    below = page.pieces[page.pieces.index(piece) + 1 :][:1]
    shared = WITH.fullmatch(piece.text) if piece.words <= FEW_WORDS + 2 else None
    named = shared is not None and is_full_name(shared["name"])
    if (named or ADVISES.fullmatch(piece.text)) and any(other.words >= TITLE_WORDS for other in below):
        return True
    filed = (other.text for other in page.pieces if other.note == "filing line")
    if piece.words <= NAME_WORDS and any(piece.text in FILED.split(line) for line in filed):
        return True
    foot = (other.text for other in page.pieces[-FOOT_PIECES:] if other.role == DROPPED and other is not piece)
    return piece.words <= FEW_WORDS and piece.text in foot


def is_of_menu(page: Page, piece: Piece, below: Sequence[Piece]) -> bool:
    """Whether a few words stand without a gap below a link of the site's, above a longer line."""
    if piece.words > FEW_WORDS or all(other.words < TITLE_WORDS for other in below):
        return False
    at = page.pieces.index(piece)
    while at and not page.pieces[at].gap:
        at -= 1
        if page.pieces[at].note in SITE_NOTES:
            return True
    return False


def beside_dates(page: Page, piece: Piece, rivals: Sequence[Piece]) -> float:
    """What speaks for a line beside the day: between it and the byline, or straight below it on a blog.

    On a blog that prints the date above each post's title, what stands above the date is the blog's own.
    """
    score = BETWEEN if _is_between_dates(page, piece, rivals) else 0.0
    dates = (at for at, other in enumerate(page.pieces) if other.role == META and other.note == "Source_date")
    date = next(dates, -1)
    foot = page.pieces[date + 1 :] if date >= 0 else []
    posted = any(POSTED.fullmatch(other.text) or other.note == BY_ITSELF for other in foot if other.role == META)
    if not posted or foot[0].role or foot[0].words >= RUNNING_TEXT:
        return score
    at = page.pieces.index(piece)
    return score + (-BESIDE if at < date else BESIDE if at == date + 1 else 0.0)


def _is_between_dates(page: Page, piece: Piece, rivals: Sequence[Piece]) -> bool:
    """Whether a line stands below the day and above the byline, with a column's name over it or a deck under it.

    A line of four words or more above the day is a title itself, unless it is a sentence.
    """
    at = page.pieces.index(piece)
    above = [other for other in page.pieces[:at] if other.role != DROPPED or other in rivals]
    if len(above) > 1 and above[-1].words <= NAME_WORDS < piece.words and not above[-1].role:
        above.pop()
    if not above or above[-1].role not in (META, BYLINE) or piece.words < FEW_WORDS:
        return False
    titled = (o for o in rivals[: rivals.index(piece)] if o.words >= TITLE_WORDS and not is_stopped(o.text))
    if any(not is_filed(page, other) for other in titled):
        return False
    return any(other.role in (META, BYLINE) for other in page.pieces[at + 1 : at + 3])
