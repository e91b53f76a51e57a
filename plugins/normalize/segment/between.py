"""What stands between lines of furniture and belongs to their boxes: a poll's question, lines of forms, links."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise, takewhile

from plugins.normalize.model import DROPPED, HEADING, ITEM, Page, Piece, decide, drop
from plugins.normalize.segment.comment_engines import MONTH
from plugins.normalize.segment.furniture import CHOICE_WORDS, MENU_WORDS, kind_of_furniture
from plugins.normalize.stops import ends_sentence

DAY_ALONE = re.compile(rf"{MONTH} \d{{1,2}}", re.I)
FORMS = {"subscription box", "comment form", "privacy notice", "skip link"}
"""The kinds that stand in boxes of several lines, amid a text, too."""
POLL_WORDS, POLL_CHOICES, LEAST_TAGS, SHORT, MOST_INSIDE = 14, 6, 3, 20, 3


def between_furniture(page: Page) -> None:
    """Drop a short line between two that were dropped as one kind: it belongs to their box; amid a text, up to three.

    The question above a poll belongs to the poll, wherever it stands.
    """
    pieces = page.pieces
    for at, piece in enumerate(pieces):
        if piece.note == "poll":
            drop(_poll_above(pieces, at), "between-furniture", "inside a poll")
    for piece, below in pairwise(pieces):
        if not piece.role and below.rule == "furniture-lines" and (_begins(piece, below) or _asks_for(piece, below)):
            drop([piece], "between-furniture", below.note)
    _list_of_links(pieces)
    _inside_forms(pieces)
    for at in range(1, len(pieces) - 1):
        piece = pieces[at]
        if piece.words > SHORT and not piece.role:
            return
        above, below = pieces[at - 1], pieces[at + 1]
        same = above.rule == below.rule == "furniture-lines" and above.note == below.note
        most = MENU_WORDS if above.note == "navigation" else SHORT
        if not piece.role and piece.words <= most and same and piece.shape not in (ITEM, HEADING):
            decide(piece, DROPPED, "between-furniture", f"inside a {above.note}")


def _inside_forms(pieces: list[Piece]) -> None:
    """Drop up to three short lines between two lines of forms, which stand amid a text, too.

    Finished sentences belong to a form only where no gap parts them from it.
    """
    for at, piece in enumerate(pieces):
        if piece.note not in FORMS:
            continue
        run = list(takewhile(_may_be_inside, pieces[at + 1 : at + 1 + MOST_INSIDE]))
        below = pieces[at + 1 + len(run) : at + 2 + len(run)]
        close = not any(one.gap for one in [*run, *below]) or not any(ends_sentence(one.text) for one in run)
        if run and close and below and below[0].note in FORMS:
            drop(run, "between-furniture", f"inside a {piece.note}")


def _may_be_inside(piece: Piece) -> bool:
    return not piece.role and piece.words <= SHORT and piece.shape not in (ITEM, HEADING)


def _are_tags(items: Sequence[Piece], above: Piece | None) -> bool:
    """Whether a list in the head of a page is its sections' names: three or more of few words, announced by nothing."""
    named = all(piece.words <= MENU_WORDS and not ends_sentence(piece.text) for piece in items)
    announced = above is None or above.text.endswith((":", "?")) or bool(items[0].gap)
    return len(items) >= LEAST_TAGS and named and not announced


def _asks_for(piece: Piece, below: Piece) -> bool:
    """Whether a line is the question of the advertisement straight below it: `Thinking of a new boat?`."""
    asks = piece.text.endswith("?") and piece.words <= CHOICE_WORDS
    return asks and below.note == "advertisement" and below.words > CHOICE_WORDS


def _begins(piece: Piece, below: Piece) -> bool:
    """Whether the line below says the two or three words of a line and a little more: `Part 1`, `Part 1 of 3:`."""
    return 2 <= piece.words <= MENU_WORDS and below.words > piece.words and below.text.startswith(f"{piece.text} ")


def _list_of_links(pieces: list[Piece]) -> None:
    """Drop lists above the text half of whose items are furniture without their bullets, and the line above each."""
    end = next((at for at, piece in enumerate(pieces) if piece.words >= SHORT and not piece.role), 0)
    at = 0
    for is_list, group in groupby(pieces[:end], key=lambda piece: piece.shape == ITEM):
        items = list(group)
        above = pieces[at - 1] if at else None
        at += len(items)
        links = sum(1 for one in items if one.role or kind_of_furniture(one.text) or DAY_ALONE.fullmatch(one.text))
        if not is_list or len(items) < 2 or (2 * links < len(items) and not _are_tags(items, above)):
            continue
        heads = above is not None and at > len(items) + 1 and above.words <= CHOICE_WORDS and above.text.isupper()
        dropped = [above, *items] if above is not None and heads else items
        drop((one for one in dropped if not one.role), "between-furniture", "a list of links")


def _poll_above(pieces: list[Piece], at: int) -> list[Piece]:
    """The question of a poll with its choices, straight above the poll's buttons; empty where there is none."""
    start = at - 1
    while start >= 0 and at - start <= POLL_CHOICES and not pieces[start].role and pieces[start].words <= CHOICE_WORDS:
        if ends_sentence(pieces[start].text):
            break
        start -= 1
    asks = start >= 0 and pieces[start].words <= POLL_WORDS and pieces[start].text.endswith("?")
    return pieces[start:at] if asks and not pieces[start].role else []
