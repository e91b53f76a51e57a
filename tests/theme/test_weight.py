"""What a reader downloads: before an article is painted its HTML and its styles, and no more; then scripts."""

import gzip
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

BUDGET = 6_144
"""Bytes, compressed, that a page may weigh beyond its own words."""

SCRIPTS_BUDGET = 6_144
"""Bytes, compressed, that all scripts of the site may weigh together."""


def weight(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


def beyond_its_words(site: Path, page: Path) -> int:
    """The bytes, each file compressed, that a page needs to be painted, less those of its visible text."""
    html = page.read_bytes()
    soup = BeautifulSoup(html, "lxml")
    sheets = [site / str(link["href"]).lstrip("/") for link in soup.select("link[rel=stylesheet]:not([media=print])")]
    assert soup.body
    words = " ".join(soup.body.get_text(" ").split())
    return weight(html) + sum(weight(sheet.read_bytes()) for sheet in sheets) - weight(words.encode())


@pytest.mark.parametrize("folder", ["advice", "drafts"])
def test_articles_weigh_little_beyond_their_words(site: Path, folder: str) -> None:
    weights = {page.parent.name: beyond_its_words(site, page) for page in (site / folder).glob("*/index.html")}
    assert weights
    assert {name: size for name, size in weights.items() if size > BUDGET} == {}


def test_all_scripts_together_weigh_little(site: Path) -> None:
    assert sum(weight(script.read_bytes()) for script in site.rglob("theme/**/*.js")) <= SCRIPTS_BUDGET
