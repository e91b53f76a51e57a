"""Forum threads: posts with their writers' ranks and numbers. They are no article and no letter."""

import re

from plugins.normalize.model import Page

RANK = re.compile(
    r"(?:joined|join date|member since|registered|posts|messages|likes received|reputation|location|rep "
    r"power)\s*:\s*\S.{0,40}|"
    r"#\d{1,5}(?:\s*(?:by\b|[|•·,-]).{0,60})?|by .{2,40} » .{6,40}|\d+ posts? • page \d+ of \d+|who is online|"
    r"users browsing this (?:forum|thread|topic).{0,60}|(?:junior|senior|new|active|full|veteran) member|quote\s*:?|"
    r"originally posted by .{1,40}|.{1,40} wrote:|quick reply|"
    r"thread (?:tools|starter)|reply with quote|post reply|\(?\d+ posts?\)?",
    re.I,
)
LEAST = 5


def forum_thread(page: Page) -> None:
    """Flag a page on which many lines are those of a forum: a person decides whether it belongs here at all."""
    signs = sum(1 for piece in page.open() if piece.words <= 12 and RANK.fullmatch(piece.text))
    if signs >= LEAST:
        page.flag("forum-thread", f"{signs} lines like those of a forum")
        page.kind = page.kind or "essay"
