"""Names that stand alone on a line of a page's head, and what makes them bylines: a label, a date, the name again."""

import itertools
import re

from plugins.normalize.extract.bylines import PLACE, ROLE_ONLY
from plugins.normalize.extract.head_lines import PAPER
from plugins.normalize.extract.markers import find_marker
from plugins.normalize.extract.meta_line import read_meta_line
from plugins.normalize.extract.meta_words import BY_ITSELF
from plugins.normalize.extract.names import CREDENTIALS, is_full_name, is_person, name_in_words, same_person
from plugins.normalize.model import BYLINE, DROPPED, ITEM, META, Page, Piece, decide

PARAGRAPH, TAIL_PIECES, LONGEST_NAME, MOST_NAME_WORDS = 15, 3, 160, 4
CREDIT_BY = re.compile(r"(?:illustrat\w+|photo\w*|drawings?|pictures?)\s*(?:by|:)", re.I)
PROFILE = re.compile(r"(?P<name>\S.{1,30}?) profile (?:image|picture|photo)")
TWICE = re.compile(r"(?P<name>\S.{3,40}) (?P=name)")
BY_ALONE = re.compile(
    r"(?:(?:posted|written|published|submitted|answered|contributed|words|story|article|text) )?by\s*:?|"
    r"(?:author|writer|columnist|consultant|counsell?or|advis[eo]r|therapist)\s*:?",
    re.I,
)
MEMBER = re.compile(r"(?:[A-Z][a-z]+\s)?(?:Neighbor|Contributor|Member|Resident|Reader|Volunteer|Intern|Staff|Poster)")
READING = re.compile(r"\d+ min(?:ute)?s? read\b", re.I)
TITLED = re.compile(r"(?:Dr|Prof|Rev)\.?\s[A-Z]")
LOGIN = re.compile(r"[a-z][a-z\d]*(?:_[a-z\d]+)+")
HANDLE = re.compile(r"@\w{2,30}|\S{1,40}@\S{3,40}")
ENLARGE = re.compile(r"(?:enlarge|expand|zoom|view (?:full|larger))(?: (?:this )?(?:image|photo|picture))?", re.I)
PICTURE = re.compile(r"\b(?:illustration|photograph|cartoon|drawing)\b", re.I)
LOUD_WORDS, TITLE_WORDS, RUNNING_TEXT, MOST_BETWEEN = 3, 3, 25, 4
ORDINARY = re.compile(
    r"[a-z]{3}(?:ings?|tions?|ments?|ness|ships?|ity|ities|ies|ful|less|ous|able|ible|ive|ial|ual|ances?|ences?|isms?|"
    r"ists?|(?:al|ent|ive|ous)ly)\b|"
    r"\b(?:real|modern|social|hot|cold|daily|guest|first|last|next|new|old|big|little|best|top|inner|true|happy|sad|"
    r"single|young|part|chapter|free|full|special|extra|local|private|public|secret|open|final|quick|short|long)\b",
    re.I,
)


def printed_names(page: Page, top: list[Piece]) -> None:
    """A full name alone on a line is the byline without `by`, where what stands beside it says so.

    That is the name again before a label or date, a date, a drawing's credit, a letter that calls it (`Dear Ann`), or,
    of a page's first line, a title in capitals below it.
    """
    _below_by(page)
    _twice_on_its_line(page, top)
    for piece, below in itertools.pairwise([*top, *_first_below(page, top)]):
        if piece.role or len(piece.text) > LONGEST_NAME:
            continue
        degrees = CREDENTIALS.search(piece.text)
        name = piece.text[: degrees.start()].strip() if degrees else piece.text
        beside = (_is_bullet_above_title, _is_member, _is_login)
        if any(rule(page, piece, below) for rule in beside):
            decide(piece, BYLINE, "printed-names", "Author")
            page.author = page.author or name_in_words(name.split(",")[0])
            continue
        if not is_full_name(name):
            continue
        rest = below.text[len(piece.text) :].lstrip(" ,|•·-–—") if below.text.startswith(piece.text) else None
        doubled = rest is not None and (not rest or read_meta_line(rest) is not None)
        if doubled:
            stated = read_meta_line(rest) if rest else None
            if stated and stated.day and not page.published:
                page.published = stated.day
            decide(below, META, "printed-names", "the byline again")
        signed = bool(page.author) and "Author" in below.note
        over = _is_over_title(piece, below) or _is_over_reading_time(page, piece)
        if doubled or (over if piece is top[0] else _introduces(page, piece, below)):
            decide(piece, BYLINE, "printed-names", "Author")
            page.author = page.author or name_in_words(name)
        elif page.author and _is_below_meta(page, piece) and not (signed or stands_small(page, name)):
            decide(piece, META, "printed-names", "another name in the head")
    _profiles(page, top)


def _is_bullet_above_title(page: Page, piece: Piece, below: Piece) -> bool:
    """Whether a name is the only bullet of a page's head, above a line that a date follows."""
    if piece.shape != ITEM or below.shape == ITEM or not (is_full_name(piece.text) or TITLED.match(piece.text)):
        return False
    follows = page.pieces[page.pieces.index(below) + 1 :][:1]
    return is_person(piece.text) and any(other.role == META for other in follows) and below.words >= TITLE_WORDS


def _is_member(page: Page, piece: Piece, below: Piece) -> bool:
    """Whether a name has behind a comma what its bearer is to the site (`Ida Frost, Neighbor`), above the day."""
    name, comma, member = piece.text.partition(",")
    named = is_full_name(name) and not PLACE.fullmatch(name) and MEMBER.fullmatch(member.strip()) is not None
    return bool(comma) and named and below.role == META


def _is_login(page: Page, piece: Piece, below: Piece) -> bool:
    """Whether a line is a user's name as no other word is written (`ida_frost`), below the day or above it."""
    return LOGIN.fullmatch(piece.text) is not None and (below.role == META or _is_below_meta(page, piece))


def _is_over_reading_time(page: Page, piece: Piece) -> bool:
    """Whether a page's first line, a name, stands above its day and reading time, perhaps with a button between."""
    near = page.pieces[page.pieces.index(piece) + 1 :][:3]
    shown = [other for other in near if other.role != DROPPED][:1]
    dated = any(other.role == META and "Author" not in other.note for other in shown)
    return dated and any(other.role and READING.search(other.text) for other in near)


def _is_between_date_and_title(page: Page, piece: Piece, below: Piece) -> bool:
    """Whether a name stands between the day and a line that may be the title, and no word of it is another one."""
    titled = TITLE_WORDS < below.words < RUNNING_TEXT and not below.role and not below.text.endswith(".")
    dated = _is_below_meta(page, piece) and not ORDINARY.search(piece.text)
    return titled and dated and bool(below.gap) and not stands_small(page, piece.text)


def _is_below_meta(page: Page, piece: Piece) -> bool:
    """Whether a line of date or byline stands straight above: a second name in a head is the one who drew or edited."""
    at = page.pieces.index(piece)
    return any(above.role in (META, BYLINE) for above in page.pieces[max(at - 1, 0) : at])


def _below_by(page: Page) -> None:
    """`By` or `Written by` alone on a line announces the name on the next one, in the head or at the foot."""
    for label, piece in itertools.pairwise(page.pieces):
        if label.words > 2 or piece.words > MOST_NAME_WORDS or piece.role in (META, BYLINE):
            continue
        free = {label.role, piece.role} <= {"", DROPPED}
        if free and BY_ALONE.fullmatch(label.text) and is_person(piece.text) and not ROLE_ONLY.match(piece.text):
            decide(label, META, "printed-names", BY_ITSELF)
            decide(piece, BYLINE, "printed-names", "Author")
            page.author = page.author or name_in_words(piece.text)


def _twice_on_its_line(page: Page, top: list[Piece]) -> None:
    """`Ida Frost Ida Frost` in the head, where the page calls her by one of her names elsewhere, is her byline."""
    last = top[-1].line if top else 0
    for piece in page.pieces:
        found = TWICE.fullmatch(piece.text) if piece.line < last and piece.words <= 2 * MOST_NAME_WORDS else None
        if found is None or page.author or not is_full_name(found["name"]) or stands_small(page, found["name"]):
            continue
        first = re.compile(rf"\b{re.escape(found['name'].split()[0])}\b")
        if any(first.search(other.text) for other in page.pieces if other is not piece):
            decide(piece, BYLINE, "printed-names", "Author")
            page.author = name_in_words(found["name"])


def _is_over_title(piece: Piece, below: Piece) -> bool:
    """Whether a page's first line, a name in small letters, stands above a title in capitals."""
    loud = below.words >= LOUD_WORDS and below.text.isupper() and not piece.text.isupper()
    return loud and not PLACE.fullmatch(piece.text)


def _first_below(page: Page, top: list[Piece]) -> list[Piece]:
    """The first undecided piece below a page's head."""
    last = top[-1].line if top else 0
    return next(([piece] for piece in page.open() if piece.line > last), [])


def _profiles(page: Page, top: list[Piece]) -> None:
    """`NAME profile image` above the text is its writer's picture; the name again is the link to more."""
    for piece in top:
        found = PROFILE.fullmatch(piece.text)
        if found and not piece.role:
            decide(piece, BYLINE, "printed-names", "Author")
            page.author = page.author or found["name"]
            for other in top:
                if not other.role and other.text in (found["name"], f"{found['name']} more"):
                    decide(other, META, "printed-names", "the byline again")


def _introduces(page: Page, piece: Piece, below: Piece) -> bool:
    """Whether what stands below a name makes it a byline: a date, a credit by hand, or a letter to that person."""
    follows = page.pieces[page.pieces.index(piece) + 1]
    marker = find_marker(below.text)
    called = marker is not None and marker.kind == "dear" and marker.name in piece.text.split()
    if not _above_text(page, piece):
        return below.role == META
    if is_credit(page, piece) or (page.author and not same_person(page.author, piece.text)):
        return False
    if _named_elsewhere(page, piece) or _called_above(page, piece):
        return True
    if not page.author and _is_between_date_and_title(page, piece, below):
        return True
    paper = follows.words <= 5 and follows.text.isupper() and bool(PAPER.fullmatch(follows.text))
    return (
        _is_above_meta(page, piece)
        or called
        or paper
        or (follows.note == "photo credit" and bool(CREDIT_BY.match(follows.text)))
    )


def _is_above_meta(page: Page, piece: Piece) -> bool:
    """Whether date or byline stands below a name, with no more between than its bearer's address or paper."""
    for other in page.pieces[page.pieces.index(piece) + 1 :][:MOST_BETWEEN]:
        if other.role == META:
            return True
        if not (other.role == DROPPED or HANDLE.fullmatch(other.text) or PAPER.fullmatch(other.text)):
            return False
    return False


def _called_above(page: Page, piece: Piece) -> bool:
    """Whether a line closely above calls the bearer of a name by it, as a title with the column's name does."""
    at = page.pieces.index(piece)
    marks = (find_marker(other.text) for other in page.pieces[max(at - MOST_BETWEEN, 0) : at])
    return any(mark and mark.kind == "dear" and mark.name in piece.text.split() for mark in marks)


def is_credit(page: Page, piece: Piece) -> bool:
    """Whether a name belongs to a picture: a control of the picture stands below it, or the name of its kind above."""
    at = page.pieces.index(piece)
    below = page.pieces[at + 1 : at + 2]
    above = page.pieces[max(at - 1, 0) : at]
    return any(ENLARGE.fullmatch(o.text) for o in below) or any(PICTURE.search(o.text) for o in above if not o.role)


def _above_text(page: Page, piece: Piece) -> bool:
    """Whether nothing above a line is running text or a salutation yet."""
    above = page.pieces[: page.pieces.index(piece)]
    return all(other.words < PARAGRAPH and not other.text.endswith(",") for other in above if not other.role)


def _named_elsewhere(page: Page, piece: Piece) -> bool:
    """Whether a name stands once more among a page's short or dropped lines, or at its foot, as an author's does."""
    key = CREDENTIALS.sub("", piece.text).strip().casefold()
    others = (other for other in page.pieces if other is not piece and key in other.text.casefold())
    foot = {id(other) for other in page.pieces[-TAIL_PIECES:]}
    return any(other.role == DROPPED or other.words <= PARAGRAPH or id(other) in foot for other in others)


def stands_small(page: Page, name: str) -> bool:
    """Whether a word of a name stands in small letters in a page's text: then it is a word, and no name.

    In addresses of mail and of the web every name stands in small letters.
    """
    words = [word.casefold() for word in re.findall(r"[^\W\d_]{2,}", name) if word[0].isupper()]
    texts = [piece.text for piece in page.pieces if any(word in piece.text for word in words)]
    small = rf"(?<![\w@./-])(?:{'|'.join(map(re.escape, words))})(?![\w@]|\.\w)"
    return any(re.search(small, text) for text in texts)
