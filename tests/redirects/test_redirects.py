"""Former addresses lead to where a post is now, and take nobody else's place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.checks.rules import check_content
from plugins.shared.header_rules import alias_form
from plugins.shared.posts import Post
from tests.conftest import Built
from tests.small_site import SmallSite, build_small_site, post_file

PLUGINS = ["plugins.posts", "plugins.redirects"]
PAGE = "Title: Here\nSlug: here\n{}\n\nText.\n"


def build(folder: Path, aliases: str, page_aliases: str = "", **header: str) -> SmallSite:
    page = PAGE.replace("{}\n", f"Aliases: {page_aliases}\n" if page_aliases else "")
    files = {"posts/one.md": post_file("one", Aliases=aliases, **header), "pages/here.md": page}
    return build_small_site(folder, PLUGINS, files, {"redirect": "{{ target.url }}"})


def test_posts_and_pages_are_led_to_from_every_former_address(tmp_path: Path) -> None:
    site = build(tmp_path, "/Old/one/, /2012/03/old.html, /advice/two/", "/there/")
    assert site.exit_status == 0, site.said
    for name in ("Old/one/index.html", "2012/03/old.html", "advice/two/index.html"):
        assert site.text(name) == "advice/one/"
    assert site.text("there/index.html") == "here/"


def test_a_draft_is_not_led_to(tmp_path: Path) -> None:
    site = build(tmp_path, "/old/", Status="draft")
    assert site.exit_status == 0, site.said
    assert not (site.output / "old").exists()


def test_every_alias_that_is_taken_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    site = build(tmp_path, "/here/, /tag/old/, /twice/", "/advice/one/, /twice/")
    assert site.exit_status != 0
    folder = tmp_path / "content"
    for place, alias in (
        ("pages/here.md:3", "/advice/one/"),
        ("pages/here.md:3", "/twice/"),
        ("posts/one.md:10", "/here/"),
        ("posts/one.md:10", "/tag/old/"),
    ):
        assert f"{folder}/{place}: `{alias}` is taken by " in site.said
    assert not (site.output / "here").exists()


@pytest.mark.parametrize("alias", ["/a/", "/2012/03/Old_Post.html", "/a.b/~c-d/", "/2012/03/27/a/"])
def test_addresses_of_other_systems_are_accepted(alias: str) -> None:
    assert [*alias_form(Post({"Aliases": alias}, ""), False)] == []


@pytest.mark.parametrize(
    "alias",
    [
        *("/", "a/", "/a", "//a/", "/a//b/", "/../a/", "/a/../b/", "/./a/", "/a/..", "/a.php", "/a b/", "/é/"),
        *("https://a.example/b/", "/a/?b=c/", '/"><script>/', "/%2e%2e/a/", "\\a\\"),
    ],
)
def test_what_is_no_address_of_ours_is_refused(alias: str) -> None:
    (problem,) = alias_form(Post({"Aliases": f"/good/, {alias}"}, "", lines={"Aliases": 7}), False)
    assert problem.line == 7
    assert f"`{alias}` must begin with / and end with / or .html" in problem.message


def test_the_check_tells_of_aliases_too(content: Path, tmp_path: Path) -> None:
    for name, alias in (("posts/2026/one.md", "/about/"), ("posts/2026/two.md", "/a/../b/")):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(post_file(path.stem, Aliases=alias), encoding="utf-8")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/about.md").write_text("Title: About\nSlug: about\n\nText.\n", encoding="utf-8")
    rules = {problem.rule: problem for problem in check_content(tmp_path)}
    assert "`/about/` is taken by" in rules["aliases-apart"].message
    assert rules["alias-form"].path.name == "two.md"


def test_the_page_at_a_former_address_leads_on_without_a_script(
    page: Callable[[str], BeautifulSoup], published: Built
) -> None:
    soup = page("/old/imported/")
    (refresh,) = soup.select("meta[http-equiv=refresh]")
    assert refresh["content"] == "0; url=/advice/imported-dated/"
    assert soup.select_one("meta[name=robots][content=noindex]")
    assert [link["href"] for link in soup.select("main a")] == ["/advice/imported-dated/"]
    assert soup.select("script") == []
    text = (published.output / "2012/03/Imported.html").read_text(encoding="utf-8")
    (canonical,) = BeautifulSoup(text, "lxml").select("link[rel=canonical]")
    assert canonical["href"] == "https://example.org/advice/imported-dated/"


def test_an_address_that_has_moved_leads_on(tmp_path: Path) -> None:
    files = {
        "posts/one.md": post_file("one"),
        "addresses.txt": "/tag/old/ moved /tag/trust/\n/advice/one/ moved /tag/trust/\n/feeds/a.xml moved /feeds/b\n",
    }
    template = {"redirect": "{{ target.url }} {{ target.title }}", "article": "the post"}
    site = build_small_site(tmp_path, PLUGINS, files, template)
    assert site.exit_status == 0, site.said
    assert site.text("tag/old/index.html") == "tag/trust/ /tag/trust/"
    assert site.text("advice/one/index.html") == "the post"
    assert not (site.output / "feeds").exists()
