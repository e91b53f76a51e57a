"""The summary: one or two sentences out of the article, whole where they fit."""

import re
from collections.abc import Sequence

from plugins.normalize.model import ANSWER, HEADING, ITEM, LETTER, Piece

SHORTEST, LONGEST = 40, 200
SENTENCE = re.compile(r".+?(?:[.?!…][\"'”’)]*(?=\s)|$)", re.S)


def summary_of(pieces: Sequence[Piece], deck: str = "") -> str:
    """At most 200 characters of plain text: the page's own deck, else the first sentences of the letter or article.

    A deck that is too short to stand alone goes before them.
    """
    if SHORTEST <= len(deck) <= LONGEST:
        return deck
    lead = f"{deck}{'' if deck.endswith(('.', '!', '?', '…')) else '.'} " if 0 < len(deck) < SHORTEST else ""
    prose = [piece.shown for piece in pieces if piece.shape not in (HEADING, ITEM) and piece.words > 5]
    letters = [piece.shown for piece in pieces if piece.side == LETTER and piece.letter == 1 and piece.words > 5]
    introduction = [
        piece.shown for piece in pieces if not piece.side and piece.shape not in (HEADING, ITEM) and piece.words > 5
    ]
    chosen = (
        introduction
        or letters
        or prose
        or [piece.shown for piece in pieces if piece.side == ANSWER]
        or [piece.shown for piece in pieces]
    )
    return cut(lead + " ".join(" ".join(chosen[:3]).split()))


def cut(text: str, longest: int = LONGEST) -> str:
    """The sentences that fit, two at most; where the first is too long, its words that fit and an ellipsis."""
    kept = ""
    for count, found in enumerate(SENTENCE.finditer(text)):
        longer = (kept + " " + found[0].strip()).strip()
        if len(longer) > longest or count == 2:
            break
        kept = longer
    if kept:
        return kept
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…" if len(text) > longest else text
