"""Markdown to HTML: what may stay stays, of everything else the text stays."""

import pytest

from plugins.shared.markdown import render, render_comment

KEPT = {
    "## A & b": '<h2 id="a-b">A &amp; b</h2>',
    "[a]({filename}/posts/2026/x.md#y)": '<a href="{filename}/posts/2026/x.md#y">a</a>',
    "![a]({static}/images/x.png)": '<img alt="a" src="{static}/images/x.png">',
    "3. a\n4. b": '<ol start="3">',
    "> a\n>\n> b": "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>",
    "| a |\n|---|\n| b |": "<td>b</td>",
    "Husband: he went.": "<p>Husband: he went.</p>",
    "[call](tel:+15551234)": '<a href="tel:+15551234">call</a>',
}


@pytest.mark.parametrize(("body", "html"), KEPT.items(), ids=KEPT)
def test_what_a_post_may_hold_stays(body: str, html: str) -> None:
    assert html in render(body)


REMOVED = {
    "a <script>alert(1)</script>": "script",
    'a <p onclick="alert(1)">b</p>': "onclick",
    "[a](javascript:alert(1))": "javascript",
    "[a](JaVa&#x09;Script:alert(1))": "cript:",
    '<iframe src="https://example.org">a</iframe>': "iframe",
    "a <style>p { color: red }</style>": "style",
    '<a href="data:text/html,x">a</a>': "data:",
    '<p style="position: fixed">a</p>': "style",
    "a ![b](https://example.org/x.png)": "<img",
    "![a](x.png)": "<img",
    "![a](//example.org/x.png)": "example",
    '<img src="x" onerror="alert(1)">a': "<img",
    "[a](|static|../../pyproject.toml)": "static",
    "[a]({static}../../Makefile)": "static",
    "[a]({static}/images/../../../Makefile)": "static",
    "[a]({static}/images/%2e%2e/tags.toml)": "static",
    "[a]({static}/comments/b.toml)": "static",
    "[a]({attach}/images/index.html)": "attach",
    "[a]({filename}/tags.toml)": "filename",
    "[a](&#123;static&#125;/tags.toml)": "static",
    "<a href='{static}/tags.toml'>a</a>": "static",
    "![a]({attach}/images/x.png)": "attach",
    "<a title=\"x href='{static}/tags.toml'\">a</a>": "'{static}",
    "<form action=/x>a<input name=b></form>": "form",
}


@pytest.mark.parametrize(("body", "gone"), REMOVED.items(), ids=REMOVED)
def test_what_could_harm_goes_and_the_text_stays(body: str, gone: str) -> None:
    html = render(body)
    assert gone not in html
    assert "a" in html


def test_a_comment_may_hold_little() -> None:
    html = render_comment("# A\n\n**b** [c](https://example.org/) ![d](x.png) `e`\n\n> f")
    assert '<a href="https://example.org/" rel="nofollow ugc">c</a>' in html
    assert "<strong>b</strong>" in html
    assert "<blockquote>" in html
    assert not any(tag in html for tag in ("<h1", "<img", "<code"))


def test_one_text_does_not_reach_into_the_next() -> None:
    render("[a]: https://example.org/\n\n## Same")
    assert render("[a]\n\n## Same") == '<p>[a]</p>\n<h2 id="same">Same</h2>'
