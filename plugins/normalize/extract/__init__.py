"""Extract: what the article's pieces are. The rules run in this order, each on what those before it left undecided."""

from collections.abc import Callable

from plugins.normalize.extract.author_notices import notices_amid
from plugins.normalize.extract.bare_lists import bare_lists
from plugins.normalize.extract.captions import captions_again, pictures_lines
from plugins.normalize.extract.column_names import column_names
from plugins.normalize.extract.forum import forum_thread
from plugins.normalize.extract.glued_alts import (
    file_names,
    glued_alt,
    glued_captions,
    glued_salutations,
    glued_steps,
    glued_titles,
)
from plugins.normalize.extract.glued_heads import glued_heads
from plugins.normalize.extract.head_lines import head_lines
from plugins.normalize.extract.headings import headings
from plugins.normalize.extract.kind import kind_of
from plugins.normalize.extract.labels import labeled_names
from plugins.normalize.extract.letters import find_letters
from plugins.normalize.extract.meta import dates_in_lines, glued_byline, hinted, lost_dates, meta_lines, run_in_byline
from plugins.normalize.extract.open_letters import open_letters
from plugins.normalize.extract.presented import presented
from plugins.normalize.extract.signoffs import sign_offs
from plugins.normalize.extract.slides import slide_captions
from plugins.normalize.extract.title import find_deck, find_title, infer_title
from plugins.normalize.extract.title_ends import (
    date_in_front,
    dated_title,
    day_below_title,
    name_before_bar,
    name_behind_title,
    name_below_title,
)
from plugins.normalize.extract.trailing import foot_of_article
from plugins.normalize.model import BODY, Page, decide, drop
from plugins.normalize.segment.repeats import repeated_lines

Rule = Callable[[Page], None]


def head_left_over(page: Page) -> None:
    """On a page of markup, drop what stands beside the article and is neither date, byline nor deck."""
    for piece in page.open():
        if piece.area in ("head", "foot"):
            drop([piece], "markup", "outside the article")


RULES: tuple[Rule, ...] = (
    hinted,
    dates_in_lines,
    date_in_front,
    glued_heads,
    labeled_names,
    lost_dates,
    meta_lines,
    glued_byline,
    dated_title,
    name_before_bar,
    name_behind_title,
    file_names,
    slide_captions,
    find_title,
    name_below_title,
    day_below_title,
    run_in_byline,
    captions_again,
    glued_alt,
    glued_salutations,
    glued_captions,
    glued_titles,
    glued_steps,
    find_deck,
    head_lines,
    presented,
    head_left_over,
    repeated_lines,
    pictures_lines,
    forum_thread,
    notices_amid,
    find_letters,
    sign_offs,
    open_letters,
    foot_of_article,
    column_names,
    bare_lists,
    headings,
    infer_title,
)
"""Every rule of this stage, first to last."""


def extract(page: Page) -> None:
    """Run every rule over a page; what none has moved, dropped or held is the body."""
    for rule in RULES:
        rule(page)
    page.kind = kind_of(page)
    for piece in page.open():
        decide(piece, BODY, piece.rule, "body")
