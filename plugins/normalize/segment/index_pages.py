"""Pages that hold no article: lists of teasers, menus, forums' lists, entries behind a password."""

import re
from collections.abc import Sequence
from itertools import pairwise

from plugins.normalize.model import HEADING, Page, Piece
from plugins.normalize.segment.site_pages import why_no_article
from plugins.normalize.segment.walls import why_walled
from plugins.normalize.stops import ends_sentence

MORE = re.compile(
    r"(?:continue reading|read more|read the rest|read full|keep reading|\[(?:…|\.\.\.)\]|lire la suite|weiterlesen|"
    r"leer más|\(more(?:…|\.\.\.)?\))[^.!?]{0,60}$"
)
"""In small letters."""

MORE_SIGNS = ("read", "[", "lire la suite", "weiterlesen", "leer más", "(more")
"""One of them stands in every line of MORE."""

REST = re.compile(r"(?:more|reading|rest|entry|weiterlesen|suite|más|\[(?:…|\.\.\.)\]|\(more(?:…|\.\.\.)?\))\W*$")
"""How a line of MORE ends that names no other article."""

MORE_LONGEST = 100
"""Characters from the end of a line within which MORE begins."""

LOCKED = re.compile(
    r".{0,80}\b(?:this (?:content|post|entry) is password[- ]protected|enter your password to view|protected:\s)", re.I
)
LOCKED_SIGNS = ("assword", "rotected", "ASSWORD", "ROTECTED")
"""One of them stands in a line of LOCKED: that is seen far faster than the line is read to its end from every word."""

THREADS = re.compile(r".{0,120}\b(?:\d+ (?:replies|views|posts)|last post|started by|thread starter)\b.{0,80}", re.I)
THREADS_LONGEST = 300
"""Characters; a line of THREADS that has more holds a number of eighty digits."""

THREADS_SIGNS = (" replies", " views", " posts", "last post", "started by", "thread starter")
"""In small letters, one of them in every line of THREADS."""

LEAST_TEASERS, LEAST_LINKED = 3, 2
TEASER_WORDS, LINK_WORDS, LONE_WORDS = 160, 5, 250
BROKEN_OFF = re.compile(r"(?:\[(?:…|\.\.\.)\]|\(more(?:…|\.\.\.)?\))$")
CUT_WORDS, LABEL_WORDS, SHORT = 8, 14, 6
LEAST_WORDS = 25


ARCHIVE = re.compile(
    r"(?:(?:category|tag|monthly|daily|author|blog) archives?\b|archives? (?:for|of) (?:the |[‘'\"“])|"
    r"(?:posts?|articles|entries) (?:tagged|filed|about)\b|posted in \w+ (?:19|20)\d\d$|"
    r"(?:currently )?browsing\b).{0,80}",
    re.I,
)
HEAD = 3


def why_held(page: Page) -> str:
    """Why a page must not become a post; empty where it holds an article."""
    pieces = _judged(page)
    head = "\n".join(piece.text for piece in pieces[:40])
    if any(sign in head for sign in LOCKED_SIGNS) and any(LOCKED.match(piece.text) for piece in pieces[:40]):
        return "the entry is protected by a password"
    whole = sum(1 for piece in pieces if piece.words > LEAST_WORDS and ends_sentence(piece.text))
    if why := _why_linked(pieces, whole) or _why_broken_off(pieces):
        return f"{why}, and no article"
    threads = sum(map(_lists_thread, pieces)) if _may_list_thread("\n".join(piece.text for piece in pieces)) else 0
    if threads >= 4 and whole <= threads // 2:
        return "a forum's list of threads, and no article"
    prose = sum(piece.words for piece in page.body() if piece.shape != HEADING and piece.words > SHORT)
    if not prose:
        return "no running text: a menu or an empty page"
    if prose < LEAST_WORDS:
        return f"only {prose} words of running text: a menu, a caption or the rest of a page"
    return why_walled(page) or why_no_article(page)


def _why_linked(pieces: Sequence[Piece], whole: int) -> str:
    """Whether links to the rest of its texts make a page an index; `whole` texts have an end."""
    links = [piece for piece in pieces if _goes_on(piece)]
    teasers = sum(1 for piece in links if piece.words <= TEASER_WORDS and piece.note != "advertisement")
    words = sum(piece.words for piece in pieces if not piece.role and piece.words > SHORT)
    rests = sum(map(_has_rest, links))
    few = rests >= LEAST_LINKED and rests > whole and words <= LONE_WORDS and pieces[-1] in links
    if few or (teasers >= LEAST_TEASERS and whole <= teasers):
        return f"an index page: {teasers} teasers that go on elsewhere"
    if teasers and whole <= 2 * teasers and any(ARCHIVE.fullmatch(piece.text) for piece in pieces[:HEAD]):
        return "a page of an archive, with texts that go on elsewhere"
    linked = _linked_teasers(pieces)
    if linked >= LEAST_LINKED:
        return f"an index page: {linked} teasers that go on elsewhere"
    return "a teaser that goes on elsewhere" if _is_one_teaser(pieces) else ""


def _why_broken_off(pieces: Sequence[Piece]) -> str:
    """Whether texts that break off below their titles make a page an index."""
    cut = _cut_teasers(pieces)
    ended = sum(1 for piece in pieces if piece.words > LEAST_WORDS and ends_sentence(piece.text) and not _is_cut(piece))
    if (cut >= LEAST_TEASERS and ended <= cut // 2) or (cut >= LEAST_LINKED and cut == sum(map(_is_prose, pieces))):
        return f"an index page: {cut} teasers that are cut off"
    broken = sum(map(_is_cut, pieces)) + _unfinished(pieces)
    return f"an index page: {broken} texts that break off" if broken > LEAST_TEASERS and not ended else ""


def _goes_on(piece: Piece) -> bool:
    """Whether a line ends in a link to the rest of its text."""
    if piece.text.endswith((".", "!", "?")):
        return False
    end = piece.text[-MORE_LONGEST:].lower()
    return any(sign in end for sign in MORE_SIGNS) and MORE.search(end) is not None


def _has_rest(piece: Piece) -> bool:
    """Whether a line ends in such a link that names no other article, as `Read more: A Better Lock` does."""
    return _goes_on(piece) and REST.search(piece.text[-MORE_LONGEST:].lower()) is not None


def _linked_teasers(pieces: Sequence[Piece]) -> int:
    """How many short texts below titles a page holds, each above a link to its rest; 0 where it holds anything else."""
    links = [at for at, piece in enumerate(pieces) if piece.words <= LINK_WORDS and _has_rest(piece)]
    starts = [0, *(at + 1 for at in links[:-1])]
    sections = [pieces[start:end] for start, end in zip(starts, links, strict=False)]
    rest = pieces[links[-1] + 1 :] if links else []
    if any(map(_is_prose, rest)) or not all(_is_teaser(section) for section in sections):
        return 0
    return len(sections)


def _is_teaser(section: Sequence[Piece]) -> bool:
    """Whether a title stands straight above a short text; of the first section, below the site's head."""
    at = next((at for at, piece in enumerate(section) if _is_prose(piece)), 0)
    words = sum(piece.words for piece in section if _is_prose(piece))
    return at > 0 and words <= TEASER_WORDS and _is_label(section[at - 1])


def _is_one_teaser(pieces: Sequence[Piece]) -> bool:
    """Whether the little text there is breaks off in its last line, in brackets or in a link to the rest."""
    prose = [piece for piece in pieces if _is_prose(piece) and not piece.role]
    if not prose or sum(piece.words for piece in prose) > LONE_WORDS:
        return False
    last = prose[-1].text[-MORE_LONGEST:]
    return BROKEN_OFF.search(last) is not None or (
        MORE.search(last.lower()) is not None and prose[-1].words > LEAST_WORDS
    )


def _is_prose(piece: Piece) -> bool:
    return piece.words > LABEL_WORDS


def _is_label(piece: Piece) -> bool:
    """Whether a line may be the title above a text."""
    return piece.words <= LABEL_WORDS and (piece.text.endswith("?") or not ends_sentence(piece.text[-3:] or "."))


def _lists_thread(piece: Piece) -> bool:
    """Whether a line is an entry of a forum's list."""
    fits = len(piece.text) <= THREADS_LONGEST and _may_list_thread(piece.text)
    return fits and THREADS.fullmatch(piece.text) is not None


def _may_list_thread(text: str) -> bool:
    """Whether a text holds anything that every such entry does: few pages do."""
    small = text.lower()
    return any(sign in small for sign in THREADS_SIGNS)


def _is_cut(piece: Piece) -> bool:
    return piece.words >= CUT_WORDS and piece.text.endswith(("…", "...", "[…]", "[...]"))


def _unfinished(pieces: Sequence[Piece]) -> int:
    """How many long texts below titles end amid a sentence, with no sign that they do."""
    return sum(
        piece.words > LEAST_WORDS and piece.text[-1].isascii() and (piece.text[-1].isalnum() or piece.text[-1] == ",")
        for above, piece in pairwise(pieces)
        if _is_label(above)
    )


def _cut_teasers(pieces: Sequence[Piece]) -> int:
    """How many texts are cut off in mid sentence, each straight below its title or date and above the next one's."""
    found = 0
    for at, piece in enumerate(pieces):
        below = pieces[at + 1] if at + 1 < len(pieces) else None
        labeled = at > 0 and _is_label(pieces[at - 1])
        found += _is_cut(piece) and labeled and (below is None or below.words <= LABEL_WORDS)
    return found


def _judged(page: Page) -> list[Piece]:
    """The pieces that tell what a page is: where markup holds a text of several paragraphs, no box around it."""
    pieces = [piece for piece in page.pieces if piece.role != "comment"]
    inside = [piece for piece in pieces if piece.rule != "markup" and piece.area not in ("foot", "below")]
    whole = [piece for piece in inside if piece.words > LEAST_WORDS and ends_sentence(piece.text)]
    return inside if page.markup and len(whole) >= LEAST_TEASERS else pieces
