"""Furniture by the line, by doubling, and by standing in a page's tail."""

import re
from collections.abc import Sequence
from functools import lru_cache

from plugins.normalize.model import BODY, ITEM, Page, Piece, drop
from plugins.normalize.segment.furniture_table import (
    ANY,
    ANY_LONG,
    LABEL_KINDS,
    LINE,
    LONG_LINE,
    LONG_PATTERNS,
    PATTERNS,
    TAIL_OPENERS,
)
from plugins.normalize.stops import ends_sentence

DOUBLED = re.compile(r"(?P<phrase>.{3,60}?)\s*(?P=phrase)")
FRAMED = re.compile(r"[(\[*_]{1,3}([^\[\]]{4,400}?)[)\]*_]{1,3}\.?")
GLUED_WORD = re.compile(r"(?P<word>[a-z]{4,20})(?P=word)\b.*", re.I)
JOINT = re.compile(r"[a-z][A-Z][a-z]")
LEAST_JOINTS, SAID_WORDS, LEAST_DOUBLED = 5, 4, 40
CUT_OFF = re.compile(
    r".{20,400}(?:…|\.\.\.|\[…\])\s*(?:(?:read|learn|see) more|continue reading|full story|weiterlesen|lire la suite|"
    r"leer más|more)(?:\s+(?:read more|more))*[\s»›→>]*",
    re.I,
)
"""A teaser: a text cut off, and the link to the rest of it."""
TAIL_SHARE, TAIL_PROSE = 0.55, 0.25
PICTOGRAMS = re.compile("^[\u2600-\u27bf\U0001f300-\U0001faff\ufe0f\u200d]+\\s+(?=\\S)")
"""Small pictures in front of a label: `💡 You might also like: …`."""
CHOICES = re.compile(r"yes|no|yes\W{1,3}no", re.I)
CHOICE_WORDS = 6
BOXES = {"box for sending letters", "subscription box", "contact box"}
"""The kinds that a page may print as a bullet of their own."""
LONG, PARAGRAPH_WORDS, MENU_WORDS = 40, 25, 3
SOURCES, LEAST_SOURCE, NEAR = re.compile(r"(?:article )?sources:?", re.I), 4, 6


def furniture_lines(page: Page) -> None:
    """Drop each line that is furniture of a known kind from its first to its last character."""
    for at, piece in enumerate(page.pieces):
        if piece.role or len(piece.text) > LONG_LINE or piece.side:
            continue
        text = (piece.lead + piece.text).strip()
        kind = kind_of_furniture(text)
        if not kind and piece.shape == ITEM:
            kind = _kind_of_item(page.pieces, at)
        heads = (kind == "navigation" and _is_lone_heading(page, at)) or (kind and _heads_sources(page, at))
        if kind and not heads:
            drop([piece], "furniture-lines", kind)
            below = page.pieces[at + 1 : at + 2]
            if below and not below[0].role and below[0].text == _half_of(text):
                drop(below, "furniture-lines", kind)
        elif at and CHOICES.fullmatch(text) and _is_vote(page.pieces[at - 1]):
            drop([piece], "furniture-lines", page.pieces[at - 1].note)


def _kind_of_item(pieces: Sequence[Piece], at: int) -> str:
    """What kind of furniture a bullet is: a box, or a button with others above it or no other bullet beside it."""
    kind = kind_of_furniture(pieces[at].text)
    above, below = pieces[max(at - 1, 0) : at], pieces[at + 1 : at + 2]
    alone = all(other.shape != ITEM for other in (*above, *below)) and pieces[at].words == 1
    shares = kind == "share row" and (alone or any(other.note == kind for other in above))
    return kind if kind in BOXES or shares else ""


def _is_vote(above: Piece) -> bool:
    """Whether the line above is a dropped question (`Did you find this page helpful?`) or another choice of its."""
    asks = above.text.endswith("?") or CHOICES.fullmatch(above.text)
    return above.rule == "furniture-lines" and bool(asks)


def kind_of_furniture(text: str) -> str:
    """What kind of furniture a line is; empty where it is none."""
    return _kind_of(text) if len(text) <= LONG_LINE else ""


@lru_cache(maxsize=2048)
def _kind_of(text: str) -> str:
    """The same of a line of ordinary length: the pages of one site have theirs in common."""
    framed = FRAMED.fullmatch(text)
    text = PICTOGRAMS.sub("", framed[1].strip() if framed else text)
    possible, patterns = (ANY, PATTERNS) if len(text) <= LINE else (ANY_LONG, LONG_PATTERNS)
    for kind, pattern in patterns if possible.matches(text) else ():
        if pattern.fullmatch(text) and not (kind in LABEL_KINDS and _is_sentence(text)):
            return kind
    if len(text) <= 80 and (DOUBLED.fullmatch(text) or (len(text) <= 60 and GLUED_WORD.fullmatch(text))):
        return "button printed twice"
    if len(text) > LEAST_DOUBLED and _half_of(text):
        return "a caption printed twice"
    if ends_sentence(text):
        return ""
    if _is_said_again(text):
        return "title printed again"
    if CUT_OFF.fullmatch(text):
        return "teaser link"
    return "navigation" if _is_glued_menu(text) else ""


def _half_of(text: str) -> str:
    """The words that a line says twice with no gap between; empty where it does not."""
    half = text[: len(text) // 2]
    return half if half and text == half * 2 and half == half.strip() else ""


def _is_said_again(text: str) -> bool:
    """Whether a line says four words or more two, three or four times over, and nothing else."""
    words = text.split()
    return any(
        len(words) % times == 0 and words == words[: len(words) // times] * times and len(words) // times >= SAID_WORDS
        for times in (2, 3, 4)
    )


def _is_glued_menu(text: str) -> bool:
    """Whether a line is a menu whose entries lost their gaps: `ArtsBooksBusinessHealth …`."""
    joints = len(JOINT.findall(text))
    return joints >= LEAST_JOINTS and len(text.split()) <= joints


def _is_sentence(text: str) -> bool:
    """Whether a line is a sentence of five words or more: `Share this with somebody you trust.` is no button."""
    stopped = text.endswith((".", "?")) and not text.endswith("..") and len(text.split()) >= 5
    return stopped and not _asks_behind_label(text)


def _asks_behind_label(text: str) -> bool:
    """Whether a question stands behind a label: `Related: Why does nobody knock?` is another article's title."""
    label, colon, title = text.partition(":")
    return text.endswith("?") and bool(colon) and len(label.split()) <= MENU_WORDS and title[:1].isspace()


def _is_lone_heading(page: Page, at: int) -> bool:
    """Whether one word stands above a paragraph or question: `Help` is a heading there, and no menu's entry."""
    piece, below = page.pieces[at], page.pieces[at + 1 : at + 2]
    if piece.words > 1 or not piece.gap or not below:
        return False
    return bool(below[0].gap and below[0].words >= LONG // 2) or (below[0].words > 2 and below[0].text.endswith("?"))


def _heads_sources(page: Page, at: int) -> bool:
    """Whether `Sources` stands above at least one line that is no furniture: they belong to the article."""
    if not SOURCES.fullmatch(page.pieces[at].text):
        return False
    near = page.pieces[at + 1 : at + 1 + NEAR]
    below = next((piece for piece in near if not kind_of_furniture(piece.text)), None)
    return below is not None and below.words >= LEAST_SOURCE and not TAIL_OPENERS.fullmatch(below.text)


def tail(page: Page) -> None:
    """Drop all that follows a related box, a comment form or the like late on a page, comments aside.

    Two long paragraphs in a row below it are the article that goes on, and so is finished text alone, with no other
    such line in it.
    """
    pieces = page.pieces
    total = sum(piece.words for piece in pieces if piece.role in ("", BODY)) or 1
    most = _prose_below(pieces, TAIL_PROSE * total)
    before = 0
    for at, piece in enumerate(pieces):
        late = before >= TAIL_SHARE * total and at >= most and not _is_box_amid(pieces, at)
        if late and piece.words <= 12 and TAIL_OPENERS.fullmatch(piece.lead + piece.text):
            rest = [other for other in pieces[at:] if not other.role]
            alone = all(not other.role or other.rule == "link-boxes" for other in pieces[at:])
            alone = alone and not any(TAIL_OPENERS.fullmatch(other.text) for other in pieces[at + 1 :])
            if not (alone and rest and all(ends_sentence(other.text) for other in rest)):
                drop(rest, "tail", "below the article")
            return
        if piece.role in ("", BODY):
            before += piece.words


def _is_box_amid(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a box of links ends above finished paragraphs: then the article goes on, unless the box comes again."""
    if pieces[at].rule != "link-boxes":
        return False
    rest = pieces[at + 1 :]
    again = any(piece.text == pieces[at].text for piece in rest)
    goes_on = any(
        piece.words >= PARAGRAPH_WORDS and ends_sentence(piece.text) and piece.text[-2:] != ".." and not piece.role
        for piece in rest
    )
    return goes_on and not again


def _prose_below(pieces: Sequence[Piece], most: float) -> int:
    """The first place below which no two long paragraphs follow each other, and little running text in all."""
    words, below = 0, False
    for at in range(len(pieces) - 1, -1, -1):
        if pieces[at].role:
            continue
        prose = _is_prose(pieces[at])
        words += pieces[at].words if prose else 0
        if (prose and below) or words >= most:
            return at + 1
        below = prose
    return 0


def _is_prose(piece: Piece) -> bool:
    return piece.words >= LONG and ends_sentence(piece.text)
