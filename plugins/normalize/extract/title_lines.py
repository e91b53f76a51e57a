"""The lines that may be a title, and what of the chosen one is the title: not the site's name behind a bar."""

import re
from collections import Counter
from itertools import pairwise

from plugins.normalize.extract.dates import WEEKDAY, is_day
from plugins.normalize.extract.markers import find_marker
from plugins.normalize.extract.section_names import SECTION
from plugins.normalize.extract.signoff_shapes import DASHED
from plugins.normalize.extract.slides import is_counter
from plugins.normalize.extract.title_columns import called_at_once, calls_again, is_columns_head, names_columnist
from plugins.normalize.extract.title_rivals import QUOTED
from plugins.normalize.model import BYLINE, ITEM, META, QUOTE, Page, Piece
from plugins.normalize.segment.repeats import folded
from plugins.normalize.stops import is_stopped

LONGEST_WORDS, LONGEST_CHARACTERS, RUNNING_TEXT = 22, 150, 25
LONGEST_HEADLINE = 35
LONGEST_SPEAKER, LEAST_TURNS = 40, 2
MENU = re.compile(
    r"Home (?:(?:About(?: (?:Us|Me))?|Blog|Contact(?: (?:Us|Me))?|Archives?|News|Shop|Search|Advice|Columns?|Topics?|"
    r"Forums?|Login|Ask [A-Z]\w+)(?: |$))+"
)
HOME = re.compile(r"Home\s+[-–—|»>]\s+\S.{0,40}")
"""The way from a site's front page to this one."""

NO_TITLE = re.compile(
    rf"\s\|\|\s|\d\s?°\s?[CF]\b|^(?:top|bottom) of page$|^ads by |^find an? .{{3,40}} near (?:me|you)$|^{WEEKDAY}$|"
    r"^below are the \d+ |"
    r"^\W*(?:older|newer|previous|prev|next)\b.{0,30}\b(?:older|newer|next)\W*$|"
    r"^\[[^\]]{1,30}\] \[|"
    r"^(?:site|blog|extension|library|main) home$|^(?:medically |fact[- ]?)?(?:reviewed|checked) by$|"
    r"^vol(?:ume|\.)?\s?\d+\b|^(?:entries|posts|articles) (?:by|in|with|tagged|from|filed)\b|"
    r"^(?:tags?|category|labels?|archives?|browsing)(?: (?:archives?|category|tag))?(?: for)?\s?:|"
    r"^you (?:have permission to edit|are the owner of) this article",
    re.I,
)
"""A row of a site's promises, its weather, what the systems of sites print above all, and a weekday alone.

So is what heads a list of posts of which the page shows one."""
PICTURED = re.compile(
    r"(?:main|featured|cover|hero|lead) (?:image|photo|picture) (?:of|for)(?: (?:article|post|story))?:? (?=\S)",
    re.I,
)
WORD = re.compile(r"[^\W\d_]{3}|[A-Z]{2}|[^\x00-\u02ff\W]")
LOGO = re.compile(r"\blogo\b", re.I)

MENU_END = re.compile(r"[|•·]\s*(?:Subscribe|Log ?in|Sign (?:in|up)|Register|Search|Menu|Home|Contact(?: us)?)$", re.I)
MENU_GAP = re.compile(r"\S(?: {2}|\t)")
BEHIND_BAR = re.compile(r"(?P<title>\S.*\S)\s+(?:\||::|»)\s+(?P<site>[^|»]{2,60})")
BEHIND_DASH = re.compile(r"(?P<title>\S.*\S)\s+[-–—]\s+(?P<site>[^-–—|»]{2,60})")
HOW = re.compile(r"(?:how|why|what|when|where|who|which)\b", re.I)
LEAST_TITLE_WORDS, MOST_SITE_WORDS, LABEL_WORDS = 3, 7, 2
JOINING = re.compile(
    r"(?:\b(?:and|or|but|the|an?|of|to|for|with|in|on|at|from|by|as|is|are|my|your|his|her|&)|\s[-–—])$", re.I
)
CONTINUED_WORDS, MENU_GAPS, HEAD_LINES = 10, 2, 3


def candidates_of(page: Page) -> list[tuple[Piece, int]]:
    """The lines that may be the title, each with the number of paragraphs of running text above it."""
    found: list[tuple[Piece, int]] = []
    above = 0
    if _is_lost(page):
        return found
    untitled = _begins_with_text(page)
    speakers = _speakers(page)
    for piece, below in pairwise([*page.pieces, *page.pieces[-1:]]):
        if found and is_counter(piece):
            break  # what stands below a slide's number is the slide's
        signed = below.role in (META, BYLINE)
        spared = piece.rule in ("menus", "link-boxes") and (signed or _is_over_head(page, piece))
        spared = spared and piece.words >= LEAST_TITLE_WORDS
        if (piece.role and not spared) or _is_logo(page, piece) or piece.text.partition(": ")[0] in speakers:
            continue
        if _is_long_headline(page, piece):
            found.append((piece, above))
            continue
        if untitled and not signed:
            continue
        if piece.words >= RUNNING_TEXT:
            above += 1
            if above > 3 or _calls_somebody(piece):
                break
            continue
        if above and find_marker(piece.text):
            break
        if not found and not above and is_columns_head(page, piece):
            continue
        opens = not above and (all(other.words <= LABEL_WORDS for other, _ in found) or calls_again(page, piece))
        if _may_be_title(piece) or (opens and (names_columnist(page, piece) or called_at_once(page))):
            found.append((piece, above))
        elif find_marker(piece.text):
            above += 1
    return found[:20]


def _is_over_head(page: Page, piece: Piece) -> bool:
    """Whether a line no shorter than titles are stands closely above the day."""
    if piece.words < CONTINUED_WORDS // 2:
        return False
    at = page.pieces.index(piece)
    return any(other.role == META for other in page.pieces[at + 1 : at + 1 + HEAD_LINES])


def _speakers(page: Page) -> set[str]:
    """Who talk on a page: what its lines begin with before a colon, where there are two or more who do so again.

    `Q:` and `Gentle reader:` are the marks of letters and answers.
    """
    said = (piece.text[:LONGEST_SPEAKER].partition(": ") for piece in page.pieces)
    turns = Counter(start for start, colon, _ in said if colon and not find_marker(f"{start}: …"))
    again = {start for start, times in turns.items() if times >= LEAST_TURNS}
    return again if len(again) > 1 else set()


def _is_long_headline(page: Page, piece: Piece) -> bool:
    """Whether a page's first line is as long as running text but has no stop, and the byline or day follows closely."""
    long = piece is page.pieces[0] and RUNNING_TEXT <= piece.words <= LONGEST_HEADLINE and not is_stopped(piece.text)
    return long and any(other.role in (META, BYLINE) for other in page.pieces[1 : 1 + HEAD_LINES])


def _calls_somebody(piece: Piece) -> bool:
    """Whether running text begins with a salutation: what asks below it is its letter's, and no title."""
    marker = find_marker(piece.text)
    return marker is not None and marker.kind == "dear"


def _is_lost(page: Page) -> bool:
    """Whether a gap wider than those below it stands under the date that begins a page: there the title was."""
    date, first, second = (*page.pieces[:3], None, None, None)[:3]
    dated = date is not None and date.role == META and date.note == "Source_date"
    return dated and first is not None and second is not None and second.gap < 2 <= first.gap


def _is_logo(page: Page, piece: Piece) -> bool:
    """Whether a line names a logo of which the text does not tell: the description of a site's picture."""
    if piece.words >= RUNNING_TEXT or not LOGO.search(piece.text):
        return False
    return not any(LOGO.search(other.text) for other in page.pieces if other.words >= RUNNING_TEXT)


def _begins_with_text(page: Page) -> bool:
    """Whether a page of plain text begins with a paragraph of running text: what is bare below it is a heading."""
    first = page.pieces[0]
    full = first.words >= RUNNING_TEXT and is_stopped(first.text) and not find_marker(first.text)
    return bool(full) and not first.role and not page.markup and not page.hints.title


def _may_be_title(piece: Piece) -> bool:
    return (
        piece.words <= LONGEST_WORDS
        and len(piece.text) <= LONGEST_CHARACTERS
        and piece.shape not in (ITEM, QUOTE)
        and WORD.search(piece.text) is not None
        and not find_marker(piece.text)
        and not piece.text.endswith((",", ";"))
        and not DASHED.match(piece.text)
        and not (
            MENU.match(piece.text)
            or HOME.fullmatch(piece.text)
            or MENU_END.search(piece.text)
            or len(MENU_GAP.findall(piece.text)) >= MENU_GAPS
            or NO_TITLE.search(piece.text)
            or is_day(piece.text)
        )
    )


def title_of(page: Page, piece: Piece) -> str:
    """The title that a line states: without the quotes around it, and without the site's name behind a bar.

    Behind a dash a name is the site's only where the page says the rest once more, or the name by itself.
    """
    if pictured := PICTURED.match(piece.text):
        return piece.text[pictured.end() :]
    quoted = QUOTED.fullmatch(piece.text)
    if quoted:
        return quoted["inner"].strip()
    section, bar, rest = piece.text.partition("|")
    if bar and SECTION.fullmatch(section.strip()) and "|" not in rest and len(rest.split()) >= LEAST_TITLE_WORDS:
        return rest.strip()
    if found := BEHIND_BAR.fullmatch(piece.text):
        title, site = found["title"], found["site"]
        if len(title.split()) <= LABEL_WORDS < len(site.split()) - 1:
            return site
        return title if len(title.split()) >= LEAST_TITLE_WORDS and len(site.split()) <= MOST_SITE_WORDS else piece.text
    found = BEHIND_DASH.fullmatch(piece.text)
    if found and len(found["title"].split()) >= LEAST_TITLE_WORDS and not HOW.match(found["site"]):
        title, site = folded(found["title"]), folded(found["site"])
        others = [folded(other.text) for other in page.pieces if other is not piece and other.words <= LONGEST_WORDS]
        if any(other in (site, title) or other.endswith(f" {title}") for other in others):
            return found["title"]
    return piece.text


def continued(page: Page, piece: Piece) -> list[Piece]:
    """The line straight below a title that goes on with it: it begins small, or the title breaks off at `and`, `of`.

    Below a title that ends with a colon that is a line which stands as close and has no stop, above a gap.
    """
    at = page.pieces.index(piece)
    below = next(iter(page.pieces[at + 1 : at + 2]), None)
    if below is None or below.role or below.gap or below.words > CONTINUED_WORDS or find_marker(below.text):
        return []
    if folded(piece.text).startswith(folded(below.text)):
        return []
    if piece.text.endswith(":") and not is_stopped(below.text) and any(o.gap for o in page.pieces[at + 2 : at + 3]):
        return [below]
    cut = not is_stopped(piece.text) and (below.text[0].islower() or JOINING.search(piece.text))
    return [below] if cut and not below.text.endswith((".", ":", ",")) else []
