"""Every attribution of comments on a page by the engines of one family, and whom each names beside its writer."""

import re
from collections.abc import Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from plugins.normalize.extract.dates import find_date
from plugins.normalize.model import Page, Piece
from plugins.normalize.segment.comment_engines import SAID, SIGNS, Engine
from plugins.normalize.segment.comment_lines import (
    DIGIT,
    LONGEST,
    NAME_WORDS,
    SUBJECT,
    Attribution,
    clean_name,
    is_button,
    is_moment,
    is_name,
    read_attribution,
    text_of,
)

SAYS = re.compile(rf"{SAID}\s?:", re.I)
BADGED = re.compile(r"(?P<name>\S.{0,40}?) (?:Mod|Moderator|OP|Staff|Guest) (?P<to>\S.{0,40})")


def join_names(page: Page) -> None:
    """Put a `says:` on a line of its own behind the name on the line above it."""
    names = [
        (above, piece)
        for above, piece in pairwise(page.pieces)
        if not piece.gap and len(piece.text) <= SUBJECT and SAYS.fullmatch(piece.text)
        if not (above.role or piece.role) and above.words <= NAME_WORDS and is_name(clean_name(above.text)[0])
    ]
    for name, says in names:
        name.text, name.span, name.words = f"{name.text} {says.text}", name.span + says.span, name.words + says.words
        page.pieces.remove(says)


class Candidate(NamedTuple):
    """A line that may attribute a comment: its place, itself in small letters, whether it has a digit for a date."""

    at: int
    small: str
    dated: bool


class Candidates(NamedTuple):
    """The lines of a page that may attribute comments, and the small letters of all as one text."""

    lines: Sequence[Candidate]
    text: str


def candidates_of(pieces: Sequence[Piece]) -> Candidates:
    """The lines of a page that may attribute comments."""
    likely = [at for at, piece in enumerate(pieces) if not piece.role and len(piece.text) <= LONGEST]
    texts = [text_of(pieces[at]).lower() for at in likely]
    lines = [Candidate(at, small, DIGIT.search(small) is not None) for at, small in zip(likely, texts, strict=True)]
    return Candidates(lines, "\n".join(texts))


def attributions(pieces: Sequence[Piece], engines: Sequence[Engine], candidates: Candidates) -> list[Attribution]:
    """Every attribution by engines of one family, in order. `candidates` are those of the pieces."""
    found: list[Attribution] = []
    in_turn = []
    for engine in reversed(engines):
        signs = [sign for sign in SIGNS.get(engine.name, ()) if sign in candidates.text]
        if signs or engine.name not in SIGNS:
            in_turn.append((engine, engine.dated, signs))
    for at, small, has_digit in candidates.lines if in_turn else ():
        if found and at <= found[-1].last:
            continue
        for engine, dated, signs in in_turn:
            if (dated and not has_digit) or (signs and not any(sign in small for sign in signs)):
                continue
            if one := read_attribution(pieces, at, engine):
                found.append(one)
                break
    _moments_above(pieces, found)
    _addressees_below(pieces, found)
    _addressees_behind(found)
    return found


def _moments_above(pieces: Sequence[Piece], found: Sequence[Attribution]) -> None:
    """Where the first name has its moment straight above it, so have all."""
    places = [one.first - 1 for one in found]
    if not found or found[0].said or not found[0].engine.next_date or not _is_moment_at(pieces, places[0]):
        return
    for one, above in zip(found, places, strict=True):
        if not one.said and _is_moment_at(pieces, above):
            one.first, one.said = above, text_of(pieces[above])


def _is_moment_at(pieces: Sequence[Piece], at: int) -> bool:
    return at >= 0 and not pieces[at].role and is_moment(text_of(pieces[at]))


def _addressees_below(pieces: Sequence[Piece], found: Sequence[Attribution]) -> None:
    """A known name straight below another, both above a moment, is whom the comment answers."""
    known: set[str] = set()
    for one in found:
        above = one.first - 1
        aged = one.engine.name == "two-lines" and not find_date(one.said)
        if aged and one.name in known and above > 0 and not pieces[above].role:
            name = clean_name(text_of(pieces[above]))[0]
            if pieces[above].words <= NAME_WORDS and is_name(name) and is_button(pieces[above - 1]):
                one.first, one.name, one.to = above, name, one.name
        known.add(one.name)


def _addressees_behind(found: Sequence[Attribution]) -> None:
    """Disqus names whom a reply answers behind its writer, with a badge between them or nothing: both are names."""
    if not found or not found[0].engine.name.startswith("disqus"):
        return
    written = {one.name for one in found}
    known: set[str] = set()
    for one in found:
        if one.engine.name == "disqus" and not one.to:
            badged = BADGED.fullmatch(one.name)
            words = one.name.split()
            halves = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
            pairs = [(name, to) for name, to in halves if to in known and _is_reply(name, to, written)]
            one.name, one.to = badged.groups() if badged else pairs[0] if pairs else (one.name, "")
        known.add(one.name)


def _is_reply(name: str, to: str, written: Set[str]) -> bool:
    """Whether a name of two parts is somebody's and whom he answers, where the second is known to have written.

    That one has a last name or none, the first has written as well, or answers were given in the other order.
    """
    return " " in to or name in written or to == "Guest" or f"{to} {name}" in written
