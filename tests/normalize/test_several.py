"""Captures of several articles: each becomes a post by itself; sections, letters, comments and teasers do not."""

import datetime
import zipfile
from pathlib import Path

import pytest

from plugins.normalize.article import Reading, read_capture
from plugins.normalize.explain import explain
from plugins.normalize.importing import ImportOptions, import_captures
from plugins.normalize.model import Page
from plugins.normalize.report import entries_of

DAY = datetime.date(2026, 11, 21)
TEXTS = {
    "The Neighbor's Goat": [
        "Every spring the goat of the people next door comes through the hedge and stands in our beans like a lodger.",
        "We have talked about it twice, over the hedge and over a glass, and both times we parted as friends.",
        "What helped in the end was neither a fence nor a lawyer but a bell, for now we hear it before the beans do.",
        "So I would say that one should ask for something small which the other can give on the same evening. Nobody "
        "ever gave up a goat, but nearly everybody has a bell in a drawer.",
    ],
    "Who Carries the Key": [
        "In a house of four there are five keys, and whoever comes home last has left it on the table in the hall.",
        "My aunt settled it with a nail by the door and a rule that nobody may hang anything else on it.",
        "It is a dull rule, and we have not stood in the rain since the year in which the bakery had its old sign.",
        "Most quarrels in a house are about things that have no place. Give the thing a place and you will be "
        "surprised how little there is left to say about anybody's character.",
    ],
    "A Word About Soup": [
        "You can tell how a couple is getting on by the soup, and I mean not by its taste but by who lifts the lid.",
        "If both of them lift it there is talk in that kitchen, and if nobody does there are two trays.",
        "So lift the lid tonight and say what you think is missing, and let the other one put it in without a word.",
        "It takes a minute and costs a pinch of salt. I know a pair who were on their way to a lawyer when the soup "
        "boiled over, and they are still arguing about the stove.",
    ],
}
TITLES = list(TEXTS)
DAYS = ["March 21, 2010", "March 14, 2010", "March 2, 2010"]
ISO = [datetime.date(2010, 3, 21), datetime.date(2010, 3, 14), datetime.date(2010, 3, 2)]
LINES = ["lines 9–21", "lines 23–35", "lines 37–51"]
REMARK = (
    "When we were young we had no key at all and the door stood open, and what was stolen was a ham, once, by a dog "
    "that belonged to the priest. I tell my grandchildren so and they look at me as if I had come from the moon. Still "
    "I would rather have the nail than another key, and my late husband thought so too."
)


def text(*blocks: str) -> bytes:
    return "\n\n".join(blocks).encode()


def body(title: str) -> str:
    return "\n\n".join(TEXTS[title])


def paragraphs(title: str) -> str:
    return "".join(f"<p>{one}</p>" for one in TEXTS[title])


def read(data: bytes, name: str = "page.txt") -> Reading:
    """The reading, after a check that no line of the capture is missing from its account."""
    pages: list[Page] = []
    reading = read_capture(data, name, pages.append)
    told = {line for account in reading.accounts for line in range(account.first, account.last + 1)}
    held = {line for page in pages for piece in page.pieces for line in range(piece.line, piece.line + piece.span)}
    assert held <= told
    if name.endswith(".txt"):
        assert {number for number, line in enumerate(data.decode().split("\n"), 1) if line.strip()} <= told
    return reading


def found(reading: Reading) -> list[tuple[str, str, datetime.date | None, str]]:
    return [(one.title, one.author, one.published, one.body) for one in reading.articles]


def expected(author: str, dated: bool = True) -> list[tuple[str, str, datetime.date | None, str]]:
    days = ISO if dated else [None, None, None]
    return [(title, author, day, body(title)) for title, day in zip(TITLES, days, strict=True)]


def archive() -> bytes:
    blocks = ["The Quiet Kettle", "Home", "About", "Monthly Archives: March 2010"]
    for title, day in zip(TITLES, DAYS, strict=True):
        blocks += [title, f"Posted on {day} by Maud Ellery", *TEXTS[title], "Posted in Houses | 4 Comments"]
    return text(*blocks, "Proudly powered by WordPress")


def test_an_archive_of_a_blog_is_as_many_posts_as_it_has() -> None:
    reading = read(archive())
    assert found(reading) == expected("Maud Ellery")
    assert [one.where for one in reading.articles] == LINES
    assert reading.accounts[0].what == "around the articles of the capture"


def test_a_blogs_home_page_with_the_day_above_and_the_writer_below() -> None:
    blocks = ["Wren at the Window", "What the window saw"]
    for title, day in zip(TITLES, ("Sunday, March 21, 2010", "", "Tuesday, March 2, 2010"), strict=True):
        blocks += [
            *([day] if day else []),
            title,
            *TEXTS[title],
            "Posted by Wren at 9:15 AM 2 comments:",
            "Labels: days",
        ]
    told = found(read(text(*blocks, "Older Posts")))
    assert [one[:3] for one in told] == [
        (TITLES[0], "Wren", ISO[0]), (TITLES[1], "Wren", ISO[0]), (TITLES[2], "Wren", ISO[2])
    ]  # fmt: skip
    assert [one[3] for one in told] == [body(title) for title in TITLES]


def test_days_above_titles_with_a_foot_below_each_text() -> None:
    blocks = ["Maud's Kettle"]
    for title, day in zip(TITLES, DAYS, strict=True):
        blocks += [day, title, *TEXTS[title], "Filed under: Houses — Maud @ 9:12 am", "Comments (3)"]
    assert found(read(text(*blocks, "Archives", "March 2010"))) == expected("")


def test_a_column_has_the_same_title_every_week() -> None:
    blocks = []
    for title, day in zip(TITLES, DAYS, strict=True):
        blocks += ["Ask Maud About Houses", f"{day} | By Maud Ellery", *TEXTS[title]]
    told = found(read(text(*blocks)))
    assert [(one[0], one[2], one[3]) for one in told] == [
        ("Ask Maud About Houses", day, body(title)) for title, day in zip(TITLES, ISO, strict=True)
    ]


def test_the_pieces_of_a_newsletter_each_have_their_writer() -> None:
    writers = ["Otto Lind", "Ada Bly", "Jonas Bright"]
    blocks = ["HOUSE NEWS", "Number 2"]
    for title, writer in zip(TITLES, writers, strict=True):
        blocks += [title, f"By {writer}", *TEXTS[title]]
    assert [(title, author) for title, author, _, _ in found(read(text(*blocks)))] == list(
        zip(TITLES, writers, strict=True)
    )


def test_articles_keep_their_own_comments() -> None:
    blocks = []
    for title, day in zip(TITLES, DAYS, strict=True):
        blocks += [title, f"Posted on {day} by Maud Ellery", *TEXTS[title], "1 Response", "Hattie says:"]
        blocks += [f"{day} at 10:15 am", f"I read about {title} to my mother."]
    told = read(text(*blocks)).articles
    assert [[one.body for one in article.comments] for article in told] == [
        [f"I read about {title} to my mother."] for title in TITLES
    ]


def post(title: str, day: str, inside: str = "", shape: str = "div class='post hentry'") -> str:
    return (
        f"<{shape}><h2 class=entry-title><a href='http://kettle.example/{len(title)}'>{title}</a></h2>"
        f"<div class=entry-meta>Posted on {day} by <span class='author vcard'><a class=fn>Maud Ellery</a></span></div>"
        f"<div class=entry-content>{inside or paragraphs(title)}</div></{shape.split()[0]}>"
    )


def home(inside: str) -> bytes:
    return (
        "<!doctype html><html><head><title>The Quiet Kettle</title></head><body>"
        "<h1 id=site-title><a href='/'>The Quiet Kettle</a></h1>"
        f"<nav><ul><li>About</li></ul></nav><div class='widget Blog'>{inside}</div>"
        "<div id=sidebar><p>I live at the end of a lane and write here when nobody needs me.</p></div>"
        "</body></html>"
    ).encode()


@pytest.mark.parametrize("shape", ["div class='post hentry'", "article", "div class=blog-item", "div class=node"])
def test_a_home_page_of_whole_posts(shape: str) -> None:
    reading = read(
        home("".join(post(title, day, "", shape) for title, day in zip(TITLES, DAYS, strict=True))), "a.html"
    )
    assert found(reading) == expected("Maud Ellery")
    assert [one.url for one in reading.articles] == [f"http://kettle.example/{len(title)}" for title in TITLES]


@pytest.mark.parametrize("inside", [True, False], ids=["inside", "behind"])
def test_posts_of_a_page_keep_their_own_comments(inside: bool) -> None:
    posts = ""
    for number, (title, day) in enumerate(zip(TITLES, DAYS, strict=True)):
        said = f"<li class=comment id=comment-{number}><cite class=fn>Hattie</cite><p>I read about {title}.</p></li>"
        comments = f"<div class=comments><h3>1 comment</h3><ol>{said}</ol></div>"
        posts += post(title, day, paragraphs(title) + comments) if inside else post(title, day) + comments
    told = read(home(posts), "a.html").articles
    assert [one.body for one in told] == [body(title) for title in TITLES]
    assert [[one.body for one in article.comments] for article in told] == [[f"I read about {t}."] for t in TITLES]


def test_teasers_among_whole_posts_are_held() -> None:
    teaser = f"<p>{TEXTS[TITLES[2]][0][:90]} …</p><p><a class=more-link>Continue reading →</a></p>"
    posts = post(TITLES[0], DAYS[0]) + post(TITLES[1], DAYS[1]) + post(TITLES[2], DAYS[2], teaser)
    reading = read(home(posts), "a.html")
    assert [one.title for one in reading.articles] == TITLES[:2]
    assert [(one.title, one.held) for one in reading.entries] == [(TITLES[2], "a teaser that goes on elsewhere")]


def test_teasers_among_whole_texts_are_held() -> None:
    blocks = []
    for title, day in zip(TITLES, DAYS, strict=True):
        blocks += [title, f"Posted on {day} by Maud Ellery", *TEXTS[title]]
    for number in (1, 2, 3):
        blocks += [f"A Word About Salt {number}", f"Posted on February {number}, 2010 by Maud Ellery"]
        blocks += [f"{TEXTS[TITLES[2]][0][:70]} …", "Continue reading →"]
    reading = read(text(*blocks))
    assert found(reading) == expected("Maud Ellery")
    assert [one.held for one in reading.entries] == ["a teaser that goes on elsewhere"] * 3


def test_a_front_page_with_a_user_and_a_minute_below_each_title() -> None:
    blocks = ["Mill Valley Youth Line"]
    for title, day in zip(TITLES, ("Sun, 03/21/2010", "Sun, 03/14/2010", "Tue, 03/30/2010"), strict=True):
        blocks += [title, f"Submitted by harboreditor on {day} - 11:05", *TEXTS[title], "Add new comment"]
    told = found(read(text(*blocks)))
    assert [one[:2] for one in told] == [(title, "harboreditor") for title in TITLES]
    assert [one[3] for one in told] == [body(title) for title in TITLES]


def test_a_text_above_the_first_title_has_lost_its_own() -> None:
    blocks = [*TEXTS[TITLES[0]]]
    for title, day in zip(TITLES[1:], DAYS[1:], strict=True):
        blocks += [title, f"Posted on {day} by Maud Ellery", *TEXTS[title]]
    reading = read(text(*blocks))
    assert [one[3] for one in found(reading)] == [body(title) for title in TITLES]
    assert ["title-inferred" in one.flags for one in reading.articles] == [True, False, False]


def test_one_word_is_a_title_above_a_date_and_a_byline() -> None:
    blocks = []
    for title, day in zip(TITLES, DAYS, strict=True):
        blocks += [title.split()[-1], day, "by Agatha Plum", *TEXTS[title]]
    assert [one[:3] for one in found(read(text(*blocks)))] == [
        (title.split()[-1], "Agatha Plum", day) for title, day in zip(TITLES, ISO, strict=True)
    ]


def test_a_flat_page_of_headings_and_rules() -> None:
    parts = "".join(
        f"<H2>{title}</H2><FONT SIZE=2>{day}<BR>by Agatha Plum</FONT>{paragraphs(title)}<HR>"
        for title, day in zip(TITLES, DAYS, strict=True)
    )
    page = f"<HTML><TITLE>Old columns</TITLE><BODY><H1>Old columns</H1><A HREF=x.htm>Home</A><HR>{parts}</BODY></HTML>"
    assert found(read(page.encode(), "a.html")) == expected("Agatha Plum")


def with_head(*blocks: str) -> bytes:
    return text("How We Live Together", "March 14, 2010 by Maud Ellery", *TEXTS[TITLES[0]], *blocks)


@pytest.mark.parametrize(
    "capture",
    [
        with_head(*(line for title in TITLES[1:] for line in (title, *TEXTS[title]))),
        with_head("Comments", *(line for n, day in enumerate(DAYS) for line in (f"Karen from Unst {n}", day, REMARK))),
        with_head(*(line for n, day in enumerate(DAYS)
                    for line in (f"So true for both of us, {n}", f"Submitted by Ann of Unst {n} on {day}", REMARK))),
        with_head("Reviews", *(line for name, day in zip(("Otto Lind", "Ada Bly", "Jo Kerr"), DAYS, strict=True)
                               for line in (f"A kind book, says {name}", f"By {name} on {day}", REMARK))),
        with_head(*(line for day in DAYS for line in (day, REMARK + day))),
        with_head("How We Live Together", "March 14, 2010 by Maud Ellery", *TEXTS[TITLES[0]]),
        with_head(*(line for title, day in zip(TITLES[1:], DAYS, strict=False)
                    for line in (title, f"Posted on {day} by Maud Ellery", TEXTS[title][0][:80] + " …"))),
        with_head(*(line for title, name in zip(TITLES[1:], ("Otto Lind", "Ada Bly"), strict=True)
                    for line in (title, f"{name}, Marriage Counselor", *TEXTS[title]))),
        text("Five Houses", "By Otto Lind", REMARK,
             *(line for title in TITLES for line in (title, "By Ada Bly", *TEXTS[title]))),
        with_head(*(line for title in TITLES[1:] for line in (title, f"Dear Maud: {TEXTS[title][0]}", "Puzzled in Unst",
                                                               f"Dear Puzzled: {TEXTS[title][1]}"))),
    ],
    ids=["sections", "comments", "subjects", "reviews", "diary", "twice", "teasers", "experts", "anthology", "letters"],
)  # fmt: skip
def test_one_article_stays_one(capture: bytes) -> None:
    reading = read(capture)
    assert not reading.several
    assert len(reading.articles) == 1


def thread(title: str, number: int) -> str:
    said = f"<p class=author>by kit » {DAYS[number]}</p><p>{REMARK} {number}</p>"
    return f"<div id=p{number} class='post bg2'><h3>{title}</h3>{said}</div>"


@pytest.mark.parametrize(
    "inside",
    [
        post(TITLES[0], DAYS[0]) + "".join(f"<article><h3>{t}</h3><time>{d}</time><p>{TEXTS[t][0]}</p></article>"
                                           for t, d in zip(TITLES[1:], DAYS, strict=False)),
        post(TITLES[0], DAYS[0]) + "<ol id=comments>" + "".join(
            f"<li class=comment><article class=comment-body><h4>A remark of {n}</h4><time>{day}</time>"
            f"<p>{REMARK}</p></article></li>"
            for n, day in enumerate(DAYS)) + "</ol>",
        thread("Where is the key", 0) + thread("Re: Where is the key", 1) + thread("Re: Where is the key", 2),
        f"<article class=post><h1>How We Live</h1><time>{DAYS[0]}</time>" + "".join(
            f"<article><h2>{title}</h2>{paragraphs(title)}</article>" for title in TITLES) + "</article>",
    ],
    ids=["cards", "comments", "forum", "sections"],
)  # fmt: skip
def test_one_article_of_a_page_stays_one(inside: str) -> None:
    reading = read(home(inside), "a.html")
    assert not reading.several
    assert len(reading.articles) <= 1


def test_the_import_tells_of_every_article_and_is_the_same_again(tmp_path: Path) -> None:
    capture = tmp_path / "archive.txt"
    capture.write_bytes(archive())
    options = ImportOptions(into=tmp_path / "content", date=DAY)
    first, second = (import_captures([capture], options) for _ in range(2))
    assert (first.counts["written"], second.counts["unchanged"], first.articles_found) == (3, 3, 3)
    assert first.adds_up
    assert second.adds_up
    entry = next(iter(entries_of(options.into / "import-report.json")))
    assert [article["where"] for article in entry["articles"]] == LINES
    page = (options.into / "import-report.html").read_text(encoding="utf-8")
    assert all(">" + title.replace("'", "&#39;") + "<" in page for title in TITLES)
    told = explain(capture, 25)
    assert (told.parts[0].became, told.parts[0].text) == (
        "moved to Source_date, Author",
        "Posted on March 14, 2010 by Maud Ellery",
    )
    assert told.outcome == "one of 3 articles that the capture holds"


def test_an_article_that_stands_in_another_capture_too_is_held_by_itself(tmp_path: Path) -> None:
    (tmp_path / "archive.txt").write_bytes(archive())
    (tmp_path / "one.txt").write_bytes(text(TITLES[1], f"By Maud Ellery, {DAYS[1]}", *TEXTS[TITLES[1]], REMARK))
    into = tmp_path / "content"
    result = import_captures([tmp_path], ImportOptions(into=into, date=DAY))
    assert result.adds_up
    assert (result.counts["written"], result.counts["held"]) == (3, 1)
    entry = next(iter(entries_of(into / "import-report.json")))
    assert [(one["where"], one["held"]) for one in entry["no_posts"]] == [(LINES[1], "its text stands in one.txt")]
    assert {line[2] for line in entry["lines"] if 23 <= line[0] <= 35} == {"held"}


def test_a_page_of_several_in_an_archive_has_the_ids_that_it_has_outside(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archived:
        archived.writestr("kettle.txt", archive())
        archived.writestr("one.txt", text("The Long Way Home", "By Otto Lind", REMARK, REMARK.replace("key", "lamp")))
    (tmp_path / "kettle.txt").write_bytes(archive())
    ids = []
    for number, name in enumerate(("all.zip", "kettle.txt")):
        into = tmp_path / str(number)
        result = import_captures([tmp_path / name], ImportOptions(into=into, date=DAY))
        assert result.adds_up
        entry = next(iter(entries_of(into / "import-report.json")))
        ids.append({article["title"]: article["id"] for article in entry["articles"]})
    assert ids[0].pop("The Long Way Home")
    assert ids[0] == ids[1]
    assert list(ids[1]) == TITLES
