"""What of a text does not reach its page, because a page must not hold it."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from plugins.shared.markdown import ALLOWED, SCHEMES, convert, safe_value

EVERYWHERE = {"lang", "title"}
"""The attributes that any element may have."""

ALIGNED = "text-align:"
"""How Markdown says on which side the words of a table's column stand. A page sets them all alike; no word is lost."""

SURELY_KEPT = re.compile(
    rf"</?(?:{'|'.join(ALLOWED)})>|<[bh]r />|<h[2-6] id=\"[\w-]+\">"
    r"|<a href=\"(?:(?:https?:/)?[\w./#-]+|\{filename\}[\w./-]+\.md(?:#[\w-]*)?)\">",
    re.ASCII,
)
"""Elements as Markdown writes most of them: where there is no other, nothing is left out."""


def removed_from(body: str) -> tuple[str, ...]:
    """What `render` leaves out of a post's or page's body, each once, as it begins in the text.

    >>> removed_from("<script>x</script> and [a](javascript:b) and <b onclick=c>d</b>")
    ('<script', 'javascript:b', 'onclick')
    """
    html = convert(body)
    if "<" not in SURELY_KEPT.sub("", html):
        return ()
    elements = BeautifulSoup(html, "html.parser").find_all(True)
    return tuple(dict.fromkeys(found for element in elements for found in _removed(element)))


def _removed(element: Tag) -> Iterator[str]:
    if element.name not in ALLOWED:
        yield f"<{element.name}"
        return
    for name, values in element.attrs.items():
        value = " ".join(values) if isinstance(values, list) else values
        if name == "style" and value.startswith(ALIGNED):
            continue
        if name not in ALLOWED[element.name] | EVERYWHERE:
            yield name
        elif name in ("href", "src") and not _may_be_followed(element.name, name, value):
            yield value


def _may_be_followed(element: str, name: str, address: str) -> bool:
    try:
        scheme = urlsplit(address).scheme
    except ValueError:
        return False
    return scheme in SCHEMES | {""} and safe_value(element, name, address) is not None
