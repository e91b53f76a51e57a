"""What a page is, in the vocabulary of https://schema.org as JSON-LD.

Everything is lean: what a page says once is referred to by its anchor and not said again. An asker is nowhere named,
since the letters are composites; a day that nobody knows is left out.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

Node = dict[str, Any]


@dataclass(frozen=True)
class Publication:
    """The blog as a whole. `address` is its home page's; `organizations` are the authors that are no single person.

    `topics_path` is where all topics are listed, below the address; `topics_name` is what that page is called, '' where
    it has no name, and then nothing leads over it.
    """

    address: str
    name: str
    tagline: str = ""
    organizations: frozenset[str] = frozenset()
    topics_path: str = ""
    topics_name: str = ""


def script_safe(graph: Node) -> Markup:
    """A graph as it may stand inside `<script>`: nothing in it ends the element, whatever a title holds.

    >>> script_safe({"name": "</script> é"})
    Markup('{"name":"\\\\u003c/script\\\\u003e é"}')
    """
    return htmlsafe_json_dumps(graph, dumps=json.dumps, ensure_ascii=False, separators=(",", ":"))


def site_graph(site: Publication) -> Node:
    """The home page: the site itself."""
    about = {"description": site.tagline} if site.tagline else {}
    return _graph({"@type": "WebSite", "@id": site.address, "url": site.address, "name": site.name, **about})


def post_graph(article: Any, site: Publication) -> Node:
    """An article and the way to it; of a letter, its question and the answer to it.

    The day is that of the first publication, wherever that was, and missing where nobody knows it.
    """
    url = site.address + article.url
    card = getattr(article, "card", None)
    authors = [_author(author, site) for author in getattr(article, "authors", ()) if author.name]
    post = {
        "@type": "BlogPosting",
        "@id": url,
        "url": url,
        "headline": article.title,
        **({"image": site.address + card.path} if card else {}),
        **_days(article),
        **({"author": authors[0] if len(authors) == 1 else authors} if authors else {}),
        "isPartOf": {"@id": site.address},
        **({"mainEntity": _questions(article)} if article.is_letter else {}),
    }
    way = [(article.category.name, site.address + article.category.url), (article.title, "")]
    return _graph(post, _breadcrumbs(site, way))


def listing_graph(listed: Any, site: Publication, *, is_topic: bool) -> Node:
    """The page of a tag or a category, and the way to it."""
    url = site.address + listed.url
    about = {"description": listed.description} if getattr(listed, "description", "") else {}
    page = {"@type": "CollectionPage", "@id": url, "url": url, "name": listed.name, **about}
    topics = [(site.topics_name, site.address + site.topics_path)] if is_topic and site.topics_name else []
    return _graph(page | {"isPartOf": {"@id": site.address}}, _breadcrumbs(site, [*topics, (listed.name, "")]))


def author_graph(author: Any, site: Publication) -> Node:
    """The page of an author, and who that is."""
    url = site.address + author.url
    page = {"@type": "ProfilePage", "url": url, "isPartOf": {"@id": site.address}, "mainEntity": _author(author, site)}
    return _graph(page, _breadcrumbs(site, [(author.name, "")]))


def _graph(*nodes: Node) -> Node:
    return {"@context": "https://schema.org", "@graph": list(nodes)}


def _author(author: Any, site: Publication) -> Node:
    """A person, or the several people whom one name stands for. The address of their page is their id."""
    url = site.address + author.url
    kind = "Organization" if author.name in site.organizations else "Person"
    return {"@type": kind, "@id": url, "url": url, "name": author.name}


def _days(article: Any) -> Node:
    """When it was first published, where that is known, and when it was last changed here."""
    days = {}
    if not article.source_date_unknown:
        days["datePublished"] = f"{article.source_date or article.date:%Y-%m-%d}"
    if modified := getattr(article, "modified", None):
        days["dateModified"] = f"{modified:%Y-%m-%d}"
    return days


def _questions(article: Any) -> Node | list[Node]:
    """The question that the page answers, or each of several by its place; their texts are at the anchors."""
    if not article.letters:
        return {"@type": "Question", "name": article.title, "answerCount": 1, "acceptedAnswer": _answer("#the-answer")}
    questions = [
        {
            "@type": "Question",
            "@id": f"#the-letter-{letter.number}",
            **({"name": article.title} if len(article.letters) == 1 else {"position": letter.number}),
            "answerCount": 1,
            "acceptedAnswer": _answer(f"#the-answer-{letter.number}"),
        }
        for letter in article.letters
    ]
    return questions[0] if len(questions) == 1 else questions


def _answer(anchor: str) -> Node:
    return {"@type": "Answer", "@id": anchor}


def _breadcrumbs(site: Publication, way: Iterable[tuple[str, str]]) -> Node:
    """The way from the home page: names and addresses, the last one's empty, since it is the page itself."""
    steps = [
        {"@type": "ListItem", "position": place, "name": name, **({"item": address} if address else {})}
        for place, (name, address) in enumerate([(site.name, site.address), *way], 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}
