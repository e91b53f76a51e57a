"""Descriptions of pictures that an extractor glued to the text: cut off before a mark, a salutation or a sentence."""

import re

from plugins.normalize.extract.markers import find_marker
from plugins.normalize.model import DROPPED, Page, decide, split
from plugins.normalize.segment.repeats import folded

GLUED = re.compile(r"(?P<alt>.{8,150}?)(?P<mark>(?:Q|Question|A)\s?[:.]\s)")
GLUED_SALUTATION = re.compile(r"(?P<alt>[A-Za-z][\w ’'&-]{1,60}[a-z])(?=Dear [A-Z][\w ]{1,40}[,:])")
GLUED_CAPTION = re.compile(
    r"(?P<alt>[^.!?:;,\"“”]{12,120}?\s[a-z]{3,})(?=(?:I|My|The|When|If|In|You|It|We|He|She|They|There|This|Our|What|How|Your|For|After|At|As)\s)"
)


def glued_alt(page: Page) -> None:
    """Cut off a picture's description that is glued to the question's mark and says no more than the title."""
    title = folded(page.title)
    for piece in page.open()[:6]:
        found = GLUED.match(piece.text)
        if found and title and _same_words(folded(found["alt"]), title):
            alt, _ = split(page, piece, found.end("alt"))
            decide(alt, DROPPED, "glued-alt", "a picture's description glued to the text")
            return


def glued_captions(page: Page) -> None:
    """Cut off a picture's description glued to a sentence's first word: `two men on a benchMy brother …`."""
    for piece in page.open():
        found = GLUED_CAPTION.match(piece.text) if piece.words > 15 and not piece.side else None
        if found and len(found["alt"].split()) >= 3 and not find_marker(piece.text):
            alt, _ = split(page, piece, found.end("alt"))
            decide(alt, DROPPED, "glued-captions", "a picture's description glued to the text")
            page.flag("caption-dropped", alt.text)


def glued_salutations(page: Page) -> None:
    """Cut off a picture's description glued to a salutation: `letterDear Ann,`."""
    for piece in page.open()[:6]:
        found = GLUED_SALUTATION.match(piece.text)
        if found:
            alt, _ = split(page, piece, found.end("alt"))
            decide(alt, DROPPED, "glued-alt", "a picture's description glued to the text")
            return


def _same_words(alt: str, title: str) -> bool:
    return alt == title or title.startswith(alt + " ") or (len(alt.split()) >= 4 and alt.startswith(title + " "))
