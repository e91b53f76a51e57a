"""Which posts an article links to, and why."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from plugins.related_posts.selection import choose, link_to
from plugins.shared.ranking import Related
from tests.small_site import HOSTILE, SmallSite, build_small_site, post_file

PLUGINS = ["plugins.posts", "plugins.tags", "plugins.questions", "plugins.related_posts"]
RANKED = [Related(slug, 0.5, (), False) for slug in "bcd"]


@pytest.mark.parametrize(
    ("pinned", "limit", "chosen"),
    [
        ([], 2, ["b", "c"]),
        (["d"], 2, ["d", "b"]),
        (["z", "d", "z"], 3, ["z", "d", "b"]),
        (["a"], 2, ["b", "c"]),
        (["gone", "draft"], 2, ["b", "c"]),
        (["d", "c", "b"], 2, ["d", "c"]),
        (["d"], 0, []),
    ],
)
def test_pins_come_first_and_the_rest_is_filled_up(pinned: list[str], limit: int, chosen: list[str]) -> None:
    ranked = [*RANKED, Related("draft", 0.1, (), False)]
    assert choose("a", pinned, ranked, {"a", "b", "c", "d", "z"}, limit) == chosen


def test_a_link_has_its_reason() -> None:
    tags = [SimpleNamespace(slug=slug) for slug in ("sleep", "debt")]
    here = SimpleNamespace(tags=tags)
    there = SimpleNamespace(url="u", title="t", kind="guide", summary_text="", tags=tags[::-1])
    bare = SimpleNamespace(url="u", title="t", kind="guide", summary_text="")
    assert (link_to(here, there, False).reason, link_to(here, there, False).tags) == ("tags", tuple(tags))
    assert link_to(here, there, True).reason == "same-question"
    assert (link_to(here, bare, False).reason, link_to(bare, there, False).tags) == ("text", ())


ARTICLE = """{% macro rows(links) %}[{% for one in links %}
    {{ [one.url, one.title, one.reason, one.tags|map(attribute="name")|list] | tojson }}{{ "," if not loop.last }}
{% endfor %}]{% endmacro %}{"related": {{ rows(article.related) }}, "same": {{ rows(article.same_question) }} }"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    letter = (
        "> He drinks his coffee in the garage and has not spoken at dinner since the first frost of last winter.\n\n"
    )
    letter_kind = {"Kind": "question-answer", "Tags": ""}
    files = {
        "posts/one.md": post_file(
            "one", letter + "Buy a lamp.", **letter_kind, Related_posts="gone, one, odd, unfinished"
        ),
        "posts/two.md": post_file("two", letter + "Leave a note.", **letter_kind, Title=HOSTILE),
        "posts/near.md": post_file("near", "Garage coffee, frost and silent dinners in winter.", Tags=""),
        "posts/odd.md": post_file("odd", "Taxes.", Title="Taxes", Tags="trust"),
        "posts/tagged.md": post_file("tagged", "Gardens.", Title="Gardens", Tags="separation, trust"),
        "posts/unfinished.md": post_file("unfinished", letter + "Wait.", **letter_kind, Status="draft"),
    }
    settings = {"RELATED_POSTS_MAX_COUNT": 3}
    return build_small_site(tmp_path_factory.mktemp("related"), PLUGINS, files, {"article": ARTICLE}, settings)


def test_pins_first_then_the_same_question_and_the_alike(site: SmallSite) -> None:
    assert site.exit_status == 0, site.said
    article = site.data("advice/one/index.html")
    assert article["same"] == [["advice/two/", HOSTILE, "same-question", []]]
    assert article["related"] == [
        ["advice/odd/", "Taxes", "text", []],
        ["advice/near/", "About near", "text", []],
    ]


def test_a_shared_tag_is_a_reason(site: SmallSite) -> None:
    related = site.data("advice/odd/index.html")["related"]
    assert ["advice/tagged/", "Gardens", "tags", ["Trust & <b>doubt</b>"]] in related


def test_a_draft_links_and_is_never_linked_to(site: SmallSite) -> None:
    draft = site.data("drafts/unfinished/index.html")
    assert {row[0] for row in draft["same"]} == {"advice/one/", "advice/two/"}
    assert not any("unfinished" in path.read_text(encoding="utf-8") for path in site.output.glob("advice/*/index.html"))


def test_what_a_page_leads_to_anyway_is_not_listed_again(tmp_path: Path) -> None:
    posts = {
        "one": {"Related_posts": "two, other"},
        "two": {"Update_of": "one"},
        "three": {"Series": "Gardens"},
        "four": {"Series": "Gardens", "Related_posts": "three"},
        "other": {},
    }
    files = {f"posts/{slug}.md": post_file(slug, "Gardens and lamps.", **header) for slug, header in posts.items()}
    plugins = [*PLUGINS[:2], "plugins.updates", "plugins.series", *PLUGINS[2:]]
    site = build_small_site(tmp_path, plugins, files, {"article": ARTICLE})
    linked = {slug: {row[0] for row in site.data(f"advice/{slug}/index.html")["related"]} for slug in posts}
    assert linked["one"] == {"advice/three/", "advice/four/", "advice/other/"}
    assert linked["two"] == {"advice/three/", "advice/four/", "advice/other/"}
    assert linked["four"] == {"advice/one/", "advice/two/", "advice/other/"}


@pytest.mark.parametrize("count", [-1, "4", True])
def test_a_count_that_is_none_stops_the_build(tmp_path: Path, count: object) -> None:
    settings = {"RELATED_POSTS_MAX_COUNT": count}
    site = build_small_site(tmp_path, PLUGINS, {"posts/a.md": post_file("a")}, {}, settings)
    assert site.exit_status != 0
    assert f"RELATED_POSTS_MAX_COUNT = {count!r}: write a whole number" in site.said
