"""What lines of a head say of each other: whose words come back in the text, which are banners and pictures."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from plugins.normalize.model import BYLINE, COMMENT, DROPPED, META, Page, Piece
from plugins.normalize.segment.repeats import folded
from plugins.normalize.stops import is_stopped

WORD = re.compile(r"[^\W\d_]{4,}")
STEM = 5
"""Letters by which words are compared, without the s of a plural: `invitations` and `invited` are one."""

COMMON = frozenset(
    "about after again been from have into that their them then they this what when where with your".split()
)
NAME_WORDS, LEAST_TITLE, MOST_TITLE, LEAST_LONGER = 5, 3, 14, 4
LEAST_SAID, SAID_SHARE, TEXT_WORDS, PICTURE_SHARE = 2, 0.4, 12, 0.6
SIGN = re.compile(r"[›»>/|:→•–—-]\s")
"""What stands between the parts of a crumb, or between a section's name and the title."""
STOPPED = re.compile(r"[.…:;,][\"'”’)\]]*$")


def is_unsaid(page: Page, piece: Piece, rivals: Sequence[Piece], longest: int = NAME_WORDS) -> bool:
    """Whether a line and all above it say nothing of the text, and one of the next two names what that is about.

    Then these lines are the names of the site and its section. A line with a stop is a deck, and names nothing; a site
    does not ask.
    """
    at = next(place for place, other in enumerate(rivals) if other is piece)
    if any(one.words > longest or one.text.endswith("?") or not WORD.search(one.text) for one in rivals[: at + 1]):
        return False
    below = rivals[at + 1 : at + 3]
    below = [one for one in below if LEAST_TITLE <= one.words <= MOST_TITLE and not STOPPED.search(one.text)]
    if not below:
        return False
    own = {id(one) for one in below}
    text = stems(one.text for one in page.pieces if _is_text(one) and id(one) not in own)
    said = stems(one.text for one in rivals[: at + 1]) & text
    return not said and any(_is_said(one, text) or _is_longer(page, one, piece, text) for one in below)


def is_picture(piece: Piece, rivals: Sequence[Piece]) -> bool:
    """Whether a rival is the description of a picture: the words of the title beside it, in small letters or in part.

    In small letters it stands above the title, as the page's first line, or close below it; otherwise it is the title's
    end straight below that.
    """
    at = next(place for place, other in enumerate(rivals) if other is piece)
    own = stems([piece.text])
    if at == 0:
        below = next((other for other in rivals[1:2] if other.text[0].isupper()), None)
        shared = own & stems([below.text]) if below else set()
        return piece.text[0].islower() and len(shared) >= LEAST_SAID and len(shared) >= PICTURE_SHARE * len(own)
    over, key = folded(rivals[at - 1].text), folded(piece.text)
    close = piece.text[0].islower() and not piece.gap and over.startswith(f"{key} ")
    part = over.endswith(f" {key}") and not SIGN.search(rivals[at - 1].text)
    return (part or close) and len(key.split()) >= LEAST_TITLE


def is_banner(page: Page, piece: Piece, rivals: Sequence[Piece]) -> bool:
    """Whether a line is printed twice above another that the byline follows straight: it asks to sign up, or so."""
    twins = [other for other in rivals if other.text == piece.text]
    if len(twins) < 2 or _is_signed(page, twins):
        return False
    last = next(at for at in range(len(rivals) - 1, -1, -1) if rivals[at] is twins[-1])
    return _is_signed(page, rivals[last + 1 : last + 2])


def _is_signed(page: Page, pieces: Sequence[Piece]) -> bool:
    """Whether a byline stands straight below one of some lines."""
    places = (page.pieces.index(piece) + 1 for piece in pieces)
    return any(other.role == BYLINE for at in places for other in page.pieces[at : at + 1])


def stems(texts: Iterable[str]) -> set[str]:
    """The weighty words of some texts, cut to what they are compared by.

    >>> sorted(stems(["Invitations, not about cats"]))
    ['cat', 'invit']
    """
    return set[str]().union(*map(_stems, texts))


@lru_cache(maxsize=256)
def _stems(text: str) -> frozenset[str]:
    """The same of one text: line after line of a page's head is compared with all of its paragraphs."""
    return frozenset(word.removesuffix("s")[:STEM] for word in WORD.findall(text.casefold()) if word not in COMMON)


def _is_text(piece: Piece) -> bool:
    return piece.words >= TEXT_WORDS and piece.role != COMMENT


def _is_said(piece: Piece, text: set[str]) -> bool:
    own = stems([piece.text])
    said = len(own & text)
    return said == len(own) > 0 or (said >= LEAST_SAID and said >= SAID_SHARE * len(own))


def _is_longer(page: Page, piece: Piece, above: Piece, text: set[str]) -> bool:
    """Whether a line straight below a few words is longer, says a word of the text, and is the only one of its form."""
    shown = [other for other in page.pieces if other.role not in (DROPPED, META)]
    at = shown.index(piece) if piece in shown else 0
    if not (above.words < LEAST_LONGER <= piece.words and at and shown[at - 1] is above):
        return False
    if is_stopped(above.text) or is_stopped(piece.text):
        return False
    heads = (one for one, other in pairwise(shown[at + 1 :]) if one.words <= MOST_TITLE and other.words >= TEXT_WORDS)
    return not any(not is_stopped(one.text) for one in heads) and bool(stems([piece.text]) & text)
