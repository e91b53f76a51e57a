"""Every attribution of comments on a page by the engines of one family, and whom each names beside its writer."""

import re
from collections.abc import Sequence

from plugins.normalize.extract.dates import find_date
from plugins.normalize.model import Piece
from plugins.normalize.segment.comment_engines import Engine
from plugins.normalize.segment.comment_lines import (
    DIGIT,
    LONGEST,
    NAME_WORDS,
    Attribution,
    clean_name,
    is_button,
    is_moment,
    is_name,
    read_attribution,
    text_of,
)

BADGED = re.compile(r"(?P<name>\S.{0,40}?) (?:Mod|Moderator|OP|Staff|Guest) (?P<to>\S.{0,40})")


def candidates_of(pieces: Sequence[Piece]) -> list[tuple[int, bool]]:
    """The places of the lines that may attribute a comment, and whether there is a digit in them, as in every date."""
    likely = [at for at, piece in enumerate(pieces) if not piece.role and len(piece.text) <= LONGEST]
    return [(at, bool(DIGIT.search(text_of(pieces[at])))) for at in likely]


def attributions(
    pieces: Sequence[Piece], engines: Sequence[Engine], candidates: Sequence[tuple[int, bool]]
) -> list[Attribution]:
    """Every attribution by engines of one family, in order. `candidates` are those of the pieces."""
    found: list[Attribution] = []
    undated = [engine for engine in reversed(engines) if not engine.dated]
    for at, dated in candidates:
        if found and at <= found[-1].last:
            continue
        for engine in reversed(engines) if dated else undated:
            one = read_attribution(pieces, at, engine)
            if one:
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
            pairs = (
                [badged.groups()]
                if badged
                else [(name, to) for name, to in halves if to in known and (" " in to or name in written)]
            )
            one.name, one.to = pairs[0] if pairs else (one.name, "")
        known.add(one.name)
