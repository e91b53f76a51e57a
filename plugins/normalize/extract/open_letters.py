"""Open letters: a letter that the page's author signs asks nobody for advice, and is an essay."""

from plugins.normalize.extract.names import same_person
from plugins.normalize.model import ANSWER, ASKER, BYLINE, DROPPED, LETTER, MARKER, Page, decide

NOTICE_WORDS = 60


def open_letters(page: Page) -> None:
    """Of a page's only letter, signed by the page's own author: its salutation is text again, its name a byline.

    A few words below the name are a notice about the author.
    """
    signed = [piece for piece in page.pieces if piece.role == ASKER]
    letters = {piece.letter for piece in page.pieces if piece.side == LETTER}
    if len(signed) != 1 or len(letters) != 1 or not same_person(signed[0].text.strip(" -–—~"), page.author):
        return
    below = [piece for piece in page.pieces[page.pieces.index(signed[0]) + 1 :] if not piece.role]
    if sum(piece.words for piece in below) > NOTICE_WORDS or any(
        piece.role == MARKER and piece.side == ANSWER for piece in page.pieces
    ):
        return
    page.askers.clear()
    decide(signed[0], BYLINE, "sign-offs", "Author")
    for piece in below:
        decide(piece, DROPPED, "foot-of-article", "a notice about the author")
    for piece in page.pieces:
        if piece.role == MARKER and piece.side == LETTER:
            piece.role = piece.rule = piece.note = ""
        piece.side, piece.letter = "", 0
