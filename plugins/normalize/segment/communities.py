"""Posts whose readers answer them, as Reddit, its mirrors and sites of questions print them: the lines around them."""

import re
from itertools import pairwise

from plugins.normalize.extract.dates import find_date
from plugins.normalize.model import DROPPED, META, Page, decide
from plugins.normalize.segment.comment_engines import AGO
from plugins.normalize.segment.comment_lines import text_of
from plugins.normalize.segment.comment_words import ASKED_LINE

RULE = "community-lines"
_USER = r"u/[\w-]{2,30}"
_AGE = rf"(?:{AGO}|\d+\s?(?:mo|yr|hr|min|[hdmwy])\.?(?: ago)?)"
HEAD = re.compile(
    rf"r/\w{{2,30}}(?:\s+.{{1,60}})?|(?:posted|submitted)(?: {_AGE})? by {_USER}.{{0,40}}|"
    rf"{_USER}\s*[•·]\s*{_AGE}.{{0,20}}",
    re.I,
)
"""Where a post was written, by whom and when."""

VOTES = re.compile(r"[\d.,]+\s?k? (?:up)?votes?|[\d.,]+k? points? \(\d+% upvoted\)", re.I)
ASKED = re.compile(ASKED_LINE, re.I)
"""The line below a question: who asked it, in which section, and how many answered."""

BY = re.compile(r"by\s+\S.{0,40}", re.I)
PLACE = re.compile(r"\((?-i:[A-Z])[^()]{1,40}\)", re.I)
STORY = re.compile(
    r"(?:a |our |my )?(?:visitor|reader|member)s?['’]?s?['’]? (?:stor(?:y|ies)|questions?|submissions?)\s*:", re.I
)
"""What stands above a text that a visitor sent: his place below his name, and a label."""

TOP, HEAD_WORDS, LONGEST = 5, 12, 240


def community_lines(page: Page) -> None:
    """Take the lines around such a post for what they are, and say that the page is a forum's: it holds no letter."""
    if not page.markup:
        _reddit(page)
        _sent_in(page)
        for piece in page.pieces:
            if not piece.role and len(piece.text) <= LONGEST and ASKED.fullmatch(piece.text):
                of_forum(page, piece.text)
                decide(piece, META, RULE, "who asked")


def _sent_in(page: Page) -> None:
    """The place below a visitor's name, and the label above his text."""
    for above, piece in pairwise(page.pieces[: TOP + 1]):
        if piece.words > HEAD_WORDS or piece.role:
            continue
        if PLACE.fullmatch(piece.text) and above.words <= HEAD_WORDS and BY.fullmatch(above.text):
            decide(piece, META, RULE, "where the writer lives")
        elif STORY.fullmatch(piece.text):
            decide(piece, DROPPED, RULE, "a label")


def of_forum(page: Page, line: str) -> None:
    """Say that a page is a forum's, as one of its lines shows."""
    page.kind = "essay"
    page.flag("forum-thread", line)


def _reddit(page: Page) -> None:
    """The day above the title, and the votes below the text."""
    top = [piece for piece in page.pieces[:TOP] if piece.words <= HEAD_WORDS and HEAD.fullmatch(text_of(piece))]
    if not any(piece.text.startswith("r/") for piece in top):
        return
    of_forum(page, top[0].text)
    for piece in top:
        found = find_date(piece.text)
        page.published = page.published or (found.day if found else None)
        decide(piece, META, RULE, "Source_date" if found else "where the post was written")
    for piece in page.pieces:
        if not piece.role and piece.words <= HEAD_WORDS and VOTES.fullmatch(piece.text):
            decide(piece, DROPPED, RULE, "votes")
