"""Who answers, and what entitles them to advise."""

from pathlib import Path

import pytest

from plugins.authors.authors import read_authors
from plugins.checks.rules import check_content
from plugins.shared.errors import SiteError
from tests.conftest import ROOT
from tests.small_site import SmallSite, build_small_site, post_file

AUTHORS = """
[[author]]
name = "Ann & Bo"
about = "Two <b>people</b>."
entitled_by = "Nothing."
pen_name = true
"""
INDEX = """{% for author, posts in authors %}
{{ [author.name, author.articles_count, author.profile.entitled_by or "", author.profile.pen_name or ""]|tojson }}
{% endfor %}"""


def build(folder: Path, name: str, source: str = "", authors: str = AUTHORS) -> SmallSite:
    files = {"posts/a.md": post_file("a", Author="Ann & Bo"), "posts/b.md": post_file("b", Author=name, Source=source)}
    files["authors.toml"] = authors
    settings = {"AUTHOR_SAVE_AS": "author/{slug}/index.html"}
    templates = {"index": INDEX, "author": "{{ author.profile.about }}"}
    return build_small_site(folder, ["plugins.posts", "plugins.tags", "plugins.authors"], files, templates, settings)


def test_authors_have_their_profiles_and_those_of_old_copies_none(tmp_path: Path) -> None:
    site = build(tmp_path, "Someone", source="old.html")
    assert site.exit_status == 0, site.said
    assert [line for line in site.text("index.html").splitlines() if line] == [
        '["Ann \\u0026 Bo", 1, "Nothing.", true]',
        '["Someone", 1, "", ""]',
    ]
    assert site.text("author/ann-bo/index.html") == "Two &lt;b&gt;people&lt;/b&gt;."


def test_an_unknown_author_stops_the_build_and_the_check(tmp_path: Path) -> None:
    site = build(tmp_path, "Ann and Bo")
    told = "b.md:5: `Ann and Bo` is not in content/authors.toml (did you mean `Ann & Bo`?)"
    assert site.exit_status != 0
    assert told in site.said
    assert any(told in str(problem) for problem in check_content(tmp_path / "content"))


def test_without_a_file_nobody_is_unknown(tmp_path: Path) -> None:
    assert read_authors(tmp_path / "authors.toml") == {}


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('about = "Two <b>people</b>."\n', "", "authors.toml:2: an author needs `about`"),
        ("pen_name", "nickname", "authors.toml:2: `nickname` is not an author's key"),
        ("true", '"yes"', "authors.toml:2: `pen_name` is true or false"),
        (AUTHORS, AUTHORS + AUTHORS, "authors.toml:8: `Ann & Bo` stands in this file twice"),
    ],
)
def test_what_is_wrong_with_the_file_is_told(tmp_path: Path, before: str, after: str, told: str) -> None:
    path = tmp_path / "authors.toml"
    path.write_text(AUTHORS.replace(before, after), encoding="utf-8")
    with pytest.raises(SiteError) as caught:
        read_authors(path)
    assert told in str(caught.value)


def test_every_author_of_the_blogs_own_posts_is_introduced() -> None:
    assert "The Night Desk" in read_authors(ROOT / "content/authors.toml")
