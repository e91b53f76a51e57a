"""Posts and pages as Pelican reads them: a real build."""

from pathlib import Path

import pytest

from tests.small_site import HOSTILE, SmallSite, build_small_site, post_file

PAGE = "Title: About & <b>us</b>\nSlug: about\nSummary: Who we are.\n\nHusband: this is text.\n"
ARTICLE = """{{ {
    "title": article.title, "kind": article.kind, "date": article.date|string, "status": article.status,
    "author": article.author|string, "has_author": article.author is defined, "summary": article.summary,
    "summary_text": article.summary_text, "content": article.content, "post_id": article.post_id,
    "previous": (article.previous_article or {}).slug|default(None),
    "next": (article.next_article or {}).slug|default(None),
    "tags": article.tags|default([])|map("string")|list
}|tojson }}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    body = (
        "Husband: he is cold.\n\nSee [the other]({filename}/posts/b.md).\n\n## One & two\n\n<script>alert(1)</script>"
    )
    files = {
        "posts/2026/hostile.md": post_file("hostile", body, Title=HOSTILE, Author="A & <i>B</i>", Summary=HOSTILE),
        "posts/b.md": post_file("b", Date="2026-11-19", Summary="", Tags=""),
        "posts/c.md": post_file("c", Date="2026-11-19"),
        "posts/unfinished.md": post_file("unfinished", Status="draft"),
        "posts/ignored.rst": "Not read\n########\n",
        "posts/ignored.html": "<title>Not read</title>",
        "pages/about.md": PAGE,
        "pages/ask.md": PAGE.replace("about", "ask").replace("Summary: Who we are.", "Template: ask"),
    }
    templates = {
        "article": ARTICLE,
        "page": "{{ [page.title, page.content, page.summary_text]|tojson }}",
        "ask": "{{ ['the ask template', page.title]|tojson }}",
    }
    return build_small_site(tmp_path_factory.mktemp("posts"), ["plugins.posts"], files, templates)


def test_every_post_and_page_is_there_and_nothing_else(site: SmallSite) -> None:
    assert site.exit_status == 0, site.said
    assert sorted(path.parent.name for path in site.output.glob("advice/*/index.html")) == ["b", "c", "hostile"]
    assert [path.parent.name for path in site.output.glob("drafts/*/index.html")] == ["unfinished"]


def test_a_draft_without_a_category_gets_the_default_one_wherever_categories_are_saved(tmp_path: Path) -> None:
    files = {"posts/a.md": post_file("a", Category="", Status="draft")}
    site = build_small_site(
        tmp_path, ["plugins.posts"], files, {"article": "{{ article.category }}"}, {"CATEGORY_SAVE_AS": ""}
    )
    assert site.exit_status == 0, site.said
    assert site.text("drafts/a/index.html") == "Uncategorized"


def test_a_hostile_title_stays_text(site: SmallSite) -> None:
    article = site.data("advice/hostile/index.html")
    assert article["title"] == article["summary_text"] == HOSTILE
    assert article["summary"] == "Fish &amp; &lt;b&gt;chips&lt;/b&gt; &quot;quoted&quot; &lt;/script&gt;"
    assert article["author"] == "A & <i>B</i>"


def test_the_body_is_never_taken_for_a_header_and_is_cleaned(site: SmallSite) -> None:
    content = site.data("advice/hostile/index.html")["content"]
    assert content.startswith("<p>Husband: he is cold.</p>")
    assert '<a href="https://example.org/advice/b/">the other</a>' in content
    assert '<h2 id="one-two">One &amp; two</h2>' in content
    assert "alert" not in content


def test_neighbors_are_published_posts_by_day_and_slug(site: SmallSite) -> None:
    assert [site.data(f"advice/{slug}/index.html")["previous"] for slug in ("b", "c", "hostile")] == [None, "b", "c"]
    assert [site.data(f"advice/{slug}/index.html")["next"] for slug in ("b", "c", "hostile")] == ["c", "hostile", None]
    assert site.data("drafts/unfinished/index.html")["next"] is None


def test_what_a_post_lacks_is_lacking(site: SmallSite) -> None:
    article = site.data("advice/b/index.html")
    assert (article["has_author"], article["summary_text"], article["tags"]) == (False, "", [])


def test_pages_have_their_template(site: SmallSite) -> None:
    assert site.data("about/index.html") == ["About & <b>us</b>", "<p>Husband: this is text.</p>", "Who we are."]
    assert site.data("ask/index.html") == ["the ask template", "About & <b>us</b>"]


def test_all_problems_of_all_files_stop_the_build_with_their_lines(tmp_path: Path) -> None:
    files = {
        "posts/a.md": post_file("a", Kind="letter", Date="soon"),
        "posts/b.md": "Title: B\nSlug: b\nsave_as: index.html\n\nText.\n",
        "pages/c.md": "Title: C\nSlug: c\nTemplate: base\n\nText.\n",
    }
    site = build_small_site(tmp_path, ["plugins.posts"], files, {})
    assert site.exit_status != 0
    for place in ("a.md:4: `Date: soon`", "a.md:9: `Kind: letter`", "b.md:3: `save_as`", "c.md:3: `Template: base`"):
        assert place in site.said


@pytest.mark.parametrize(("language", "day"), [("en", "20 November 2026"), ("pt-BR", "20 de novembro de 2026")])
def test_a_day_is_told_in_the_language_of_the_site(tmp_path: Path, language: str, day: str) -> None:
    template = {"article": "{{ article.date|words }} {{ article.date|isodate }}"}
    settings = {"DEFAULT_LANG": language}
    site = build_small_site(tmp_path, ["plugins.posts"], {"posts/a.md": post_file("a")}, template, settings)
    assert site.text("advice/a/index.html") == f"{day} 2026-11-20"
