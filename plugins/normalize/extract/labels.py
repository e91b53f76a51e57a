"""Names that pages print beside a label: `Questioner` above a name, `Asked by: Ann`, `Answered by Dr. Weaver`."""

import re
from itertools import pairwise

from plugins.normalize.extract.dates import find_date
from plugins.normalize.extract.names import is_person
from plugins.normalize.model import ASKER, BYLINE, MARKER, Page, decide

ASKED = re.compile(
    r"(?:asked by|gefragt von)\s*:?\s*(?P<name>\S.{0,60})|(?:questioner|asker)\s*(?::\s*(?P<of>.{2,60})|:?)", re.I
)
ANSWERED = re.compile(
    r"(?:answered by|beantwortet von)\s*:?\s*(?P<name>\S.{0,60})|"
    r"(?:consultant|counsell?or|responder|scholar|mufti|expert)\s*(?::\s*(?P<of>.{2,60})|:?)",
    re.I,
)
LOGIN = re.compile(r"[\w.-]{3,30}")
BEFORE_DATE = re.compile(r"[\s,|–-]*(?:\bon)?[\s,|–-]*$", re.I)
LONGEST, NAME_WORDS = 80, 5


def labeled_names(page: Page) -> None:
    """Move the names beside such labels into asker and author; labels without a name beside them stay as they are."""
    for pattern, role, field in ((ASKED, ASKER, "Asker"), (ANSWERED, BYLINE, "Author")):
        pieces = page.open()
        for piece, below in pairwise([*pieces, *pieces[-1:]]):
            found = pattern.fullmatch(piece.text) if len(piece.text) <= LONGEST else None
            if not found:
                continue
            beside = found["name"] or found["of"]
            name, holder = _without_date(page, beside or below.text.strip(" :")), piece if beside else below
            known = is_person(name) or (role == ASKER and found["name"] and LOGIN.fullmatch(name))
            if not known or len(name.split()) > NAME_WORDS:
                continue
            decide(piece, MARKER, "labeled-names", "the label of a name")
            decide(holder, role, "labeled-names", field)
            if role == ASKER and name.casefold() != "anonymous":
                page.askers.append(name)
            page.author = page.author or (name if role == BYLINE else "")
            break


def _without_date(page: Page, said: str) -> str:
    """A name without the day behind it, which is the page's where it has none yet."""
    found = find_date(said)
    if not found:
        return said.strip()
    page.published = page.published or found.day
    return BEFORE_DATE.sub("", said[: found.start]).strip()
