"""The theme's styles, scripts and other files, as they are published."""

import re
from pathlib import Path

import pytest

from plugins.assets.bundles import join_styles, read_script
from plugins.shared.errors import SiteError
from tests.small_site import SmallSite, build_small_site, post_file

STATIC = {
    "css/tokens.css": "@layer tokens, base, components;\n\n@layer tokens {\n  :root { --ink: #27231e; }\n}\n",
    "css/base.css": "@layer base {\n  /* why */\n  p { margin: calc(1rem + 2 * var(--space, 0.5rem)); }\n}\n",
    "css/prose.css": "@layer base {\n  .prose :where(h2, p):first-child { margin: 0; }\n}\n",
    "css/components/note.css": '@layer components {\n  .note::before { content: "—  "; }\n}\n',
    "js/share-link.js": "// why\nconst  words = `a  b ${1 + 1}`;\nconsole.log(words.replace(/\\s  x/, ''));\n",
    "images/icon.svg": "<svg/>",
    "feed.xsl": "<a/>",
}
INDEX = """{{ styles(["base", "tokens"], "page") }}
{{ styles(["tokens", "components/note", "base", "base"], "page") }}
{{ script("share-link") }}"""


@pytest.fixture
def static(tmp_path: Path) -> Path:
    folder = tmp_path / "theme/static"
    for name, text in STATIC.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def build(folder: Path, index: str = INDEX) -> SmallSite:
    files = {"posts/a.md": post_file("a")}
    return build_small_site(folder, ["plugins.posts", "plugins.assets"], files, {"index": index, "article": index})


def test_a_page_loads_one_sheet_of_the_styles_that_it_names(static: Path, tmp_path: Path) -> None:
    site = build(tmp_path)
    assert site.exit_status == 0, site.said
    plain, noted, script = site.text("index.html").splitlines()
    assert re.fullmatch(r"theme/css/page\.[0-9a-f]{10}\.css", plain)
    assert re.fullmatch(r"theme/js/share-link\.[0-9a-f]{10}\.js", script)
    assert site.text(plain).startswith("@layer tokens,base,components;@layer tokens{:root{--ink:#27231e}}")
    assert "margin:calc(1rem + 2 * var(--space,0.5rem))" in site.text(plain)
    assert site.text(noted) == site.text(plain) + '@layer components{.note::before{content:"—  "}}'
    assert "`a  b ${1 + 1}`" in site.text(script)
    assert "why" not in site.text(plain) + site.text(script)
    assert site.text("advice/a/index.html").splitlines() == [plain, noted, script]


def test_a_rule_about_what_is_below_an_element_stays_one(static: Path) -> None:
    text = join_styles(static, ["prose"], "page").data.decode()
    assert text == "@layer base{.prose *:where(h2,p):first-child{margin:0}}"


def test_other_files_keep_their_names_and_sources_are_not_published(static: Path, tmp_path: Path) -> None:
    site = build(tmp_path)
    published = sorted(str(path.relative_to(site.output)) for path in (site.output / "theme").rglob("*.*"))
    assert [re.sub(r"\.[0-9a-f]{10}\.", ".*.", path) for path in published] == [
        "theme/css/page.*.css",
        "theme/css/page.*.css",
        "theme/feed.xsl",
        "theme/images/icon.svg",
        "theme/js/share-link.*.js",
    ]


def test_the_same_styles_are_the_same_file_in_whatever_order(static: Path) -> None:
    one = join_styles(static, ["components/note", "base", "tokens"], "page")
    assert one == join_styles(static, ["tokens", "base", "base", "components/note"], "page")


def test_a_change_of_a_file_changes_its_name(static: Path) -> None:
    before = read_script(static, "share-link")
    (static / "js/share-link.js").write_text("console.log(1);\n", encoding="utf-8")
    assert read_script(static, "share-link").path != before.path


def test_a_name_without_a_file_is_told(static: Path) -> None:
    with pytest.raises(SiteError, match=r"js/nothing\.js: a template names this file .* missing; add it"):
        read_script(static, "nothing")


def test_a_name_without_a_file_stops_the_build(static: Path, tmp_path: Path) -> None:
    site = build(tmp_path, '{{ styles(["tokens", "nothing"], "page") }}')
    assert site.exit_status != 0
    assert "nothing.css: a template names this file" in site.said
