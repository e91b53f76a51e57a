"""What pages are in schema.org's words: true, by the vocabulary, and harmless whatever a title holds."""

import doctest
import gzip
import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup

from plugins.structured_data import graphs
from plugins.structured_data.graphs import Publication, listing_graph, post_graph
from tests.conftest import ROOT, Built

Page = Callable[[str], BeautifulSoup]

BLOCK = "script[type='application/ld+json']"
MODULES = ROOT / "tests/browser/node_modules"
SITE = Publication("https://example.org/", "A Blog", organizations=frozenset({"The Desk"}))


def graph_of(soup: BeautifulSoup) -> list[dict[str, Any]]:
    blocks = soup.select(BLOCK)
    assert len(blocks) == 1
    data = json.loads(blocks[0].get_text())
    assert data["@context"] == "https://schema.org"
    return list(data["@graph"])


def crumbs(graph: list[dict[str, Any]]) -> list[tuple[int, str, str | None]]:
    return [(step["position"], step["name"], step.get("item")) for step in graph[1]["itemListElement"]]


def post(**values: Any) -> SimpleNamespace:
    """An essay, or what `values` makes of it."""
    known = {
        "url": "advice/a/",
        "title": "A title",
        "date": date(2026, 11, 20),
        "source_date": None,
        "source_date_unknown": False,
        "is_letter": False,
        "letters": (),
        "category": SimpleNamespace(name="Home & heart", url="category/home/"),
    }
    return SimpleNamespace(**known | values)


def test_the_example_in_the_module_holds() -> None:
    assert doctest.testmod(graphs).failed == 0


def test_a_letter_is_a_post_about_one_question_with_its_answer(page: Page) -> None:
    article = page("/advice/the-envelopes-in-the-glove-box/")
    told, way = graph_of(article)
    assert told["@type"] == "BlogPosting"
    question = told["mainEntity"]
    assert (question["@type"], question["answerCount"]) == ("Question", 1)
    assert question["name"] == told["headline"] == "The Envelopes in the Glove Box"
    assert article.select_one(question["@id"])
    assert article.select_one(question["acceptedAnswer"]["@id"])
    assert way["@type"] == "BreadcrumbList"
    assert crumbs([told, way]) == [
        (1, "A Light Left On", "/"),
        (2, "Work and money", "/category/work-and-money/"),
        (3, "The Envelopes in the Glove Box", None),
    ]


def test_several_letters_are_as_many_questions(page: Page) -> None:
    article = page("/advice/imported-dated/")
    questions = graph_of(article)[0]["mainEntity"]
    assert [question["position"] for question in questions] == [1, 2]
    anchors = [each for question in questions for each in (question["@id"], question["acceptedAnswer"]["@id"])]
    assert len({*anchors}) == 4
    assert all(article.select_one(anchor) for anchor in anchors)


def test_a_letter_without_a_quotation_asks_by_its_title() -> None:
    told = post_graph(post(is_letter=True), SITE)["@graph"][0]
    assert told["mainEntity"]["name"] == "A title"
    assert "mainEntity" not in post_graph(post(), SITE)["@graph"][0]


def test_nobody_who_asks_is_named(page: Page) -> None:
    assert "Final Notice" not in json.dumps(graph_of(page("/advice/the-envelopes-in-the-glove-box/")))


@pytest.mark.parametrize(
    ("values", "days"),
    [
        ({}, {"datePublished": "2026-11-20"}),
        ({"source_date": date(2012, 3, 27)}, {"datePublished": "2012-03-27"}),
        ({"source_date_unknown": True}, {}),
        ({"source_date_unknown": True, "modified": date(2026, 11, 21)}, {"dateModified": "2026-11-21"}),
    ],
)
def test_a_day_is_that_of_the_first_publication_or_not_told(values: dict[str, Any], days: dict[str, str]) -> None:
    told = post_graph(post(**values), SITE)["@graph"][0]
    assert {key: value for key, value in told.items() if key.startswith("date")} == days


def test_a_name_that_several_share_is_no_person() -> None:
    authors = [SimpleNamespace(name=name, url=f"author/{place}/") for place, name in enumerate(("The Desk", "Ann", ""))]
    told = post_graph(post(authors=authors), SITE)["@graph"][0]
    assert [(author["@type"], author["name"]) for author in told["author"]] == [
        ("Organization", "The Desk"),
        ("Person", "Ann"),
    ]
    assert "author" not in post_graph(post(authors=authors[2:]), SITE)["@graph"][0]


def test_the_pen_name_of_this_blog_is_told_as_several_people(page: Page) -> None:
    told = graph_of(page("/author/the-night-desk/"))[0]
    assert (told["@type"], told["mainEntity"]["@type"]) == ("ProfilePage", "Organization")


def test_a_topic_is_a_collection_on_the_way_from_all_topics(page: Page) -> None:
    graph = graph_of(page("/tag/communication/"))
    assert graph[0]["@type"] == "CollectionPage"
    assert graph[0]["description"]
    assert [step[2] for step in crumbs(graph)] == ["/", "/topics/", None]
    assert [step[2] for step in crumbs(graph_of(page("/category/love-and-marriage/")))] == ["/", None]
    topic = SimpleNamespace(name="Trust", url="tag/trust/")
    assert len(listing_graph(topic, SITE, is_topic=True)["@graph"][1]["itemListElement"]) == 2


def test_a_hostile_title_is_told_as_it_is_and_ends_nothing(page: Page) -> None:
    article = page("/advice/hostile-title/")
    assert graph_of(article)[0]["headline"] == 'Fish & <b>chips</b> "quoted" </script>'
    block = article.select_one(BLOCK)
    assert block
    assert not {"<", ">", "&"} & {*block.get_text()}


def test_drafts_and_plain_pages_tell_nothing(page: Page) -> None:
    for address in ("/drafts/still-a-draft/", "/about/", "/404.html", "/page/2/"):
        assert page(address).select(BLOCK) == []


def test_every_page_keeps_to_the_vocabulary(published: Built, tmp_path: Path) -> None:
    pages = [BeautifulSoup(path.read_text(encoding="utf-8"), "lxml") for path in published.output.rglob("*.html")]
    blocks = [block.get_text() for soup in pages for block in soup.select(BLOCK)]
    assert len(blocks) > 40
    assert misused(blocks, tmp_path) == ""
    wrong = blocks[0].replace('"name"', '"nmae"', 1)
    assert "'\"nmae\"' does not exist" in misused([wrong], tmp_path)


def misused(blocks: list[str], folder: Path) -> str:
    """What TypeScript says of JSON-LD by the types that Google makes from schema.org's vocabulary; '' for nothing."""
    if not (folder / "node_modules").exists():
        (folder / "node_modules").symlink_to(MODULES)
    lines = [f"const graph{number}: Graph = {block};" for number, block in enumerate(blocks)]
    (folder / "check.ts").write_text("\n".join(["import type { Graph } from 'schema-dts';", *lines]), encoding="utf-8")
    node = shutil.which("node")
    assert node, "Node is missing; `make test` installs it"
    command = [node, str(MODULES / "typescript/bin/tsc"), "--noEmit", "--strict", "--skipLibCheck", "check.ts"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout


def test_what_is_told_weighs_little(published: Built) -> None:
    for path in published.output.glob("advice/*/index.html"):
        html = path.read_text(encoding="utf-8")
        block = BeautifulSoup(html, "lxml").select_one(BLOCK)
        assert block
        without = html.replace(str(block.string), "")
        assert len(html) > len(without)
        assert len(gzip.compress(html.encode(), 9)) - len(gzip.compress(without.encode(), 9)) < 350
