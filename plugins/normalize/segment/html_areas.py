"""In which area of a page each of its pieces stands: in the article, at its head or foot, in a box, or outside.

trafilatura says which text is the article's; the elements that hold that text say what else belongs to it.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import html  # type: ignore[import-untyped]  # it ships no types

from plugins.normalize.extract.markers import find_marker
from plugins.normalize.model import BODY, DROPPED, HEADING, META, QUOTE, TABLE, Page, Piece, decide
from plugins.normalize.segment.html_blocks import area_of
from plugins.normalize.segment.html_bylines import is_byline
from plugins.normalize.segment.repeats import folded

LEAST_SHARE, FOOT = 0.2, 4
SHINGLE, COVERED, LEAST_WORDS = 4, 0.8, 6
MAIN, SMALL, LIKE, ABOVE, OPENING = 0.5, 0.25, 2, 2, 30
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


def set_areas(page: Page, chosen: str, owners: Sequence[html.HtmlElement]) -> None:
    """Put each piece in its area. `chosen` is trafilatura's article; `owners` are the elements of the pieces."""
    inside = _inside(page, chosen, owners)
    _outside_again(page.pieces, inside, owners)
    inside = [yes or one for yes, one in zip(inside, _like(page.pieces, inside, owners), strict=True)]
    _terms(page.pieces, inside, owners)
    _not_above_the_title(page, inside)
    places = [at for at, yes in enumerate(inside) if yes and page.pieces[at].area != "comments"]
    first, last = (places[0], places[-1]) if places else (len(inside), len(inside))
    top = _title_place(page, first)
    if top == first or (top is None and len(places) > 1 and page.pieces[first].shape == HEADING):
        top, first = first, places[1] if len(places) > 1 else len(inside)
    if top is not None:
        first = _begin_above(page.pieces, inside, top, first)
    parents: set[html.HtmlElement] = {owners[at].getparent() for at in places}
    for at, (piece, yes) in enumerate(zip(page.pieces, inside, strict=True)):
        if piece.role or piece.area == "comments":
            continue
        if at == top:
            piece.area = "head"
        elif is_byline(owners[at], piece.text, page.hints.author, at < first):
            decide(piece, META, "markup", "a date or byline")
        elif yes or (first < at < last and _belongs(page.pieces, at, inside, owners[at].getparent() in parents)):
            piece.area = "article"
            settle_table(piece)
        elif top is not None and top < at < first and piece.area != "outside" and piece.words <= 45:
            piece.area = "head"
        elif last < at <= last + FOOT and piece.words <= 12:
            piece.area = "foot"
        elif at > last and piece.area != "outside":
            piece.area = "below"
        else:
            decide(piece, DROPPED, "markup", "outside the article")


def _not_above_the_title(page: Page, inside: list[bool]) -> None:
    """Where the title that the page states stands above most of the text, what stands above it is a box."""
    title = key_of(page.hints.title)
    heads = (at for at, one in enumerate(page.pieces) if one.shape == HEADING and title and key_of(one.text) == title)
    at = next(heads, 0)
    words = [piece.words if yes else 0 for piece, yes in zip(page.pieces, inside, strict=True)]
    if ABOVE * sum(words[:at]) <= sum(words[at:]):
        inside[:at] = [False] * at


def _begin_above(pieces: Sequence[Piece], inside: list[bool], top: int, first: int) -> int:
    """Take in the paragraphs straight below the title that trafilatura leaves out; where the article begins then."""
    for at in range(top + 1, first):
        piece = pieces[at]
        if piece.words >= OPENING and not piece.role and piece.area == "" and _is_sentence(piece):
            inside[at] = True
            first = min(first, at)
    return first


def settle_table(piece: Piece) -> None:
    """A table of the article is its text: no rule for lines judges it."""
    if piece.shape == TABLE and not piece.role:
        decide(piece, BODY, "markup", "body")


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
        and _is_sentence(piece)
        for at, (piece, owner) in enumerate(zip(pieces, owners, strict=True))
    ]


def _terms(pieces: Sequence[Piece], inside: list[bool], owners: Sequence[html.HtmlElement]) -> None:
    """Take in the terms of a list whose descriptions are in the article: questions above their answers."""
    lists = {one for owner, yes in zip(owners, inside, strict=True) if yes for one in owner.iterancestors("dl")}
    for at, (piece, owner) in enumerate(zip(pieces, owners, strict=True)) if lists else ():
        term = next((one for one in _around(owner) if one.tag == "dt"), None)
        if term is not None and term.getparent() in lists and not piece.role and not piece.area:
            inside[at] = True


def _named(owner: html.HtmlElement) -> tuple[str, ...]:
    """The names of an element and of the two around it."""
    return tuple(f"{one.tag}.{one.get('class') or ''}" for one, _ in zip(_around(owner), range(3), strict=False))


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


def _belongs(pieces: Sequence[Piece], at: int, inside: Sequence[bool], beside_text: bool) -> bool:
    """Quotations, tables, short sentences and headings of its text that trafilatura leaves out between paragraphs."""
    piece = pieces[at]
    if piece.area == "outside":
        return False
    if piece.shape == HEADING:
        return heads_text(pieces, at, inside)
    return piece.shape in (QUOTE, TABLE) or (beside_text and (_is_sentence(piece) or _is_salutation(piece)))


def _is_sentence(piece: Piece) -> bool:
    linked = sum(mark.end - mark.start for mark in piece.marks if mark.kind == "link")
    text = CITED.sub("", piece.text)
    return text.endswith((".", "!", "?", "…", "”", '"')) and linked < len(piece.text) / 2


def _is_salutation(piece: Piece) -> bool:
    """Whether a line is only the mark of a letter or of its answer: `Dear Ann,`."""
    marker = find_marker(piece.text)
    return marker is not None and not piece.text[marker.end :].strip()


def heads_text(pieces: Sequence[Piece], at: int, inside: Sequence[bool]) -> bool:
    """Whether what follows a heading is in the article: else it heads a box. Headings, pictures, numbers are passed."""
    places = range(at + 1, min(at + 6, len(pieces)))
    return next((inside[place] for place in places if not _is_passed(pieces[place])), False)


def _is_passed(piece: Piece) -> bool:
    return piece.shape == HEADING or bool(piece.role) or piece.text.isdecimal()


def _title_place(page: Page, first: int) -> int | None:
    """Where the article's own heading stands: the one that the page states, else the last one above the text."""
    heads = [at for at, piece in enumerate(page.pieces[: first + 1]) if piece.shape == HEADING and not piece.role]
    title = key_of(page.hints.title)
    stated = [at for at in heads if title and key_of(page.pieces[at].text) == title]
    above = [at for at in heads if at < first and page.pieces[at].area != "outside"]
    return next(reversed(stated or above), None)
