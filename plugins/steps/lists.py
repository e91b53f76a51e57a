"""The steps of a post: the numbered list under the heading that the header names (`Steps: …`)."""

from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from plugins.shared.errors import Problem, nearest
from plugins.shared.header_rules import at
from plugins.shared.markdown import render
from plugins.shared.posts import Post

WORDS_MAX = 350
"""What fits one sheet, A4 or Letter, in the type of the print style, with room for notes."""

_HEADINGS = ("h2", "h3", "h4")


@dataclass(frozen=True)
class StepList:
    """The steps: the heading in plain text, its anchor on the page, and the list as HTML."""

    heading: str
    anchor: str
    html: str


def find_steps(page: str, heading: str) -> StepList | None:
    """The first numbered list after the heading of these words and before the next heading; None without one.

    >>> find_steps('<h2 id="what-to-try">What to try</h2><p>So:</p><ol><li>Ask.</li></ol>', "What to try")
    StepList(heading='What to try', anchor='what-to-try', html='<ol><li>Ask.</li></ol>')
    """
    for title in BeautifulSoup(page, "lxml").find_all(_HEADINGS):
        if _words(title) == " ".join(heading.split()):
            found = title.find_next_sibling((*_HEADINGS, "ol"))
            if isinstance(found, Tag) and found.name == "ol":
                return StepList(_words(title), str(title.get("id", "")), str(found))
    return None


def problems_of(post: Post) -> Iterator[Problem]:
    """What keeps the steps that a post names from being printed on one sheet."""
    heading = post.get("Steps")
    if not heading:
        return
    page = BeautifulSoup(render(post.body), "lxml")
    steps = find_steps(str(page), heading)
    if steps is None:
        headings = [_words(title) for title in page.find_all(_HEADINGS)]
        hint = nearest(heading, headings)
        yield at(post, "Steps", f"there is no heading `{heading}` with a numbered list under it{hint}; write its words")
    elif (words := len(_words(BeautifulSoup(steps.html, "lxml")).split())) > WORDS_MAX:
        yield at(post, "Steps", f"the steps have {words} words, and one sheet takes {WORDS_MAX}; shorten them")


def _words(node: Tag) -> str:
    return " ".join(node.get_text(" " if node.name == "[document]" else "").split())
