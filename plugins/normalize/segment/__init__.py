"""Segment: the text of a capture cut into pieces, and the pieces that are no article told apart.

The rules run in this order; each decides on pieces that none before it has decided on.
"""

from collections.abc import Callable

from plugins.normalize.model import Page
from plugins.normalize.segment.between import between_furniture
from plugins.normalize.segment.bracketed import bracketed
from plugins.normalize.segment.comments import find_comments
from plugins.normalize.segment.contents import contents_boxes
from plugins.normalize.segment.furniture import furniture_lines, tail
from plugins.normalize.segment.link_boxes import link_boxes
from plugins.normalize.segment.main_text import main_text
from plugins.normalize.segment.menus import menus
from plugins.normalize.segment.repeats import doubled_paragraphs


def areas_left_over(page: Page) -> None:
    """On a page of markup, drop what stands in the area for comments and is none."""
    if page.markup:
        from plugins.normalize.segment.html import rest_of_areas

        rest_of_areas(page)


Rule = Callable[[Page], None]

RULES: tuple[Rule, ...] = (
    find_comments,
    furniture_lines,
    bracketed,
    areas_left_over,
    contents_boxes,
    link_boxes,
    menus,
    main_text,
    tail,
    between_furniture,
    doubled_paragraphs,
)
"""Every rule of this stage, first to last."""


def segment(page: Page) -> None:
    """Run every rule over a page."""
    for rule in RULES:
        rule(page)
