"""What is left out of a page is told, and what is kept is not, whether it is looked at in a hurry or in full."""

import pytest

from plugins.shared.removed import removed_from


@pytest.mark.parametrize(
    "body",
    [
        "Plain words, with a colon: and {braces} & an ampersand.",
        "## A heading\n\n[One](https://example.org/a-b/#c), [two](../feeds/atom.xml), [three](#c).",
        "[A post]({filename}/posts/2026/a-post.md#part) and ![a lamp]({static}/images/lamp.svg)",
        '[Titled](https://example.org/?q=1 "A title") and <mailto:somebody@example.org>',
        "Less than: 1 < 2, and `<script>` as code.",
        "| a | b |\n|---|--:|\n| 1 | 2 |\n\n<b>bold</b><br>\n\n---",
    ],
)
def test_what_a_page_keeps_is_not_told(body: str) -> None:
    assert removed_from(body) == ()


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<SCRIPT>x</SCRIPT>", ("<script",)),
        ("<custom-part>x</custom-part>", ("<custom-part",)),
        ('<p class="lead">x</p>', ("class",)),
        ("[a](javascript:alert)", ("javascript:alert",)),
        ("[a]({filename}/posts/a.py)", ("{filename}/posts/a.py",)),
        ("[a]({filename}/posts/a.md{x)", ("{filename}/posts/a.md{x",)),
        ("[a]({static}/posts/a.md)", ("{static}/posts/a.md",)),
        ("![a](https://example.org/a.png)", ("https://example.org/a.png",)),
        ("[a](https://[a)", ("https://[a",)),
    ],
)
def test_what_a_page_must_not_hold_is_told(body: str, told: tuple[str, ...]) -> None:
    assert removed_from(body) == told
