"""Pages on which many people answer one question (`7 Answers`): each answer is a comment on the question."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from plugins.normalize.extract.dates import find_date
from plugins.normalize.model import COMMENT, DROPPED, META, FoundComment, Page, Piece, decide
from plugins.normalize.segment.comment_engines import AGO
from plugins.normalize.segment.comment_lines import clean_name, is_button, is_moment, is_name, text_of
from plugins.normalize.segment.communities import of_forum
from plugins.normalize.segment.furniture import kind_of_furniture

RULE = "answer-pages"
HEADING = re.compile(
    r"(?:\d{1,4}|one|other|all|more|best) answers?(?: ?\(\d{1,4}\)| ?[-–:] .{2,30})?|answers? ?\(\d{1,4}\):?", re.I
)
FACT = re.compile(
    r"(?:originally |last )?(?:answered|updated|upvoted by)\b.{0,120}|author has\b.{0,80}|best answer\b.{0,40}|"
    r"(?:member since|total points|best answers)\s*:?(?: .{1,30})?|lv\.? ?\d|level \d|[\d,.]+ \(level \d\)|"
    rf"favou?rite answer|(?:posted |answered )?{AGO}",
    re.I,
)
"""What such sites print below the name of one who answers."""

OVER = re.compile(
    r"(?:\d[\d.,]*[km]? (?:views?|upvotes?)|view \d+ upvot).{0,60}|asker['’]s (?:rating|comment)s?:?.{0,60}|"
    r"(?:source\(s\)|sources?)\s*:.{0,80}|still have questions\b.{0,40}|related questions?|more answers below|"
    r"(?:view|show|see) (?:all|more)\b.{0,40}|\d{1,4}",
    re.I,
)
"""What stands below the words of an answer."""

LONGEST, NAME_WORDS, MOST_FACTS, LEAST, PROSE = 120, 12, 6, 2, 12


ASKED = re.compile(r"asked\b.{4,60}", re.I)
ANSWERED = re.compile(r"answered\b.{4,60}", re.I)
VOTES = re.compile(
    r"(?:up|down) vote\b.{0,40}|share\W?(?:cite\W?)?improve this (?:answer|question).{0,40}|accepted|add a comment|"
    r"(?:edited|improve|follow|share|cite|community wiki)\b.{0,60}|[\d,.k\s•●]{1,40}|[\d,.k]+ .{0,20}badges?\b.{0,60}",
    re.I,
)
"""What stands around questions and answers that have their writers below them."""


class Head(NamedTuple):
    """The lines above an answer, by their places: from `first` up to `end`; who wrote it, and when, as stated."""

    first: int
    end: int
    name: str
    said: str


def read_answers(page: Page) -> bool:
    """Make comments of the answers on a page that asks one question; whether it is such a page.

    A heading counts or announces the answers, two or more of them have a writer above facts about him and his answer,
    and above the heading stands the question in running text.
    """
    pieces = page.pieces
    at = next((at for at, piece in enumerate(pieces) if _fits(piece, HEADING)), 0)
    asked = any(piece.words >= PROSE and not piece.role for piece in pieces[:at])
    if asked and _read_below(page, at):
        return True
    heads = _heads(pieces, at + 1) if asked else []
    if len(heads) < LEAST:
        return False
    of_forum(page, pieces[at].text)
    for piece in pieces[:at]:
        if not piece.role and (is_button(piece) or is_moment(text_of(piece))):
            decide(piece, DROPPED, RULE, "a line around the question")
    for head, end in zip(heads, [*(head.first for head in heads[1:]), len(pieces)], strict=True):
        _take(page, head, end)
    for piece in pieces[at:]:
        if not piece.role:
            decide(piece, DROPPED, RULE, "a line around the answers")
    return True


def _read_below(page: Page, start: int) -> bool:
    """Make comments of answers that have their moments and writers below them; whether there are any."""
    pieces = page.pieces
    lines = [at for at, piece in enumerate(pieces[:-1]) if _fits(piece, ANSWERED) and _name_of(pieces[at + 1])]
    answers = [at for at in lines if at > start and find_date(pieces[at].text)]
    if not answers:
        return False
    of_forum(page, pieces[start].text)
    _take_question(page, start)
    above = start + 1
    for at in answers:
        name, end = _name_of(pieces[at + 1]), at + 2
        while end < len(pieces) and VOTES.fullmatch(pieces[end].text[:LONGEST]):
            end += 1
        body = [piece for piece in pieces[above:at] if not piece.role and not VOTES.fullmatch(piece.text[:LONGEST])]
        for piece in pieces[above:end]:
            if not piece.role:
                decide(piece, COMMENT, RULE, "comment" if piece in body else "attribution")
        found = find_date(pieces[at].text)
        page.comments.append(FoundComment(name, found.stated() if found else None, body, "answers"))
        above = end
    for piece in pieces[start:]:
        if not piece.role:
            decide(piece, DROPPED, RULE, "a line around the answers")
    return True


def _take_question(page: Page, end: int) -> None:
    """Take the moment and the writer below a question, and leave out the lines around it."""
    for at, piece in enumerate(page.pieces[:end]):
        if _fits(piece, ASKED) and (found := find_date(piece.text)):
            page.published = page.published or found.day
            decide(piece, META, RULE, "Source_date")
            if at + 1 < end and _name_of(page.pieces[at + 1]):
                decide(page.pieces[at + 1], META, RULE, "who asked")
        elif not piece.role and len(piece.text) <= LONGEST and VOTES.fullmatch(piece.text):
            decide(piece, DROPPED, RULE, "a line around the question")


def _fits(piece: Piece, pattern: re.Pattern[str]) -> bool:
    return not piece.role and len(piece.text) <= LONGEST and bool(pattern.fullmatch(piece.text))


def _heads(pieces: Sequence[Piece], start: int) -> list[Head]:
    """Each name below a place that has facts below it: they may begin behind what he says of himself."""
    heads: list[Head] = []
    for at in range(start, len(pieces)):
        if (heads and at < heads[-1].end) or not (name := _name_of(pieces[at])):
            continue
        first = at + 1
        if first < len(pieces) and pieces[first].text.startswith(","):
            first += 1
        end = first
        while end < min(len(pieces), first + MOST_FACTS) and _is_fact(pieces[end]):
            end += 1
        facts = [piece.text for piece in pieces[first:end]]
        if any(FACT.fullmatch(text) for text in facts):
            said = next((text for text in facts if re.match("answered|updated", text, re.I)), "")
            heads.append(Head(at, end, name, said))
    return heads


def _is_fact(piece: Piece) -> bool:
    return _fits(piece, FACT) or (not piece.role and len(piece.text) <= LONGEST and is_moment(piece.text, days=True))


def _name_of(piece: Piece) -> str:
    """The name with which a line begins, in front of what its bearer says of himself; empty where there is none."""
    if piece.role or piece.words > NAME_WORDS or _is_fact(piece) or _fits(piece, OVER):
        return ""
    name = clean_name(re.sub(r"^by:?\s+", "", piece.text, flags=re.I).partition(",")[0])[0]
    return name if is_name(name) else ""


def _take(page: Page, head: Head, end: int) -> None:
    """Write one answer down: what stands below its head up to a line that ends it."""
    for piece in page.pieces[head.first : head.end]:
        if not piece.role:
            decide(piece, COMMENT, RULE, "attribution")
    body: list[Piece] = []
    for piece in page.pieces[head.end : end]:
        if _fits(piece, OVER) or (body and _fits(piece, HEADING)):
            break
        if not piece.role and not is_button(piece) and not kind_of_furniture(piece.text):
            decide(piece, COMMENT, RULE, "comment")
            body.append(piece)
    found = find_date(head.said)
    page.comments.append(FoundComment(head.name, found.stated() if found else None, body, "answers"))
