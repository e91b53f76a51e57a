"""The shelf for who is new here, and topics in two orders."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from plugins.checks.rules import check_content
from plugins.shared.errors import SiteError
from plugins.start_here.shelf import best_first, read_picks
from tests.small_site import SmallSite, build_small_site, post_file

PLUGINS = ["plugins.posts", "plugins.tags", "plugins.start_here"]
SETTINGS = {
    "TAG_SAVE_AS": "",
    "CATEGORY_SAVE_AS": "",
    "PAGINATED_TEMPLATES": {"tag": 2, "category": 9},
    "RELATIVE_URLS": False,
}
SHELF = '[[post]]\nslug = "b"\nwhy = "Because."\n'
LIST = (
    "{{ order }}: {% for one in articles_page.object_list %}{{ one.slug }} {% endfor %}{{ articles_paginator.count }}"
)
INDEX = "{% for one in start_here %}{{ one.post.url }} {{ one.why }}{% endfor %}"


def build(folder: Path, shelf: str) -> SmallSite:
    files = {
        "posts/a.md": post_file("a", Date="2026-11-01", Kind="guide"),
        "posts/b.md": post_file("b", Date="2026-11-02", Kind="essay"),
        "posts/c.md": post_file("c", Date="2026-11-03", Kind="essay", Tags="trust, separation"),
        "posts/d.md": post_file("d", Status="draft"),
        "start-here.toml": shelf,
    }
    pages = [(1, "{base_name}/", "{base_name}/index.html"), (2, "{base_name}/{number}/", "{base_name}/{number}.html")]
    settings = SETTINGS | {"PAGINATION_PATTERNS": pages}
    return build_small_site(folder, PLUGINS, files, {"index": INDEX, "tag": LIST, "category": LIST}, settings)


def test_topics_stand_in_both_orders(tmp_path: Path) -> None:
    site = build(tmp_path, SHELF)
    assert site.exit_status == 0, site.said
    assert site.text("index.html") == "advice/b/ Because."
    assert site.text("tag/separation/index.html") == "best: b a 3"
    assert site.text("tag/separation/2.html") == "best: c 3"
    assert site.text("tag/separation/newest/index.html") == "newest: c b 3"
    assert site.text("category/at-home/newest/index.html") == "newest: c b a 3"
    assert site.text("tag/trust/index.html") == ": c 1"
    assert not (site.output / "tag/trust/newest").exists()


def test_best_is_what_the_editor_picked_then_what_to_do_then_what_others_asked() -> None:
    rows = [("essay", 9), ("interview", 8), ("question-answer", 7), ("question-answer", 6), ("guide", 1), ("essay", 2)]
    articles = [SimpleNamespace(slug=f"{kind}-{day}", kind=kind, date=date(2026, 1, day)) for kind, day in rows]
    order = [one.slug for one in best_first(articles, {"essay-2": 0, "question-answer-6": 1})]
    assert order == ["essay-2", "question-answer-6", "guide-1", "question-answer-7", "interview-8", "essay-9"]


@pytest.mark.parametrize(
    ("shelf", "told"),
    [
        (SHELF.replace('"b"', '"d"'), "start-here.toml:1: no published post has the slug `d`"),
        ("\n" + SHELF.replace("b", "bb"), "start-here.toml:2: no published post has the slug `bb` (did you mean `b`?)"),
        (SHELF + SHELF, "start-here.toml:4: `b` stands in this file twice"),
        (SHELF.replace("why", "note"), "start-here.toml:1: a pick needs `why`"),
        (SHELF.replace("why", "note"), "start-here.toml:1: `note` is not known here"),
    ],
)
def test_what_is_wrong_with_the_shelf_stops_build_and_check(tmp_path: Path, shelf: str, told: str) -> None:
    site = build(tmp_path, shelf)
    assert site.exit_status != 0
    assert told in site.said
    assert any(told in str(problem) for problem in check_content(tmp_path / "content"))


def test_a_site_needs_no_shelf(tmp_path: Path) -> None:
    assert read_picks(tmp_path / "start-here.toml") == ()
    (tmp_path / "start-here.toml").write_text("[[posts]]", encoding="utf-8")
    with pytest.raises(SiteError):
        read_picks(tmp_path / "start-here.toml")
