"""What is wrong with a built site is found before anybody sees it, all of it at once, with file and line."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from plugins.publish.pages import read_page, read_pages
from plugins.publish.verify import check_site
from plugins.shared.posts import read_post
from tests.conftest import PUBLISH, ROOT, Built

PAGE = "<!doctype html>\n<html lang=en><head><title>A</title>{head}</head>\n<body>\n{body}\n</body></html>\n"
SITE = "https://example.org"


def problems(folder: Path, files: Mapping[str, str], hidden: tuple[str, ...] = ("secret",)) -> list[str]:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = check_site(folder, read_pages(folder), SITE, hidden)
    return [f"{problem.path.relative_to(folder)}:{problem.line}: {problem.message}" for problem in found]


def with_body(body: str, head: str = "") -> str:
    return PAGE.format(head=head, body=body)


GOOD = {
    "index.html": with_body(
        '<p id=a>A<p>B<ul><li>C<li><a href="#a">D</a></ul><img src="/images/a.svg" alt=""><br>'
        '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg><a href="https://elsewhere.example/x">E</a>'
        '<a href="mailto:a@example.org">F</a><form action="https://forms.example/f"></form>'
        '<a href="b/?q=1#c">G</a><a href="https://example.org/b/#c">H</a><a href="#top">I</a>'
        '<script type="application/ld+json">{"a": "</b>"}</script>',
        '<link rel=stylesheet href="/theme/a.css"><link rel=canonical href="https://example.org/">',
    ),
    "404.html": with_body(""),
    "b/index.html": with_body('<h1 id="c">C</h1><a href="../">Up</a>'),
    "images/a.svg": "<svg/>",
    "theme/a.css": "",
    "sitemap.xml": "<urlset><url><loc>https://example.org/b/</loc></url></urlset>",
    "feeds/atom.xml": '<feed><link href="https://example.org/"/></feed>',
}


def test_a_site_in_order_is_let_through(tmp_path: Path) -> None:
    assert problems(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("name", "text", "line", "said"),
    [
        ("x.html", with_body("<div><b>a</div>"), 4, "`<b>` of line 4 is still open at `</div>`"),
        ("x.html", with_body("<section>a"), 5, "`<section>` of line 4 is still open at `</body>`"),
        ("x.html", with_body("</p>"), 4, "`</p>` closes nothing"),
        ("x.html", with_body("<div/></div>"), 4, "`<div/>` does not close the element"),
        ("x.html", "<p>a</p>", 1, "a page begins with `<!doctype html>`"),
        ("x.html", with_body("<i id=a></i>\n<i id=a></i>"), 5, "the id `a` stands twice"),
        ("x.html", with_body("<a href=a href=b>a</a>"), 4, "an attribute of `<a>` stands twice"),
        ("x.html", with_body("<p style='color: red'>a"), 4, "a style stands in the page"),
        ("x.html", with_body("<script>alert(1)</script>"), 4, "a script stands in the page"),
        ("x.html", with_body("<p onclick='a()'>a"), 4, "`onclick` holds a script"),
        ("x.html", with_body("<a href='/nowhere/'>a</a>"), 4, "`/nowhere/` leads to nothing"),
        ("x.html", with_body("<a href='/b'>a</a>"), 4, "`/b` leads to nothing"),
        ("x.html", with_body("<a href='/b/#d'>a</a>"), 4, "`/b/#d` names a place that b/index.html does not have"),
        ("x.html", with_body("<a href='https://example.org/c/'>a</a>"), 4, "leads to nothing"),
        ("x.html", with_body("<img src='https://elsewhere.example/a.png' alt=''>"), 4, "is loaded from elsewhere"),
        ("x.html", with_body("<img src='/a.png' srcset='/images/a.svg 1x, /b.png 2x' alt=''>"), 4, "`/b.png` leads"),
        ("x.html", with_body("", "<script src='//cdn.example/a.js'></script>"), 2, "is loaded from elsewhere"),
        ("x.html", with_body("", "<meta http-equiv=refresh content='0; url=/gone/'>"), 2, "`/gone/` leads to nothing"),
        ("x.html", with_body("<a href='/advice/secret/'>a</a>"), 0, "names `/advice/secret/`, which is not published"),
        ("advice/secret/index.html", with_body(""), 0, "of a post that is not published"),
        ("drafts/a/index.html", with_body(""), 0, "of a post that is not published"),
        ("sitemap.xml", "<urlset><url></urlset>", 1, "this is not well-formed"),
        ("sitemap.xml", "<urlset><url><loc>https://example.org/c/</loc></url></urlset>", 1, "leads to nothing"),
        ("notes.md", "", 0, "`.md` is no kind of file"),
        ("images/.env", "", 0, "a hidden file"),
        ("B/index.html", with_body(""), 0, "are one file"),
    ],
)
def test_what_is_wrong_is_told(name: str, text: str, line: int, said: str, tmp_path: Path) -> None:
    found = problems(tmp_path, {**GOOD, name: text})
    assert any(one.startswith(f"{name}:{line}: ") and said in one for one in found) or (
        name == "B/index.html" and said in found[0]
    ), found


def test_a_link_out_of_the_site_is_refused(tmp_path: Path) -> None:
    (tmp_path / "passwd.txt").symlink_to("/etc/passwd")
    assert problems(tmp_path, GOOD) == [
        "passwd.txt:0: this is a symbolic link, which leads out of the site; publish the file itself"
    ]


def test_a_build_that_made_nothing_is_no_site(tmp_path: Path) -> None:
    assert [one.partition(":")[0] for one in problems(tmp_path / "never-made", {})] == ["404.html", "index.html"]


def test_everything_is_told_at_once(tmp_path: Path) -> None:
    files = {"x.html": with_body("<a href='/1/'>a</a>\n<a href='/2/'>a</a>"), "y.md": "", "z.html": "<p>"}
    assert len(problems(tmp_path, {**GOOD, **files})) == 4


def test_the_site_that_ships_is_in_order(published: Built) -> None:
    hidden = [read_post(path).get("Slug") for path in (ROOT / "tests/site/posts").rglob("*draft*.md")]
    assert hidden
    found = check_site(published.output, read_pages(published.output), PUBLISH["SITEURL"], hidden)
    assert [str(problem) for problem in found] == []


def test_forms_and_refreshes_are_read(published: Built) -> None:
    page = read_page(published.output / "old/imported/index.html")
    assert [link.address for link in page.links if link.what == "refresh"] == [
        "https://example.org/advice/imported-dated/"
    ]
