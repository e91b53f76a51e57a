"""Whether lines that an engine's pattern matches are attributions of comments, and on which side of the words."""

from collections.abc import Sequence

from plugins.normalize.model import Piece
from plugins.normalize.segment.comment_engines import AFTER, BEFORE, DATED, SURE, WEAK, Engine
from plugins.normalize.segment.comment_lines import Attribution, buttons_among, heading_above, text_of
from plugins.normalize.segment.comment_words import END, HEADING
from plugins.normalize.segment.furniture import kind_of_furniture
from plugins.normalize.stops import ends_sentence

PARAGRAPH, TEXT, LITTLE, FEW = 12, 15, 8, 3
LEAST = {"two-lines": 3, "wordpress": 1, "livejournal": 1}
"""How many dated lines prove an engine by themselves, where it is not two."""


def headed_body(pieces: Sequence[Piece], found: Sequence[Attribution], at: int) -> bool:
    """Whether the heading for comments stands between an attribution below its comment and the one before it."""
    start = found[at - 1].last + 1 if at else max(found[at].first - 12, 0)
    return any(HEADING.fullmatch(text_of(piece)) for piece in pieces[start : found[at].first] if len(piece.text) <= 240)


def is_proved(pieces: Sequence[Piece], found: Sequence[Attribution], engines: Sequence[Engine]) -> bool:
    """Whether the lines found are an engine's and no chance."""
    first, proof = found[0], min((one.engine.proof for one in found), key=(SURE, DATED, WEAK).index)
    if proof == SURE and len(found) >= FEW:
        return _is_late(pieces, first.first, least=LITTLE)
    if not _is_late(pieces, first.first):
        return False
    if proof == SURE:
        return True
    headed = heading_above(pieces, first.first) >= 0 or (first.engine.where == AFTER and headed_body(pieces, found, 0))
    if headed:
        return True
    buttons = first.engine.where == BEFORE and buttons_among(pieces, found)
    if proof == DATED or any(one.said for one in found):
        least = LEAST.get(first.engine.name, 2)
        return (len(found) >= least and _named_people(found)) or buttons > 0
    return buttons >= max(1, len(found) // 2) or (first.engine.next_date and len(found) >= 3 and _many_names(found))


def below_their_words(pieces: Sequence[Piece], found: Sequence[Attribution]) -> bool:
    """Whether attributions that mostly stand above comments stand below them on this page.

    Then words stand between the heading and the first, and none below the last, where the comments end.
    """
    first, below = found[0].first, pieces[found[-1].last + 1 :]
    heads = [at for at in range(max(first - LITTLE, 0), first) if is_heading(pieces[at])]
    words = [piece for piece in pieces[heads[-1] + 1 : first] if ends_sentence(piece.text)] if heads else []
    return any(not kind_of_furniture(piece.text) for piece in words) and (not below or is_heading(below[0]))


def _named_people(found: Sequence[Attribution]) -> bool:
    """Whether most names are one word, or words that all begin as names do: `Choir practice` is none."""
    likely = [one for one in found if all(not word[0].islower() for word in one.name.split()[1:])]
    return len(likely) > len(found) / 2


def _many_names(found: Sequence[Attribution]) -> bool:
    """Whether more than two speak, and hardly any of them twice: two who take turns are an interview."""
    return len({one.name.casefold() for one in found}) >= max(3, 0.6 * len(found))


def _is_late(pieces: Sequence[Piece], first: int, least: int = TEXT) -> bool:
    """Whether running text stands above, which is an article's: no comment comes before it."""
    text = (piece for piece in pieces[:first] if piece.words >= min(least, PARAGRAPH) and not piece.role)
    return sum(piece.words for piece in text if ends_sentence(piece.text)) >= least


def is_heading(piece: Piece) -> bool:
    """Whether a line heads comments, or ends them."""
    text = text_of(piece)
    return len(text) <= 160 and bool(HEADING.fullmatch(text) or END.fullmatch(text))
