"""Links in the text of an entry, which is read far away from its page."""

from lxml import html  # type: ignore[import-untyped]  # it ships no types


def absolute_links(text: str, address: str) -> str:
    """The HTML `text` of the page at `address` with every link and picture in it addressed in full.

    >>> absolute_links('<p>See <a href="#the-end">the end</a> &amp; <a href="../two/">two</a>.</p>', "https://x.org/one/")
    '<p>See <a href="https://x.org/one/#the-end">the end</a> &amp; <a href="https://x.org/two/">two</a>.</p>'
    """
    tree = html.fragment_fromstring(text, create_parent="div")
    tree.make_links_absolute(address, resolve_base_href=False, handle_failures="ignore")
    return str(html.tostring(tree, encoding="unicode")).removeprefix("<div>").removesuffix("</div>")
