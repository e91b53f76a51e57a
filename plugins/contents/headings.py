"""The list of contents of a text: its second-level headings."""

from dataclasses import dataclass

from bs4 import BeautifulSoup

LEAST = 3
"""Fewer headings are seen at a glance."""


@dataclass(frozen=True)
class Heading:
    """A heading in plain text and its anchor."""

    id: str
    text: str


def headings_of(page: str) -> tuple[Heading, ...]:
    """The second-level headings of a text's HTML, in order; none where there are fewer than three.

    >>> page = '<h2 id="a">A <em>b</em></h2><h3 id="c">C</h3><h2 id="d">D</h2><h2 id="e">E</h2>'
    >>> [heading.text for heading in headings_of(page)]
    ['A b', 'D', 'E']
    """
    found = BeautifulSoup(page, "lxml").find_all("h2", id=True)
    headings = tuple(Heading(str(title["id"]), " ".join(title.get_text().split())) for title in found)
    return headings if len(headings) >= LEAST else ()
