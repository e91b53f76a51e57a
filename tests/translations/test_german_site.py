"""The site in German: every word that the theme says is German, on every page and in every feed."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from pelicanconf import MENU
from plugins.posts.metadata import read_file
from plugins.translations.extraction import extract, updated
from plugins.translations.messages import strings, texts
from tests.conftest import PUBLISH, ROOT
from tests.other_languages import PLACEHOLDER, build_in

FORMS = {
    "COMMENTS_FORM_URL": "https://formspree.io/f/abc",
    "COMMENTS_FORM_SERVICE": "formspree",
    "SUBSCRIBE_URL": "https://buttondown.com/example",
}
WRITTEN_BY_AUTHORS = """
.prose, .letter, .post-title, .shelf, .comment, .helpline-name, .site-header .site-nav, .summary, script
"""
READ = ("aria-label", "title", "alt", "content", "data-found", "data-some", "data-none", "data-why", "data-left-1")
DAY = re.compile(r"\d{1,2}\. (?:Januar|Februar|März|April|Mai|Ju[nl]i|August|(?:Sept|Nov|Dez)ember|Oktober) \d{4}")


@pytest.fixture(scope="module")
def german(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of the site in German, as it is published."""
    return build_in("de", tmp_path_factory.mktemp("german"), content, "publishconf", PUBLISH | FORMS).output


def pages(site: Path) -> Iterator[tuple[str, BeautifulSoup]]:
    for path in sorted(site.rglob("*.html")):
        yield str(path.relative_to(site)), BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")


@cache
def english() -> frozenset[str]:
    """The pieces of the theme's texts between their placeholders, but those that are the same in German."""
    catalog = updated(
        (ROOT / "theme/translations/de.po").read_text(encoding="utf-8"), "de", extract(ROOT / "theme/templates")
    )
    german = {piece for message in texts(catalog) for string in strings(message) for piece in pieces(string)}
    ids = [one for message in texts(catalog) for one in ([message.id] if isinstance(message.id, str) else message.id)]
    return frozenset(piece for one in ids for piece in pieces(one)) - german


def pieces(text: str) -> Iterator[str]:
    return (piece.strip(" .,:;“”") for piece in PLACEHOLDER.split(text) if not PLACEHOLDER.fullmatch(piece))


def said_by_the_theme(page: BeautifulSoup) -> Iterator[str]:
    """The texts of a page that no author wrote, and what attributes say."""
    for element in page.select(WRITTEN_BY_AUTHORS):
        if not element.select_one("[aria-current]"):
            element.decompose()
    yield from page.stripped_strings
    for element in page.find_all(True):
        yield from (str(element[name]) for name in READ if element.has_attr(name))


def is_english(said: str) -> list[str]:
    parts = {part.strip(" .,:;“”") for part in re.split(r"·|\d+", said)}
    return [piece for piece in english() if piece and (piece in parts or (len(piece) > 14 and piece in said))]


def test_no_page_says_an_english_word_of_the_theme(german: Path, content: Path) -> None:
    titles = {read_file(path, True).header["Title"] for path in (content / "pages").glob("*.md")}
    by_authors = titles | {label for label, _ in MENU}
    found = {
        (address, said)
        for address, page in pages(german)
        for said in said_by_the_theme(page)
        if said not in by_authors and said.partition(" · ")[0] not in by_authors and is_english(said)
    }
    assert found == set()


def test_an_english_word_would_be_found() -> None:
    page = BeautifulSoup('<p>Read next</p><p aria-label="Order">4 min · 5 minutes to read</p>', "lxml")
    found = [said for said in said_by_the_theme(page) if is_english(said)]
    assert found == ["Read next", "4 min · 5 minutes to read", "Order"]


def test_every_page_is_marked_as_german_and_says_days_in_german(german: Path) -> None:
    for address, page in pages(german):
        assert page.html
        assert page.html["lang"] == "de", address
        assert not page.html.has_attr("dir")
        assert [day.text for day in page.select("time") if not DAY.fullmatch(day.text)] == []


def test_feeds_and_moved_pages_speak_german(german: Path) -> None:
    assert "Diese Seite ist ein Feed" in (german / "feeds/atom.xml").read_text(encoding="utf-8")
    assert "Nachträge</title>" in (german / "feeds/updates.atom.xml").read_text(encoding="utf-8")
    assert '"lang": "de"' in (german / "manifest.webmanifest").read_text(encoding="utf-8")
