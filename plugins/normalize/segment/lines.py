"""Plain text to pieces: one a line, with bullets, numbers, underlines and hard-wrapped paragraphs understood."""

import re
from itertools import pairwise

from plugins.normalize.model import DROPPED, HEADING, ITEM, QUOTE, Page, Piece, decide
from plugins.normalize.segment.comment_engines import is_attribution
from plugins.normalize.segment.list_marks import list_marks
from plugins.normalize.segment.wrapped_heads import BYLINE, join_heads
from plugins.normalize.stops import ends_sentence

BULLET = re.compile(
    r"(?P<lead>[•·●▪◦‣○■□◆◇♦❖★☆♥❤⁃∙‧✦✱☑✅✗✘👉–—*\-+►▶✓✔➢➤➔⇒→\ue000-\uf8ff]\ufe0f?\s+|[•●▪](?=[\"“‘A-ZÀ-Þ]))(?=\S)"
)
NUMBER = re.compile(
    r"(?P<lead>\(?(?P<number>\d{1,3})(?:(?:\.\)|[.)])\s+(?=\S)|(?:[:/–-]| [|–-])\s+(?=[^\W\d]|[\"“‘])))"
)
QUOTED = re.compile(r"(?P<lead>(?:>\s?)+)(?=\S)")
RULE = re.compile(r"(?:[-=_*~•·]\s*){2,}|\* ?\* ?\*")
UNDERLINE = re.compile(r"={3,}|-{3,}|~{3,}")
NARROW, WRAP_MIN, WRAP_MAX = 24, 40, 100
OVERHANG = 0.8
LEAST_WRAPPED, LEAST_AMID, LEAST_NARROW, MACHINE = 4, 3, 10, 0.6
SIGN_OFF_WORDS, LEAST_LINES, HEAD_LINES = 6, 6, 5
INITIAL_WORDS = 14
LARGEST = 2_000_000
"""Characters: four long novels."""


def page_of_text(text: str) -> Page:
    """The pieces of a plain text (repaired, lines ended by newlines). Raises ValueError for one that is too long."""
    if len(text) > LARGEST:
        raise ValueError(f"{len(text)} characters of text; an article may have {LARGEST}")
    pieces: list[Piece] = []
    gap = 0
    for number, line in enumerate(text.split("\n"), 1):
        stripped = line.strip()
        if not stripped:
            gap += 1
            continue
        pieces.append(Piece(number, line.index(stripped[0]), stripped, gap))
        gap = 0
    _underlines(pieces)
    wrapped = _is_wrapped(pieces)
    pieces = join_heads(_unwrap(pieces) if wrapped else pieces, wrapped)
    _open_up(pieces)
    _initials(pieces)
    for piece in pieces:
        _shape(piece)
    _lone_dashes(pieces)
    list_marks(pieces)
    return Page(pieces)


def _open_up(pieces: list[Piece]) -> None:
    """Where a text has no blank lines, one near its head aside, each line is a paragraph: give each the gap it lost."""
    gaps = [at for at, piece in enumerate(pieces) if at and piece.gap]
    few = not gaps or (len(gaps) == 1 and gaps[0] <= HEAD_LINES and len(pieces) - gaps[0] >= LEAST_LINES)
    if len(pieces) >= LEAST_LINES and few and not _is_wrapped(pieces):
        for piece in pieces[1:]:
            piece.gap = max(piece.gap, 1)


def _initials(pieces: list[Piece]) -> None:
    """A large letter on a line of its own above the paragraph that begins with it once more says nothing."""
    for piece, below in pairwise(pieces):
        again = len(piece.text) == 1 and piece.text.isupper() and below.text[0] == piece.text
        if again and below.words >= INITIAL_WORDS:
            decide(piece, DROPPED, "repeated-lines", "the first letter, printed large")


def _shape(piece: Piece) -> None:
    """Read a line's bullet, number or quote sign into its shape. Numbers are judged later, among their neighbors."""
    if piece.role:
        return
    if found := BULLET.match(piece.text):
        _take_lead(piece, found, ITEM)
    elif found := NUMBER.match(piece.text):
        _take_lead(piece, found, ITEM)
        piece.ordered = int(found["number"])
    elif found := QUOTED.match(piece.text):
        _take_lead(piece, found, QUOTE)


def _take_lead(piece: Piece, found: re.Match[str], shape: str) -> None:
    piece.lead, piece.shape = found["lead"], shape
    piece.start += found.end()
    piece.text = piece.text[found.end() :]
    piece.words = len(piece.text.split())


def _lone_dashes(pieces: list[Piece]) -> None:
    """A dash that begins one short line, with no other such line by it, is a sign-off's dash and no bullet."""
    for at, piece in enumerate(pieces):
        dashed = piece.shape == ITEM and piece.lead.strip() in {"-", "–", "—"} and not piece.text.endswith("?")
        if dashed and piece.words <= SIGN_OFF_WORDS:
            near = pieces[max(at - 1, 0) : at] + pieces[at + 1 : at + 2]
            if not any(other.lead == piece.lead for other in near):
                piece.text, piece.shape = piece.lead + piece.text, "paragraph"
                piece.start -= len(piece.lead)
                piece.lead = ""
                piece.words = len(piece.text.split())


def _underlines(pieces: list[Piece]) -> None:
    """A rule straight under a short line makes the line a heading; any other rule only divides."""
    for at, piece in enumerate(pieces):
        if not RULE.fullmatch(piece.text):
            continue
        above = pieces[at - 1] if at else None
        if above and UNDERLINE.fullmatch(piece.text) and not piece.gap and above.words <= 14 and not above.role:
            above.shape, above.level = HEADING, 2 if piece.text[0] == "=" else 3
            decide(piece, DROPPED, "underline", "the line under a heading")
        else:
            decide(piece, DROPPED, "rule", "a rule between parts")


def _unwrap(pieces: list[Piece]) -> list[Piece]:
    """Join the lines of hard-wrapped paragraphs; of lines of any length, one that ends a sentence is the last."""
    least = _least_full(pieces)
    ragged = least == WRAP_MIN and _breaks_sentences(pieces)
    joined: list[Piece] = []
    last = ""
    for piece in pieces:
        above = joined[-1] if joined else None
        open_end = not (ragged and ends_sentence(last))
        if above is not None and open_end and _continues(above, piece) and _is_full(last, piece.text, least):
            above.text += " " + piece.text
            above.words += piece.words
            above.span = piece.line + piece.span - above.line
        else:
            joined.append(piece)
        last = piece.text
    return joined


def _is_full(line: str, following: str, least: int) -> bool:
    """Whether a line had no room for the next word or breaks off; in a narrow column, any that ends amid a sentence."""
    breaks_off = _breaks_off(line, following) and len(line) >= NARROW
    return breaks_off or _reach(line, following) >= least or (least < WRAP_MIN and line[-1] not in ".!?:")


def _reach(line: str, following: str) -> int:
    """How long a line would be with the first word of the one that follows it."""
    return len(line) + 1 + len(following.split(None, 1)[0])


def _least_full(pieces: list[Piece]) -> int:
    """The reach of a line that goes on in the next: by the width, where a machine wrapped the text, else any long line.

    A machine breaks a line only where the next word goes beyond the width. A line that had room for it ends there.
    """
    return _width(pieces) + 1 if _is_wrapped_by_machine(pieces) else WRAP_MIN


def _width(pieces: list[Piece]) -> int:
    """The longest line's length; of a narrow column, whose lines whole words may overhang, what most lines keep to."""
    lengths = sorted(len(piece.text) for piece in pieces if " " in piece.text) or [0]
    return lengths[-1] if lengths[-1] > WRAP_MIN else lengths[int(OVERHANG * (len(lengths) - 1))]


def _is_wrapped_by_machine(pieces: list[Piece]) -> bool:
    """Whether most lines that end amid a sentence had no room for the next word; by hand, few are broken so."""
    width = _width(pieces)
    least = LEAST_AMID if width >= WRAP_MIN else LEAST_NARROW
    amid = [
        _reach(above.text, piece.text) > width
        for above, piece in pairwise(pieces)
        if not piece.gap and above.text[-1].isalpha() and piece.text[0].islower()
    ]
    return width >= NARROW and len(amid) >= least and sum(amid) >= MACHINE * len(amid)


def _continues(above: Piece, piece: Piece) -> bool:
    return (
        not piece.gap
        and not piece.role
        and not above.role
        and above.shape != HEADING
        and not BULLET.match(piece.text)
        and not NUMBER.match(piece.text)
        and not is_attribution(piece.text)
        and (above.text[-1] == "," or not is_attribution(above.text))
    )


def _is_wrapped(pieces: list[Piece]) -> bool:
    """Whether most lines that another follows without a gap are full, and end in the middle of a sentence."""
    if not pieces or max(len(piece.text) for piece in pieces) > WRAP_MAX * 1.2:
        return False
    followed = [above for above, piece in pairwise(pieces) if not piece.gap and not above.role]
    full = [piece for piece in followed if len(piece.text) >= WRAP_MIN and piece.text[-1] not in ".!?:;…"]
    most = len(full) >= 0.6 * len(followed) or _is_wrapped_by_machine(pieces) or _breaks_sentences(pieces)
    return len(followed) >= LEAST_WRAPPED and most


def _breaks_sentences(pieces: list[Piece]) -> bool:
    """Whether most lines of a page break off and go on in small letters in the next, however long they are."""
    pairs = [(above.text, piece.text) for above, piece in pairwise(pieces) if not piece.gap and not above.role]
    broken = sum(_breaks_off(above, piece) for above, piece in pairs)
    long = sum(len(above) >= WRAP_MIN for above, _ in pairs)
    return broken >= max(LEAST_NARROW, len(pairs) / 2) and 2 * long >= len(pairs)


def _breaks_off(line: str, following: str) -> bool:
    """Whether a line ends amid a sentence that goes on in the next; a byline below a title goes on with nothing."""
    return not BYLINE.match(following) and (line[-1].isalpha() or line[-1] == ",") and following[0].islower()
