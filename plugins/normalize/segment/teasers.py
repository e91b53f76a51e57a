"""Of several articles of a capture those that are only the beginning of a text that goes on elsewhere."""

from plugins.normalize.model import Page, Piece
from plugins.normalize.segment.index_pages import CUT_WORDS, LEAST_WORDS, MORE, MORE_LONGEST, why_held
from plugins.normalize.stops import ends_sentence

LEAST_OF_PART = 80


def why_part_held(page: Page) -> str:
    """Why one of several articles of a capture must not become a post: as of a page, or since it is a teaser."""
    prose = sum(piece.words for piece in page.pieces if piece.words > LEAST_WORDS and ends_sentence(piece.text))
    if prose < LEAST_OF_PART and any(map(goes_on_elsewhere, page.pieces)):
        return "a teaser that goes on elsewhere"
    return why_held(page)


def goes_on_elsewhere(piece: Piece) -> bool:
    """Whether a piece ends in mid sentence, or is a link to the rest of its text."""
    if piece.words >= CUT_WORDS:
        return piece.text.endswith(("…", "...", "[…]", "[...]"))
    return bool(MORE.search(piece.text[-MORE_LONGEST:].lower()))
