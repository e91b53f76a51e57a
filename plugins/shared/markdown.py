"""Markdown to HTML, the one way in which this site does it: Python-Markdown, then nh3 over everything it wrote."""

from functools import cache

import nh3
from markdown import Markdown

ALLOWED: dict[str, set[str]] = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "b": set(),
    "blockquote": set(),
    "br": set(),
    "cite": set(),
    "code": set(),
    "dd": set(),
    "del": set(),
    "dl": set(),
    "dt": set(),
    "em": set(),
    "figcaption": set(),
    "figure": set(),
    **{f"h{level}": {"id"} for level in range(2, 7)},
    "hr": set(),
    "i": set(),
    "img": {"src", "alt", "title", "width", "height"},
    "ins": set(),
    "kbd": set(),
    "li": set(),
    "ol": {"start"},
    "p": set(),
    "pre": set(),
    "q": set(),
    "s": set(),
    "small": set(),
    "strong": set(),
    "sub": set(),
    "sup": set(),
    "table": set(),
    "tbody": set(),
    "td": set(),
    "th": {"scope"},
    "thead": set(),
    "tr": set(),
    "ul": set(),
}
"""The elements that a post or page may hold, each with its attributes."""

COMMENT_ALLOWED: dict[str, set[str]] = {
    tag: ({"href"} if tag == "a" else set()) for tag in ("a", "b", "i", "em", "strong", "blockquote", "p", "br")
}
"""The elements that a comment may hold, each with its attributes."""

SCHEMES = {"http", "https", "mailto", "tel"}


@cache
def _converter() -> Markdown:
    return Markdown(extensions=["sane_lists", "tables", "toc"], extension_configs={"toc": {"toc_depth": "2-3"}})


def render(body: str) -> str:
    """The HTML of a post's or page's body. Links keep Pelican's `{filename}` form, which Pelican resolves later."""
    return sanitize(_converter().reset().convert(body), ALLOWED)


def render_comment(body: str) -> str:
    """The HTML of a comment's body; its links say that the site does not vouch for them."""
    return sanitize(_converter().reset().convert(body), COMMENT_ALLOWED, rel="nofollow ugc")


def sanitize(html: str, allowed: dict[str, set[str]], rel: str | None = None) -> str:
    """Keep the allowed elements and attributes; of everything else keep the text (of scripts and styles nothing)."""
    return nh3.clean(
        html,
        tags=set(allowed),
        attributes={tag: names for tag, names in allowed.items() if names},
        url_schemes=SCHEMES,
        link_rel=rel,
    )
