"""The archive of comments: threads, held ones, and what stops a build."""

from pathlib import Path

import pytest

from plugins.comments.threads import CommentNode, count, read_threads, thread
from plugins.shared.comment_files import Comment
from plugins.shared.errors import SiteError
from tests.small_site import HOSTILE, SmallSite, build_small_site, post_file


def outline(nodes: tuple[CommentNode, ...]) -> list[object]:
    return [(node.id, outline(node.replies)) if node.replies else node.id for node in nodes]


def test_replies_hang_below_what_they_reply_to_in_the_order_of_the_file() -> None:
    comments = [
        Comment("c1", "Ann", "One."),
        Comment("c2", "Bob", "Two."),
        Comment("c3", "Cid", "To one.", reply_to="c1"),
        Comment("c4", "Dot", "To three.", reply_to="c3"),
        Comment("c5", "Eve", "To one.", reply_to="c1"),
    ]
    nodes = thread(comments)
    assert outline(nodes) == [("c1", [("c3", ["c4"]), "c5"]), "c2"]
    assert count(nodes) == 5


def test_held_comments_are_absent_and_replies_to_them_move_up() -> None:
    held = {"status": "held", "reason": "advertising"}
    comments = [
        Comment("c1", "Ann", "One."),
        Comment("c2", "Spam", "Buy!", reply_to="c1", **held),  # type: ignore[arg-type]
        Comment("c3", "Bob", "Do not.", reply_to="c2"),
        Comment("c4", "Spam", "Buy!", **held),  # type: ignore[arg-type]
        Comment("c5", "Cid", "No.", reply_to="c4"),
    ]
    assert outline(thread(comments)) == [("c1", ["c3"]), "c5"]


def test_deep_replies_stand_on_the_last_level_each_after_what_it_replies_to() -> None:
    comments = [
        Comment(f"c{place}", f"Reader {place}", "!", reply_to=f"c{place - 1}" if place > 1 else "")
        for place in range(1, 2001)
    ]
    comments.append(Comment("late", "Late", "To five.", reply_to="c5"))
    nodes = thread(comments)
    ((first, ((second, ((third, last),)),)),) = outline(nodes)  # type: ignore[misc]
    assert (first, second, third) == ("c1", "c2", "c3")
    assert last == [*(f"c{place}" for place in range(4, 2001)), "late"]
    assert count(nodes) == 2001


def test_a_reply_names_whom_it_answers_unless_that_is_held() -> None:
    comments = [
        Comment("c1", HOSTILE, "One."),
        Comment("c2", "Bob", "To one.", reply_to="c1"),
        Comment("c3", "Spam", "Buy!", reply_to="c1", status="held", reason="advertising"),
        Comment("c4", "Cid", "To spam.", reply_to="c3"),
    ]
    (node,) = thread(comments)
    assert (node.reply_to, node.reply_to_author) == ("", "")
    assert [(one.reply_to, one.reply_to_author) for one in node.replies] == [("c1", HOSTILE), ("", "")]


@pytest.mark.parametrize("replies", [("c1", ""), ("c2", "c1")])
def test_a_circle_of_replies_is_told(replies: tuple[str, str]) -> None:
    comments = [Comment(f"c{place}", "Ann", "!", reply_to=reply) for place, reply in enumerate(replies, 1)]
    with pytest.raises(SiteError, match="the comment `c1` replies to itself"):
        thread(comments, Path("here.toml"))


def test_the_problems_of_all_files_are_told(tmp_path: Path) -> None:
    (tmp_path / "gone.toml").write_text("", encoding="utf-8")
    (tmp_path / "here.toml").write_text('[[comment]]\nid = "c1"\n', encoding="utf-8")
    with pytest.raises(SiteError) as caught:
        read_threads(tmp_path, {"here"})
    told = {(problem.path.name, problem.line) for problem in caught.value.problems}
    assert told == {("gone.toml", 0), ("here.toml", 1)}


def test_without_a_folder_there_are_no_comments(tmp_path: Path) -> None:
    assert read_threads(tmp_path / "none", {"here"}) == {}


COMMENTS = f"""
[[comment]]
id = "c1"
author = '{HOSTILE}'
date = 2013-01-29T16:17:00
body = '''**Bold** <script>alert(1)</script>[link](https://example.com/) <img src="x"> <h2>Head</h2>'''

[[comment]]
id = "c2"
author = "Desk"
body = "An answer."
reply_to = "c1"
by_author = true

[[comment]]
id = "c3"
author = "Spam"
body = "Buy!"
status = "held"
reason = "advertising"

[[comment]]
id = "c4"
author = "Desk"
body = "An answer."
duplicate_of = "c2"
status = "held"
reason = "a copy"

[[comment]]
id = "c5"
author = "Private"
body = "Held."
status = "held"
reason = "personal data"
"""
ARTICLE = """{% macro row(one) %}{{ [one.author, one.date|isodate, one.html, one.by_author]|tojson }}{% endmacro %}
{"count": {{ article.comments_count }}, "merged": {{ article.comments_merged }},
"private": {{ article.comments_private }}, "rows": [{% for one in article.comments %}[{{ row(one) }}
{% for reply in one.replies %}, {{ row(reply) }}{% endfor %}]{{ "," if not loop.last }}{% endfor %}]}"""
PLUGINS = ["plugins.posts", "plugins.comments"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    files = {
        "posts/one.md": post_file("one"),
        "posts/two.md": post_file("two", Status="draft"),
        "comments/one.toml": COMMENTS,
        "comments/two.toml": '[[comment]]\nid = "c1"\nauthor = "Ann"\ndate = 2013-01-29\nbody = "Hi."\n',
    }
    return build_small_site(tmp_path_factory.mktemp("comments"), PLUGINS, files, {"article": ARTICLE})


def test_an_article_shows_its_comments_cleaned(site: SmallSite) -> None:
    assert site.exit_status == 0, site.said
    article = site.data("advice/one/index.html")
    first, reply = article["rows"][0]
    assert article["count"] == 2
    assert (article["merged"], article["private"]) == (1, 1)
    assert first[:2] == [HOSTILE, "2013-01-29T16:17"]
    assert "<strong>Bold</strong>" in first[2]
    assert '<a href="https://example.com/" rel="nofollow ugc">link</a>' in first[2]
    assert not any(bad in first[2] for bad in ("script", "alert", "<img", "<h2"))
    assert reply == ["Desk", "", "<p>An answer.</p>", True]
    assert site.data("drafts/two/index.html")["rows"] == [[["Ann", "2013-01-29", "<p>Hi.</p>", False]]]


def test_comments_of_no_post_stop_the_build(tmp_path: Path) -> None:
    files = {"posts/one.md": post_file("one"), "comments/on.toml": ""}
    site = build_small_site(tmp_path, PLUGINS, files, {})
    assert site.exit_status != 0
    assert "on.toml: there is no post of this slug" in site.said
