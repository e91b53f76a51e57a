"""Whatever the bytes: a post, a capture held or a refusal with its reason; nothing lost; the same every time."""

import datetime
import tempfile
from pathlib import Path

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from plugins.normalize.article import read_capture
from plugins.normalize.decode import is_html
from plugins.normalize.importing import ImportOptions, import_captures
from plugins.shared.comment_files import read_comments
from plugins.shared.markdown import render
from plugins.shared.posts import KINDS, read_post

DAY = datetime.date(2026, 11, 20)
LINES = st.sampled_from(
    ["", "", "", "Q: My boat leaks. What shall I do?", "A: You should bail, and you should bail soon, for your boat "
        "will not wait for you.",
     "Dear Harbor Aunt,", "— Wet Feet", "Signed, Wet Feet", "How to Keep a Boat", "By Otto Lind on March 3, 2011",
     "Step 1: Find the Hole",
     "1. Find the hole", "2. Plug it", "• a bucket", "• a sponge", "Share this: Facebook Twitter", "3 Responses to "
     "“How to Keep a Boat”",
     "Anna says:", "March 5, 2011 at 4:12 pm", "I bailed, and it helped.", "Posted @ Tuesday, January 29, 2013 4:17 "
     "PM by Kay",
     "old_salt said...", "old_salt 7 years ago", "Continue reading", "Leave a Reply", "===", "---", "HARBOR AUNT "
     "SAYS: You should bail.",
     "I have a boat and I love my boat, but my boat has a hole in it and I do not know what I should do about my "
     "boat at all any more.",
     "You should look at your boat from below, because you will find that your boat has told you all that you need "
     "to know by then.",
     "Iím sure that you donít ďknowĒ.", "<p>", "<b>", "&amp;", "[1]: x", "\x00", "\u2028", "\u00a0", "ﷺ",
     "1Find the Hole", "© 2011 The Harbor"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=30).map("\n".join)
PAGES = st.lists(
    st.sampled_from(
        ["<html><body>", "<p>", "</p>", "<div class='comment' id='comment-1'>", "</div>", "<h1>A title for it</h1>",
            "<ul><li>", "</ul>", "<br>",
         "<blockquote>", "<a href='javascript:x'>", "<a href='https://example.org/?a=(b)'>", "</a>", "<em>",
         "<script>bad()</script>", "<table><tr><td>",
         "Some words that make a sentence of text, and then some more of them until it is long enough to be one.",
         "<cite class='fn'>Ann</cite>",
         "<time datetime='2011-02-30T25:61'>", "<meta charset='x'>", "<ol start='9999999999'><li>",
         "&#0;&#x110000;&bogus;", "<style>p{}</style>", "<pre>  a\n b</pre>"]
    ),
    max_size=25,
).map(lambda parts: "<!doctype html><html><body>" + "".join(parts))  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=400),
        TEXTS.map(str.encode),
        TEXTS.map(lambda text: text.encode("utf-16")),
        PAGES.map(str.encode),
    )
)
@example(b"")
@example(b"\xff\xfe")
@example(b"<html>" * 2000)
@example(b".\n===\n" + b"! " * 40)
@example(b".\n===\n" + b"! " * 24 + b"w")
def test_any_bytes_give_an_article_or_a_reason(data: bytes) -> None:
    reading = read_capture(data, "name.txt")
    assert bool(reading.articles) + bool(reading.held) + bool(reading.refused) == 1
    for article in reading.articles:
        assert article.kind in KINDS
        assert article.title
        assert article.body.strip()
        assert article.title.splitlines()[1:] == []


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_line_is_accounted_for(text: str) -> None:
    assume(not is_html(text))
    reading = read_capture(text.encode("utf-8", "replace"), "name.txt")
    if reading.refused:
        assert "lost track" not in reading.refused
        return
    told = {number for account in reading.accounts for number in range(account.first, account.last + 1)}
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert {number for number, line in enumerate(lines, 1) if any(sign.isalnum() for sign in line)} <= told
    assert all(account.rule or account.became in ("body", "held") for account in reading.accounts)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(TEXTS, PAGES), min_size=1, max_size=4))
def test_a_second_import_changes_no_byte_and_all_adds_up(texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        captures, into = Path(folder, "captures"), Path(folder, "into")
        captures.mkdir()
        for number, text in enumerate(texts):
            (captures / f"{number}.txt").write_bytes(text.encode("utf-8", "replace"))
        first = import_captures([captures], ImportOptions(into=into, date=DAY))
        before = {path: path.read_bytes() for path in into.rglob("*") if path.is_file()}
        again = import_captures([captures], ImportOptions(into=into, date=DAY + datetime.timedelta(days=400)))
        assert {path: path.read_bytes() for path in into.rglob("*") if path.is_file()} == before
        assert first.adds_up
        assert again.adds_up
        assert first.articles_found == len(texts)
        assert not again.counts["written"] + again.counts["edited"]
        for path in (into / "posts").rglob("*.md"):
            post = read_post(path)
            assert "<script" not in render(post.body)
            assert "javascript:" not in render(post.body)
        for path in into.glob("comments/*.toml"):
            assert read_comments(path)
