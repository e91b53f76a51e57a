"""What was plain text stays text: pieces written as Markdown and rendered as the site renders them say the same."""

import html
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.normalize.model import HEADING, ITEM, LETTER, Mark, Piece
from plugins.normalize.write.markdown import body_of
from plugins.shared.markdown import render

TRAPS = [
    "#word", "# word", "1986. What a year it was", "1) first", "[1]: https://example.org/", "[a](b)", "![a](b)",
    "<tag>", "</div>", "<!-- x -->",
    "Husband: he said no", "* a", "*a*", "**a**", "_a_", "__a__", "snake_case_name", "`code`", "a ` b", "> quoted",
    "- a", "+ a", "---", "***", "* * *",
    "===", "=", "-", "+", "___", "a | b", "|---|---|", "&amp;", "&copy; 2010", "AT&T", "a < b > c", "<a@b.example>",
    "<https://example.org>", "\\*", "\\", "a\\",
    "[TOC]", "*[HTML]: x", "a]b[c", "[x][y]", "C#", "a #", "## ##", "~~~", "```", ":::", "^a^", "5 * 3 * 2", "{: .x }",
    "\\#", "1.", "1\\. a", "a_", "_",
    "**", "*", "``", "http://example.org/a_b_c", "(c) 2010", "--", "&lt;b&gt;", "<b>bold</b> text", "***a** b*",
    "[a] (b)", "[a]: b \"c\"", "<script>alert(1)</script>",
]  # fmt: skip
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Co", "Cn")), min_size=1, max_size=12
)
SIGNS = st.text("#*_`[]()<>&|\\!-+=.:~1aA\"'", min_size=1, max_size=8)
TEXTS = st.lists(st.one_of(WORDS, SIGNS, st.sampled_from(TRAPS)), min_size=1, max_size=6).map(
    lambda parts: " ".join(" ".join(parts).split())
)


def texts_of(rendered: str, tag: str) -> list[str]:
    """The plain text of every element of one kind in rendered HTML."""
    return [
        html.unescape(re.sub(r"<[^>]*>", "", inner)).strip()
        for inner in re.findall(rf"<{tag}[^>]*>(.*?)</{tag}>", rendered, re.S)
    ]


@pytest.mark.parametrize("text", TRAPS)
def test_each_trap_stays_text_as_a_paragraph(text: str) -> None:
    rendered = render(body_of([Piece(1, 0, "Before."), Piece(2, 0, text), Piece(3, 0, "After.")]))
    assert texts_of(rendered, "p") == ["Before.", text, "After."]


@settings(max_examples=400, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4))
@example(["a", "===", "b"])
@example(["[1]", "[1]: x"])
def test_paragraphs_render_to_their_own_text(texts: list[str]) -> None:
    rendered = render(body_of([Piece(number, 0, text) for number, text in enumerate(texts, 1)]))
    assert texts_of(rendered, "p") == texts


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_a_letter_is_a_quotation_and_says_the_same(text: str) -> None:
    rendered = render(
        body_of([Piece(1, 0, text, side=LETTER, letter=1), Piece(2, 0, "Answer.", side="answer", letter=1)])
    )
    assert texts_of(rendered, "p") == [text, "Answer."]
    assert rendered.count("<blockquote>") == 1


@settings(max_examples=200, deadline=None)
@given(TEXTS)
@example("\\|")
def test_a_heading_and_an_item_say_the_same(text: str) -> None:
    pieces = [
        Piece(1, 0, text, shape=HEADING, level=2),
        Piece(2, 0, text, shape=ITEM),
        Piece(3, 0, text, shape=ITEM, gap=1),
    ]
    rendered = render(body_of(pieces))
    assert texts_of(rendered, "h2") == [text]
    assert texts_of(rendered, "li") == [text, text]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (
            "I can't * wait, really_truly, 5 < 6 & 7 > 3 (no. 1).",
            "I can't * wait, really_truly, 5 < 6 & 7 > 3 (no. 1).",
        ),
        ("“Is it so?” — no; it isn't #1 [sic].", "“Is it so?” — no; it isn't #1 [sic]."),
        ("1986. What a year", "1986\\. What a year"),
        ("#word", "\\#word"),
        ("<tag>", "&lt;tag>"),
    ],
)
def test_no_more_is_escaped_than_must_be(text: str, written: str) -> None:
    assert body_of([Piece(1, 0, text)]) == written


def test_emphasis_and_links_are_written_and_their_spaces_stay_outside() -> None:
    piece = Piece(
        1, 0, "See the guide now or never.", marks=(Mark(4, 14, "link", "https://example.org/a(b)"), Mark(18, 26, "em"))
    )
    assert body_of([piece]) == "See [the guide](<https://example.org/a(b)>) now *or never*."
