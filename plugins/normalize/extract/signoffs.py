"""Sign-offs of those who ask, at the end of their letters; who answers signs below them."""

import re

from plugins.normalize.extract.asker_names import (
    AGE,
    INITIALS_ALONE,
    NAMELESS,
    NOT_A_NAME,
    READER_OF_OURS,
    asker_name,
    is_pseudonym,
)
from plugins.normalize.extract.author_signoffs import answer_ends, author_alone
from plugins.normalize.extract.letter_parts import by_letter
from plugins.normalize.extract.markers import READER, find_marker, innermost
from plugins.normalize.extract.names import PERSON, is_full_name, is_person
from plugins.normalize.extract.signoff_shapes import (
    AGED,
    ALONE,
    BEHIND_QUOTE,
    CAPITALS,
    CLOSING,
    DASH,
    DASHED,
    INLINE,
    INTRODUCED,
    MOST_WORDS,
    PLACE,
    POSTSCRIPT,
    SIGNED,
    closing_above,
    place_only,
    signed_inline,
)
from plugins.normalize.model import ANSWER, ASKER, DROPPED, ITEM, LETTER, MARKER, Page, Piece, decide, split

INTRODUCTION, TOWN_WORDS = 160, 3
INTRODUCES = re.compile(rf"\b(?:[Mm]y name(?: is|['’]s)|I(?: am|['’]m) (?:called|named))\s+(?P<name>{PERSON})")
LAST_WORDS = re.compile(
    r"[.?!…][\"”’)]?\s+(?P<cut>(?P<name>[A-Z][\w’'-]*(?:\s+[\w’'-]+){0,4}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?){0,2}"
    r"(?:, \d\d(?: ans| años| anni| Jahre)?| \(\d\d\))?))$"
)
INITIALS = re.compile(
    r"[.?!…][\"”’)]?\s+(?P<cut>(?P<name>(?:(?:Mr|Mrs|Ms|Miss)\.?\s)?(?:[A-Z]\.\s?){1,3},?\s[A-Z]\w+(?:,? [A-Z]\w+)?))$"
)
NAMED = re.compile(
    r"\b(?:(?:named|called|name is|(?:I['’]ll|I will|I shall|let['’]s) call(?: her| him| them)?)\s+(?P<name>[A-Z]\w+)|"
    r"(?:signs|signed|calls) (?:her|him|them)sel(?:f|ves)\s(?:as )?[\"“]?(?P<signed>[A-Z][^\"”:.!?]{1,40}?)[\"”]?:?$)"
)
LAST_NAME = re.compile(r"[.?!…][\"”’)]?\s+(?P<cut>(?P<name>[A-Z][\w’'-]*(?:\s+[\w’'-]+){0,3})\.)$")
_WITHHELD = (
    r"[(\[]?(?:names?(?:,? (?:and|&) (?:address|place|location|city)(?:es)?)?|address) (?:withheld|supplied|with-held)"
    r"(?: (?:by|on|upon) request)?[)\]]?\.?"
)
WITHHELD = re.compile(rf"(?:{DASH}\s*)?{_WITHHELD}(?:,\s[A-Z][\w ,.]{{1,40}})?", re.I)
LONGEST_WITHHELD = 100
WITHHELD_INLINE = re.compile(rf"[.?!…\"”’)\]]\s*(?P<cut>(?:{DASH}\s*)?{_WITHHELD})$", re.I)


def sign_offs(page: Page) -> None:
    """Move every sign-off out of the text: askers' into `Asker`, the author's into `Author`.

    A comment by the name to which the letters are written is the author's.
    """
    letters = by_letter(page)
    addressee = _addressee(page)
    named = _named_by_marks(page)
    for number, pieces in letters.items():
        letter, before = [piece for piece in pieces if piece.side == LETTER], len(page.askers)
        first = letter[0].text[:INTRODUCTION] if letter else ""
        _asker(page, letter)
        answer = [piece for piece in pieces if piece.side == ANSWER]
        name = named.get(number) or _introduced(first) or _announced(page, letter, answer)
        if name and len(page.askers) == before:
            page.askers.append(name)
        if answer:
            answer_ends(page, answer, addressee)
    if not letters:
        author_alone(page, page.open())
    for comment in page.comments:
        comment.by_author = comment.by_author or (bool(addressee) and comment.author.casefold() == addressee)


def _named_by_marks(page: Page) -> dict[int, str]:
    """The askers whom the marks of letters name (`Ann asks:`), by the letter's number."""
    pieces = [piece for piece in page.pieces if piece.role == MARKER and piece.side == LETTER]
    marks = {piece.letter: mark for piece in pieces if (mark := find_marker(piece.text))}
    aged = {piece.letter: found["name"] for piece in pieces if (found := AGED.match(f"{piece.text} …"))}
    return aged | {
        number: AGE.sub("", mark.name)
        for number, mark in marks.items()
        if mark.kind in ("asks", "writes") and not READER.fullmatch(mark.name)
    }


def _introduced(text: str) -> str:
    """The name that a letter's writer gives in its first words (`My name is Ann and …`); empty where there is none."""
    found = INTRODUCED.match(text) or INTRODUCES.search(text)
    name = READER_OF_OURS.sub("", found["name"]) if found else ""
    return name if is_person(name) else ""


def _announced(page: Page, letter: list[Piece], answer: list[Piece]) -> str:
    """The name by which a line above the letter announces its writer (`a reader named Ann`), if the answer has it."""
    if not letter or not answer:
        return ""
    at = page.pieces.index(letter[0])
    found = next(
        (f for piece in page.pieces[max(at - 2, 0) : at] if not piece.role and (f := NAMED.search(piece.text))), None
    )
    name = (found["name"] or found["signed"]) if found else ""
    return name if name and re.search(rf"\b{re.escape(name)}\b", answer[0].text) else ""


def _answered(page: Page) -> set[str]:
    """Whom the answers of a page call by name (`Dear Jack,`), in small letters."""
    marks = (innermost(piece.text) for piece in page.pieces if piece.role == MARKER and piece.side == ANSWER)
    return {mark.name.casefold() for mark in marks if mark and mark.kind == "dear"}


def _asker(page: Page, letter: list[Piece]) -> None:
    """The asker of one letter, off the end of its last lines."""
    answered = _answered(page)
    while len(letter) > 1 and POSTSCRIPT.match(letter[-1].text) and not signed_inline(letter[-1].text):
        letter = letter[:-1]
    if not letter:
        return
    place = PLACE.fullmatch(DASHED.sub("", letter[-1].text, count=1)) if len(letter) > 1 else None
    if place and place["one"].casefold() in answered and _record(page, place[0], letter[-1]):
        closing_above(letter)
        return
    if _withheld(page, letter):
        return
    while len(letter) > 1 and place_only(letter[-1].text) and not CLOSING.fullmatch(letter[-1].text):
        decide(letter.pop(), DROPPED, "sign-offs", "the place of a sign-off")
    if len(letter) > 2 and _is_town_below_name(letter, answered):
        decide(letter.pop(), DROPPED, "sign-offs", "the place of a sign-off")
    if len(letter) > 1 and _own_line(page, letter, answered):
        return
    last = letter[-1]
    for pattern in (INLINE, SIGNED, CAPITALS, BEHIND_QUOTE, INITIALS, LAST_WORDS, LAST_NAME):
        found = pattern.search(last.text)
        if pattern is LAST_NAME and found and not {found["name"].casefold(), found["cut"].casefold()} & answered:
            continue
        if found and len(found["name"].split()) <= MOST_WORDS and not NOT_A_NAME.fullmatch(found["name"]):
            _, name = split(page, last, found.start("cut"))
            initial = pattern is LAST_NAME and INITIALS_ALONE.fullmatch(found["cut"])
            _record(page, found["cut"] if initial else found["name"], name)
            return


def _withheld(page: Page, letter: list[Piece]) -> bool:
    """Take `(name withheld)` off the end of a letter; whether it ended the last line."""
    while len(letter) > 1 and WITHHELD.fullmatch(letter[-1].text):
        decide(letter.pop(), MARKER, "sign-offs", "a sign-off without a name")
    last = letter[-1]
    found = WITHHELD_INLINE.search(last.text, max(len(last.text) - LONGEST_WITHHELD, 0))
    if found:
        _, cut = split(page, last, found.start("cut"))
        decide(cut, MARKER, "sign-offs", "a sign-off without a name")
    return found is not None


def _own_line(page: Page, letter: list[Piece], answered: set[str]) -> bool:
    """Take a sign-off that is a letter's whole last line; whether there was one."""
    last = letter[-1]
    alone = ALONE.fullmatch(last.text)
    closing = CLOSING.fullmatch(last.text)
    if closing and closing["name"] and last.words <= MOST_WORDS and _record(page, closing["name"], last):
        return True
    if alone and last.words <= MOST_WORDS + 2 and _record(page, alone["name"], last):
        closing_above(letter)
        return True
    only_item = sum(piece.shape == ITEM for piece in letter) == 1
    if is_pseudonym(last, answered, only_item) and _record(page, last.text, last):
        closing_above(letter)
        return True
    return False


def _is_town_below_name(letter: list[Piece], answered: set[str]) -> bool:
    """Whether a letter's last line says where the one lives whose full name stands above it, or whom the answer calls
    by what stands there above a comma."""
    name, town = letter[-2:]
    called = name.text.endswith(",") and any(name.text.casefold().startswith(one) for one in answered)
    if called and name.words <= MOST_WORDS and not town.gap and town.words <= TOWN_WORDS:
        return True
    signs = is_full_name(name.text) and not CLOSING.fullmatch(name.text)
    return signs and town.words <= TOWN_WORDS and is_pseudonym(town, answered, False)


def _record(page: Page, name: str, piece: Piece) -> bool:
    """Take a sign-off as the asker's name; False where it is none."""
    called = asker_name(name)
    if NAMELESS.fullmatch(called):
        decide(piece, MARKER, "sign-offs", "a sign-off without a name")
        return True
    if not called:
        return False
    answered = any(other.role == MARKER and other.side == ANSWER for other in page.pieces)
    if answered and page.author and called.casefold() == page.author.casefold():
        decide(piece, MARKER, "sign-offs", "the name of the one who answers")
        return True
    page.askers.append(called)
    decide(piece, ASKER, "sign-offs", "Asker")
    return True


def _addressee(page: Page) -> str:
    """To whom the letters are written, by the mark of the first that names somebody; lower-case."""
    marks = (marker for piece in page.pieces if piece.role == MARKER and (marker := find_marker(piece.text)))
    return next((mark.name.casefold() for mark in marks if mark.name and mark.kind not in ("asks", "writes")), "")
