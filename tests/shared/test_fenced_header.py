"""Headers in YAML, as editors in a browser write them, say the same as `Key: value` lines."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.shared.errors import SiteError
from plugins.shared.posts import LIST_KEYS, POST_KEYS, Post, format_post, parse_post

PATH = Path("content/posts/2026/a.md")
FENCED = """---
Title: "Fish & <b>chips</b>: \\"quoted\\" </script>"
Slug: 'a'
Date: 2026-11-20
Tags:
  - trust
  - money
Asker: [Two Cups, One Drunk]
Summary: >-
  A summary that was folded
  over two lines.
Modified: null
Safety: []
Status: draft
---

---
A body that begins with a rule.
"""


def test_values_quotes_lists_and_folds_are_read() -> None:
    post = parse_post(FENCED, PATH)
    assert dict(post.header) == {
        "Title": 'Fish & <b>chips</b>: "quoted" </script>',
        "Slug": "a",
        "Date": "2026-11-20",
        "Tags": "trust, money",
        "Asker": "Two Cups; One Drunk",
        "Summary": "A summary that was folded over two lines.",
        "Modified": "",
        "Safety": "",
        "Status": "draft",
    }
    assert post.body == "---\nA body that begins with a rule.\n"
    assert (post.line_of("Tags"), post.line_of("Asker"), post.body_line) == (5, 8, 17)


WRONG = {
    "no end": ("---\nTitle: A\n", 1, "end it with another line of `---`"),
    "no YAML": ("---\nTitle: A: B\n---\n", 2, "this is not valid YAML"),
    "an unknown key": ("---\nTitle: A\nTitel: B\n---\n", 3, "`Titel` is not a header key (did you mean `Title`?)"),
    "a key twice": ("---\nTitle: A\ntitle: B\n---\n", 3, "`Title` stands twice, first on line 2"),
    "a table": ("---\nTitle: A\nTags:\n  a: b\n---\n", 3, "`Tags` holds more than a value"),
    "a list": ("---\n- Title\n---\n", 2, "a header is `Key: value` lines between"),
    "an object": ("---\nTitle: !!python/object/apply:os.system [ls]\n---\n", 0, ""),
    "nothing": ("---\n---\n", 1, "a post begins with its header"),
}


@pytest.mark.parametrize(("text", "line", "message"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, message: str) -> None:
    if not message:
        assert parse_post(text, PATH).get("Title") == "ls", "nothing is run, nothing made: it is a text"
        return
    with pytest.raises(SiteError) as caught:
        parse_post(text, PATH)
    [problem] = caught.value.problems
    assert problem.line == line
    assert message in problem.message


VALUES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=40).map(
    lambda v: " ".join(v.split())
)


@given(st.dictionaries(st.sampled_from([key for key in POST_KEYS if key not in LIST_KEYS]), VALUES, min_size=1))
def test_what_is_written_in_yaml_reads_as_it_was(header: dict[str, str]) -> None:
    post = Post({key: value for key, value in header.items() if value} | {"Title": "T", "Tags": "a, b"}, "Body.\n")
    fenced = format_post(replace(post, fenced=True))
    read = parse_post(fenced, PATH)
    assert (dict(read.header), read.body) == (dict(post.header), post.body)
    assert format_post(read) == fenced
