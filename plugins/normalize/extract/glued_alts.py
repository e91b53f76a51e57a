"""Descriptions of pictures that an extractor glued to the text: cut off before a mark, a salutation or a sentence."""

import re

from plugins.normalize.extract.markers import find_marker
from plugins.normalize.model import DROPPED, Page, Piece, decide, split
from plugins.normalize.segment.repeats import folded

GLUED = re.compile(r"(?P<alt>.{8,150}?)(?P<mark>(?:Q|Question|A)\s?[:.]\s)")
GLUED_SALUTATION = re.compile(r"(?P<alt>[A-Za-z][\w ’'&-]{1,60}[a-z])(?=Dear [A-Z][\w ]{1,40}[,:])")
CALLED = re.compile(r"DEAR [A-Z][A-Z .'’-]{1,40}:")
GLUED_CALL = re.compile(r"[^:!?]{2,80}[a-z.)](?=DEAR [A-Z][A-Z .'’-]{1,40}:)")
GLUED_CAPTION = re.compile(
    r"(?P<alt>[^.!?:;,\"“”]{12,120}?\s[a-z]{3,})(?=(?:I|My|The|When|If|In|You|It|We|He|She|They|There|This|Our|What|How|Your|For|After|At|As)\s)"
)

GLUED_TWICE = re.compile(r"(?P<alt>[A-ZÀ-Þ][^.!?:;,\"“”]{8,100}\w)(?=(?P=alt)\s)")
ANSWER, STOP = re.compile(r"(?:A|Answer)\s?[:.]\s"), re.compile(r"[.?!:;]")
PICTURES = "a picture's description glued to the text"
CLOSED = frozenset('.!?…”"')
LEAST_TITLE, ALT_WORDS = 3, 12
STEP = re.compile(r"(?:Step|Tip|Rule|Day|Week|Part)\s\d{1,2}(?=[A-Z][a-z]|$)")
FILE_NAME = re.compile(r"[\w%()+.-]+\.(?:jpe?g|png|gif|webp|bmp)(?:\s+|$)", re.I)


def glued_alt(page: Page) -> None:
    """Cut off a picture's description that is glued to the question's mark and says no more than the title, or that
    has no stop and no blank before the mark on a page that marks its answers, too."""
    title = folded(page.title)
    answered = any(ANSWER.match(piece.text) for piece in page.open())
    for piece in page.open()[:6]:
        found = GLUED.match(piece.text)
        stuck = answered and found is not None and found["alt"][-1:].isalpha() and not STOP.search(found["alt"])
        if found and (stuck or (title and _same_words(folded(found["alt"]), title))):
            alt, _ = split(page, piece, found.end("alt"))
            decide(alt, DROPPED, "glued-alt", PICTURES)
            return


def glued_captions(page: Page) -> None:
    """Cut off a picture's description glued to a sentence's first word: `two men on a benchMy brother …`."""
    for piece in page.open():
        found = GLUED_CAPTION.match(piece.text) if piece.words > 15 and not piece.side else None
        if found and len(found["alt"].split()) >= 3 and not find_marker(piece.text):
            alt, _ = split(page, piece, found.end("alt"))
            decide(alt, DROPPED, "glued-captions", PICTURES)
            page.flag("caption-dropped", alt.text)


def glued_titles(page: Page) -> None:
    """Cut the title off a line to whose first or last word it is glued: the description of the picture beside it.

    So of a page's first line, where words stand twice in a row with no gap between: they are the title of a page that
    has no other.
    """
    for piece in page.open():
        title = page.title.rstrip(".")
        if len(title.split()) >= LEAST_TITLE and title in piece.text and piece.text != title:
            before, _, after = piece.text.partition(title)
            if not before and after[:1].isupper():
                _cut(page, piece, len(title), first=True)
            elif (not after.strip(".") and before[-1:].isalpha()) or before[-1:] in CLOSED:
                _cut(page, piece, len(before), first=False)
    first = next(iter(page.open()), None)
    found = GLUED_TWICE.match(first.text) if first and not page.title else None
    if first and found and len(found["alt"].split()) >= LEAST_TITLE:
        page.title = found["alt"]
        page.flag("title-inferred", page.title)
        _cut(page, first, found.end("alt"), first=True)


def glued_steps(page: Page) -> None:
    """Cut off a picture's description glued to `Step 1`, on a page whose other steps stand so with nothing behind."""
    found = [(piece, match) for piece in page.open() if piece.words <= ALT_WORDS and (match := STEP.match(piece.text))]
    if any(match[0] == piece.text for piece, match in found):
        for piece, match in found:
            if match[0] != piece.text:
                _cut(page, piece, match.end(), first=False)


def file_names(page: Page) -> None:
    """Cut off a picture's file name at the start of a line."""
    for piece in page.open():
        found = FILE_NAME.match(piece.text) if "." in piece.text else None
        if found and found.end() < len(piece.text):
            _cut(page, piece, found.end(), first=True)
        elif found:
            decide(piece, DROPPED, "glued-titles", PICTURES)


def _cut(page: Page, piece: Piece, at: int, first: bool) -> None:
    parts = split(page, piece, at)
    decide(parts[0] if first else parts[1], DROPPED, "glued-titles", PICTURES)


def glued_salutations(page: Page) -> None:
    """Cut off a picture's description glued to a salutation: `letterDear Ann,`.

    Where letters are opened in capitals, a sign-off glued to the next salutation only stands apart again.
    """
    if any(CALLED.match(piece.text) for piece in page.open()):
        for piece in page.open():
            if found := GLUED_CALL.match(piece.text):
                split(page, piece, found.end())[1].gap = 1
    for piece in page.open()[:6]:
        found = GLUED_SALUTATION.match(piece.text)
        if found:
            alt, _ = split(page, piece, found.end("alt"))
            decide(alt, DROPPED, "glued-alt", PICTURES)
            return


def _same_words(alt: str, title: str) -> bool:
    return alt == title or title.startswith(alt + " ") or (len(alt.split()) >= 4 and alt.startswith(title + " "))
