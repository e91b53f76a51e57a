"""Sign-offs: the asker's at the end of a letter, the author's at the end of an answer or article."""

import re

from plugins.normalize.extract.letter_parts import by_letter
from plugins.normalize.extract.markers import find_marker
from plugins.normalize.extract.names import CREDENTIALS, is_person
from plugins.normalize.model import (
    ANSWER,
    ASKER,
    BYLINE,
    DROPPED,
    ITEM,
    LETTER,
    MARKER,
    Page,
    Piece,
    decide,
    drop,
    split,
)

MOST_WORDS = 7
LATE, NOTICE_WORDS = 0.6, 16
DASH = r"(?:-{1,3}|–|—|~|―)"
INLINE = re.compile(rf"[.?!…\"”’)\]]\s*(?P<cut>{DASH}\s*(?P<name>[^\s.?!;:–—-][^.?!;:–—]{{0,70}}?)\.?)$")
SIGNED = re.compile(
    r"[.?!…\"”’)\]]\s*(?P<cut>(?:[Ss]igned|SIGNED|[Ss]incerely|[Yy]ours(?: truly| "
    r"sincerely)?),\s*(?P<name>[^.?!;:]{1,60}?)\.?)$"
)
LAST_WORDS = re.compile(
    r"[.?!…][\"”’)]?\s+(?P<cut>(?P<name>[A-Z][\w’'-]*(?:\s+[\w’'-]+){0,4}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?))$"
)
INITIALS = re.compile(
    r"[.?!…][\"”’)]?\s+(?P<cut>(?P<name>(?:(?:Mr|Mrs|Ms|Miss)\.?\s)?(?:[A-Z]\.\s?){1,3},?\s[A-Z]\w+(?:,? [A-Z]\w+)?))$"
)
LAST_NAME = re.compile(r"[.?!…][\"”’)]?\s+(?P<cut>(?P<name>[A-Z][\w’'-]*(?:\s+[\w’'-]+){0,3})\.)$")
ALONE = re.compile(rf"{DASH}\s*(?P<name>[^\s–—-].{{0,80}})")
CLOSING = re.compile(
    r"(?:signed|sincerely(?: yours)?|yours(?: truly| sincerely| faithfully| ever| in \w+)?|(?:best|kind|kindest|warm|"
    r"warmest) (?:regards|wishes)|warmly|regards|love|"
    r"(?:many )?thanks(?: in advance| so much| again)?|thank you(?: in advance)?|cheers|respectfully|cordially|hugs|"
    r"xo+|from|gratefully|in (?:christ|him|his name|his love|faith)|blessings|bises|cordialement|"
    r"mit freundlichen grüßen|herzlich|atentamente)\s*(?:[,:—–-]+\s*(?P<name>[^.?!]{1,60}?)\.?|[.,!]*)",
    re.I,
)
PLACE = re.compile(
    r"(?P<one>[A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){0,2}),\s*(?P<two>[A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){0,2}\.?)"
)
TITLED = re.compile(r"(?:Dr|Prof|Rev|Fr|Pastor|Sister|Father|Rabbi|Aunt|Auntie|Uncle|Cousin)\b")
YOURS = re.compile(r"^(?:deine?|ihre?|eure?|votre|ton|ta|tu|su|your)\s+(?=[A-ZÀ-Þ])", re.I)
KISSES = re.compile(r"\s+x{1,4}$", re.I)
_WITHHELD = (
    r"[(\[]?(?:names?(?:,? (?:and|&) (?:address|place|location|city)(?:es)?)?|address) (?:withheld|supplied|with-held)"
    r"(?: (?:by|on|upon) request)?[)\]]?\.?"
)
WITHHELD = re.compile(rf"(?:{DASH}\s*)?{_WITHHELD}(?:,\s[A-Z][\w ,.]{{1,40}})?", re.I)
LONGEST_WITHHELD = 100
WITHHELD_INLINE = re.compile(rf"[.?!…\"”’)\]]\s*(?P<cut>(?:{DASH}\s*)?{_WITHHELD})$", re.I)
FEELING = re.compile(
    r"(?:\w+(?:ed|ing|less|ful|ous)|lost|stuck|torn|sad|alone|mad|done|broken|anon\w*|desperate)\b", re.I
)
NOT_A_NAME = re.compile(
    r"(?:thanks?(?: you)?|thank you|please(?: help)?|help(?: me)?|good luck|any ideas|any advice|love|regards|"
    r"sincerely|yes|no|ok|okay|the end|cheers|"
    r"what|why|how|who|when|where|amen|peace|best|signed|read more|continued|page \d+|updated?)\b.{0,12}",
    re.I,
)


def sign_offs(page: Page) -> None:
    """Move every sign-off out of the text: askers' into `Asker`, the author's into `Author`."""
    letters = by_letter(page)
    addressee = _addressee(page)
    for pieces in letters.values():
        _asker(page, [piece for piece in pieces if piece.side == LETTER])
        answer = [piece for piece in pieces if piece.side == ANSWER]
        if answer:
            _answer_ends(page, answer, addressee)
    if not letters:
        _author_alone(page, page.open())


def _answered(page: Page) -> set[str]:
    """Whom the answers of a page call by name (`Dear Jack,`), in small letters."""
    marks = (find_marker(piece.text) for piece in page.pieces if piece.role == MARKER and piece.side == ANSWER)
    return {mark.name.casefold() for mark in marks if mark and mark.kind == "dear"}


def _asker(page: Page, letter: list[Piece]) -> None:
    """The asker of one letter, off the end of its last lines."""
    answered = _answered(page)
    last = letter[-1] if letter else None
    place = PLACE.fullmatch(last.text) if last and len(letter) > 1 else None
    if last and place and place["one"].casefold() in answered and _record(page, last.text, last):
        _closing_above(letter[:-1])
        return
    while len(letter) > 1 and WITHHELD.fullmatch(letter[-1].text):
        decide(letter.pop(), MARKER, "sign-offs", "a sign-off without a name")
    last = letter[-1] if letter else None
    found = WITHHELD_INLINE.search(last.text, max(len(last.text) - LONGEST_WITHHELD, 0)) if last else None
    if last and found:
        _, cut = split(page, last, found.start("cut"))
        decide(cut, MARKER, "sign-offs", "a sign-off without a name")
        return
    while len(letter) > 1 and _place_only(letter[-1].text) and not CLOSING.fullmatch(letter[-1].text):
        decide(letter.pop(), DROPPED, "sign-offs", "the place of a sign-off")
    if not letter:
        return
    last = letter[-1]
    if len(letter) > 1:
        alone = ALONE.fullmatch(last.text)
        closing = CLOSING.fullmatch(last.text)
        if alone and last.words <= MOST_WORDS + 2 and _record(page, alone["name"], last):
            _closing_above(letter[:-1])
            return
        if closing and closing["name"] and last.words <= MOST_WORDS and _record(page, closing["name"], last):
            return
        if _bare(last) and _record(page, last.text, last):
            _closing_above(letter[:-1])
            return
    for pattern in (INLINE, SIGNED, INITIALS, LAST_WORDS, LAST_NAME):
        found = pattern.search(last.text)
        if pattern is LAST_NAME and found and found["name"].casefold() not in answered:
            continue
        if found and len(found["name"].split()) <= MOST_WORDS and not NOT_A_NAME.fullmatch(found["name"]):
            _, name = split(page, last, found.start("cut"))
            _record(page, found["name"], name)
            return


def _bare(piece: Piece) -> bool:
    """Whether a letter's last line is a pseudonym by itself: a few words, a capital, no stop."""
    return (
        piece.words <= 6
        and piece.shape != ITEM
        and (piece.text[0].isupper() or piece.text[0] in '"“')
        and not re.search(r"[.?!…:,;]$", piece.text)
        and not NOT_A_NAME.fullmatch(piece.text)
    )


def _record(page: Page, name: str, piece: Piece) -> bool:
    """Take a sign-off as the asker's name; False where it is none."""
    called = YOURS.sub("", name).strip(' ,."“”')
    if not called or NOT_A_NAME.fullmatch(called) or len(called.split()) > MOST_WORDS:
        return False
    page.askers.append(called)
    decide(piece, ASKER, "sign-offs", "Asker")
    return True


def _closing_above(letter: list[Piece]) -> None:
    """`Sincerely,` on the line above the name goes with it."""
    if (
        len(letter) > 1
        and CLOSING.fullmatch(letter[-1].text)
        and letter[-1].words <= 3
        and letter[-1].text.endswith(",")
    ):
        decide(letter[-1], MARKER, "sign-offs", "the closing of a letter")


def _place_only(text: str) -> bool:
    """Whether a line is a town and its state or country, and no pseudonym."""
    found = PLACE.fullmatch(text)
    return found is not None and not FEELING.match(found["one"]) and not text.isupper()


def _answer_ends(page: Page, answer: list[Piece], addressee: str) -> None:
    """A sign-off that ends an answer names the one who answers."""
    last = answer[-1]
    if _place_only(answer[0].text) and len(answer) > 1 and answer[0].words <= 6:
        decide(answer[0], DROPPED, "sign-offs", "the place of a sign-off")
    alone = ALONE.fullmatch(last.text)
    if alone and last.words <= MOST_WORDS + 3 and len(answer) > 1:
        _name_author(page, alone["name"])
        decide(last, BYLINE, "sign-offs", "Author")
        _closing_above(answer[:-1])
        return
    signed = YOURS.sub("", last.text)
    if len(answer) > 1 and last.words <= 4 and signed.casefold() in {addressee, page.author.casefold()}:
        _name_author(page, signed)
        decide(last, BYLINE, "sign-offs", "Author")
        _closing_above(answer[:-1])
        return
    closing = CLOSING.fullmatch(KISSES.sub("", last.text))
    if len(answer) > 1 and closing and closing["name"] and is_person(closing["name"]):
        _name_author(page, closing["name"])
        decide(last, BYLINE, "sign-offs", "Author")
        return
    if len(answer) > 1 and last.words <= 4 and TITLED.match(last.text) and is_person(last.text):
        _name_author(page, last.text)
        decide(last, BYLINE, "sign-offs", "Author")
        _closing_above(answer[:-1])
        return
    found = INLINE.search(last.text)
    if found and is_person(_without_role(found["name"])):
        _, name = split(page, last, found.start("cut"))
        _name_author(page, found["name"])
        decide(name, BYLINE, "sign-offs", "Author")


def _addressee(page: Page) -> str:
    """To whom the letters are written, by the mark of the first that names somebody; lower-case."""
    names = (marker.name for piece in page.pieces if piece.role == MARKER and (marker := find_marker(piece.text)))
    return next((name.casefold() for name in names if name), "")


def _author_alone(page: Page, pieces: list[Piece]) -> None:
    """The last line of an article without letters, where it is a dash and a name."""
    if len(pieces) < 3:
        return
    last = pieces[-1]
    _cleric(page, pieces)
    found = ALONE.fullmatch(last.text)
    if found and last.words <= MOST_WORDS and is_person(_without_role(found["name"])):
        _name_author(page, found["name"])
        decide(last, BYLINE, "sign-offs", "Author")


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


def _name_author(page: Page, name: str) -> None:
    called = _without_role(name)
    if not page.author and is_person(called):
        page.author = called
