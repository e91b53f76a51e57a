"""What a page weighs, as a reader downloads it: each file compressed by itself with gzip -9; all in bytes."""

import gzip
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup

BUDGET = 6_144
"""What a page may weigh beyond its own words."""

FIRST_ROUND_TRIP = 14_336
"""What a page of a thousand words may weigh in all: it arrives with the first answer of a fresh connection."""

SCRIPTS_BUDGET = 6_144
"""What all scripts of the site may weigh together."""


@dataclass(frozen=True)
class Weight:
    """What a page needs to be painted: its HTML and its styles; beside them its own visible text, and its words."""

    html: int
    css: int
    text: int
    words: int

    @property
    def total(self) -> int:
        """What is downloaded before the page is painted."""
        return self.html + self.css

    @property
    def beyond(self) -> int:
        """What is downloaded beyond the page's own words."""
        return self.total - self.text


def compressed(data: bytes) -> int:
    """The size of the data as a web server hands it out."""
    return len(gzip.compress(data, 9, mtime=0))


def path_of(site: Path, address: str) -> Path:
    """The file of an address of the site, with or without the host before it."""
    return site / address.split("//")[-1].partition("/")[2]


def weigh(site: Path, page: Path) -> Weight:
    """What a page of the site in a folder weighs."""
    html = page.read_bytes()
    soup = BeautifulSoup(html, "lxml")
    sheets = [path_of(site, str(link["href"])) for link in soup.select("link[rel=stylesheet]:not([media=print])")]
    assert soup.body
    text = " ".join(soup.body.get_text(" ").split())
    css = sum(compressed(sheet.read_bytes()) for sheet in sheets)
    return Weight(compressed(html), css, compressed(text.encode()), len(text.split()))


def scripts_weight(site: Path) -> int:
    """What the site's own scripts weigh together (not the search's engine, which loads when one searches)."""
    return sum(compressed(script.read_bytes()) for script in site.rglob("theme/**/*.js"))
