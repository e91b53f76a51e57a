"""Links by which Pelican would read or write outside the content: a bare `pelican` run takes none of them."""

from pathlib import Path

from tests.small_site import build_small_site, post_file

LINKS = """[a]({static}../../../outside.txt) [b](|static|/../../outside.txt) [c]({attach}/images/index.html)
[d]({static}/comments/private.toml) [e]({static}/tags.toml) [f]({filename}/comments/private.toml)

    [g]: {static}/tags.toml

<a title="x href='{static}/tags.toml'" href="{static}/images/../tags.toml">h</a> ![i]({static}/images/kept.png)
"""


def test_nothing_outside_is_read_and_nothing_is_replaced(tmp_path: Path) -> None:
    files = {
        "posts/a.md": post_file("a", LINKS),
        "comments/private.toml": "secret = 1\n",
        "images/index.html": "replaced",
        "images/kept.png": "picture",
    }
    (tmp_path / "outside.txt").write_text("secret", encoding="utf-8")
    site = build_small_site(tmp_path / "site", ["plugins.posts"], files, {"article": "{{ article.content|safe }}"})
    assert site.exit_status == 0, site.said
    page = site.text("advice/a/index.html")
    assert "replaced" not in page
    assert 'src="https://example.org/images/kept.png"' in page
    written = {path.relative_to(site.output).as_posix() for path in site.output.rglob("*") if path.is_file()}
    assert {name for name in written if "private" in name or "tags" in name or "outside" in name} == set()
    assert not any(path.name == "outside.txt" for path in site.output.parent.rglob("outside.txt"))
