"""Posts of Reddit as the site and its mirrors print them: the line above the title, and the votes below the text."""

import re

from plugins.normalize.extract.dates import find_date
from plugins.normalize.model import DROPPED, META, Page, decide
from plugins.normalize.segment.comment_engines import AGO
from plugins.normalize.segment.comment_lines import text_of

RULE = "reddit-lines"
_USER = r"u/[\w-]{2,30}"
_AGE = rf"(?:{AGO}|\d+\s?(?:mo|yr|hr|min|[hdmwy])\.?(?: ago)?)"
HEAD = re.compile(
    rf"r/\w{{2,30}}(?:\s+.{{1,60}})?|(?:posted|submitted)(?: {_AGE})? by {_USER}.{{0,40}}|"
    rf"{_USER}\s*[•·]\s*{_AGE}.{{0,20}}",
    re.I,
)
"""Where a post was written, by whom and when."""

VOTES = re.compile(r"[\d.,]+\s?k? (?:up)?votes?|[\d.,]+k? points? \(\d+% upvoted\)", re.I)
TOP, HEAD_WORDS = 5, 12


def reddit_lines(page: Page) -> None:
    """Take the day from the line above a post's title, and say that the page is a forum's: nobody answers a letter."""
    top = [piece for piece in page.pieces[:TOP] if piece.words <= HEAD_WORDS and HEAD.fullmatch(text_of(piece))]
    if page.markup or not any(piece.text.startswith("r/") for piece in top):
        return
    page.kind = "essay"
    page.flag("forum-thread", top[0].text)
    for piece in top:
        found = find_date(piece.text)
        page.published = page.published or (found.day if found else None)
        decide(piece, META, RULE, "Source_date" if found else "where the post was written")
    for piece in page.pieces:
        if not piece.role and piece.words <= HEAD_WORDS and VOTES.fullmatch(piece.text):
            decide(piece, DROPPED, RULE, "votes")
