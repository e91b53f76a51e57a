"""What the short lines of a page's head say of each other: which is the site's, a section's, the title, its deck."""

import re
from collections.abc import Sequence
from itertools import pairwise

from plugins.normalize.extract.markers import find_marker
from plugins.normalize.extract.section_names import MASTHEAD, ORGANIZATION, SECTION
from plugins.normalize.extract.title_places import SITE_NOTES, beside_dates, is_filed, is_of_menu
from plugins.normalize.extract.title_words import is_banner, is_picture, is_unsaid
from plugins.normalize.model import BYLINE, DROPPED, LETTER, META, Page, Piece
from plugins.normalize.segment.contents import OPENER as CONTENTS
from plugins.normalize.segment.repeats import folded
from plugins.normalize.stops import is_stopped

SMALL = frozenset(
    "a an the and but or nor for so yet of to in on at by with from as into onto over per via vs is it if my".split()
)
CAPITALS = 0.7
QUOTED = re.compile(r"[\"“'‘«](?P<inner>[^\"“”«»]+)[\"”'’»]")
COLUMN = re.compile(r"(?:Ask|Dear) [^:]{2,40}: \S")
SITE_WORDS, DECK_WORDS = 3, 4
CRUMB = re.compile(r"\S\s?[»›→]\s?\S|\S > \S")
CRUMB_MARK = re.compile(r"[›»>/|:→]")
SENTENCE_WORDS = 12
NEAR = re.compile(r"find an? [\w -]{3,40} near (?:me|you)", re.I)
"""What stands in a box that sends readers to somebody else, below the box's heading."""
SITE_SCORE = -2.0
BAR = " | "
NAME_WORDS, LONGER, RUNNING_TEXT, MOTTO_WORDS, HEAD_LINES = 4, 5, 25, 8, 3


def rivals_of(candidates: Sequence[tuple[Piece, int]]) -> list[Piece]:
    """The candidates of a page's head, down to its first running text or a line that announces what follows."""
    text = (place for place, (piece, _) in enumerate(candidates) if _begins_text(piece))
    return [piece for piece, above in candidates[: next(text, len(candidates))] if not above]


def _begins_text(piece: Piece) -> bool:
    return (piece.text.endswith(":") and piece.words > SITE_WORDS) or (
        piece.text.endswith(".") and piece.words >= SENTENCE_WORDS
    )


def among_rivals(page: Page, piece: Piece, rivals: Sequence[Piece]) -> float:
    """What the other short lines above the text say of one: a site's name, a section, a deck, the title once more."""
    at = next(place for place, other in enumerate(rivals) if other is piece)
    below, key = rivals[at + 1 :], folded(piece.text)
    score = 0.0
    around = _around(page, piece)
    if any(CRUMB_MARK.search(other.text) and folded(other.text).endswith(f" {key}") for other in around[0]):
        score += 3.0
    if (
        len(rivals) > 1
        and (
            MASTHEAD.fullmatch(piece.text)
            or is_filed(page, piece)
            or is_of_menu(page, piece, below)
            or ORGANIZATION.fullmatch(piece.text)
            or (SECTION.fullmatch(piece.text) and not _dated(page, piece))
        )
    ) or (piece.words <= SITE_WORDS - 1 and len(around[1]) >= SITE_WORDS - 1):
        score -= 3.0
    again = any(key and (folded(other.text) + " ").startswith(key + " ") for other in rivals[:at])
    if again and len(key.split()) > 2 and not _is_caption_again(piece, rivals[:at]):
        score += 3.0
    score -= 6.0 if is_banner(page, piece, rivals) or is_picture(piece, rivals) else 0.0
    score += _of_the_site(page, piece, rivals)
    over = rivals[at - 1].text if at and not piece.gap and piece.text[0].islower() else ""
    if SECTION.fullmatch(over) or MASTHEAD.fullmatch(over):
        score -= 4.0
    if piece.words < SITE_WORDS and len(below) > 1 and below[0].words >= LONGER:
        score -= 1.0
    longer = [other for other in below if DECK_WORDS <= other.words <= 16 and not other.text.endswith(".")]
    longer = [other for other in longer if BAR not in other.text or BAR in piece.text]
    if longer:
        return score + _scores_above(page, piece, longer[-1], any(around))
    pictured = at > 0 and is_picture(rivals[at - 1], rivals)
    return score if pictured else score + _deck_scores(page, piece, rivals[:at])


def _scores_above(page: Page, piece: Piece, longer: Piece, surrounded: bool) -> float:
    """What it says of a line that a longer one, which may be the title, stands below it."""
    between = page.pieces[page.pieces.index(piece) + 1 : page.pieces.index(longer)]
    dated = piece.words >= DECK_WORDS and any(other.role == META for other in between[:1])
    if any(other.note in SITE_NOTES and not CONTENTS.fullmatch(other.text) for other in between) and not dated:
        return -3.0
    alone = piece.words <= SITE_WORDS and surrounded and not any(other.role == META for other in between)
    return -2.0 if alone else 0.0


def share_of_capitals(text: str) -> float:
    """The share of a text's weighty words that begin with a capital or a digit."""
    words = [word.strip("\"“”‘’'(),:;!?.—–-") for word in text.split()]
    weighty = [word for word in words if word and word.casefold() not in SMALL]
    return sum(word[0].isupper() or word[0].isdigit() for word in weighty) / len(weighty) if weighty else 0.0


def is_titled(piece: Piece) -> bool:
    """Whether a line is written as titles are: three words or more with capitals, and no stop."""
    return (
        not piece.role
        and piece.words >= SITE_WORDS
        and not is_stopped(piece.text)
        and (share_of_capitals(piece.text) >= CAPITALS)
    )


def _is_caption_again(piece: Piece, above: Sequence[Piece]) -> bool:
    """Whether a line stands straight below its like without a gap, and both below another line: a picture's caption."""
    return not piece.gap and len(above) > 1 and above[-1].text == piece.text


def _names_the_column(page: Page, piece: Piece, below: Sequence[Piece]) -> bool:
    """Whether a few words, or words with a bar between, name a column or section above a longer line in capitals.

    That stands straight below, and straight above the date or byline, or is the only line of its form: a deck is not
    written in capitals, and a heading has others below it.
    """
    under = next(iter(below), None)
    few = piece.words <= NAME_WORDS or BAR in piece.text
    if under and few and QUOTED.fullmatch(under.text) and not is_stopped(piece.text):
        return page.pieces.index(under) - page.pieces.index(piece) == 1 and under.words >= SITE_WORDS
    if under and BAR in under.text and BAR not in piece.text:
        return False
    longer = SITE_WORDS if BAR in piece.text else LONGER
    if under is None or not few or under.words < longer or _asks_or_quotes(piece.text):
        return False
    if not is_titled(under) and not (under.text.endswith("?") and share_of_capitals(under.text) >= CAPITALS):
        return False
    at = page.pieces.index(under)
    if at - page.pieces.index(piece) != 1:
        return False
    shown = (other for other in page.pieces[at + 1 : at + 1 + LONGER] if other.role != DROPPED)
    dated = any(other.role in (META, BYLINE) for other in [*shown][:1])
    rest = pairwise(page.pieces[at + 1 :])
    return dated or not any(is_titled(other) and text.words >= SENTENCE_WORDS for other, text in rest)


def _names_author(page: Page, piece: Piece, below: Sequence[Piece]) -> bool:
    """Whether a line holds the author's name among other words (`At Home With Ann Lee`), two lines above the byline.

    The line between is then the title: an author does not put her own name into it.
    """
    words = page.author.split()
    names = {*pairwise(words), (words[0], words[-1])} if len(words) > 1 else set()
    named = any(" ".join(name) in piece.text for name in names) and piece.text != page.author
    under = next(iter(below), None)
    if not named or under is None or under.words < SITE_WORDS or under.text.endswith("."):
        return False
    at = page.pieces.index(under)
    return at - page.pieces.index(piece) == 1 and any(o.role in (META, BYLINE) for o in page.pieces[at + 1 : at + 2])


def _is_over_title(page: Page, piece: Piece) -> bool:
    """Whether a line stands above another in capitals that a date or byline follows: a site's motto may be so long.

    So may be the description of a picture, which begins small.
    """
    if piece.text[0].islower():
        return any(is_titled(other) for other in page.pieces[page.pieces.index(piece) + 1 :][:HEAD_LINES])
    under, meta = (*page.pieces[page.pieces.index(piece) + 1 :][:2], None, None)[:2]
    return under is not None and is_titled(under) and meta is not None and meta.role in (META, BYLINE)


def _is_tagged_column(piece: Piece, rivals: Sequence[Piece]) -> bool:
    """Whether a line is a column's name with what it is about (`Dear Ann: on boats`), above a title in capitals."""
    found = find_marker(piece.text) if COLUMN.match(piece.text) else None
    tag = piece.text[found.end :] if found else ""
    titled = (o for o in rivals[rivals.index(piece) + 1 :] if o.words >= SITE_WORDS and not is_stopped(o.text))
    return bool(tag) and share_of_capitals(tag) < CAPITALS <= max(
        map(share_of_capitals, (o.text for o in titled)), default=0
    )


def _of_the_site(page: Page, piece: Piece, rivals: Sequence[Piece]) -> float:
    """What speaks for a line as the site's own: a crumb's sign, a column's name before a deck, a blog's dated posts."""
    score = 0.0
    key = folded(piece.text)
    if len(rivals) > 1 and CRUMB.search(piece.text):
        score -= 4.0
    if any(other.text.casefold().startswith(f"{piece.text.casefold()}:") for other in rivals if key):
        score -= 4.0
    below = rivals[rivals.index(piece) + 1 :]
    if (
        _names_the_column(page, piece, below)
        or _is_tagged_column(piece, rivals)
        or _names_author(page, piece, below)
        or is_unsaid(page, piece, rivals, *([MOTTO_WORDS] if _is_over_title(page, piece) else []))
        or any(NEAR.fullmatch(other.text) for other in page.pieces[page.pieces.index(piece) + 1 :][:1])
    ):
        score -= 4.0
    return score + beside_dates(page, piece, rivals)


def _dated(page: Page, piece: Piece) -> bool:
    """Whether a date or byline stands straight below a line, on a page of several letters with titles of their own."""
    at = page.pieces.index(piece)
    marks = (find_marker(other.text) for other in page.pieces[at:])
    several = sum(1 for mark in marks if mark and mark.side == LETTER) > 1
    return several and any(other.role == META for other in page.pieces[at + 1 : at + 2])


def _around(page: Page, piece: Piece) -> tuple[list[Piece], list[Piece]]:
    """The lines of a site's own above a line, and those among the four below it."""
    at = page.pieces.index(piece)
    sites = [
        other for other in page.pieces[: at + 5] if other.note in SITE_NOTES and not CONTENTS.fullmatch(other.text)
    ]
    return [o for o in sites if o.line < piece.line], [o for o in sites if o.line > piece.line]


def _deck_scores(page: Page, piece: Piece, above: Sequence[Piece]) -> float:
    """A line straight below one as long, which asks or is quoted where this one does not, is that one's deck."""
    over = above[-1] if above else None
    if over is None or over.words < DECK_WORDS or CRUMB.search(over.text):
        return 0.0
    if SECTION.fullmatch(over.text) or MASTHEAD.fullmatch(over.text):
        return 0.0
    if page.pieces.index(piece) - page.pieces.index(over) != 1 or folded(over.text) == folded(piece.text):
        return 0.0
    if _asks_or_quotes(over.text) and not _asks_or_quotes(piece.text):
        return -3.0
    told = piece.text.endswith(".") or ". " in piece.text
    if told and piece.words >= LONGER and not is_stopped(over.text):
        return -3.0
    speaks = bool(QUOTED.search(piece.text)) and not QUOTED.search(over.text)
    return 0.0 if speaks or (is_titled(piece) and not is_titled(over)) else -1.0


def _asks_or_quotes(text: str) -> bool:
    return text.endswith("?") or bool(QUOTED.search(text)) or bool(COLUMN.match(text))
