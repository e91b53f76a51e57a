"""Pages of HTML become the same pieces as plain text, with their structure and without what runs, loads or hides."""

import datetime
from pathlib import Path

import pytest

from plugins.normalize.article import Article, read_capture
from plugins.normalize.model import HEADING, Page, Piece
from plugins.normalize.segment.html_areas import heads_text
from plugins.shared.markdown import render

PAGES = Path(__file__).parent / "pages"
PARAGRAPH = "This is a sentence of running text, and it goes on until it is long enough to be taken for a paragraph. "


def article_of(data: bytes) -> Article:
    reading = read_capture(data, "page.html")
    assert not reading.refused
    assert not reading.held
    return reading.articles[0]


def page(body: str) -> bytes:
    head = "<!doctype html><html><head><title>A Title for It</title></head>"
    return f"{head}<body><article><h1>A Title for It</h1>{body}</article></body></html>".encode()


def comments_of(article: Article) -> list[tuple[str, str, str]]:
    return [(one.author, one.date.isoformat(" ", "minutes") if one.date else "", one.body) for one in article.comments]


def test_a_wordpress_page_gives_the_letter_its_answer_and_its_comments() -> None:
    article = article_of((PAGES / "wordpress.html").read_bytes())
    assert (article.title, article.kind, article.author) == ("The quiet house", "question-answer", "Nora Field")
    assert article.published == datetime.date(2014, 5, 2)
    assert article.url == "https://example.org/quiet-house"
    assert article.askers == ("Hushed",)
    assert article.body.startswith("> My husband has *stopped* talking to me")
    assert "[plainly](https://example.org/how)" in article.body
    assert "- Say what you **miss**.\n    - Not what he lacks." in article.body
    assert "## What to say first" in article.body
    assert not any(word in article.body for word in ("alert", "onclick", "Share", "Recent", "y.png", "Dear"))
    assert comments_of(article) == [
        ("Rose", "2014-05-03 09:15", "So true. I waited a year."),
        ("Nora Field", "2014-05-04 22:00", "Thank you, Rose.\n\nReally."),
    ]
    assert [(one.reply_to, one.by_author) for one in article.comments] == [("", False), ("c1", True)]


def test_a_blogger_page_with_line_breaks_for_paragraphs() -> None:
    article = article_of((PAGES / "blogger.html").read_bytes())
    assert (article.title, article.author) == ("The borrowed tent", "Wren")
    assert article.published == datetime.date(2010, 6, 3)
    assert article.body.count("\n\n") == 2
    assert "hidden" not in article.body
    assert comments_of(article) == [
        ("rosa", "2010-06-04 07:12", "We had a ladder like that."),
        ("Anonymous", "2010-06-05 20:40", "It was me. I had the needle."),
    ]


@pytest.mark.parametrize(
    ("markup", "written"),
    [
        ('<p>Go <a href="javascript:alert(1)">here</a> or <a href="/there">there</a>.</p>', "Go here or there."),
        ('<p>Go <a href="https://example.org/a_b">there</a>.</p>', "Go [there](https://example.org/a_b)."),
        (
            "<p>So <b> very </b>good, <i>so</i> <em></em>good *indeed* and *more*.</p>",
            "So **very** good, *so* good \\*indeed\\* and \\*more\\*.",
        ),
        ("<p>A<img src=x onerror=alert(1)>B &amp; C &lt;b&gt;</p>", "AB & C &lt;b>"),
        ("<ol start=3><li>three things</li><li>four things</li></ol>", "3. three things\n4. four things"),
        ("<h2>A heading in it</h2>", "## A heading in it"),
        ("<blockquote><p>Somebody said this long ago.</p></blockquote>", "> Somebody said this long ago."),
        (
            "<table><tr><th>Day</th><th>What|ever</th></tr><tr><td>Monday</td><td>Talk *a* *lot*.</td></tr></table>",
            "| Day | What\\|ever |\n| --- | --- |\n| Monday | Talk \\*a\\* \\*lot\\*. |",
        ),
        (
            "<table><tr><td>Monday</td><td>Talk a lot</td></tr><tr><td>Tuesday</td><td>Rest a bit</td></tr></table>",
            "Monday | Talk a lot\n\nTuesday | Rest a bit",
        ),
        (
            "<table><tr><td><p>One cell that only lays out the page.</p></td></tr></table>",
            "One cell that only lays out the page.",
        ),
        (
            "<pre>The door stood open.\nNobody came to close it.</pre>",
            "The door stood open.\n\nNobody came to close it.",
        ),
        (
            "<p>·&nbsp;&nbsp; A <b>plain</b> chair.</p><p>·&nbsp;&nbsp; <i>No</i> chair at all.</p>",
            "- A **plain** chair.\n- *No* chair at all.",
        ),
        (
            "<p>First thing.<br>• A chair that stays.<br>• One that goes.</p>",
            "First thing.\n\n- A chair that stays.\n- One that goes.",
        ),
        ("<p>• One sign by itself is no list.</p>", "• One sign by itself is no list."),
    ],
)
def test_markup_becomes_markdown(markup: str, written: str) -> None:
    body = article_of(page(f"<p>{PARAGRAPH * 2}</p>{markup}<p>{PARAGRAPH}And it ends.</p>")).body
    assert f"\n\n{written}\n\n" in body


def test_what_a_picture_is_described_as_is_left_out_and_told() -> None:
    pages: list[Page] = []
    picture = "<p>Before <img src=x.png alt='A dog on a mat'>it barked at everybody in the house.</p>"
    reading = read_capture(
        page(f"<p>{PARAGRAPH * 2}</p>{picture}<p>{PARAGRAPH}And it ends.</p>"), "page.html", watch=pages.append
    )
    assert "\n\nBefore it barked at everybody in the house.\n\n" in reading.articles[0].body
    assert [piece.note for piece in pages[0].pieces if piece.text == "A dog on a mat"] == ["a picture's description"]
    assert "a picture's description" in {account.what for account in reading.accounts}


def test_a_data_table_shows_as_a_table_on_the_site() -> None:
    table = "<table><thead><tr><td>Day</td><td>Task</td></tr></thead><tr><td>Monday</td><td>Talk</td></tr></table>"
    body = article_of(page(f"<p>{PARAGRAPH * 2}</p>{table}<p>{PARAGRAPH}</p>")).body
    shown = render(body)
    assert "<th>Day</th>" in shown
    assert "<td>Talk</td>" in shown


def test_letters_of_two_parts_and_soft_hyphens_do_not_hide_the_article() -> None:
    text = "<p>Wir haben gepru\u0308ft, was ein Schlu\u0308ssel in der Fami\xadlie bedeu\xadtet, und fu\u0308r wen.</p>"
    body = article_of(page(f"<div>{text}</div><p>{PARAGRAPH * 2}</p><p>{PARAGRAPH}</p>")).body
    assert "Schlüssel" in body
    assert "Fami\xadlie" in body


def test_an_address_behind_a_link_is_personal_data_too() -> None:
    letter = f"<p><b>Q:</b> {PARAGRAPH}<a href='mailto:nobody@example.org'>Write to me.</a></p>"
    comment = "<div class=comment id=comment-1><cite class=fn>Ann</cite><p>Ask <a href='mailto:a@b.org'>me</a>.</p>"
    article = article_of(page(f"{letter}<p><b>A:</b> {PARAGRAPH * 2}</p><div id=comments>{comment}</div></div>"))
    assert article.flags["personal-data"].startswith("e-mail address no…rg in the letter")
    assert [one.reason for one in article.comments] == ["personal data"]


def test_the_date_is_the_articles_own_and_never_a_comments() -> None:
    comment = "<div class=comment id=comment-1><cite class=fn>Ann</cite><time datetime='2012-01-01T10:00'>"
    comments = f"<div id=comments>{comment}</time><p>Yes.</p></div></div>"
    article = article_of(page(f"<p>{PARAGRAPH * 3}</p>{comments}"))
    assert article.published is None
    assert comments_of(article) == [("Ann", "2012-01-01 10:00", "Yes.")]


def test_a_comment_that_only_its_properties_tell_gives_the_article_no_date() -> None:
    who = "<p><span itemprop=name>Ann</span>, <time datetime='2013-09-08T12:34'>8 Sept</time></p>"
    comment = f"<div itemprop=comment itemtype='http://schema.org/UserComments'>{who}<p>Yes, and no.</p></div>"
    article = article_of(page(f"<p>{PARAGRAPH * 3}</p><h2>Comments</h2>{comment}"))
    assert (article.published, article.body.count("Comments")) == (None, 0)
    assert comments_of(article) == [("Ann", "2013-09-08 12:34", "Yes, and no.")]


@pytest.mark.parametrize("around", ["<article>{}</article>", "<div><div>{}</div></div>"])
def test_a_byline_between_the_heading_and_the_text_is_read(around: str) -> None:
    text = "<h1>The box of letters</h1><p class=byline>By Nora Field, 3 May 2019</p>" + f"<p>{PARAGRAPH * 2}</p>" * 4
    data = "<!doctype html><html><head><title>The box of letters</title></head><body>{}</body></html>"
    article = article_of(data.format(around.format(text)).encode())
    assert (article.title, article.author) == ("The box of letters", "Nora Field")
    assert article.published == datetime.date(2019, 5, 3)
    assert "Nora" not in article.body


@pytest.mark.parametrize(
    "data",
    [
        b"<html>" + b"<div>" * 5000 + b"deep",
        b"<!doctype html><p" + b" a=b" * 50_000 + b">x",
        b"<!doctype html><p" + b"".join(b' a%d=">"' % number for number in range(50_000)) + b">x",
        b'<!doctype html><script>"<p a=\'"</script><p' + b"".join(b" b%d='<'" % n for n in range(50_000)) + b">x",
        b"<html><body></body></html>",
        b"<!doctype html>" + b"<b>" * 20_000,
    ],
)
def test_hostile_pages_are_read_or_refused_and_never_more(data: bytes) -> None:
    reading = read_capture(data, "page.html")
    assert bool(reading.articles) + bool(reading.held) + bool(reading.refused) == 1


def test_comments_by_thousands_are_read_in_order_and_their_copies_told() -> None:
    one = "<div class=comment><cite class=fn>A{0}</cite><p>I said it {0} times to my own sister.</p></div>"
    same = "<div class=comment><cite class=fn>B</cite><p>Well said, all of you, each in turn.</p></div>"
    comments = "".join(one.format(number) for number in range(2000)) + same * 2
    found = article_of(page(f"<p>{PARAGRAPH * 3}</p><div id=comments>{comments}</div>")).comments
    assert [comment.author for comment in found[:2]] == ["A0", "A1"]
    assert [comment.duplicate_of for comment in found if comment.duplicate_of] == ["c2001"]


def test_teasers_in_boxes_around_an_article_make_no_index_of_it() -> None:
    boxes = "".join(
        f"<li><a href=/{n}>Another {n}</a><p>It began in the year {n} … Read more</p></li>" for n in range(9)
    )
    data = page(f"<p>{PARAGRAPH * 2}</p>" * 3 + "<p>And so it ended, as all of it had to.</p>")
    article = article_of(data.replace(b"</body>", f"<div class=related-posts><ul>{boxes}</ul></div></body>".encode()))
    assert article.body.endswith("as all of it had to.")


@pytest.mark.parametrize(("paragraphs", "times"), [(1, 2), (4, 1)])
def test_a_refrain_in_markup_is_kept_and_a_doubled_body_is_not(paragraphs: int, times: int) -> None:
    words = ("first", "second", "third", "fourth")[:paragraphs]
    body = "".join(f"<p>It is the {word} of all the things that I have learned from my own mother, and I keep to it to "
                   f"this very day without a single regret.</p>" for word in words)  # fmt: skip
    article = article_of(page(f"{body}<p>{PARAGRAPH}</p>{body}<p>And so it ended, as all of it had to end.</p>"))
    assert article.body.count("It is the first of all the things") == times


@pytest.mark.parametrize(("inside", "heads"), [(True, True), (False, False)])
def test_a_heading_belongs_to_the_article_where_what_it_heads_does(inside: bool, heads: bool) -> None:
    pieces = [
        Piece(1, 0, "What she said", shape=HEADING),
        Piece(2, 0, "At once", shape=HEADING),
        Piece(3, 0, "She left."),
    ]
    assert heads_text(pieces, 0, [False, False, inside]) is heads


@pytest.mark.parametrize(
    ("letter", "written"),
    [
        ("<p><strong>He took my {0}.</strong></p><p><b>What now?</b></p>", "> He took my {0}.\n>\n> What now?"),
        ("<p><em>He took <b>my</b> {0}. What now?</em></p>", "> He took **my** {0}. What now?"),
        ("<p>He took my {0}.</p><p><b>What now?</b></p>", "> He took my {0}.\n>\n> **What now?**"),
    ],
)
def test_a_letter_in_bold_or_italics_throughout_is_only_a_letter(letter: str, written: str) -> None:
    thing = "ladder and the long rope that my father made, and he says that he has never seen either of them"
    answer = f"<p>Dear Roped,</p><p>{PARAGRAPH}Ask him.</p>"
    body = article_of(page(f"<p>Dear Ada,</p>{letter.format(thing)}<p>Roped In</p>{answer}")).body
    assert body.startswith(written.format(thing))
