"""Markdown to HTML, the one way in which this site does it: Python-Markdown, then nh3 over everything it wrote."""

import re
from functools import cache, lru_cache
from urllib.parse import unquote

import nh3
from bs4 import BeautifulSoup
from markdown import Markdown

from plugins.shared.limits import beyond_limits

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

FILENAME_LINK = re.compile(r"\{filename\}[^{}|?]+\.md(?:#.*)?")
"""A link to a post or page by its file, which Pelican resolves among what it has read."""

IMAGE_LINK = re.compile(r"\{static\}/images/[^{}|?#]+")
"""A link to a picture of the content; Pelican copies the file, so nothing else may be named."""

_PELICAN_MARK = re.compile(r"[{|].*?[|}]", re.DOTALL)
_LINK_IN_A_TEXT = re.compile(r"(=\s*['\"])(?=[{|])")

TEXTS_KEPT = 1024
"""How many texts are not converted anew when they are asked for again."""

SCHEMES = {"http", "https", "mailto", "tel"}


@cache
def _converter() -> Markdown:
    return Markdown(extensions=["sane_lists", "tables", "toc"], extension_configs={"toc": {"toc_depth": "2-3"}})


@lru_cache(TEXTS_KEPT)
def convert(body: str) -> str:
    """The HTML that Markdown makes of a text: not safe to show, see `render`. Texts are asked for more than once.

    A text beyond the limits, which is told of and refused elsewhere, has none: Markdown would overflow or take minutes.
    """
    return "" if any(beyond_limits(body)) else _converter().reset().convert(body)


def render(body: str) -> str:
    """The HTML of a post's or page's body. Links keep Pelican's `{filename}` form, which Pelican resolves later."""
    return sanitize(convert(body), ALLOWED)


def render_comment(body: str) -> str:
    """The HTML of a comment's body; its links say that the site does not vouch for them."""
    return sanitize(convert(body), COMMENT_ALLOWED, rel="nofollow ugc")


def sanitize(html: str, allowed: dict[str, set[str]], rel: str | None = None) -> str:
    """Keep the allowed elements and attributes; of everything else keep the text (of scripts and styles nothing)."""
    clean = nh3.clean(
        html,
        tags=set(allowed),
        attributes={tag: names for tag, names in allowed.items() if names},
        attribute_filter=safe_value,
        url_schemes=SCHEMES,
        link_rel=rel,
    )
    return _without_empty_pictures(clean) if "<img" in clean else clean


def is_safe_link(value: str) -> bool:
    """Whether a link's address stays among posts, pages and pictures, if it is one of those that Pelican resolves.

    >>> [is_safe_link(f"{{static}}/{name}") for name in ("images/a.png", "comments/a.toml", "images/../../a")]
    [True, False, False]
    """
    if not _PELICAN_MARK.match(value):
        return True
    inside = ".." not in unquote(value) if value.startswith("{static}") else True
    return inside and bool(FILENAME_LINK.fullmatch(value) or IMAGE_LINK.fullmatch(value))


def safe_value(tag: str, attribute: str, value: str) -> str | None:
    """The value of an attribute, or None to leave it out.

    Pelican resolves what looks like one of its links anywhere in a tag and copies the file that it names. So a link
    must be safe, and a title must hold nothing that looks like one. A picture lies among the content: reading asks
    nobody else.
    """
    if attribute == "src":
        return value if IMAGE_LINK.fullmatch(value) and is_safe_link(value) else None
    if attribute == "href":
        return value if is_safe_link(value) else None
    return _LINK_IN_A_TEXT.sub(r"\1 ", value)


def _without_empty_pictures(html: str) -> str:
    """Put the description of each picture that has no address in its place."""
    soup = BeautifulSoup(html, "html.parser")
    empty = soup.select("img:not([src])")
    for picture in empty:
        picture.replace_with(str(picture.get("alt", "")))
    return str(soup) if empty else html
