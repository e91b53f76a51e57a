"""The pictures in a text."""

from bs4 import BeautifulSoup
from bs4.filter import SoupStrainer


def pictures_in(page: str) -> tuple[str, ...]:
    """The addresses of the pictures in HTML, each once, in order.

    >>> pictures_in('<p>a <img src="/images/a.png?1&amp;2" alt="x"> <img src="/images/a.png?1&amp;2" alt="y"></p>')
    ('/images/a.png?1&2',)
    """
    if "<img" not in page:
        return ()
    found = BeautifulSoup(page, "lxml", parse_only=SoupStrainer("img")).select("img[src]")
    return tuple(dict.fromkeys(str(picture["src"]) for picture in found))
