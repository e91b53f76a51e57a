"""The title: by evidence, not by position; inferred and flagged where a page has none."""

import re
from collections.abc import Sequence

from plugins.normalize.extract.languages import ENGLISH, language_of
from plugins.normalize.extract.markers import find_marker
from plugins.normalize.extract.meta_words import DESCRIBED
from plugins.normalize.extract.names import is_full_name
from plugins.normalize.extract.title_columns import calls_again, salutation_as_title
from plugins.normalize.extract.title_lines import (
    RUNNING_TEXT,
    candidates_of,
    continued,
    title_of,
)
from plugins.normalize.extract.title_rivals import (
    COLUMN,
    QUOTED,
    SITE_SCORE,
    SITE_WORDS,
    among_rivals,
    is_titled,
    rivals_of,
    share_of_capitals,
)
from plugins.normalize.extract.voices import FIRST, count
from plugins.normalize.model import (
    BYLINE,
    DECK,
    DROPPED,
    HEADING,
    ITEM,
    LETTER,
    MARKER,
    META,
    TITLE,
    Page,
    Piece,
    decide,
)
from plugins.normalize.segment.repeats import folded
from plugins.normalize.stops import ends_sentence

LOWER = frozenset("a an the and but or nor for of to in on at by with from as into".split())
QUESTION = re.compile(r"(?:^|(?<=[.!?…]\s)|(?<=[.!?…][\"”’]\s))([^.!?…]{8,180}\?)")
SENTENCE = re.compile(r".+?[.!?…](?=\s|$)|.+$", re.S)
LOST_DATE = "date that is lost"
LABEL = re.compile(r"^(?:title|subject|headline|re)\s*:\s+(?=\S)|^Q\s+(?=(?-i:[A-Z]).{8,140}\?$)", re.I)
LEAST_FIRST = 1.0
"""What a page's very first line needs, where it has two words or more and no stop: little speaks against it."""
STOPPED = re.compile(r"(?:(?<!\.\.)\.|[!:;,])[\"'”’)\]]*$")
"""The stop of a sentence; three dots are none."""

MOST_ABOVE = 0.2
"""Of a page's words, how many may stand in sentences above its title."""

LEAST_SCORE, LEAST_TITLE_WORDS, FEW_WORDS, CALL_WORDS = 2.5, 5, 12, 3
LONGEST_DECK, DECK_WORDS = 45, 30


def find_title(page: Page) -> None:
    """Choose the title among the short lines above the running text, and mark the lines that belong to its head.

    A title that an export states is the title.
    """
    if page.title:
        return
    candidates = candidates_of(page)
    text = " ".join(folded(piece.text) for piece in page.pieces if piece.words >= RUNNING_TEXT and not piece.role)
    best: tuple[float, Piece] | None = None
    rivals = rivals_of(candidates)
    among = {id(piece): among_rivals(page, piece, rivals) for piece in rivals}
    first = next((place for place, (piece, _) in enumerate(candidates) if among.get(id(piece), 0) > SITE_SCORE), 0)
    for place, (piece, above) in enumerate(candidates):
        score = _score(page, piece, place - first, above, text) + among.get(id(piece), 0)
        opens = place == first == 0 and piece is page.pieces[0] and piece.words > 1 and not STOPPED.search(piece.text)
        if score >= (LEAST_FIRST if opens else LEAST_SCORE) and (best is None or score > best[0]):
            best = (score, piece)
    found = best[1] if best else None
    if found is None and page.hints.title:
        page.title = page.hints.title
        return
    if found := found or salutation_as_title(page):
        _take(page, found)


def _score(page: Page, piece: Piece, place: int, above: int, text: str) -> float:
    """How much speaks for a line as the title."""
    key = folded(piece.text)
    words = key.split()
    at = page.pieces.index(piece)
    above = 0 if _is_signed_early(page, at) else above
    score = 2.5 if place == 0 else 0.0
    score -= 3.0 * above
    below = [other.role in (META, BYLINE) for other in page.pieces[at + 1 : at + 3]]
    over = next((other for other in reversed(page.pieces[:at]) if other.role != DROPPED), None)
    below_day = over is not None and over.note == "Source_date"
    if piece.text.endswith(".") and not piece.text.endswith("...") and not any(below[:1]) and not _is_dated(page, at):
        score -= 1.5
    elif piece.text.endswith("?"):
        score += 0.75
    if QUOTED.fullmatch(piece.text) or COLUMN.match(piece.text):
        score += 1.0
    if calls_again(page, piece):
        score += 2.0
    if piece.text.endswith(":") and continued(page, piece):
        score += 2.0
    if at and page.pieces[at - 1].note == DESCRIBED:
        score += 4.0
    if share_of_capitals(piece.text) >= 0.7:
        score += 1.0
    score += 0.5 if len(words) >= LEAST_TITLE_WORDS else -1.0 if piece.words <= 2 and not (above or below_day) else 0.0
    if len(words) >= 4 and key in text:
        score += 4.0
    elif place == 0 and any(other is not piece and folded(other.text).startswith(key) for other in page.open()):
        score += 1.5
    if piece.shape == HEADING and piece.level == 1:
        score += 4.0
    if page.hints.title and key and (key in folded(page.hints.title) or folded(page.hints.title) in key):
        score += 5.0
    if any(below):
        deck = is_titled(piece) or piece.text.endswith("?") or not is_titled(page.pieces[at + 1])
        score += 1.0 if above else 3.0 if below[0] else 2.0 * deck
    elif at + 1 < len(page.pieces):
        score += _below_scores(page.pieces[at + 1])
    return score


def _is_signed_early(page: Page, at: int) -> bool:
    """Whether day and author stand on the line straight below one above which there is little of a page's text."""
    signed = any("Source_date" in other.note and "Author" in other.note for other in page.pieces[at + 1 : at + 2])
    if not signed:
        return False
    before = sum(other.words for other in page.pieces[:at] if not other.role and other.words >= RUNNING_TEXT)
    return before <= MOST_ABOVE * sum(other.words for other in page.open())


def _is_dated(page: Page, at: int) -> bool:
    """Whether a line of few words stands below the date that begins a page and apart from the text: a post's title."""
    date, piece = page.pieces[0], page.pieces[at]
    apart = all(other.gap for other in page.pieces[at : at + 2])
    return at == 1 and date.role == META and date.note == "Source_date" and apart and piece.words <= FEW_WORDS


def _below_scores(below: Piece) -> float:
    """What the line below says for a title: a name is a byline, running text its article, a close line a head's."""
    if is_full_name(below.text):
        return 2.0
    if below.words >= RUNNING_TEXT:
        return 0.5
    if find_marker(below.text):
        return 1.0
    return -0.5 if not below.gap and not below.role and below.words <= 8 else 0.0


def _take(page: Page, piece: Piece) -> None:
    page.title = LABEL.sub("", title_of(page, piece))
    decide(piece, TITLE, "find-title", "Title")
    for other in continued(page, piece):
        page.title += f" {other.text}"
        decide(other, TITLE, "find-title", "Title")
    at = page.pieces.index(piece)
    above = [other for other in page.pieces[:at] if not other.role]
    told = [other for other in above if other.words >= FEW_WORDS and ends_sentence(other.text)]
    if len(told) > 1 and sum(other.words for other in told) > MOST_ABOVE * sum(other.words for other in page.open()):
        page.flag("title-inferred", page.title)  # so much is told above it that it may be a part's alone
        above = [other for other in above if other not in told]
    for other in above:
        decide(other, DROPPED, "find-title", "the site's head above the title")


def find_deck(page: Page) -> None:
    """A sentence or two alone between the title and the byline or picture is the deck: it becomes the summary.

    So is what stands below the byline and speaks of the author by the full name, as of somebody else.
    """
    at = next((place for place, piece in enumerate(page.pieces) if piece.role == TITLE), -1)
    if at < 0 or at + 2 >= len(page.pieces):
        return
    deck, below = page.pieces[at + 1 : at + 3]
    framed = below.role in (META, BYLINE) or (
        below.role == DROPPED and (below.rule == "lost-dates" or below.note == LOST_DATE)
    )
    short = 3 <= deck.words <= LONGEST_DECK and deck.shape != ITEM
    if not deck.role and framed and short and not find_marker(deck.text):
        _as_deck(page, deck)
    opening = page.open()[:4]
    for head in opening[:2] if is_full_name(page.author) and not page.deck else ():
        told = page.author in head.text and not head.text.startswith(f"{page.author}:")
        told = told and not (find_marker(head.text) or count(FIRST, [head])) and bool(head.gap)
        if (
            told
            and 6 <= head.words <= min(DECK_WORDS, max(piece.words for piece in opening))
            and head is not opening[-1]
        ):
            _as_deck(page, head)
            return


def _as_deck(page: Page, deck: Piece) -> None:
    decide(deck, DECK, "find-deck", "Summary")
    page.deck = deck.text


def infer_title(page: Page) -> None:
    """Make a title out of the question where a page has none, or else out of the first sentence; flagged."""
    if page.title:
        return
    letters = [piece for piece in page.body() if piece.side == LETTER]
    questions = QUESTION.findall(" ".join(piece.text for piece in letters if piece.letter <= 1))
    if questions:
        asked = questions[-1].strip()
        page.title = title_case(asked) if language_of(page) == ENGLISH else asked[:1].upper() + asked[1:]
    else:
        page.title = _shortened(_opening(page.body()) or "Untitled")
    page.flag("title-inferred", page.title)
    _site_above_letters(page)


def _opening(body: Sequence[Piece]) -> str:
    """The few words of a first line that stands apart, or the first sentence of the first heading or line of words."""
    body = [piece for piece in body if any(map(str.isalnum, piece.text))]
    alone = len(body) > 1 and body[0].words <= FEW_WORDS and body[1].gap and body[0].shape not in (HEADING, ITEM)
    if alone and (body[0].words > CALL_WORDS or not find_marker(body[0].text)):
        return body[0].text.rstrip(" ,:")
    heads = (piece for piece in body if piece.shape == HEADING)
    first = next(heads, None) or next((piece for piece in body if piece.words > 4), body[0] if body else None)
    found = SENTENCE.match(first.text) if first else None
    return found[0].strip(" .") if found else ""


def _site_above_letters(page: Page) -> None:
    """On a page without a title, drop the few words above the first letter's mark: they are the site's."""
    mark = next((piece for piece in page.pieces if piece.role == MARKER and piece.side == LETTER), None)
    for piece in page.pieces[: page.pieces.index(mark)] if mark else []:
        if not piece.role and piece.words <= SITE_WORDS and not piece.text.endswith((".", "!", "?", ":")):
            decide(piece, DROPPED, "find-title", "the site's head above the title")


def _shortened(text: str, longest: int = 90) -> str:
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def title_case(text: str) -> str:
    """A sentence as a title: weighty words begin with a capital; nothing else is changed.

    >>> title_case("is it too late to try again?")
    'Is It Too Late to Try Again?'
    """
    words = text.split()
    last = len(words) - 1
    return " ".join(
        word if place not in (0, last) and word.casefold() in LOWER else word[:1].upper() + word[1:]
        for place, word in enumerate(words)
    )
