"""A plain text that a browser showed and saved as a page, nothing but one `pre`: the text is taken out of it again."""

import html
import re

TEXT_VIEW = re.compile(
    r"\A\s*+(?:<!doctype[^<>]{0,200}>\s*+)?<html\b[^<>]{0,500}>\s*+"
    r"(?:<head\b[^<>]{0,500}>(?P<head>(?:(?!</head|<body)[^\0]){0,5000}?)</head>\s*+)?"
    r"<body\b[^<>]{0,500}>\s*+<pre\b[^<>]{0,500}>(?P<text>[^<]++)</pre>\s*+(?:</body>\s*+)?(?:</html>\s*+)?\Z",
    re.I,
)


def text_of_view(text: str) -> str:
    r"""The text alone, each of its lines at the number that it has in the page; anything else is left as it is.

    >>> text_of_view("<html><head></head><body><pre>I &lt;3 you\nstill</pre></body></html>")
    'I <3 you\nstill'
    """
    head = text[:6000]
    found = TEXT_VIEW.match(text) if "<" in head and "<pre" in head.casefold() else None
    return text[: found.start("text")].count("\n") * "\n" + html.unescape(found["text"]) if found else text
