"""Bytes, lines and markup at random, made of what the rules look for: never a traceback, and never long."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.normalize.article import read_capture

MARKERS = (
    "Q: ", "A: ", "Dear ", "Ann", "says:", "By ", "Posted @ ", " by ", "March 3, 2011", "4:12 PM", "--", "—", "~", "…",
    "1. ", "Step 1: ", "• ", "# ", "> ", "| ", "* ", "_", "`", "[1]: ", "](", "<p>", "</p>", "<div", " class='comment'",
    ">", "<b>", "<!--", "-->", "&amp;", "&#", "“", "”", "'", '"', "Iím", "donít", "Ã©", "\x00", "\x92", "\u2028",
    "e@x.org", "555-0100-1234", "http://", "3 Comments", "Reply", "Share", "Subscribe", "Read more", "?", "!", ":", ".",
    "\n", "\n\n", "\r\n", " ", "\t", "a", "A", "word ", "I love my husband, and you should know. ",
    "title,body,date\n", "---\n", "<?xml version='1.0'?>", "<rss>", "PK\x03\x04", "{", "}", ";",
)  # fmt: skip
SMALL = st.lists(st.one_of(st.sampled_from(MARKERS), st.text(max_size=8)), max_size=80).map("".join)


@settings(max_examples=600, deadline=None)
@given(
    st.one_of(
        SMALL.map(lambda text: text.encode("utf-8", "surrogatepass")),
        SMALL.map(lambda text: ("<!doctype html><html><body>" + text).encode("utf-8", "surrogatepass")),
        SMALL.map(lambda text: text.encode("cp1252", "replace")),
        st.binary(max_size=300),
    )
)
def test_whatever_is_mixed_ends_in_an_article_or_a_reason(data: bytes) -> None:
    reading = read_capture(data, "name.txt")
    assert reading.articles or reading.entries or reading.held or reading.refused


@pytest.mark.parametrize("marker", [marker for marker in MARKERS if marker.strip()])
@pytest.mark.parametrize("frame", ["{}", "Title\n\n{}\n\nEnd.", "{}\n"])
def test_a_marker_repeated_thousands_of_times_takes_no_time_of_its_own(marker: str, frame: str) -> None:
    data = frame.format(marker * 3000).encode("utf-8", "surrogatepass")
    started = time.process_time()
    read_capture(data, "name.txt")
    assert time.process_time() - started < 10
