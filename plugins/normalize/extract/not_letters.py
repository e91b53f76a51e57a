"""Salutations that open no letter of somebody who asks: samples, quotations in essays, open letters."""

import re
from collections.abc import Sequence

from plugins.normalize.extract.letter_parts import boundary
from plugins.normalize.extract.markers import find_marker
from plugins.normalize.extract.signed_letters import Marks
from plugins.normalize.extract.signoff_shapes import is_sign_off, signed_inline
from plugins.normalize.extract.voices import FIRST, FIRST_PLURAL, SECOND, count, unquoted
from plugins.normalize.model import ANSWER, LETTER, Page, Piece

Plan = Sequence[tuple[Piece, str, bool]]
"""The pieces of letters and answers, each with its side and whether its mark is cut off."""

OPEN_LETTER = re.compile(r"\b(?:open )?letters? (?:to|for|from)\b|^(?:to|dear) (?:my|the|all|our|every)\b", re.I)
PLEA = re.compile(
    r"\b(?:help|advi[cs]e|what (?:to|should|can|do) |please|rat\b|hilfe|conseil|consejo|consiglio|raad)", re.I
)
LEAST_FIRST, LEAST_SECOND, ESSAY_WORDS = 3, 3, 60
LEAST_SPOKEN, SALUTATION_WORDS = 8, 8


def quoted_in_essay(pieces: Sequence[Piece], plan: Plan, marks: Marks) -> bool:
    """Whether the only letter stands within an essay, whose writer tells of himself above and answers nobody below; or
    is a sample within a guide, which has spoken to its readers above."""
    salutations = [piece for piece, side, cut in plan if cut and side == LETTER]
    if len(salutations) != 1 or marks[id(salutations[0])].kind != "dear" or any(s == ANSWER for _, s, _ in plan):
        return False
    at = pieces.index(salutations[0])
    ends = (place for place in range(at + 1, len(pieces)) if is_sign_off(pieces[place]))
    below = pieces[next(ends, len(pieces)) + 1 :]
    if sum(piece.words for piece in pieces[:at]) < ESSAY_WORDS:
        return False
    first, second = count(FIRST, pieces[:at]), count(SECOND, pieces[:at])
    rest = below or pieces[at + 1 :]
    asks = not below and any("?" in piece.text for piece in rest)
    tells = first >= LEAST_FIRST and bool(rest) and not asks and not count(SECOND, rest)
    return tells or (second >= LEAST_SECOND and second > first)


def to_nobody(page: Page, plan: Plan) -> bool:
    """Whether a page is an open letter: nobody answers it, and its title says so, or its author signs it."""
    if any(side == ANSWER for _, side, _ in plan):
        return False
    if _speaks_all_through(plan) or _asks_nothing(page, plan):
        return True
    signed = bool(page.author) and plan[-1][0].text.strip("-–—~ ").casefold() == page.author.casefold()
    return signed or bool(OPEN_LETTER.search(page.title))


def _asks_nothing(page: Page, plan: Plan) -> bool:
    """Whether a text below one salutation holds no question, no word of a plea, no sign-off and no second voice, and
    the head of the page names no column of whom it calls."""
    pieces = [piece for piece, _, _ in plan]
    called = find_marker(pieces[0].text)
    if called is None or called.kind != "dear" or sum(cut for _, _, cut in plan) != 1 or boundary(pieces):
        return False
    above = page.pieces[: page.pieces.index(pieces[0])]
    if any(called.name in text for text in (page.title, *(piece.text for piece in above))):
        return False
    signed = any(is_sign_off(piece) or signed_inline(piece.text) for piece in pieces)
    return not signed and not any("?" in unquoted(piece.text) or PLEA.search(piece.text) for piece in pieces)


def _speaks_all_through(plan: Plan) -> bool:
    """Whether a text below one salutation speaks to somebody from its first paragraph on and hardly tells of its
    writer: nobody asks for help there."""
    pieces = [piece for piece, _, _ in plan]
    called = find_marker(pieces[0].text)
    by_name = called is not None and called.kind == "dear" and sum(cut for _, _, cut in plan) == 1
    first = [piece for piece in pieces if piece.words > SALUTATION_WORDS][:1]
    begins = count(SECOND, first) > 2 * (count(FIRST, first) + count(FIRST_PLURAL, first))
    spoken = count(SECOND, pieces)
    return by_name and begins and spoken >= LEAST_SPOKEN and spoken > 2 * count(FIRST, pieces)
