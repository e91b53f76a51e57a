"""A question-and-answer post taken apart into its letters and their answers."""

import html
from collections.abc import Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from bs4.dammit import EntitySubstitution
from bs4.element import PageElement
from bs4.formatter import HTMLFormatter

_AS_HTML = HTMLFormatter(EntitySubstitution.substitute_xml, void_element_close_prefix="")
"""Writes `<br>`, not `<br/>`, and letters as themselves, not as entities."""


@dataclass(frozen=True)
class Letter:
    """One letter and its answer, both HTML. `number` counts from 1; `asker` is '' where nobody is named."""

    number: int
    asker: str
    letter: str
    answer: str


def split_letters(page: str, askers: Sequence[str], several: bool) -> tuple[str, tuple[Letter, ...]]:
    """The introduction (HTML) and the letters of a post's HTML, `page`.

    Each top-level block quote is a letter and what follows it its answer; unless `several`, only the first is a letter
    and later ones belong to the answer. Without a block quote there is no letter, and no introduction either: the title
    was the question, and the whole is its answer.

    >>> split_letters("<p>Hi.</p><blockquote><p>Why?</p></blockquote><p>So.</p>", ["Anna"], False)
    ('<p>Hi.</p>', (Letter(number=1, asker='Anna', letter='<p>Why?</p>', answer='<p>So.</p>'),))
    """
    body = BeautifulSoup(page, "lxml").body
    nodes = list(body.contents) if body else []
    starts = [place for place, node in enumerate(nodes) if isinstance(node, Tag) and node.name == "blockquote"]
    if not starts:
        return "", ()
    if not several:
        starts = starts[:1]
    ends = [*starts[1:], len(nodes)]
    letters = tuple(
        Letter(number, _asker(askers, number, len(starts)), _inner(nodes[start]), _html(nodes[start + 1 : end]))
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
    )
    return _html(nodes[: starts[0]]), letters


def _asker(askers: Sequence[str], number: int, letters: int) -> str:
    """Each letter has its asker in order; the askers of a single letter wrote it together."""
    if letters == 1:
        return ", ".join(askers)
    return askers[number - 1] if number <= len(askers) else ""


def _inner(node: PageElement) -> str:
    return node.decode_contents(formatter=_AS_HTML).strip() if isinstance(node, Tag) else ""


def _html(nodes: Sequence[PageElement]) -> str:
    parts = (
        node.decode(formatter=_AS_HTML) if isinstance(node, Tag) else html.escape(str(node), False) for node in nodes
    )
    return "".join(parts).strip()
