"""Headings that a flattened page runs into their paragraph: `Give It Time: Nobody heals …`, `Slow down - Nobody …`."""

import re
from collections import Counter
from collections.abc import Sequence

from plugins.normalize.extract.bare_lines import PRONOUN_START, PROSE_WORDS
from plugins.normalize.extract.title_rivals import share_of_capitals
from plugins.normalize.model import DROPPED, HEADING, ITEM, Page, Piece, decide, split

RUN_IN_WORDS, LONGEST_SPEAKER = 13, 40
PLAIN_LEAD_WORDS, MANY_PLAIN_LEADS = 8, 4
LEAST_PLAIN_LEADS, PLAIN_LEADS_SHARE, MANY_SHARE = 3, 0.6, 0.4
ANNOUNCES = re.compile(
    r"\b(?:sa(?:id|ys?)|asks?|asked|told|tells?|thought|thinks?|wrote|writes?|answers?|answered|repl(?:y|ied|ies)|adds?|"
    r"added|examples?|following|these|those|this|that|is|are|was|were|one|two|three|things|questions|instance)$",
    re.I,
)
"""How a few words before a colon end that announce speech or a list and are no heading."""

RUN_IN = re.compile(r"(?P<head>[A-Z\"“‘'0-9][^:]{3,110}?[^\s:])(?P<sign>:)\s+(?=[A-Z\"“‘'])")
DASHED = re.compile(r"(?P<head>[A-Z][^:–—]{3,60}?[^\s:,])(?P<sign>\s+[-–—])\s+(?=[A-Z\"“‘'])")
SIGNS = {RUN_IN: (":",), DASHED: ("-", "–", "—")}
"""What stands in every line of a form, one or another: most lines have none."""

SPEAKER = re.compile(r"[A-ZÀ-Þ][\w’'.-]*(?:\s[A-ZÀ-Þ][\w’'.-]*)?,?\s\(?\d{1,2}\)?")
"""A name with an age: who speaks, not of what."""
SIGN_NOTE = "the sign after a run-in heading"


def run_ins(page: Page, body: Sequence[Piece]) -> None:
    """`Give It Time: Nobody heals …` becomes a heading and its paragraph, where at least two paragraphs begin so.

    Leads in small letters, and those before a dash, must be more. Whatever begins several paragraphs is who speaks.
    """
    found = []
    starts = Counter(piece.text.partition(":")[0] for piece in body if ":" in piece.text[:LONGEST_SPEAKER])
    for piece in body:
        if piece.shape in (HEADING, ITEM) or piece.words < PROSE_WORDS + 2:
            continue
        match = RUN_IN.match(piece.text) if ":" in piece.text else None
        if match and starts[match["head"]] < 2 and _leads(match["head"], piece.words):
            found.append((piece, match))
    if len(found) < 2:
        found = _plain_leads(body, RUN_IN) or _plain_leads(body, DASHED)
    if all(SPEAKER.fullmatch(match["head"]) for _, match in found):
        return
    for piece, match in found:
        _, rest = split(page, piece, match.end("sign"))
        _, sign = split(page, piece, match.start("sign"))
        decide(sign, DROPPED, "headings", SIGN_NOTE)
        piece.shape, piece.rule = HEADING, "headings"
        rest.gap = 1


def _plain_leads(body: Sequence[Piece], form: re.Pattern[str]) -> list[tuple[Piece, re.Match[str]]]:
    """Run-in leads in small letters (`Tell one person: …`): short, all different, on most or on many paragraphs."""
    prose = [piece for piece in body if piece.shape not in (HEADING, ITEM) and piece.words >= PROSE_WORDS]
    found = []
    for piece in prose:
        match = form.match(piece.text) if any(sign in piece.text for sign in SIGNS[form]) else None
        head = match["head"] if match else ""
        if match and 2 <= len(head.split()) <= PLAIN_LEAD_WORDS and not re.search(r"[.!;?]", head):
            found.append((piece, match))
    heads = {match["head"].casefold() for _, match in found}
    most = len(found) >= LEAST_PLAIN_LEADS and len(found) >= PLAIN_LEADS_SHARE * len(prose)
    most = most or (len(found) >= MANY_PLAIN_LEADS and len(found) >= MANY_SHARE * len(prose))
    speech = any(PRONOUN_START.match(head) or ANNOUNCES.search(head) for head in heads)
    return found if most and len(heads) == len(found) and not speech else []


def _leads(head: str, words: int) -> bool:
    length = len(head.split())
    return (
        2 <= length <= RUN_IN_WORDS
        and share_of_capitals(head) >= 0.75
        and words >= 2 * length
        and not re.search(r"[.!;]\s", head)
    )
