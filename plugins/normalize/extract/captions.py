"""Pictures' captions and descriptions that a flattened page prints as lines of text."""

import re
from collections.abc import Sequence
from itertools import pairwise

from plugins.normalize.extract.markers import find_marker
from plugins.normalize.extract.signoff_shapes import SOMEBODY
from plugins.normalize.model import HEADING, ITEM, QUOTE, Page, Piece, drop, split
from plugins.normalize.segment.repeats import folded
from plugins.normalize.stops import ends_sentence, is_stopped

MOST_WORDS, CREDITED_WORDS, PARAGRAPH = 10, 25, 20
SHOWN_WORDS, NAMED_WORDS, LEAST_QUOTED, NEAR = 14, 3, 6, 4
SHOWN = re.compile(
    r"(?:close-?up|portrait|silhouette|view) of\b.*|(?:an?|the|two|three|some|young|old|woman|man|women|men|couple)\b.*"
    r"\b\w{2,}ing\b.*",
    re.I,
)
SHOWS_SOMEBODY = re.compile(
    r"[\w’' -]{3,40} (?:showing|depicting) .+|"
    r"(?:an? )?(?:group|pair|crowd|row|line) of [a-z]+ (?:with|on|in|at|under|by|beside|[a-z]{2,}ing)\b.*|"
    r"(?:(?:an?|two|three|some|young|old|older|elderly|smiling|happy|sad|tired|lonely|worried|close-?up of an?) )*"
    r"(?:woman|man|couple|girl|boy|mother|father|family|child|children|baby|toddler|teenager|person|lady|friends|"
    r"women|men|girls|boys|kids|people|students|teenagers|parents|hands)\b(?: and \w+)?(?: [\w-]+){0,3}? "
    r"(?:with|on|in|at|under|by|beside|near|behind|against|[a-z]{2,}ing)\b.*"
)
FILE = re.compile(r"\.\w{3,4}$|_")
CREDIT_BEHIND = re.compile(r"\s*[(|]\s*(?P<credit>[^()|]{3,60})\)?$")
LOWER_WRITERS = 0.3
LEAST_SMALL, LEAST_BELOW = 2, 14


def captions_again(page: Page) -> None:
    """Cut the line above off a paragraph to which it is glued once more: a caption and its picture's description."""
    for above, piece in pairwise(page.open()):
        caption, rest = above.text, piece.text[len(above.text) :]
        glued = piece.text.startswith(caption) and above.words >= 3 and rest[:1].isupper() and caption[-1:].isalpha()
        if glued and piece.words >= above.words + MOST_WORDS and not find_marker(caption):
            alt, _ = split(page, piece, len(caption))
            _drop(page, above)
            _drop(page, alt)


def pictures_lines(page: Page) -> None:
    """Drop lines that are a picture's description: in small letters, above its credit, or the text's own words.

    Leaves alone lines that end in a stop, items of lists, and every line of a writer who begins his paragraphs in
    small letters too.
    """
    body = page.open()
    small = _writes_small(body)
    for piece in [] if small else _small_headings(body):
        piece.shape, piece.rule = HEADING, "headings"
    for at, piece in enumerate(body):
        if piece.shape in (ITEM, QUOTE, HEADING) or piece.side or find_marker(piece.text):
            continue
        above = body[at - 1] if at else None
        below = body[at + 1] if at + 1 < len(body) else None
        described = (not small and _in_small_letters(piece, above, below)) or _shows_somebody(piece, above, below)
        if described or _begins(below, piece):
            _drop(page, piece)
        elif above is not None and _with_credit(piece, above):
            _drop(page, above)
            _drop(page, piece)
    _pull_quotes(page)
    _titled(page)
    _above_credits(page)


def _drop(page: Page, piece: Piece) -> None:
    drop([piece], "pictures-lines", "a picture's caption")
    page.flag("caption-dropped", piece.text)


def _writes_small(body: Sequence[Piece]) -> bool:
    paragraphs = [piece for piece in body if piece.words >= PARAGRAPH]
    return sum(piece.text[0].islower() for piece in paragraphs) > LOWER_WRITERS * max(len(paragraphs), 1)


def _in_small_letters(piece: Piece, above: Piece | None, below: Piece | None) -> bool:
    """A short line in small letters between finished paragraphs: nobody begins or ends a paragraph so."""
    alone = bool(piece.gap) and (below is None or bool(below.gap) or above is None)
    longest = SHOWN_WORDS if piece.text.startswith(("a ", "an ", "the ")) else MOST_WORDS
    named = piece.words <= NAMED_WORDS and piece.text.endswith(".") and not piece.text.endswith("..")
    if not alone or piece.words > longest or piece.words < 2 - named or (is_stopped(piece.text) and not named):
        return False
    finished = above is None or above.shape == HEADING or is_stopped(above.text) or above.words <= MOST_WORDS
    goes_on = above is not None and above.text.rstrip("\"'”’").endswith((",", ";", ":", "…", "..."))
    begins = below is None or not below.text[0].islower()
    if above is not None and above.text.endswith("?") and SOMEBODY.match(piece.text):
        return False  # who asked signs so
    return piece.text[0].islower() and finished and not goes_on and begins and below is not None


def _small_headings(body: Sequence[Piece]) -> list[Piece]:
    """Lines in small letters that take turns with finished paragraphs, where a page has none in capitals: its headings.

    They say nothing of what a picture shows, and no line of that kind stands by its lone self.
    """
    found = []
    rivals = 0
    for above, piece, below in zip([None, *body], body, body[1:], strict=False):
        ended = above is None or above.shape == ITEM or (above.shape != HEADING and ends_sentence(above.text))
        if not ended or not below.gap or not piece.gap or piece.shape == ITEM or below.words < LEAST_BELOW:
            continue
        if piece.words <= SHOWN_WORDS and not is_stopped(piece.text) and not piece.text[0].islower():
            rivals += above is not None
        elif _in_small_letters(piece, above, below) and not is_stopped(piece.text) and not _is_shown(piece.text):
            found.append(piece)
    return found if len(found) >= LEAST_SMALL and rivals < len(found) else []


def _is_shown(text: str) -> bool:
    """Whether a line says what is to be seen: somebody doing something, or a file's name."""
    seen = len(text.split()) > NAMED_WORDS and SHOWN.fullmatch(text)
    return bool(seen or SHOWS_SOMEBODY.fullmatch(text) or FILE.search(text))


def _shows_somebody(piece: Piece, above: Piece | None, below: Piece | None) -> bool:
    """Whether a line between finished paragraphs says whom a picture shows: `Woman with suitcase on a platform`."""
    alone = below is not None and bool(below.gap) and (bool(piece.gap) or above is None)
    if not alone or is_stopped(piece.text) or not 4 <= piece.words <= SHOWN_WORDS:
        return False
    ended = above is None or is_stopped(above.text) or above.shape in (HEADING, ITEM)
    return ended and bool(SHOWS_SOMEBODY.fullmatch(piece.text[:1].lower() + piece.text[1:]))


def _pull_quotes(page: Page) -> None:
    """Drop a line of six words or more that says again, word for word, what the paragraphs close by say."""
    body = page.open()
    keys = [folded(piece.text) for piece in body]
    for at, piece in enumerate(body):
        alone = bool(piece.gap) and (at + 1 == len(body) or bool(body[at + 1].gap)) and piece.shape not in (ITEM, QUOTE)
        if not alone or piece.side or not LEAST_QUOTED <= piece.words <= CREDITED_WORDS:
            continue
        around = (keys[max(at - NEAR, 0) : at], keys[at + 1 : at + 1 + NEAR])
        longer = any(other.words > piece.words for other in body[max(at - NEAR, 0) : at + 1 + NEAR])
        if longer and any(f" {keys[at]} " in f" {' '.join(said)} " for said in around):
            drop([piece], "pictures-lines", "words of the text, printed large")


def _begins(below: Piece | None, piece: Piece) -> bool:
    """Whether the paragraph below begins with the very words of a line: the line is its picture's description."""
    return (
        below is not None
        and piece.shape != HEADING
        and 3 <= piece.words <= MOST_WORDS
        and below.words >= PARAGRAPH
        and not is_stopped(piece.text)
        and f"{folded(below.text)} ".startswith(f"{folded(piece.text)} ")
        and bool(re.match(r"[.!?,;]", below.text[len(piece.text) :]))
    )


def _with_credit(piece: Piece, above: Piece) -> bool:
    """Whether a line repeats the line above it and adds a credit in brackets."""
    may_credit = 3 <= above.words <= 40 and ("(" in piece.text or "|" in piece.text)
    found = CREDIT_BEHIND.search(piece.text) if may_credit else None
    return found is not None and folded(piece.text[: found.start()]) == folded(above.text)


def _titled(page: Page) -> None:
    """Drop a line straight below the title that is the end of it, and one that says the title and a little more."""
    title = folded(page.title)
    length = len(title.split())
    if length < 3:
        return
    below_title = True
    for at, piece in enumerate(page.open()):
        key = folded(piece.text)
        part = below_title and 2 <= len(key.split()) < length and title.endswith(" " + key)
        same = not at and piece.shape != ITEM and len(key.split()) >= 3 and set(key.split()) <= set(title.split())
        part = part or (same and not is_stopped(piece.text))
        more = key.startswith(title + " ") and piece.words <= length + MOST_WORDS and not is_stopped(piece.text)
        if part or more:
            _drop(page, piece)
        below_title = below_title and piece.words < PARAGRAPH


def _above_credits(page: Page) -> None:
    """Drop a short unfinished line straight above a photo's credit, and any that the credit's line says again."""
    for at, piece in enumerate(page.pieces[:-1]):
        below = page.pieces[at + 1]
        if (
            not piece.role
            and below.note == "photo credit"
            and (not below.gap or _shows(page.pieces, at))
            and piece.words <= CREDITED_WORDS
            and piece.shape not in (ITEM, HEADING)
            and (not is_stopped(piece.text) or folded(below.text).startswith(f"{folded(piece.text)} "))
        ):
            _drop(page, piece)


def _shows(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a line apart from the credit below it says what a picture shows: `A couple unpacking boxes`."""
    return pieces[at].words <= MOST_WORDS and bool(SHOWN.fullmatch(pieces[at].text))
