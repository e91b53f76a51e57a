"""Headings that a narrow column broke over two lines: one piece again."""

import re
from collections.abc import Sequence
from itertools import pairwise

from plugins.normalize.extract.signoff_shapes import CLOSING
from plugins.normalize.model import PARAGRAPH, Piece
from plugins.normalize.stops import ends_sentence, is_stopped

LINE_WORDS, MOST_WORDS, PROSE_WORDS = 8, 16, 14
BYLINE = re.compile(r"(?:by|von|par|por|di|da|door|with|posted|published)\b", re.I)
MARK = re.compile(r"[^\w\"“‘'¿¡«]")
DIGIT = re.compile(r"\d")


def join_heads(pieces: Sequence[Piece], wrapped: bool) -> list[Piece]:
    """Join two short lines above a paragraph of which the second goes on where the first breaks off.

    It does where it begins in small letters, where the first ends in a comma or in a small word of a line in capitals,
    and where a page is `wrapped` as a whole and the two stand apart. Above the first paragraph stand names and dates,
    too: there only small letters on a wrapped page tell.
    """
    joined: list[Piece] = []
    prose_above = False
    for piece, below in pairwise([*pieces, None]):
        above = joined[-1] if joined else None
        before = joined[-2] if len(joined) > 1 else None
        if (
            piece is not None
            and above is not None
            and below is not None
            and _may_be_one(above, piece)
            and _is_apart(before, above, below)
            and _goes_on(above, piece, below, wrapped, prose_above)
        ):
            above.text += " " + piece.text
            above.words += piece.words
            above.span = piece.line + piece.span - above.line
        elif piece is not None:
            joined.append(piece)
            prose_above = prose_above or (piece.words >= PROSE_WORDS and ends_sentence(piece.text))
    return joined


def _may_be_one(above: Piece, piece: Piece) -> bool:
    """Whether two lines without a gap are short and open, and neither is an item, a byline or decided on."""
    if piece.gap or above.words + piece.words > MOST_WORDS:
        return False
    lines = (above, piece)
    short = all(one.words <= LINE_WORDS and one.shape == PARAGRAPH and not one.role for one in lines)
    plain = not any(MARK.match(one.text) or DIGIT.search(one.text) for one in lines) and not BYLINE.match(piece.text)
    open_ends = not is_stopped(piece.text) and (above.text.endswith(",") or not is_stopped(above.text))
    open_ends = open_ends and not CLOSING.fullmatch(above.text)
    return short and plain and open_ends and above.span == 1 and above.text[0].isupper()


def _is_apart(before: Piece | None, above: Piece, below: Piece) -> bool:
    """Whether the lines stand between finished text and the beginning of a paragraph."""
    ended = before is None or bool(above.gap) or ends_sentence(before.text)
    return ended and not below.role and below.words >= PROSE_WORDS and not below.text[0].islower()


def _goes_on(above: Piece, piece: Piece, below: Piece, wrapped: bool, prose_above: bool) -> bool:
    small = piece.text[0].islower()
    if not prose_above:
        return wrapped and small
    words = above.text.split()
    capitals = sum(not word[0].islower() for word in words)
    breaks_off = above.words >= 3 and words[-1][0].islower() and 2 * capitals >= len(words)
    breaks_off = breaks_off or above.text.endswith(",")
    both_large = above.text.isupper() and piece.text.isupper()
    return small or breaks_off or both_large or (wrapped and bool(above.gap and below.gap))
