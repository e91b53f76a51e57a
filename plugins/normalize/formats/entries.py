"""What Atom entries of every origin have in common: their text, their links, their writer."""

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from plugins.normalize.formats.names import writer
from plugins.normalize.formats.trees import name_of, text_of


def markup_of(element: etree._Element | None) -> str:
    """The HTML that an Atom `content`, `summary` or `title` holds, in whichever of the three ways it holds it."""
    if element is None:
        return ""
    kind = (element.get("type") or "text").casefold()
    if kind == "xhtml":
        inside = next(iter(element), None)
        return "" if inside is None else etree.tostring(inside, encoding="unicode", method="html", with_tail=False)
    text = text_of(element)
    if kind in ("text", "text/plain"):
        return "<p>" + text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>") + "</p>" if text else ""
    return text


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The first child by that name."""
    return next((one for one in element if name_of(one) == name), None)


def link_of(entry: etree._Element, relation: str = "alternate") -> str:
    """The address of an entry's link of one relation; a page's, where there are several."""
    links = [one for one in entry if name_of(one) == "atom:link" and (one.get("rel") or "alternate") == relation]
    links.sort(key=lambda one: (one.get("type") or "text/html") != "text/html")
    return (links[0].get("href") or "").strip() if links else ""


def writer_of(entry: etree._Element) -> tuple[str, str]:
    """The name of an entry's writer and the address of the writer's profile; either may be empty."""
    author = child(entry, "atom:author")
    if author is None:
        return "", ""
    name, profile = child(author, "atom:name"), child(author, "atom:uri")
    return writer(text_of(name)) if name is not None else "", text_of(profile) if profile is not None else ""
