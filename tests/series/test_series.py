"""Series: each part knows the others, and a name written wrongly is told."""

from pathlib import Path

from plugins.series.parts import misspelled
from plugins.shared.posts import parse_post
from tests.small_site import build_small_site, post_file

PLUGINS = ("plugins.posts", "plugins.tags", "plugins.series")
ARTICLE = """{% set s = article.series %}{{ ({"name": s.name, "number": s.number,
"parts": s.parts|map(attribute="slug")|list, "previous": s.previous.slug if s.previous else "",
"next": s.next.slug if s.next else ""} if s else {})|tojson }}"""


def test_the_parts_of_a_series_stand_by_date_then_slug(tmp_path: Path) -> None:
    posts = {
        "b": {"Date": "2026-01-02", "Series": "Fish & <b>chips</b>"},
        "a": {"Date": "2026-01-02", "Series": "fish & <B>chips</b>"},
        "c": {"Date": "2026-01-01", "Series": "Fish & <b>chips</b>"},
        "draft": {"Date": "2026-01-01", "Series": "Fish & <b>chips</b>", "Status": "draft"},
        "alone": {"Series": "Another"},
        "none": {},
    }
    files = {f"posts/{slug}.md": post_file(slug, **header) for slug, header in posts.items()}
    site = build_small_site(tmp_path, PLUGINS, files, {"article": ARTICLE})
    assert site.exit_status == 0, site.said
    series = {"name": "Fish & <b>chips</b>", "parts": ["c", "a", "b"]}
    assert site.data("advice/c/index.html") == {**series, "number": 1, "previous": "", "next": "a"}
    assert site.data("advice/a/index.html") == {**series, "number": 2, "previous": "c", "next": "b"}
    assert site.data("advice/b/index.html") == {**series, "number": 3, "previous": "a", "next": ""}
    draft = site.data("drafts/draft/index.html")
    assert (draft["parts"], draft["number"]) == (["c", "draft", "a", "b"], 2)
    assert site.data("advice/alone/index.html") == {}
    assert site.data("advice/none/index.html") == {}


def test_a_name_written_wrongly_is_told_and_a_first_part_is_not() -> None:
    names = ("When love goes quiet", "WHEN love goes quiet", "When love is quiet", "The first of a new one")
    posts = [
        parse_post(post_file(f"part-{number}", Series=name), Path(f"{number}.md")) for number, name in enumerate(names)
    ]
    (problem,) = misspelled(posts)
    assert (problem.path, problem.line) == (Path("2.md"), posts[2].lines["Series"])
    assert problem.message == (
        "no other post is of the series `When love is quiet` (did you mean `When love goes quiet`?); "
        "write one name in all parts"
    )
