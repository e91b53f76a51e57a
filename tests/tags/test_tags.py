"""Tags, categories and topics as the vocabulary names them."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from plugins.tags.topics import Topic, topics_of
from tests.small_site import SmallSite, build_small_site, post_file

PLUGINS = ["plugins.posts", "plugins.tags"]
ARTICLE = """{% set c = article.category %}{{ [
    article.tags|map(attribute="name")|list, article.tags|map(attribute="description")|list, c.slug, c.description
]|tojson }}"""
INDEX = """[{% for topic in topics %}
{{ [topic.tag.name, topic.tag.slug, topic.tag.url, topic.articles_count]|tojson }}{{ "," if not loop.last }}
{% endfor %}]"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    files = {
        "posts/one.md": post_file("one", Tags="trust, separation"),
        "posts/two.md": post_file("two", Tags="trust", Category=""),
        "posts/three.md": post_file("three", Tags="separation", Status="draft"),
    }
    templates = {"article": ARTICLE, "index": INDEX, "tag": "{{ tag.name }}: {{ tag.description }}"}
    return build_small_site(tmp_path_factory.mktemp("tags"), PLUGINS, files, templates)


def test_tags_have_their_names_and_descriptions(site: SmallSite) -> None:
    assert site.exit_status == 0, site.said
    names, descriptions, slug, description = site.data("advice/one/index.html")
    assert names == ["Trust & <b>doubt</b>", "Living apart"]
    assert descriptions == ["For trust that was broken.", "For time apart."]
    assert (slug, description) == ("at-home", "Life under one roof.")
    assert site.data("drafts/three/index.html")[0] == ["Living apart"]


def test_pages_of_tags_lie_at_their_slugs(site: SmallSite) -> None:
    assert site.text("tag/separation/index.html") == "Living apart: For time apart."
    assert site.text("tag/trust/index.html").startswith("Trust &amp; &lt;b&gt;doubt&lt;/b&gt;: ")


def test_a_post_without_a_category_has_the_default_one(site: SmallSite) -> None:
    assert site.data("advice/two/index.html")[2:] == ["uncategorized", ""]


def test_topics_are_counted_without_drafts(site: SmallSite) -> None:
    assert site.data("index.html") == [
        ["Living apart", "separation", "tag/separation/", 1],
        ["Trust & <b>doubt</b>", "trust", "tag/trust/", 2],
    ]


def test_a_tag_or_category_outside_of_the_vocabulary_stops_the_build(tmp_path: Path) -> None:
    files = {
        "posts/one.md": post_file("one", Tags="trust, seperation"),
        "posts/two.md": post_file("two", Category="At hom"),
    }
    site = build_small_site(tmp_path, PLUGINS, files, {})
    assert site.exit_status != 0
    assert "one.md:6: `seperation` is not a tag of the vocabulary; the nearest is `separation`" in site.said
    assert "two.md:5: `At hom` is not a category of the vocabulary; the nearest is `At home`" in site.said


def test_topics_stand_in_the_order_of_their_names() -> None:
    tags = [SimpleNamespace(name=name, slug=name.lower()) for name in ("sleep", "Debt", "anger")]
    assert topics_of([(tag, [1, 2]) for tag in tags]) == tuple(Topic(tag, 2) for tag in (tags[2], tags[1], tags[0]))
