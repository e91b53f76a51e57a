"""Letters and their answers: marked ones by their marks, unmarked ones by who speaks; interviews are left alone."""

import re
from collections import Counter
from collections.abc import Sequence

from plugins.normalize.extract.markers import Marker, answer_heading, find_marker
from plugins.normalize.extract.names import is_person, name_in_words
from plugins.normalize.extract.voices import FIRST, FIRST_PLURAL, SECOND, count
from plugins.normalize.model import ANSWER, DROPPED, HEADING, ITEM, LETTER, MARKER, QUOTE, Page, Piece, decide, split

EVERYBODY = re.compile(
    r"(?:my )?(?:dear )?(?:readers?|friends?|all|everyone|everybody|ladies|gentlemen|subscribers|parents|couples|"
    r"folks)\b",
    re.I,
)
SPEAKER = re.compile(r"(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2})\s?: (?=\S)")
QUESTION_WORDS = {"q", "a", "question", "answer", "frage", "antwort", "pregunta", "respuesta", "réponse"}
WHOLLY_QUOTED = re.compile(r"[\"“«][^\"“”«»]{60,}[\"”»]")
READER = re.compile(
    r"\b(?:reader|woman|man|wife|husband|mother|father|somebody|someone|writes?|asks?|asked|wrote|letter|e-?mail|"
    r"question)\b",
    re.I,
)
TERMINAL = re.compile(r"[.?!…:][\"'”’)]*$")
CAPTION_WORDS = 16


def find_letters(page: Page) -> None:
    """Tell letters from answers on every piece of the body, and drop the marks between them."""
    if "forum-thread" in page.flags:
        return
    pieces = page.open()
    marks = {id(piece): marker for piece in pieces if (marker := find_marker(piece.text))}
    if is_interview(pieces, marks):
        page.kind = "interview"
        page.flag("interview")
        return
    plan = _plan(page, pieces, marks)
    if plan:
        _carry_out(page, plan, marks)
        _divide_unanswered(page)
        _captions_in_letters(page)
    else:
        _unmarked(page, pieces)


def is_interview(pieces: Sequence[Piece], marks: dict[int, Marker]) -> bool:
    """Whether questions and answers are an interview: an interviewer asks about you and never tells of himself."""
    names = Counter(found["name"] for piece in pieces if (found := SPEAKER.match(piece.text)) and piece.words > 2)
    talkers = [times for name, times in names.items() if times >= 2 and name.casefold() not in QUESTION_WORDS]
    if len(talkers) >= 2 and max(talkers) >= 3 and sum(talkers) >= 0.5 * len(pieces):
        return True
    asked = [piece for piece in pieces if (m := marks.get(id(piece))) and m.kind == "q"]
    answered = [piece for piece in pieces if (m := marks.get(id(piece))) and m.kind == "a"]
    if len(asked) < 3 or len(answered) < 3:
        return False
    own = sum(1 for piece in asked if count(FIRST, [piece]) + count(FIRST_PLURAL, [piece]))
    told = sum(1 for piece in answered if count(FIRST, [piece]))
    addressed = sum(1 for piece in asked if count(SECOND, [piece]))
    return own <= 0.2 * len(asked) and told >= 0.5 * len(answered) and addressed >= 0.5 * len(asked)


def _plan(page: Page, pieces: Sequence[Piece], marks: dict[int, Marker]) -> list[tuple[Piece, str, bool]]:
    """Side by side through the page: each piece from the first letter on, its side, and whether its mark is cut."""
    plan: list[tuple[Piece, str, bool]] = []
    side, addressee, filled, letters, answers = "", "", False, 0, 0
    for at, piece in enumerate(pieces):
        marker = marks.get(id(piece))
        new = _side_of(page, marker, side, addressee, filled) if marker else ""
        heading = answer_heading(piece.text) if side == LETTER and filled and not new and piece.words <= 8 else None
        if heading is not None:
            new, marker = ANSWER, None
            _name_author(page, heading)
        if marker and new == ANSWER and not side and marker.kind == "says":
            plan = [(above, LETTER, False) for above in pieces[:at]]
            letters = 1
        if new == LETTER and (side != LETTER or filled):
            letters, addressee, filled = letters + 1, "", False
        if new == ANSWER and side != ANSWER:
            answers += 1
        if marker and new == LETTER and marker.kind == "dear":
            addressee = marker.name.casefold()
        if marker and new == ANSWER and marker.kind == "says":
            _name_author(page, marker.name)
        side = new or side
        if side:
            plan.append((piece, side, bool(marker and new)))
            filled = filled or not marker or bool(new and len(piece.text) > marker.end)
    return plan if letters and (answers or addressee or _has_room(plan)) else []


def _has_room(plan: Sequence[tuple[Piece, str, bool]]) -> bool:
    """Whether a question without a marked answer is followed by enough for one."""
    return sum(piece.words for piece, _, _ in plan) >= 80


def _side_of(page: Page, marker: Marker, side: str, addressee: str, filled: bool) -> str:
    """Whose side a mark opens, given what stands above it; empty where it is only text."""
    if marker.kind == "q":
        return LETTER
    if marker.kind == "dear":
        return _side_of_salutation(marker.name, side, addressee, filled)
    if marker.kind == "says":
        known = (
            marker.name.isupper()
            or marker.name.casefold() in (addressee, page.author.casefold())
            or (f" {marker.name.casefold()}" in f" {page.title.casefold()}")
        )
        return ANSWER if known and side != ANSWER and (filled or not side) else ""
    return ANSWER if side == LETTER and filled else ""


def _side_of_salutation(name: str, side: str, addressee: str, filled: bool) -> str:
    """`Dear X` opens a letter at first; inside a letter to somebody else it opens the answer."""
    called = name.casefold()
    if EVERYBODY.fullmatch(name) and side != LETTER:
        return ""
    if not side:
        return LETTER
    if side == LETTER:
        return ANSWER if filled and called != addressee else LETTER if not filled else ""
    return LETTER if not addressee or called == addressee else ""


def _name_author(page: Page, name: str) -> None:
    """Whoever a mark names as the one who answers is the author, where no byline names another."""
    called = name_in_words(name)
    if called and not page.author and is_person(called):
        page.author = called


def _carry_out(page: Page, plan: Sequence[tuple[Piece, str, bool]], marks: dict[int, Marker]) -> None:
    """Write sides and letter numbers on the pieces, and cut the marks off."""
    letter, before = 0, ""
    filled = False
    for piece, side, cut in plan:
        if side == LETTER and (before != LETTER or (cut and filled)):
            letter, filled = letter + 1, False
        piece.side, piece.letter, before = side, letter, side
        if not cut:
            filled = True
            continue
        marker = marks[id(piece)]
        if len(piece.text) <= marker.end:
            decide(piece, MARKER, "find-letters", f"the mark of the {side}")
        else:
            filled = True
            mark, _ = split(page, piece, marker.end)
            decide(mark, MARKER, "find-letters", f"the mark of the {side}")


def _divide_unanswered(page: Page) -> None:
    """Where no mark begins the answer, divide behind the sign-off's place, at the wide gap or behind a question."""
    for own in by_letter(page).values():
        if any(piece.side == ANSWER for piece in own) or len(own) < 2:
            continue
        at = _boundary(own)
        if at:
            for piece in own[at:]:
                piece.side = ANSWER
            if own[at].gap < 2 and own[at - 1].gap < 2:
                page.flag("answer-guessed", own[at].text[:60])


def _boundary(own: Sequence[Piece]) -> int:
    """The place in a letter's pieces where its answer begins; 0 where nothing tells."""
    for at in range(1, len(own)):
        if own[at].gap >= 2 and any(piece.words > 8 for piece in own[:at]):
            return at + 1 if own[at].words <= 5 and at + 1 < len(own) and not TERMINAL.search(own[at].text) else at
    for at in range(1, len(own)):
        if own[at - 1].words <= 6 and at > 1 and not TERMINAL.search(own[at - 1].text) and own[at].words > 12:
            return at
    for at in range(len(own) - 1, 0, -1):
        if own[at - 1].text.endswith("?") and count(SECOND, own[at:]) >= 2 and count(FIRST, own[:at]):
            return at
    return 0


def by_letter(page: Page) -> dict[int, list[Piece]]:
    """The undecided pieces of each letter and its answer, by the letter's number."""
    found: dict[int, list[Piece]] = {}
    for piece in page.open():
        if piece.letter:
            found.setdefault(piece.letter, []).append(piece)
    return found


def letters_of(page: Page) -> int:
    """How many letters a page holds."""
    return max((piece.letter for piece in page.pieces if piece.role in ("", "body")), default=0)


def _captions_in_letters(page: Page) -> None:
    """Drop lines inside a letter that end without a stop between paragraphs that end with one: pictures' captions."""
    for pieces in by_letter(page).values():
        own = [piece for piece in pieces if piece.side == LETTER]
        ended = sum(1 for piece in own if TERMINAL.search(piece.text))
        for piece in own[1:-1]:
            alone = piece.words <= CAPTION_WORDS and piece.gap and piece.shape not in (ITEM, HEADING)
            if ended >= 3 and ended >= 0.6 * len(own) and alone and not re.search(r"[.?!…:;,][\"'”’)]*$", piece.text):
                decide(piece, DROPPED, "captions-in-letters", "a picture's caption")
                page.flag("caption-dropped", piece.text)


def _unmarked(page: Page, pieces: Sequence[Piece]) -> None:
    """An unmarked letter: the page begins with somebody telling of himself, then somebody else advises him."""
    if _quoted_letter(page, pieces):
        return
    for at in range(1, min(len(pieces), 12)):
        above, below = pieces[:at], pieces[at:]
        wide, asks = below[0].gap >= 2, above[-1].text.rstrip("\"”’'").endswith("?")
        if (wide or asks) and _two_voices(above, below, wide, asks):
            for piece in above:
                piece.side, piece.letter = LETTER, 1
            for piece in below:
                piece.side, piece.letter = ANSWER, 1
            page.flag("letter-unmarked", below[0].text[:60])
            return
        if wide:
            return


def _quoted_letter(page: Page, pieces: Sequence[Piece]) -> bool:
    """A paragraph in quotation marks (or a quotation in markup) in which somebody tells of himself, then advice."""
    for at, piece in enumerate(pieces[:4]):
        end = at
        while end < len(pieces) and (
            pieces[end].shape == QUOTE or (end == at and WHOLLY_QUOTED.fullmatch(pieces[end].text))
        ):
            end += 1
        told = " ".join(quoted.text for quoted in pieces[at:end])
        if end == at or len(FIRST.findall(told)) < 3 or len(told.split()) < 20 or end == len(pieces):
            continue
        announced = bool(at and READER.search(pieces[at - 1].text))
        if not (announced or "?" in told) or count(SECOND, pieces[end:]) < (1 if announced else 3):
            continue
        for quoted in pieces[at:end]:
            quoted.side, quoted.letter = LETTER, 1
        for rest in pieces[end:]:
            rest.side, rest.letter = ANSWER, 1
        page.flag("letter-unmarked", piece.text[:60])
        return True
    return False


def _two_voices(above: Sequence[Piece], below: Sequence[Piece], wide: bool, asks: bool) -> bool:
    """Whether one voice tells of itself above and another speaks to it below."""
    first, second = count(FIRST, above), count(SECOND, above)
    own, you = count(FIRST, below), count(SECOND, below)
    words, rest = sum(piece.words for piece in above), sum(piece.words for piece in below)
    if (
        first < 3
        or any(piece.shape in (ITEM, HEADING) for piece in above)
        or rest < 20
        or (words > 0.6 * (words + rest) and asks)
    ):
        return False
    if wide and asks:
        return second <= first and you >= 3 and you > own
    if wide:
        return second <= first / 3 and you >= 3 and own == 0
    return second == 0 and first >= 4 and you >= 4 and own <= you / 4 and words <= 0.9 * rest
