"""What a page's markup states about its article: title, author, date, address. Only statements, no guesses."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from lxml import html  # type: ignore[import-untyped]  # it ships no types

from plugins.normalize.extract.names import is_person
from plugins.normalize.model import Hints
from plugins.normalize.repair.characters import entities
from plugins.normalize.segment.html_bylines import author_in, byline_places, day_in
from plugins.normalize.segment.html_titles import stated_title
from plugins.normalize.segment.repeats import folded

ARTICLES = {
    "article",
    "newsarticle",
    "blogposting",
    "report",
    "webpage",
    "qapage",
    "advertisercontentarticle",
    "socialmediaposting",
}
ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
META_DATES = ("article:published_time", "datepublished", "dc.date.issued", "dc.date", "dcterms.created", "date",
    "sailthru.date", "parsely-pub-date",
              "pubdate", "publishdate", "og:published_time", "citation_publication_date")  # fmt: skip
META_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl", "citation_author")
AUTHOR_PLACES = (
    "//a[@rel='author']",
    "//*[@itemprop='author']",
    "//*[contains(concat(' ',@class,' '),' vcard ')]//*[contains(concat(' ',@class,' '),' fn ')]",
    "//*[contains(concat(' ',@class,' '),' byline ')]",
)
LEAD_IN = re.compile(r"^(?:by|posted by|written by)\s+", re.I)
TIME_PLACES = ("//time[@pubdate]", "//*[@itemprop='datePublished']", "//time[contains(concat(' ',@class,' '),' "
    "entry-date ')]",
               "//time[contains(concat(' ',@class,' '),' published ')]", "//abbr[contains(concat(' ',@class,' '),' "
               "published ')]",
               "(//article//header//time | //h1/following::time)[1]")  # fmt: skip


def hints_of(tree: html.HtmlElement) -> Hints:
    """The statements of a page's head and of its machine-readable parts."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").casefold()
        if name and (element.get("content") or "").strip():
            metas.setdefault(name, " ".join(entities(element.get("content")).split()))
    linked = list(_linked_data(tree))
    bylines = list(byline_places(tree))
    headline = next((str(item["headline"]) for item in linked if item.get("headline")), "") or metas.get("og:title", "")
    return Hints(
        title=stated_title(tree, " ".join(entities(headline).split()), metas.get("og:site_name", "")),
        author=_author(tree, metas, linked) or next(filter(None, map(author_in, bylines)), ""),
        published=_published(tree, metas, linked) or next(filter(None, map(day_in, bylines)), None),
        url=_url(tree, metas),
    )


def _linked_data(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of a page that describe an article."""
    for script in tree.xpath("//script[@type='application/ld+json']")[:12]:
        try:
            data = json.loads((script.text or "")[:200_000])
        except (ValueError, RecursionError):
            continue
        items = data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []
        for item in items if isinstance(items, list) else []:
            if isinstance(item, dict) and str(item.get("@type", "")).strip("[]'").casefold() in ARTICLES:
                yield item


def _author(tree: html.HtmlElement, metas: dict[str, str], linked: list[dict[str, Any]]) -> str:
    """The author whom the markup names: a person, and not the site itself."""
    names: list[str] = []
    for item in linked:
        stated = item.get("author")
        several = stated if isinstance(stated, list) else [stated]
        names.extend(str(one.get("name", "")) if isinstance(one, dict) else str(one or "") for one in several)
    names += [metas[name] for name in META_AUTHORS if name in metas]
    for place in AUTHOR_PLACES:
        names += [element.text_content() for element in tree.xpath(place)[:2] if not _in_comments(element)]
    site = folded(metas.get("og:site_name", ""))
    for name in names:
        stated = LEAD_IN.sub("", " ".join(entities(name).split()))
        clean = stated if is_person(stated) else stated.partition(", ")[0]
        if is_person(clean) and folded(clean) != site:
            return clean
    return ""


def _in_comments(element: html.HtmlElement) -> bool:
    """Whether an element belongs to a comment: what it states is not about the article."""
    keys = ("class", "id", "itemprop", "itemtype")
    names = (" ".join(above.get(key) or "" for key in keys) for above in (element, *element.iterancestors()))
    return any("comment" in name.casefold() for name in names)


def _published(tree: html.HtmlElement, metas: dict[str, str], linked: list[dict[str, Any]]) -> date | None:
    """The date of publication that the markup states; one in a comment is none of it."""
    stated = [str(item.get("datePublished") or "") for item in linked] + [metas.get(name, "") for name in META_DATES]
    for place in TIME_PLACES:
        found = [element for element in tree.xpath(place)[:1] if not _in_comments(element)]
        stated.extend(one.get("datetime") or one.get("content") or one.get("title") or "" for one in found)
    for text in stated:
        if day := ISO.match(text.strip()):
            try:
                return date(*map(int, day.groups()))
            except ValueError:
                continue
    return None


def _url(tree: html.HtmlElement, metas: dict[str, str]) -> str:
    links = [element.get("href") or "" for element in tree.xpath("//link[@rel='canonical']")[:1]]
    for address in (*links, metas.get("og:url", "")):
        if re.fullmatch(r"https?://[^\s<>\"]{4,500}", address):
            return address
    return ""
