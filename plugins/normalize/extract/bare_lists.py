"""Lists that lost their bullets altogether: short lines close together below a line that announces them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plugins.normalize.extract.markers import find_marker
from plugins.normalize.extract.title_rivals import share_of_capitals
from plugins.normalize.model import HEADING, ITEM, LETTER, PARAGRAPH, Page, Piece
from plugins.normalize.stops import is_stopped

LEAST, ITEM_WORDS, HEADING_WORDS = 3, 12, 6
UNFINISHED = re.compile(r"[…:;,][\"'”’)\]]*$")
VERSE = re.compile(r"(?:and|but|or|nor|for|yet|so|then|i|we|he|she)\b", re.I)
MOST_LIKE_VERSE = 1
COUNT = re.compile(r"(?:the |my |our )?(?P<count>[4-9]|[12]\d|30)\s+[^\W\d]", re.I)
SPEAKS = re.compile(r"[A-Z][\w .'’-]{0,24}:\s")


def bare_lists(page: Page) -> None:
    """Make items of three or more short lines without a gap between them, below a colon, a short
    question or a heading in capitals.

    Below a colon they may all be sentences, too. Leaves alone verses and addresses, whose lines end in commas or go on
    with `And`; dialogs; letters; and texts without any gaps.
    """
    body = page.open()
    _counted(body)
    for above, run in _runs(body):
        announced = above.text.endswith(":") or (
            above.words <= HEADING_WORDS
            and bool(above.gap)
            and (above.text.endswith("?") or (not is_stopped(above.text) and share_of_capitals(above.text) >= 0.7))
        )
        verse = sum(1 for piece in run if VERSE.match(piece.text)) > MOST_LIKE_VERSE
        alike = len({is_stopped(piece.text) for piece in run}) == 1
        sentences = is_stopped(run[0].text) and not above.text.endswith(":")
        if len(run) >= LEAST and announced and above.shape != ITEM and alike and not verse and not sentences:
            for piece in run:
                piece.shape = ITEM


def _counted(body: Sequence[Piece]) -> None:
    """Make items of as many lines without a gap between them as the line above them says: `5 rules for a shed`."""
    for at, piece in enumerate(body):
        found = COUNT.match(piece.text) if piece.words <= ITEM_WORDS and not is_stopped(piece.text) else None
        count = int(found["count"]) if found else 0
        run = body[at + 1 : at + 1 + count]
        close = len(run) == count > LEAST and all(one.shape == PARAGRAPH and not one.side for one in run)
        if close and not any(one.gap for one in run) and not any(find_marker(one.text) for one in run):
            after = body[at + 1 + count : at + 2 + count]
            if not after or after[0].gap or COUNT.match(after[0].text):
                piece.shape = HEADING
                for one in run:
                    one.shape = ITEM


def _runs(body: Sequence[Piece]) -> Iterator[tuple[Piece, list[Piece]]]:
    """Runs of lines that may be items, each with the line above it; a run ends at a gap."""
    run: list[Piece] = []
    above: Piece | None = None
    for before, piece in pairwise(body):
        if run and (piece.gap or not _may_be_item(piece)):
            if piece.gap and above is not None:
                yield above, run
            run = []
        if not run and piece.gap and _may_be_item(piece):
            above, run = before, [piece]
        elif run:
            run.append(piece)
    if run and above is not None:
        yield above, run


def _may_be_item(piece: Piece) -> bool:
    return (
        piece.shape == PARAGRAPH
        and piece.side != LETTER
        and piece.words <= ITEM_WORDS
        and not UNFINISHED.search(piece.text)
        and not SPEAKS.match(piece.text)
        and not find_marker(piece.text)
    )
