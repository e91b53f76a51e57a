"""What the names of a page's parts say: the title and not the site's name, the byline, the boxes in the text."""

import datetime

import pytest

from plugins.normalize.article import Article, read_capture

TEXT = "There is a bench below the mill, and whoever sits on it is asked how the river does and what the heron had. "
LAST = "Nobody has ever carved a name into it, and that is the finest thing which the town can say of itself."
MORE = "In the evening the bench is cold, and the talk goes home with the people and is warmed up again at the table. "


def read(body: str, title: str = "Paper Boats: The bench by the mill", head: str = "") -> Article:
    page = f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    reading = read_capture(page.encode(), "page.html")
    assert not reading.refused
    assert not reading.held
    return reading.articles[0]


def text(inside: str = "") -> str:
    return f"<p>{TEXT * 2}</p>{inside}<p>{MORE * 2}</p><p>{LAST}</p>"


@pytest.mark.parametrize(
    "body",
    [
        f"<h1><a href='/'>Paper Boats</a></h1><div class=post><h2>The bench by the mill</h2>{text()}</div>",
        f"<div id=banner><h1>Paper Boats</h1></div><h3 class=entry-header>The bench by the mill</h3>{text()}",
        f"<h1><a href='/web/2008/http://boats.example/'>Paper Boats</a></h1><h2>The bench by the mill</h2>{text()}",
        f"<h1><a href='http://[/'>The bench by the mill</a></h1>{text()}",
        f"<div class=logo><h1>Paper Boats</h1></div><article><h2>The bench by the mill</h2>{text()}</article>",
        f"<table><tr><td class=contentheading>The bench by the mill</td></tr><tr><td>{text()}</td></tr></table>",
        f"<h1>Paper Boats</h1><h3>A deck</h3><h2 class=post-title>The bench by the mill</h2>{text()}",
    ],
)
def test_the_sites_name_is_no_title(body: str) -> None:
    assert read(body).title == "The bench by the mill"


@pytest.mark.parametrize(
    "head",
    [
        "<meta property=og:title content='Salt &amp;amp; Bread'>",
        """<script type="application/ld+json">{"@type": "Article", "headline": "Salt &#38; Bread"}</script>""",
    ],
)
def test_a_title_that_is_escaped_twice_is_read_twice(head: str) -> None:
    assert read(f"<div>{text()}</div>", "Paper Boats", head).title == "Salt & Bread"


def test_a_title_of_one_word_is_one() -> None:
    body = f"<p><a href='/'>Mill Valley School</a></p><h1>Homesickness</h1>{text()}"
    assert read(body, "Homesickness | Counseling Center | Mill Valley School").title == "Homesickness"


def test_the_stated_title_stands_above_its_deck() -> None:
    body = f"<article><h1>The bench by the mill</h1><h3>What is said on it</h3>{text()}</article>"
    found = read(body, "The bench by the mill - by Otto Lind")
    assert found.title == "The bench by the mill"


@pytest.mark.parametrize(
    ("byline", "author", "day"),
    [
        ("<div class=byline>Posted by <a>Otto Lind</a> on Thu, Sep 13, 2012 @ 10:00 AM</div>", "Otto Lind", 13),
        (
            "<ul class='navigation byline'><li>Posted by <a>Otto Lind</a> on September 13, 2012 at 7:31pm</li>"
            "<li>View Blog</li></ul>",
            "Otto Lind",
            13,
        ),
        (
            "<script type='application/ld+json'>"
            '{"@type": ["NewsArticle"], "author": {"name": "Otto Lind, river warden"}, "datePublished": "2012-09-13"}'
            "</script>",
            "Otto Lind",
            13,
        ),
        ("<span class=submitted>Thu, 09/13/2012 - 11:05 — otto_l</span>", "otto_l", 13),
        ("<p class=postmetadata>This entry was posted on Thursday, September 13th, 2012 at 9:12 am.</p>", "", 13),
        ("<h2 class=date-header>September 13, 2012</h2>", "", 13),
        ("<div class=firma-data>di Otto Lind - 13 September 2012</div>", "Otto Lind", 13),
        ("<p class=modifydate>Last updated on September 13, 2012</p>", "", 0),
        ("<aside><p class=entry-meta>Posted by Ada Bly on September 14, 2012</p></aside>", "", 0),
        ("<div class=comment><p class=submitted>Thu, 09/13/2012 - 11:05 — otto_l</p></div>", "", 0),
    ],
)
def test_a_part_that_is_called_a_byline_says_who_and_when(byline: str, author: str, day: int) -> None:
    found = read(f"<h1>The bench by the mill</h1>{byline}{text()}")
    assert found.author == author
    assert found.published == (datetime.date(2012, 9, day) if day else None)
    assert "2012" not in found.body


@pytest.mark.parametrize("name", ["author-bio", "bio", "newsletter", "content_rating"])
def test_a_box_in_the_text_is_left_out(name: str) -> None:
    box = f"<div class={name}><p>{MORE.replace('bench', 'harbor')}</p></div>"
    found = read(f"<article><h1>The bench by the mill</h1>{text(box)}</article>")
    assert "harbor" not in found.body
    assert (found.body.count("heron"), found.body.count("carved")) == (2, 1)


def test_an_element_that_holds_the_article_is_no_box() -> None:
    found = read(f"<div class='widget related'><h3 class=post-title>The bench by the mill</h3>{text()}</div>")
    assert found.title == "The bench by the mill"
    assert (found.body.count("heron"), found.body.count("carved")) == (2, 1)


def test_steps_of_several_lists_stay_with_their_headings() -> None:
    steps = "".join(
        f"<h3>{head}</h3><ol class=steps>"
        + "".join(
            f"<li><div>{n}</div><div class=step><b>Sit {word}.</b> {TEXT}<sup>[{n}]</sup></div></li>" for n in (1, 2)
        )
        + "</ol>"
        for head, word in (("Before the rain", "early"), ("After the rain", "late"))
    )
    found = read(f"<h1>The bench by the mill</h1><p>{MORE * 2}</p>{steps}<p>{MORE}</p>")
    assert "## Before the rain" in found.body.replace("###", "##")
    assert "## After the rain" in found.body.replace("###", "##")
    assert found.body.count("Sit late.") == 2


@pytest.mark.parametrize(
    ("comment", "author", "body"),
    [
        ("<div class='comment'><div class=submitted>Mon, 05/03/2010 - 22:14 — kestrel_9</div><p>So it is.</p></div>",
         "kestrel_9", "So it is."),
        ("<div class='comment'><p class=submitted>Submitted by Ada Bly on Mon, 05/03/2010 - 22:14.</p>"
         "<p>So it is.</p></div>", "Ada Bly", "So it is."),
        ("<div id=comment-item-4><div class=comment-box><span class=comment-author>Guest</span> "
         "<span class=comment-date>2010-05-03 22:14</span><div>So it is.</div></div></div>", "Guest", "So it is."),
        ("<dl class=comment><dt><a class='fn url'>Bea</a> <span>on May 3, 2010 at 10:14pm</span></dt>"
         "<dd class=xg_user_generated><p>So it is.</p></dd></dl>", "Bea", "So it is."),
        ("<ol><li id=comment-4><cite>Ada</cite> <em>on May 3, 2010 at 10:14 pm</em><p>So it is.</p></li></ol>",
         "Ada", "So it is."),
    ],
)  # fmt: skip
def test_comments_of_more_engines(comment: str, author: str, body: str) -> None:
    found = read(f"<article><h1>The bench by the mill</h1>{text()}</article><div id=comments>{comment}</div>")
    assert [(one.author, one.body) for one in found.comments] == [(author, body)]
    assert str(found.comments[0].date) == "2010-05-03 22:14:00"


def test_a_byline_in_an_element_that_holds_the_page_is_one() -> None:
    inside = f"<h1>The bench by the mill</h1><p class=blog-date>9/13/2012</p>{text()}"
    assert read(f"<div class='widget not-footer'>{inside}</div>").published == datetime.date(2012, 9, 13)


def test_comments_listed_by_their_writers_in_any_language() -> None:
    listed = (
        "<dl><dt class=comment-author><a href='x'>Maria João</a> disse...</dt>"
        "<dd class=comment-body><p>Que banco bom.</p></dd>"
        "<dd class=comment-footer><span class=comment-timestamp>9 de maio de 2012 às 10:31</span></dd>"
        "<dt class=comment-author>Ann of Unst said...</dt><dd><p>A bench indeed.</p></dd>"
        "<dd class=comment-footer><span class=comment-timestamp>May 10, 2012 at 11:02 PM</span></dd></dl>"
        "<p><a>Enviar um comentário</a></p>"
    )
    found = read(f"<article><h1>The bench by the mill</h1>{text()}</article><div id=comments>{listed}</div>")
    assert [(one.author, str(one.date), one.body) for one in found.comments] == [
        ("Maria João", "2012-05-09 10:31:00", "Que banco bom."),
        ("Ann of Unst", "2012-05-10 23:02:00", "A bench indeed."),
    ]


def test_a_box_above_the_title_is_left_out() -> None:
    box = f"<div class=links><h4>Letters by post</h4><p>{LAST.replace('carved', 'posted')} {LAST}</p></div>"
    found = read(f"{box}<div><h1>The bench by the mill</h1>{text()}</div>", "The bench by the mill - Paper Boats")
    assert found.title == "The bench by the mill"
    assert "posted" not in found.body


def test_boxes_of_teasers_below_the_text_are_left_out() -> None:
    boxes = "".join(
        f"<div><h3><a href='/{n}'>Another bench {n}</a></h3><p>Where the {n} o'clock bus waits there is one too, and "
        "it is never empty.</p><p><a>Read the rest</a></p></div>"
        for n in (1, 2, 3)
    )
    more = f"<p>{LAST} {LAST.replace('carved', 'cut')}</p><p>{LAST.replace('carved', 'burned')} So it is, still.</p>"
    found = read(f"<article><h1>The bench by the mill</h1>{text()}{more}{boxes}</article>")
    assert "bus waits" not in found.body
    assert "Another bench" not in found.body
    assert "So it is, still." in found.body


def test_questions_that_are_the_terms_of_a_list_stay_with_their_answers() -> None:
    rows = "".join(
        f"<dt><b>Q: Who built the bench {n}?</b></dt><dd><p>A: {one}</p></dd>"
        for n, one in enumerate((TEXT, MORE, LAST))
    )
    found = read(f"<h1>The bench by the mill</h1><dl>{rows}</dl>", "The bench by the mill | Paper Boats")
    assert found.kind == "question-answer-multi"
    assert found.body.count("> Who built the bench") == 3


def test_what_stands_straight_below_the_title_is_the_articles() -> None:
    asked = f"{LAST} Who built it, and for whom? {MORE}"
    question = f"<div class=question><h1>The bench by the mill</h1><div class=content>{asked}</div></div>"
    found = read(f"{question}<div class=answer><h2>Best answer</h2>{text()}</div>", "The bench by the mill | Answers")
    assert "Who built it" in found.body


def test_a_foot_with_the_writer_and_an_hour_is_no_text() -> None:
    foot = "<p class=post-footer>Publicada por <span class='vcard'><span class=fn>Odete</span></span> à(s) 21:14</p>"
    found = read(f"<div class=hentry><h3 class=post-title>The bench by the mill</h3>{text()}{foot}</div>")
    assert found.author == "Odete"
    assert "21:14" not in found.body
