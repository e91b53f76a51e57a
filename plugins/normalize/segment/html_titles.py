"""Which heading of a page is its article's title: by what the page says of itself, and never the site's own name."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import html  # type: ignore[import-untyped]  # it ships no types

from plugins.normalize.repair.characters import entities
from plugins.normalize.segment.repeats import folded

MOST_HEADINGS, MOST_ABOVE = 60, 4
SITE_PART = re.compile(r"\s+(?:[|–—»«·:-]|::)\s+")
TITLED = re.compile(
    r"(?:^|[\s_-])(?:post|entry|article|story|content|node|page)[-_]*(?:title|headline|header|heading)(?:$|[\s_-])|"
    r"(?:^|\s)headline(?:$|\s)",
    re.I,
)
SITES = re.compile(r"(?:^|[\s_-])(?:site|blog|headerimg|banner|masthead|branding|logo|titlewrapper)(?:$|[\s_-])", re.I)
POST = re.compile(r"(?:^|\s)(?:hentry|post|entry|node|h-entry|blog-?post)(?:$|\s)", re.I)
ARCHIVED = re.compile(r"(?:https?://[^/]*)?/web/[^/]*/(?P<address>https?://.*)", re.I)
HOME = re.compile(r"/?(?:index\.\w{2,5}|home)?")
OWN, PLAIN, OF_SITE = range(3)


def stated_title(tree: html.HtmlElement, stated: str, site: str) -> str:
    """The title: the heading that the page's own title agrees with, else `stated`, else the title without the site.

    `stated` is what the page's machine-readable part says and `site` the name of the site there; both may be empty.
    """
    page_title = " ".join(entities(tree.findtext(".//title") or "").split())
    parts = [part for part in SITE_PART.split(page_title) if part]
    whole = {folded(part) for part in (*parts, page_title.rpartition(": ")[2], stated) if part}
    found: list[tuple[int, str]] = []
    for head in _headings(tree):
        text = " ".join(head.text_content().split())
        key = folded(text)
        large = head.tag in ("h1", "h2") or is_titled(head)
        among = large and len(text.split()) > 1 and key in folded(page_title)
        if key and key != folded(site) and (key in whole or among):
            found.append((_rank(head), text))
    if found and min(found)[0] < OF_SITE:
        return min(found, key=lambda one: one[0])[1]
    if stated:
        return SITE_PART.split(stated)[0] if site and stated.endswith(site) else stated
    sites = {folded(text) for _, text in found}
    own = [part for part in parts if folded(part) not in sites] or parts
    return max(own, key=lambda part: len(part.split())) if own else ""


def _headings(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The headings that may be a title: the larger ones, and any element that is called one."""
    found = 0
    for element in tree.iter("h1", "h2", "h3", "h4", "td", "div"):
        if element.tag[0] == "h" or (is_titled(element) and len(element.text_content()) <= 200):
            yield element
            found += 1
            if found >= MOST_HEADINGS:
                return


def is_titled(element: html.HtmlElement) -> bool:
    """Whether the names of an element say that it is an article's title."""
    return bool(TITLED.search(_names(element)))


def _names(element: html.HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('itemprop') or ''}"


def _rank(head: html.HtmlElement) -> int:
    """Whether a heading is called the article's, is nobody's, or is the site's: by its name, or a link home."""
    above = [head, *_some(head.iterancestors())]
    if any(POST.search(_names(element)) for element in above):
        return OWN
    for link in head.iter("a"):
        address = link.get("href")
        if address is not None and not address.startswith("#") and HOME.fullmatch(_path(address)):
            return OF_SITE
    names = [f"{_names(element)} {element.get('id') or ''}" for element in above]
    if any(SITES.search(name) for name in names):
        return OF_SITE
    return OWN if TITLED.search(names[0]) else PLAIN


def _path(address: str) -> str:
    """The path of an address; of one in a web archive (`/web/2008/http://…`) that of the archived page."""
    inner = ARCHIVED.match(address)
    try:
        return urlsplit(inner["address"] if inner else address).path
    except ValueError:
        return address


def _some(elements: Iterator[html.HtmlElement]) -> Iterator[html.HtmlElement]:
    for _, element in zip(range(MOST_ABOVE), elements, strict=False):
        if element.tag in ("body", "html"):
            return
        yield element
