"""The post file: what is written is read back, and what is wrong is told with its line, all of it at once."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.shared.errors import SiteError
from plugins.shared.posts import PAGE_KEYS, POST_KEYS, Post, find_posts, format_post, parse_post, read_post

HERE = Path("here.md")

one_line = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=60).map(str.strip)
bodies = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=200)


@given(st.dictionaries(st.sampled_from(POST_KEYS), one_line, min_size=1), bodies)
def test_what_is_written_is_read_back(header: dict[str, str], body: str) -> None:
    text = format_post(Post(header, body))
    post = parse_post(text, HERE)
    assert post.header == header
    assert format_post(post) == text


def test_the_header_is_written_in_the_order_of_the_contract() -> None:
    text = format_post(Post({"Flags": "x", "Summary": "s", "Title": "t"}, "Body"))
    assert text == "Title: t\nSummary: s\nFlags: x\n\nBody\n"


def test_a_body_that_begins_like_a_header_stays_body() -> None:
    post = parse_post("Title: t\n\nHusband: he went.\n", HERE)
    assert post.body == "Husband: he went.\n"
    assert post.body_line == 3


def test_lines_are_counted_over_windows_line_ends_and_a_byte_order_mark() -> None:
    post = parse_post("\ufeffTitle: t\r\nDate: 2026-11-20\r\n\r\n\r\nOne\r\nTwo\r\n", HERE)
    assert post.header == {"Title": "t", "Date": "2026-11-20"}
    assert (post.line_of("Date"), post.body_line, post.body) == (2, 5, "One\nTwo\n")


def test_keys_are_known_whatever_their_case() -> None:
    assert parse_post("title: t\nRELATED-POSTS: a, b,\n\n", HERE).many("Related_posts") == ("a", "b")


def test_a_value_may_hold_colons_and_be_empty() -> None:
    assert parse_post("Title: a: b\nSummary:\n\n", HERE).header == {"Title": "a: b", "Summary": ""}


REFUSED = {
    "no header": ("", ["here.md:1: a post begins with its header"]),
    "a text alone": ("Dear Desk,\nI write to you.\nYours\n\n", ["here.md:1: a post begins with its header"]),
    "an address": ("Title: t\nhttps://example.org\n\n", ["here.md:2: a header line reads"]),
    "all at once": ("Titel: t\nDate: x\nDate: y\n", ["here.md:1: `Titel` is not", "here.md:3: `Date` stands twice"]),
    "a page's key": ("Template: ask\n\n", ["here.md:1: `Template` is not a header key"]),
}


@pytest.mark.parametrize(("text", "messages"), REFUSED.values(), ids=REFUSED)
def test_a_bad_header_is_told_line_by_line(text: str, messages: list[str]) -> None:
    with pytest.raises(SiteError) as caught:
        parse_post(text, HERE)
    problems = [str(problem) for problem in caught.value.problems]
    assert len(problems) == len(messages)
    assert all(problem.startswith(message) for problem, message in zip(problems, messages, strict=True))


def test_a_page_has_keys_of_its_own() -> None:
    assert parse_post("Title: Ask\nTemplate: ask\n\n", HERE, PAGE_KEYS).get("Template") == "ask"


def test_a_file_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("Title: t\n\nDéjà\n".encode("latin-1"))
    with pytest.raises(SiteError, match=r"a\.md:3: this is not UTF-8"):
        read_post(path)


@pytest.mark.parametrize("header", [{"Titel": "t"}, {"Title": "a\nb"}, {"Title": "a\u2028b"}])
def test_what_could_not_be_read_back_is_not_written(header: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="Tit"):
        format_post(Post(header, ""))


def test_posts_are_found_in_order_and_nothing_else(tmp_path: Path) -> None:
    names = ["2026/b.md", "2025/a.md", "2026/b.md.imported", "2026/c.txt"]
    for name in names:
        (tmp_path / "posts" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "posts" / name).touch()
    assert find_posts(tmp_path) == [tmp_path / "posts" / name for name in ("2025/a.md", "2026/b.md")]
