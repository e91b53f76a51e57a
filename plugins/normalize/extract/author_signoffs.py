"""Sign-offs of those who answer: at the end of an answer, or of an article without letters."""

import re

from plugins.normalize.extract.bylines import NAMED_ROLE
from plugins.normalize.extract.names import CREDENTIALS, is_full_name, is_person
from plugins.normalize.extract.signoff_shapes import (
    ALONE,
    CLOSING,
    INLINE,
    MOST_WORDS,
    SIGNED,
    YOURS,
    closing_above,
    place_only,
)
from plugins.normalize.model import BYLINE, DROPPED, Page, Piece, decide, drop, split

LATE, NOTICE_WORDS = 0.6, 16
NAME_WORDS, MOST_BELOW, HEAD_PIECES = 5, 4, 8
TITLED = re.compile(r"(?:Dr|Prof|Rev|Fr|Pastor|Sister|Father|Rabbi|Aunt|Auntie|Uncle|Cousin)\b")
KISSES = re.compile(r"\s+x{1,4}$", re.I)


def answer_ends(page: Page, answer: list[Piece], addressee: str) -> None:
    """A sign-off that ends an answer names the one who answers. `addressee` is to whom the letter was written."""
    answer = answer[: _closed(answer) + 1] if _closed(answer) else answer
    last = answer[-1]
    if place_only(answer[0].text) and len(answer) > 1 and answer[0].words <= 6:
        decide(answer[0], DROPPED, "sign-offs", "the place of a sign-off")
    if len(answer) > 1 and (name := _own_line(page, answer[-2], last, addressee)):
        _take(page, name, last)
        closing_above(answer)
        return
    found = INLINE.search(last.text)
    if found is None or not is_person(_without_role(found["name"])):
        found = SIGNED.search(last.text)
        if found is None or not _is_own(page, found["name"], addressee):
            return
    _, cut = split(page, last, found.start("cut"))
    _take(page, found["name"], cut)


def _closed(answer: list[Piece]) -> int:
    """The place of a name below a closing (`With best wishes,`), or of a full one behind a dash; 0 for none.

    No more than short lines stand below it.
    """
    for at in range(len(answer) - 1, max(len(answer) - 1 - MOST_BELOW, 0), -1):
        closing = CLOSING.fullmatch(answer[at - 1].text)
        closes = closing is not None and not closing["name"] and answer[at - 1].text.endswith(",")
        signed = ALONE.fullmatch(answer[at].text) if answer[at].words <= MOST_WORDS + 3 else None
        if signed and is_full_name(_without_role(signed["name"])):
            return at
        if closes and answer[at].words <= NAME_WORDS and is_person(_without_role(answer[at].text)):
            return at
        if answer[at].words > NOTICE_WORDS:
            return 0
    return 0


def _own_line(page: Page, above: Piece, last: Piece, addressee: str) -> str:
    """The name with which a whole line signs an answer; empty where it signs none."""
    alone = ALONE.fullmatch(last.text)
    if alone and last.words <= MOST_WORDS + 3:
        return alone["name"]
    role = NAMED_ROLE.fullmatch(last.text) if last.words <= MOST_WORDS else None
    if role and is_person(role["name"]):
        return role["name"]
    signed = YOURS.sub("", last.text).rstrip("!.")
    if last.words <= 4 and _is_own(page, signed, addressee):
        return signed
    closing = CLOSING.fullmatch(KISSES.sub("", last.text))
    if closing and closing["name"] and is_person(closing["name"]):
        return closing["name"]
    if _closed([above, last]):
        return last.text
    return last.text if last.words <= 4 and TITLED.match(last.text) and is_person(last.text) else ""


def _is_own(page: Page, name: str, addressee: str) -> bool:
    """Whether a name is that of the one who answers: of the byline, its first name, or whom the letters address."""
    author = page.author.casefold()
    return bool(name) and name.casefold() in {addressee, author, author.partition(" ")[0]}


def author_alone(page: Page, pieces: list[Piece]) -> None:
    """The last line of an article without letters: a dash and a name, or a name below a closing (`Warmly,`).

    A full name alone signs it where the same name stands alone in the page's head, too.
    """
    if len(pieces) < 3:
        return
    last = pieces[-1]
    _cleric(page, pieces)
    found = ALONE.fullmatch(last.text)
    if found and last.words <= MOST_WORDS and is_person(_without_role(found["name"])):
        _take(page, found["name"], last)
        return
    if last.gap and is_full_name(last.text) and any(piece.text == last.text for piece in page.pieces[:HEAD_PIECES]):
        _take(page, last.text, last)
        return
    closing = CLOSING.fullmatch(pieces[-2].text)
    closed = closing is not None and not closing["name"] and pieces[-2].text.endswith(",")
    if not last.role and last.words <= 4 and is_person(_without_role(last.text)) and closed:
        _take(page, last.text, last)
        closing_above(pieces)


def _cleric(page: Page, pieces: list[Piece]) -> None:
    """A title and a name alone on a late line (`Fr. Donal`) sign the text; a few short lines below it are notices."""
    total, before = sum(piece.words for piece in pieces), 0
    for at, piece in enumerate(pieces):
        before += piece.words
        late = before >= LATE * total and piece.words <= 4 and at > 1
        if not (late and TITLED.match(piece.text) and is_person(piece.text.rstrip("."))):
            continue
        rest = pieces[at + 1 :]
        if page.author or any(other.words > NOTICE_WORDS for other in rest):
            return
        page.author = piece.text
        decide(piece, BYLINE, "sign-offs", "Author")
        drop(rest, "sign-offs", "a notice below the author's name")
        return


def _without_role(name: str) -> str:
    return CREDENTIALS.sub("", name).split(",")[0].strip()


def _take(page: Page, name: str, piece: Piece) -> None:
    """Take a sign-off out of the text; it names the author where no byline does."""
    called = _without_role(name)
    if not page.author and is_person(called) and not TITLED.fullmatch(called) and sum(map(str.isalpha, called)) > 1:
        page.author = called
    decide(piece, BYLINE, "sign-offs", "Author")
