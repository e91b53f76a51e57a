"""Which pieces of a page are its article's: what trafilatura takes for it, put right by the elements that hold it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import html  # type: ignore[import-untyped]  # it ships no types

from plugins.normalize.model import HEADING, Page, Piece, drop
from plugins.normalize.segment.html_blocks import area_of
from plugins.normalize.segment.repeats import folded
from plugins.normalize.segment.teasers import goes_on_elsewhere

LEAST_SHARE = 0.2
SHINGLE, COVERED, LEAST_WORDS = 4, 0.8, 6
PROSE, WHOLE, TEASER = 10, 60, 5
MAIN, SMALL, LIKE, ABOVE = 0.5, 0.25, 2, 2
CITED = re.compile(r"(?:\[\d+\])+$")
BOX = re.compile(
    r"(?:^|[-_ ])(?:author[-_]?(?:bio|box|info|card|description|profile)|about[-_](?:the[-_])?author|bio|newsletter|"
    r"subscri(?:be|ption)s?|signup|related(?:posts|wikihows)?|recommended|jp-relatedposts|share|sharing|sharedaddy|"
    r"(?:content[-_])?(?:vote|voting|rating)s?)"
    r"(?:$|[-_ ])",
    re.I,
)
"""What holds no part of an article, whatever trafilatura thinks of its sentences."""


def key_of(text: str) -> str:
    """A line's words, ready to compare; trafilatura gives them composed and without soft hyphens."""
    return folded(text if text.isascii() else unicodedata.normalize("NFC", text.replace("\xad", "")))


def choose(page: Page, chosen: str, owners: Sequence[html.HtmlElement]) -> list[bool]:
    """Whether each piece is the article's. `chosen` is trafilatura's article; `owners` are the pieces' elements.

    Pieces that only seemed to stand in a box beside the article lose that area.
    """
    inside = _inside(page, chosen, owners)
    _outside_again(page.pieces, inside, owners)
    inside = [yes or one for yes, one in zip(inside, _like(page.pieces, inside, owners), strict=True)]
    _terms(page.pieces, inside, owners)
    _not_teasers(page.pieces, inside)
    _not_above_the_title(page, inside)
    return inside


def _inside(page: Page, chosen: str, owners: Sequence[html.HtmlElement]) -> list[bool]:
    """Which pieces trafilatura's article has, small boxes aside; of a page with few words all that are in no box."""
    lines = set(chosen.split("\n"))
    run = f" {chosen.replace(chr(10), ' ')} "
    shingles = _shingles(run.split())
    inside = [_is_inside(piece, lines, run, shingles) for piece in page.pieces]
    words = sum(piece.words for piece in page.pieces if piece.area != "comments")
    found = sum(piece.words for piece, yes in zip(page.pieces, inside, strict=True) if yes)
    if found < LEAST_SHARE * words and words < 200:
        return [piece.area != "outside" for piece in page.pieces]
    held = _words_held(page.pieces, inside, owners)
    small = {element for element, count in held.items() if count < SMALL * found and _is_box(element)}
    return [
        yes and not (small and any(one in small for one in _around(owner)))
        for yes, owner in zip(inside, owners, strict=True)
    ]


def _is_inside(piece: Piece, lines: set[str], run: str, shingles: set[str]) -> bool:
    """Whether trafilatura's article has a piece: as a line, within a line, or nearly all of its words in a row."""
    if piece.role:
        return False
    key = key_of(piece.text)
    words = key.split()
    if key in lines or (len(words) >= 3 and f" {key} " in run):
        return bool(key)
    own = _shingles(words)
    return len(words) >= LEAST_WORDS and len(own & shingles) >= COVERED * len(own)


def _shingles(words: Sequence[str]) -> set[str]:
    return {" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}


def _is_box(element: html.HtmlElement) -> bool:
    return bool(BOX.search(f"{element.get('id') or ''} {element.get('class') or ''}"))


def _around(owner: html.HtmlElement) -> Iterator[html.HtmlElement]:
    yield owner
    yield from owner.iterancestors()


def _words_held(
    pieces: Sequence[Piece], inside: Sequence[bool], owners: Sequence[html.HtmlElement]
) -> Counter[html.HtmlElement]:
    """How many words of the article each element holds."""
    held: Counter[html.HtmlElement] = Counter()
    for piece, yes, owner in zip(pieces, inside, owners, strict=True):
        if yes and piece.area != "comments":
            for element in _around(owner):
                held[element] += piece.words
    return held


def _outside_again(pieces: Sequence[Piece], inside: Sequence[bool], owners: Sequence[html.HtmlElement]) -> None:
    """An element that holds the better part of the article is no box, whatever its name says: free what is in it."""
    held = _words_held(pieces, inside, owners)
    most = max(held.values(), default=0)
    main = {element for element, count in held.items() if count >= MAIN * most}
    if not any(area_of(element) == "outside" for element in main):
        return
    for piece, owner in zip(pieces, owners, strict=True):
        if piece.area == "outside" and not any(
            area_of(element) == "outside" for element in _around(owner) if element not in main
        ):
            piece.area = ""


def _like(pieces: Sequence[Piece], inside: Sequence[bool], owners: Sequence[html.HtmlElement]) -> list[bool]:
    """Sentences in elements named like those of the article's own, between them: trafilatura leaves some out."""
    names = Counter(_named(owner) for owner, yes in zip(owners, inside, strict=True) if yes)
    places = [at for at, yes in enumerate(inside) if yes]
    first, last = (places[0], places[-1]) if places else (0, 0)
    return [
        first < at < last
        and not piece.role
        and piece.area not in ("outside", "comments")
        and names[_named(owner)] >= LIKE
        and is_sentence(piece)
        for at, (piece, owner) in enumerate(zip(pieces, owners, strict=True))
    ]


def _named(owner: html.HtmlElement) -> tuple[str, ...]:
    """The names of an element and of the two around it."""
    return tuple(f"{one.tag}.{one.get('class') or ''}" for one, _ in zip(_around(owner), range(3), strict=False))


def _terms(pieces: Sequence[Piece], inside: list[bool], owners: Sequence[html.HtmlElement]) -> None:
    """Take in the terms of a list whose descriptions are in the article: questions above their answers."""
    lists = {one for owner, yes in zip(owners, inside, strict=True) if yes for one in owner.iterancestors("dl")}
    for at, (piece, owner) in enumerate(zip(pieces, owners, strict=True)) if lists else ():
        term = next((one for one in _around(owner) if one.tag == "dt"), None)
        if term is not None and term.getparent() in lists and not piece.role and not piece.area:
            inside[at] = True


def _not_teasers(pieces: Sequence[Piece], inside: list[bool]) -> None:
    """Below a text, leave out boxes that each have a heading, a few words and a link to the rest elsewhere."""
    boxes = []
    for end, piece in enumerate(pieces):
        if inside[end] and piece.words < PROSE and goes_on_elsewhere(piece):
            above = range(end - 1, max(end - TEASER, -1), -1)
            start = next((at for at in above if pieces[at].shape == HEADING), -1)
            if start >= 0:
                boxes.append((start, end))
    first = boxes[0][0] if len(boxes) >= LIKE else 0
    words = sum(piece.words for piece, yes in zip(pieces[:first], inside, strict=False) if yes and piece.words >= PROSE)
    for start, end in boxes if words >= WHOLE else ():
        inside[start : end + 1] = [False] * (end + 1 - start)
        drop((piece for piece in pieces[start : end + 1] if not piece.role), "markup", "a box of teasers")


def _not_above_the_title(page: Page, inside: list[bool]) -> None:
    """Where the title that the page states stands above most of the text, what stands above it is a box."""
    title = key_of(page.hints.title)
    heads = (at for at, one in enumerate(page.pieces) if one.shape == HEADING and title and key_of(one.text) == title)
    at = next(heads, 0)
    words = [piece.words if yes else 0 for piece, yes in zip(page.pieces, inside, strict=True)]
    if ABOVE * sum(words[:at]) <= sum(words[at:]):
        inside[:at] = [False] * at


def is_sentence(piece: Piece) -> bool:
    """Whether a piece ends as a sentence does, and is not for the most part a link."""
    linked = sum(mark.end - mark.start for mark in piece.marks if mark.kind == "link")
    text = CITED.sub("", piece.text)
    return text.endswith((".", "!", "?", "…", "”", '"')) and linked < len(piece.text) / 2
