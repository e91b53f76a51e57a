"""Letters and their answers, by the marks that tell them apart; interviews and forum threads are left alone."""

import itertools
import re
from collections.abc import Sequence

from plugins.normalize.extract.column_names import in_full
from plugins.normalize.extract.edge_labels import edge_labels
from plugins.normalize.extract.interviews import is_interview
from plugins.normalize.extract.letter_parts import captions_in_letters, divide_unanswered
from plugins.normalize.extract.markers import READER, Marker, answer_heading, find_marker
from plugins.normalize.extract.names import is_person, name_in_words
from plugins.normalize.extract.not_letters import quoted_in_essay, to_nobody
from plugins.normalize.extract.page_marks import is_known, marks_of
from plugins.normalize.extract.signoff_shapes import ends_with_name, is_sign_off
from plugins.normalize.extract.unmarked import unmarked_letter
from plugins.normalize.extract.unmarked_several import HEAD_WORDS
from plugins.normalize.extract.voices import FIRST, SECOND, count
from plugins.normalize.model import ANSWER, LETTER, MARKER, Page, Piece, decide, split
from plugins.normalize.stops import is_closed

EVERYBODY = re.compile(
    r"(?:my )?(?:dear |lovely |beautiful |gorgeous )*(?:readers?|friends?|all|everyone|everybody|ladies|gentlemen|"
    r"subscribers|parents|couples|folks|guys|girls|boys|m[ou]ms|dads|women|men|lovel(?:y|ies)|beaut(?:y|iful|ies)|there|"
    r"people|world)\b",
    re.I,
)
TITLED = re.compile(
    r"(?P<name>(?:Dr|Mrs?|Ms|Miss|Prof|Rev|Sister|Father|Rabbi|Aunt|Auntie|Uncle|Madame|Mme|Frau|Herr|"
    r"Señora?|Doña|Signora|Zia|Tía|Tante|Tata)\b\.?"
    r"(?:\s[A-Z][\w’'-]+){1,3}):\s+(?=[A-Z\"“])"
)
CALLED = re.compile(r"(?P<name>[A-Z][^:.!?]{1,40}):\s+(?=\S)")
SIGNED_ABOVE = re.compile(r"(?:^|[.?!…\"”’)\]]\s{0,2})(?:-{1,3}|–|—|~)\s*[A-Z\"“][^.?!;:–—]{1,50}\.?$")
CALLS = re.compile(r"(?P<name>[A-Z][\w’'-]*(?: [\w’'-]+){0,3}), (?=\S)")
READERS = re.compile(r"\b(?:reader|viewer|listener|letter|e-?mail|question)s?\b", re.I)
LONGEST_SIGN_OFF, QUOTES = 80, '"“”«»„'
LEAST_FIRST, LEAST_ROOM, SHORT_NAME = 3, 60, 4
SIGN_OFF_DASH = re.compile(r"(?:-{1,3}|–|—|~)(?=\s*\S+(?:\s\S+){0,6}$)")


def find_letters(page: Page) -> None:
    """Tell letters from answers on every piece of the body, and drop the marks between them."""
    if "forum-thread" in page.flags:
        return
    marks = marks_of(page, page.open())
    pieces = page.open()
    if is_interview(pieces, marks, page.title):
        page.kind = "interview"
        page.flag("interview")
        return
    plan = _plan(page, pieces, marks)
    if plan and (to_nobody(page, plan) or quoted_in_essay(pieces, plan, marks)):
        return
    if plan:
        _carry_out(page, plan, marks)
        divide_unanswered(page)
        edge_labels(page)
        captions_in_letters(page)
    else:
        unmarked_letter(page, pieces)
        edge_labels(page)


def _plan(page: Page, pieces: Sequence[Piece], marks: dict[int, Marker]) -> list[tuple[Piece, str, bool]]:
    """Side by side through the page: each piece from the first letter on, its side, and whether its mark is cut."""
    plan: list[tuple[Piece, str, bool]] = []
    side, addressee, filled, letters, answers = "", "", False, 0, 0
    for at, piece in enumerate(pieces):
        if side == LETTER and filled and id(piece) not in marks:
            _answer_by_name(pieces[at - 1], piece, marks)
            if id(piece) not in marks and (_begins_answer(pieces, at) or _ends_quoted(pieces[at - 1], piece, marks)):
                side, answers = ANSWER, answers + 1
        marker = marks.get(id(piece))
        new = _side_of(page, marker, side, addressee, filled) if marker else ""
        if marker and marker.kind == "dear" and side == ANSWER:
            new = ANSWER if _is_mark_alone(plan[-1:], marks) else LETTER if is_sign_off(plan[-1][0]) else new
        heading = answer_heading(piece.text) if side == LETTER and filled and not new and piece.words <= 8 else None
        if heading is not None:
            new, marker = ANSWER, None
            _name_author(page, heading)
            if piece.text.endswith(":"):
                marker = marks[id(piece)] = Marker(ANSWER, "a", len(piece.text), "")
        if marker and new == ANSWER and not side and marker.kind in ("says", "writes", "expert", "announced"):
            plan = [(above, LETTER, False) for above in pieces[_headline(pieces[:at]) : at]]
            letters = 1
        if new == LETTER and (side != LETTER or filled):
            letters, addressee, filled = letters + 1, "", False
        if new == ANSWER and side != ANSWER:
            answers += 1
        if marker and new == LETTER and marker.kind == "dear":
            addressee = marker.name.casefold()
        if marker and new == ANSWER and marker.kind in ("says", "writes", "named", "announced"):
            _name_author(page, marker.name)
        side = new or side
        if side and not (marker and new and _announces(piece, marker)):
            plan.append((piece, side, bool(marker and new)))
            filled = filled or not marker or bool(new and len(piece.text) > marker.end)
    return plan if letters and (answers or addressee or _has_room(plan)) else []


def _headline(above: Sequence[Piece]) -> int:
    """The place below the line that heads an unmarked letter, with words of welcome above it; 0 without."""
    told, all_told = 0, count(FIRST, above)
    for at, piece in enumerate(above):
        heads = at and piece.words <= HEAD_WORDS and piece.gap and not is_closed(piece.text)
        if heads and told < LEAST_FIRST <= all_told - told:
            return at + 1
        told += count(FIRST, [piece])
    introduced = (at for at, piece in enumerate(above[:2]) if piece.text.endswith(":") and READERS.search(piece.text))
    return next(introduced, -1) + 1


def _is_mark_alone(plan: Sequence[tuple[Piece, str, bool]], marks: dict[int, Marker]) -> bool:
    """Whether the last piece of a plan is nothing but a mark, so that a salutation below it belongs to its side."""
    return any(cut and len(piece.text) <= marks[id(piece)].end for piece, _, cut in plan)


def _announces(piece: Piece, marker: Marker) -> bool:
    """Whether a line by itself says that a letter follows and names nobody (`A reader writes:`): it stays as text."""
    return marker.kind == "writes" and READER.fullmatch(marker.name) is not None and len(piece.text) <= marker.end


def _answer_by_name(above: Piece, piece: Piece, marks: dict[int, Marker]) -> None:
    """`Worried: I would not …` answers a letter that ends in `— Worried in Kent`: the name is the answer's mark."""
    found = CALLED.match(piece.text)
    signed = SIGN_OFF_DASH.split(above.text)[-1].strip().casefold()
    titled = TITLED.match(piece.text)
    if titled and is_person(titled["name"]):
        marks[id(piece)] = Marker(ANSWER, "named", titled.end(), titled["name"])
    elif found and len(signed) <= 60 and signed.startswith(found["name"].casefold().partition(",")[0]):
        marks[id(piece)] = Marker(ANSWER, "named", found.end(), "")


def _begins_answer(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a piece without a mark begins the answer: below a sign-off it speaks to somebody, or calls the asker."""
    above = pieces[at - 1].text[-LONGEST_SIGN_OFF:]
    called = CALLS.match(pieces[at].text)
    if called and ends_with_name(pieces[at - 1].text, called["name"]):
        return True
    return SIGNED_ABOVE.search(above) is not None and _speaks_to_you(pieces[at:])


def _ends_quoted(above: Piece, piece: Piece, marks: dict[int, Marker]) -> bool:
    """Whether all that stands behind a letter's mark is quoted, and what stands below it is not."""
    mark = marks.get(id(above))
    letter = above.text[mark.end :].strip() if mark else ""
    quoted = letter[:1] in QUOTES and letter[-1:] in QUOTES
    return bool(letter) and quoted and piece.text[0] not in QUOTES and not is_sign_off(piece)


def _speaks_to_you(below: Sequence[Piece]) -> bool:
    """Whether what stands below a sign-off speaks to somebody, before the next letter: it answers him."""
    text = list(itertools.takewhile(lambda piece: not _opens_letter(piece), below[:6]))
    return count(SECOND, text) > count(FIRST, text)


def _opens_letter(piece: Piece) -> bool:
    marker = find_marker(piece.text)
    return marker is not None and marker.side == LETTER


def _has_room(plan: Sequence[tuple[Piece, str, bool]]) -> bool:
    """Whether a question without a marked answer is followed by enough for one."""
    return sum(piece.words for piece, _, _ in plan) >= LEAST_ROOM


def _side_of(page: Page, marker: Marker, side: str, addressee: str, filled: bool) -> str:
    """Whose side a mark opens, given what stands above it; empty where it is only text."""
    if marker.kind in ("q", "asks"):
        return LETTER
    if marker.kind == "called":
        return LETTER if side == ANSWER else ""
    if marker.kind == "named":
        return ANSWER if side == LETTER and filled else ""
    if marker.kind in ("expert", "announced"):
        return ANSWER if side != ANSWER and (filled or not side) else ""
    if marker.kind == "dear":
        return _side_of_salutation(marker.name, side, addressee, filled)
    if marker.kind in ("says", "writes"):
        if is_known(page, marker.name, addressee) or (marker.kind == "says" and marker.name.isupper()):
            return ANSWER if side != ANSWER and (filled or not side) else ""
        return LETTER if marker.kind == "writes" else ""
    return ANSWER if side == LETTER and filled else ""


def _side_of_salutation(name: str, side: str, addressee: str, filled: bool) -> str:
    """`Dear X` opens a letter at first; inside a letter to somebody else it opens the answer."""
    called = name.casefold()
    if EVERYBODY.fullmatch(name) and side != LETTER:
        return ""
    if not side:
        return LETTER
    if side == LETTER:
        return ANSWER if filled and called != addressee else LETTER
    return LETTER if not addressee or called == addressee or called[:SHORT_NAME] == addressee[:SHORT_NAME] else ""


def _name_author(page: Page, name: str) -> None:
    """Whoever a mark names as the one who answers (`Ann Lee, counselor`) is the author, where no byline does."""
    called = name_in_words(name.split(",")[0])
    if called and not page.author and is_person(called):
        page.author = in_full(page, called)


def _carry_out(page: Page, plan: Sequence[tuple[Piece, str, bool]], marks: dict[int, Marker]) -> None:
    """Write sides and letter numbers on the pieces, and cut the marks off."""
    letter, before = 0, ""
    filled = False
    for piece, side, cut in plan:
        if side == LETTER and (before != LETTER or (cut and filled)):
            letter, filled = letter + 1, False
        piece.side, piece.letter, before = side, letter, side
        if not cut or not marks[id(piece)].end:
            filled = True
            continue
        marker = marks[id(piece)]
        if len(piece.text) <= marker.end:
            decide(piece, MARKER, "find-letters", f"the mark of the {side}")
        else:
            filled = True
            inner = find_marker(piece.text[marker.end :]) if marker.kind in "qa" else None
            end = marker.end + (inner.end if inner and inner.kind == "dear" else 0)
            mark, _ = split(page, piece, end)
            decide(mark, MARKER, "find-letters", f"the mark of the {side}")
