"""Updates and what they are updates of: linked both ways, or told what is wrong."""

from pathlib import Path

import pytest

from plugins.shared.posts import parse_post
from plugins.updates.links import problems_of
from tests.small_site import build_small_site, post_file

PLUGINS = ("plugins.posts", "plugins.tags", "plugins.updates")
ARTICLE = """{{ {"of": article.update_of.slug if article.update_of else "",
"updates": article.updates|map(attribute="slug")|list, "all": updates|map(attribute="slug")|list}|tojson }}"""


def files(**headers: dict[str, str]) -> dict[str, str]:
    return {f"posts/{slug}.md": post_file(slug, **header) for slug, header in headers.items()}


def test_an_update_and_its_original_know_each_other(tmp_path: Path) -> None:
    posts = files(
        first={"Date": "2026-01-01"},
        second={"Date": "2026-02-01", "Update_of": "first"},
        third={"Date": "2026-03-01", "Update_of": "second"},
        unfinished={"Date": "2026-04-01", "Update_of": "first", "Status": "draft"},
    )
    templates = {"article": ARTICLE}
    site = build_small_site(tmp_path, PLUGINS, posts, templates)
    assert site.exit_status == 0, site.said
    assert site.data("advice/first/index.html") == {
        "of": "",
        "updates": ["second", "third"],
        "all": ["third", "second"],
    }
    assert site.data("advice/second/index.html")["of"] == "first"
    assert site.data("advice/third/index.html")["of"] == "second"
    assert site.data("drafts/unfinished/index.html")["of"] == "first"


def test_a_build_stops_at_a_circle(tmp_path: Path) -> None:
    site = build_small_site(tmp_path, PLUGINS, files(a={"Update_of": "b"}, b={"Update_of": "a"}), {})
    assert site.exit_status != 0
    assert "`b` leads back to this post: a → b → a" in site.said


REFUSED = {
    "no such post": (
        {"Update_of": "fist"},
        {},
        "there is no post `fist` (did you mean `first`?); correct or remove it",
    ),
    "itself": ({"Update_of": "second"}, {}, "`second` leads back to this post: second → second; remove one of them"),
    "a draft": ({"Update_of": "first"}, {"Status": "draft"}, "`first` is a draft, so nothing can lead to it"),
    "a later one": ({"Update_of": "first"}, {"Date": "2026-11-21"}, "`first` is of 2026-11-21, and an update is later"),
}


@pytest.mark.parametrize(("update", "original", "message"), REFUSED.values(), ids=REFUSED)
def test_what_is_wrong_is_told_with_its_line(update: dict[str, str], original: dict[str, str], message: str) -> None:
    posts = [
        parse_post(post_file(slug, **header), Path(f"{slug}.md"))
        for slug, header in (("first", original), ("second", update))
    ]
    (problem,) = problems_of(posts)
    assert problem.message.startswith(message)
    assert problem.path == Path("second.md")
    assert problem.line == posts[1].lines["Update_of"]
