"""Comments that stand below their heading as plain paragraphs, because the capture lost who wrote them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from plugins.normalize.model import COMMENT, DROPPED, FoundComment, Page, Piece, decide
from plugins.normalize.segment.comment_lines import is_button, text_of
from plugins.normalize.segment.comment_words import END
from plugins.normalize.segment.furniture import kind_of_furniture
from plugins.normalize.stops import ends_sentence

RULE = "unnamed-comments"
FLAG = "comments-unnamed"
HEADING = re.compile(
    r"(?:(?P<count>[1-9]\d{0,3}) )?(?:(?:reader )?comments?(?: ?\((?P<in_brackets>[1-9]\d{0,3})\))?:?|"
    r"(?:thoughts?|responses?|replies) (?:on|to)\b.{0,160})",
    re.I,
)
LONGEST, PROSE, LEAST_ABOVE, MOST_BELOW, GAP = 200, 12, 40, 3, 2


def find_unnamed(page: Page) -> bool:
    """Take what stands below a heading for comments, down to the end of them, for comments by nobody; whether any does.

    Only below an article, where it is not much longer than that. A section of a text may be headed so as well: the
    heading counts, has a colon, or stands above the buttons or the end of comments.
    """
    at = next((at for at, piece in enumerate(page.pieces) if _heading(piece)), -1)
    above = sum(piece.words for piece in page.pieces[: max(at, 0)] if piece.words >= PROSE and not piece.role)
    if above < LEAST_ABOVE:
        return False
    heading = page.pieces[at]
    below, proved = _below(page.pieces[at + 1 :])
    running = [piece for piece in below if ends_sentence(piece.text)]
    if not running or sum(piece.words for piece in below) > MOST_BELOW * above or 2 * len(running) < len(below):
        return False
    if not proved and heading.text[-1].isalpha() and heading.text[0].isalpha():
        return False
    decide(heading, DROPPED, "comments-heading", "the heading above the comments")
    page.flag(FLAG, f"from line {below[0].line}")
    found = HEADING.fullmatch(heading.text)
    count = int((found and (found["count"] or found["in_brackets"])) or 0)
    for body in _apart(below, count):
        for piece in body:
            decide(piece, COMMENT, RULE, "comment")
        page.comments.append(FoundComment("", None, body, "unnamed"))
    return True


def _heading(piece: Piece) -> bool:
    return not piece.role and len(piece.text) <= LONGEST and bool(HEADING.fullmatch(piece.text))


def _below(pieces: Sequence[Piece]) -> tuple[list[Piece], bool]:
    """The pieces below the heading that are neither buttons nor the page's own words, up to the end of comments.

    And whether there are such buttons, or that end.
    """
    body: list[Piece] = []
    proved = False
    for piece in pieces:
        short = len(piece.text) <= LONGEST
        if short and END.fullmatch(text_of(piece)):
            return body, True
        if short and is_button(piece):
            proved = True
        elif not piece.role and not (short and kind_of_furniture(piece.text)):
            body.append(piece)
    return body, proved


def _apart(body: list[Piece], count: int) -> list[list[Piece]]:
    """The pieces of each comment: those between wider gaps where there are as many as the heading counts, else one."""
    by_gaps: list[list[Piece]] = [[body[0]]]
    for _, piece in pairwise(body):
        if piece.gap >= GAP:
            by_gaps.append([])
        by_gaps[-1].append(piece)
    return by_gaps if len(by_gaps) == count else [[piece] for piece in body]
