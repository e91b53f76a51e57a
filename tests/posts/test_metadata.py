"""Headers as values, and what is wrong with them."""

import doctest
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from plugins.posts import filters
from plugins.posts.filters import date_in_words, iso_date
from plugins.posts.metadata import page_metadata, post_metadata, problems_of, read_file
from plugins.posts.neighbors import link_neighbors
from plugins.shared.errors import SiteError
from plugins.shared.posts import PAGE_KEYS, parse_post
from tests.small_site import post_file


def wrong(text: str, tmp_path: Path, page: bool = False) -> list[tuple[int, str]]:
    path = tmp_path / "post.md"
    path.write_text(text, encoding="utf-8")
    try:
        read_file(path, page)
    except SiteError as error:
        return [(problem.line, problem.message) for problem in error.problems]
    return []


def test_a_good_post_has_no_problem(tmp_path: Path) -> None:
    assert wrong(post_file("good", Source_date="unknown", Modified="2026-11-21"), tmp_path) == []


@pytest.mark.parametrize(
    ("key", "value", "line", "message"),
    [
        ("Title", "", 1, "`Title` is missing or empty"),
        ("Id", "", 1, "`Id` is missing or empty"),
        ("Date", "", 1, "`Date` is missing or empty"),
        ("Date", "20 November 2026", 4, "`Date: 20 November 2026` is not a date"),
        ("Date", "2026-02-30", 4, "`Date: 2026-02-30` is not a date"),
        ("Date", "20261120", 4, "`Date: 20261120` is not a date"),
        ("Modified", "yesterday", 5, "`Modified: yesterday` is not a date"),
        ("Source_date", "about 2012", 10, "`Source_date: about 2012` is not a date"),
        ("Status", "hidden", 8, "`Status: hidden` is not known; write one of published, draft"),
        ("Kind", "gude", 9, "`Kind: gude` is not known; write one of"),
        ("Slug", "../up", 2, "`Slug: ../up` must be a-z, 0-9"),
        ("Slug", "x" * 81, 2, f"`Slug: {'x' * 81}` must be a-z, 0-9"),
        ("Slug", "", 1, "`Slug` is missing or empty"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, key: str, value: str, line: int, message: str) -> None:
    (told,) = wrong(post_file("good", **{key: value}), tmp_path)
    assert told[0] == line
    assert told[1].startswith(message)


def test_the_nearest_kind_is_named(tmp_path: Path) -> None:
    assert wrong(post_file("good", Kind="gude"), tmp_path)[0][1].endswith("(did you mean `guide`?)")


def test_keys_that_pelican_knows_and_the_contract_does_not_are_refused(tmp_path: Path) -> None:
    told = wrong("Title: T\nsave_as: ../../index.html\nurl: /\nTemplate: base\n\nText.", tmp_path)
    assert [line for line, _ in told] == [2, 3, 4]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Template: base", "`Template: base` is not known; write one of page, ask, help"),
        ("Kind: guide", "`Kind` is not a header key"),
    ],
)
def test_what_is_wrong_on_a_page(tmp_path: Path, row: str, message: str) -> None:
    (told,) = wrong(f"Title: About\nSlug: about\n{row}\n\nText.", tmp_path, page=True)
    assert told[0] == 3
    assert told[1].startswith(message)


def test_the_problems_of_all_files_are_told(tmp_path: Path) -> None:
    files = [(tmp_path / "a.md", False), (tmp_path / "b.md", True)]
    for path, _ in files:
        path.write_text("Title: T\nSlug: t\nStatus: hidden\n\nText.", encoding="utf-8")
    assert {problem.path.name for problem in problems_of(files)} == {"a.md", "b.md"}


def test_what_templates_get_of_a_post() -> None:
    header = {"Kind": "question-answer", "Asker": "Ann; Bob", "Source_date": "2012-03-27", "Safety": "abuse, suicide"}
    post = parse_post(post_file("a", "> Why?\n\nSo.", **header, Summary="1 < 2", Aliases="/old/, /older/"), Path())
    values = post_metadata(post)
    assert (values["kind"], values["is_letter"], values["askers"]) == ("question-answer", True, ("Ann", "Bob"))
    assert (values["source_date"], values["source_date_unknown"]) == (date(2012, 3, 27), False)
    assert (values["safety"], values["aliases"]) == (("abuse", "suicide"), ("/old/", "/older/"))
    assert (values["summary_text"], values["summary"]) == ("1 < 2", "1 &lt; 2")
    assert (values["word_count"], values["reading_minutes"]) == (2, 1)


def test_a_post_without_a_source_date_is_not_undated() -> None:
    values = post_metadata(parse_post(post_file("a"), Path()))
    assert (values["source_date"], values["source_date_unknown"]) == (None, False)
    values = post_metadata(parse_post(post_file("a", Source_date="unknown"), Path()))
    assert (values["source_date"], values["source_date_unknown"]) == (None, True)


def test_a_page_has_its_template() -> None:
    post = parse_post("Title: Ask\nSlug: ask\nTemplate: ask\n\nText.", Path(), PAGE_KEYS)
    assert page_metadata(post)["template"] == "ask"
    assert page_metadata(parse_post("Title: T\n\nText.", Path()))["template"] == "page"


def test_the_examples_of_the_filters_hold() -> None:
    assert doctest.testmod(filters, extraglobs={"date": date, "datetime": datetime}).failed == 0


def test_dates_for_readers_and_for_machines() -> None:
    assert date_in_words(datetime.fromisoformat("2013-01-09T16:17")) == "9 January 2013"
    assert date_in_words(None) == iso_date(None) == ""
    assert iso_date(datetime.fromisoformat("2026-11-20")) == "2026-11-20"
    assert iso_date(datetime.fromisoformat("2026-11-20T00:00:05")) == "2026-11-20T00:00:05"


def test_neighbors_follow_the_day_and_then_the_slug() -> None:
    day, later = date(2026, 1, 1), date(2026, 1, 2)
    row = [
        SimpleNamespace(date=when, slug=slug, previous_article=None, next_article=None)
        for when, slug in [(later, "a"), (day, "c"), (day, "b")]
    ]
    link_neighbors(row)
    a, c, b = row
    assert (b.previous_article, b.next_article, c.next_article, a.next_article) == (None, c, a, None)
    assert (a.previous_article, c.previous_article) == (c, b)
