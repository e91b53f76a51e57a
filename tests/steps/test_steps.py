"""The steps of a post: found, printed on a sheet of their own, or told what is wrong with them."""

from pathlib import Path

import pytest

from plugins.shared.posts import parse_post
from plugins.steps.lists import WORDS_MAX, problems_of
from tests.small_site import HOSTILE, build_small_site, post_file

PLUGINS = ("plugins.posts", "plugins.tags", "plugins.steps")
TEMPLATES = {
    "article": "{% if article.steps %}{{ article.steps.url }} {{ article.steps.anchor }}{% endif %}",
    "steps": "<h1>{{ article.steps.heading }}</h1>{{ article.steps.html|safe }}",
}
BODY = f"""
> Help.

Of course.

## {HOSTILE}

In this order:

1. **Ask.** See [the other]({{filename}}other.md).
2. Wait.

## After

1. Not a step.
"""


def test_a_post_with_steps_has_a_sheet_of_them(tmp_path: Path) -> None:
    files = {
        "posts/one.md": post_file("one", BODY, Steps='Fish & chips "quoted"', Kind="question-answer"),
        "posts/draft.md": post_file("draft", BODY, Steps="After", Status="draft"),
        "posts/other.md": post_file("other", BODY),
    }
    site = build_small_site(tmp_path, PLUGINS, files, TEMPLATES)
    assert site.exit_status == 0, site.said
    assert site.text("advice/one/index.html") == "advice/one/steps/ fish-chips-quoted"
    sheet = site.text("advice/one/steps/index.html")
    assert sheet.startswith("<h1>Fish &amp; chips &#34;quoted&#34;</h1><ol>")
    assert "https://example.org/advice/other/" in sheet
    assert "Not a step" not in sheet
    assert "Not a step" in site.text("drafts/draft/steps/index.html")
    assert site.text("advice/other/index.html") == ""
    assert not (site.output / "advice/other/steps").exists()


REFUSED = {
    "no such heading": (
        "Aftr",
        BODY,
        "there is no heading `Aftr` with a numbered list under it (did you mean `After`?)",
    ),
    "no list": ("After", "## After\n\nText.\n\n## More\n\n1. One.", "there is no heading `After` with a numbered list"),
    "too long": (
        "After",
        f"## After\n\n1. {'word ' * 400}",
        f"the steps have 400 words, and one sheet takes {WORDS_MAX}",
    ),
}


@pytest.mark.parametrize(("heading", "body", "message"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_printed_is_told_with_its_line(heading: str, body: str, message: str) -> None:
    post = parse_post(post_file("one", body, Steps=heading), Path("one.md"))
    (problem,) = problems_of(post)
    assert problem.message.startswith(message)
    assert (problem.path, problem.line) == (Path("one.md"), post.lines["Steps"])


def test_a_build_stops_at_steps_that_are_not_there(tmp_path: Path) -> None:
    site = build_small_site(tmp_path, PLUGINS, {"posts/one.md": post_file("one", BODY, Steps="Aftr")}, TEMPLATES)
    assert site.exit_status != 0
    assert "there is no heading `Aftr`" in site.said
