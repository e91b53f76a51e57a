"""The list of contents: of guides that are long enough, and of nothing else."""

from pathlib import Path

from tests.small_site import build_small_site, post_file

BODY = "## A & *b*\n\nText.\n\n## The same\n\n### Below\n\n## The same\n\nText."
ARTICLE = "{% for one in article.contents %}{{ one.id }}={{ one.text }};{% endfor %}"


def test_a_guide_has_its_contents_with_their_anchors(tmp_path: Path) -> None:
    files = {
        "posts/guide.md": post_file("guide", BODY),
        "posts/short.md": post_file("short", "## One\n\n## Two"),
        "posts/essay.md": post_file("essay", BODY, Kind="essay"),
        "posts/draft.md": post_file("draft", BODY, Status="draft"),
    }
    site = build_small_site(
        tmp_path, ("plugins.posts", "plugins.tags", "plugins.contents"), files, {"article": ARTICLE}
    )
    assert site.exit_status == 0, site.said
    listed = "a-b=A &amp; b;the-same=The same;the-same_1=The same;"
    assert site.text("advice/guide/index.html") == listed
    assert site.text("drafts/draft/index.html") == listed
    assert site.text("advice/short/index.html") == site.text("advice/essay/index.html") == ""
