"""Names that pages print beside a label: `Questioner` above a name, `Asked by: Ann`, `Answered by: Dr. Weaver`."""

import re
from itertools import pairwise

from plugins.normalize.extract.names import is_person
from plugins.normalize.model import ASKER, BYLINE, MARKER, Page, decide

ASKED = re.compile(r"(?:questioner|asked by|question (?:from|by)|asker|gefragt von)\s*:?\s*(?P<name>.{0,60})", re.I)
ANSWERED = re.compile(
    r"(?:consultant|counsell?or|answered by|answer by|reply by|responder|scholar|mufti|expert|beantwortet von)\s*:?\s*"
    r"(?P<name>.{0,60})",
    re.I,
)
LONGEST, NAME_WORDS = 80, 5


def labeled_names(page: Page) -> None:
    """Move the names beside such labels into asker and author; labels without a name below them stay as they are."""
    for pattern, role, field in ((ASKED, ASKER, "Asker"), (ANSWERED, BYLINE, "Author")):
        for piece, below in pairwise([*page.open(), *page.open()[-1:]]):
            found = pattern.fullmatch(piece.text) if len(piece.text) <= LONGEST else None
            if not found:
                continue
            name, holder = (found["name"], piece) if found["name"] else (below.text.strip(" :"), below)
            if not is_person(name) or len(name.split()) > NAME_WORDS:
                continue
            decide(holder, role, "labeled-names", field)
            if holder is not piece:
                decide(piece, MARKER, "labeled-names", "the label of a name")
            if role == ASKER:
                page.askers.append(name)
            elif not page.author:
                page.author = name
            break
