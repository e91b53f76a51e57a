"""The comments file: what is written is read back, and what is wrong is told with its line."""

from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.shared.comment_files import Comment, format_comments, read_comments
from plugins.shared.errors import SiteError

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80).filter(str.strip)


def read(text: str) -> tuple[Comment, ...]:
    """The comments of a file that holds the text."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "here.toml"
        path.write_bytes(text.encode())
        return read_comments(path)


@given(st.lists(st.tuples(names, texts, st.none() | st.dates() | st.datetimes(timezones=st.none())), max_size=4))
def test_what_is_written_is_read_back(rows: list[tuple[str, str, date | None]]) -> None:
    comments = tuple(Comment(f"c{n}", author, body, date) for n, (author, body, date) in enumerate(rows))
    found = read(format_comments(comments))
    assert [(c.id, c.author, c.date) for c in found] == [(c.id, c.author, c.date) for c in comments]
    assert [c.body.replace("\r\n", "\n") for c in found] == [c.body.replace("\r\n", "\n") for c in comments]


def test_everything_a_comment_may_have_is_kept() -> None:
    comments = (
        Comment("c1", "Ann", "One.\n\nTwo.", datetime.fromisoformat("2013-01-29T16:17")),
        Comment("c2", "Bob", "One.", None, "c1", True, "c1", "held", "says the same as c1"),
    )
    text = format_comments(comments)
    assert read(text) == comments
    assert "date = 2013-01-29 16:17:00\n" in text
    assert [comment.held for comment in comments] == [False, True]


def test_a_day_is_written_without_a_time() -> None:
    midnight = datetime.fromisoformat("2013-01-29T00:00")
    comments = (Comment("c1", "Ann", "One.", date(2013, 1, 29)), Comment("c2", "Bob", "Two.", midnight))
    text = format_comments(comments)
    assert "date = 2013-01-29\n" in text
    assert "date = 2013-01-29 00:00:00\n" in text
    assert read(text) == comments


def test_a_held_comment_may_hold_more_than_a_page_can_show() -> None:
    held = Comment("a", "Ann", "[" * 1001, status="held", reason="too much")
    assert read(format_comments([held])) == (held,)


def test_every_comment_is_a_table_however_short() -> None:
    text = format_comments([Comment("c1", "Ann", "Yes."), Comment("c2", "Bob", "")])
    assert text == (
        '[[comment]]\nid = "c1"\nauthor = "Ann"\nbody = "Yes."\n\n[[comment]]\nid = "c2"\nauthor = "Bob"\nbody = ""\n'
    )


def test_a_file_that_is_not_there_holds_no_comments(tmp_path: Path) -> None:
    assert read_comments(tmp_path / "none.toml") == ()


GOOD = '[[comment]]\nid = "a"\nauthor = "Ann"\nbody = "Hello."\n'
REFUSED = {
    "no TOML": ("[[comment]\n", ":1: this is not valid TOML"),
    "no author": (GOOD.replace("author", "autor"), ":1: a comment needs `author`"),
    "an unknown key": (GOOD + 'url = "x"\n', ":1: `url` is not a comment's key"),
    "a date with a zone": (GOOD + "date = 2013-01-29T16:17:00Z\n", ":1: `date = 2013-01-29 16:17:00+00:00` must be"),
    "a time without its day": (GOOD + "date = 16:17:00\n", ":1: `date = 16:17:00` must be"),
    "one id twice": (GOOD + "\n" + GOOD, ":6: the id `a` stands more than once"),
    "a reply to nobody": (GOOD + 'reply_to = "b"\n', ":1: `reply_to = b` names no comment"),
    "an unknown status": (GOOD + 'status = "spam"\n', ":1: `status = spam` is not known"),
    "more than a page can show": (GOOD.replace("Hello.", "[" * 1001), ":1: the text holds `[` 1001 times"),
    "held without a reason": (GOOD + 'status = "held"\n', ":1: a held comment needs its `reason`"),
}


@pytest.mark.parametrize(("text", "message"), REFUSED.values(), ids=REFUSED)
def test_a_bad_comment_is_told_with_its_line(text: str, message: str) -> None:
    with pytest.raises(SiteError) as caught:
        read(text)
    assert any(f"/here.toml{message}" in str(problem) for problem in caught.value.problems), caught.value
