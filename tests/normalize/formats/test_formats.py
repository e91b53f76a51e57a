"""Each export of a blog: what becomes a post and with which words, what is held, and every comment with its minute."""

import io
import tomllib
import zipfile
from pathlib import Path

import pytest

from plugins.normalize.article import Reading, read_capture
from plugins.normalize.captures import beside
from plugins.shared.comment_files import Comment

EXPORTS = Path(__file__).parent / "exports"
CASES = Path(__file__).parents[1] / "cases"


def read(name: str) -> Reading:
    path = EXPORTS / name
    return read_capture(path.read_bytes(), name, beside=beside(path))


def held(reading: Reading) -> dict[str, str]:
    return {entry.where: entry.held for entry in reading.entries}


def told(comment: Comment) -> tuple[str, str, str, str, str, bool, str]:
    moment = comment.date.isoformat(" ", "minutes") if comment.date else ""
    return (comment.id, comment.author, moment, comment.body, comment.reply_to, comment.by_author, comment.reason)


def archive(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return out.getvalue()


def test_wordpress_posts_keep_their_words_and_lose_what_only_wordpress_reads() -> None:
    letter, porch, other = read("wordpress.xml").articles
    assert (letter.title, letter.author) == ("He won’t give back the ladder & the saw", "Nora Field")
    assert (letter.kind, letter.askers, str(letter.published)) == ("question-answer", ("Up High",), "2012-03-26")
    assert letter.url == "https://backstep.example/2012/03/ladder/"
    assert letter.body == (
        "> My brother moved out in May, and he took my ladder with him. I have asked him for it twice. What can I say "
        "to him now?\n\nAsk him once more, on a day when neither of you is tired, and say the day on which you will "
        "come.\n\n## What to say\n\nSay that you need it, and say when you need it.\n\nA data set ends in ]]> and goes "
        "on.\n\n- Do not count the [saw](https://backstep.example/saw).\n- Bring tea."
    )
    assert (porch.title, porch.author, other.title, other.published) == ("The porch", "", "The porch", None)
    assert "\n\n> It leaks, she said.\n\n" in porch.body


def test_what_reads_like_a_comment_in_an_entry_is_the_entrys_text() -> None:
    data = (EXPORTS / "wordpress.xml").read_bytes()
    said = b"A porch is one room.\n\nAnn said:\n\nIt leaks, as I recall.\n\nBen said:\n\nIt does, and I like it so."
    article = read_capture(
        data.replace(b"Nobody else should read this.", said).replace(b"open sesame", b""), "x"
    ).articles[3]
    assert [part in article.body for part in ("Ann said:", "as I recall", "I like it so")] == [True] * 3
    assert article.comments == ()


def test_wordpress_comments_come_whole_threaded_and_held_with_their_reason() -> None:
    mower = "Mine has had my *mower* since spring.\n\nI gave up on it."
    assert [told(one) for one in read("wordpress.xml").articles[0].comments] == [
        ("c31", "Otto & Söhne", "2012-03-27 08:15", mower, "", False, ""),
        ("c32", "The keeper", "2012-03-27 21:00", "Do not give up yet.", "c31", True, ""),
        ("c33", "Anonymous", "2012-04-01 00:00", "cheap ladders here", "", False, "marked as spam on its blog"),
        ("c34", "Another blog", "2012-04-02 10:30", "[...] reads the back step [...]", "", False,
         "a pingback, no comment"),
        ("c35", "Wren", "2012-04-03 07:01", "Wait for the first frost.", "c32", False, "waiting for moderation"),
    ]  # fmt: skip


def test_wordpress_items_that_are_no_public_post_are_held_each_with_its_reason() -> None:
    assert held(read("wordpress.xml")) == {
        "item 4": "the entry is protected by a password",
        "item 5": "a draft",
        "item 6": "private",
        "item 7": "in the trash",
        "item 8": "a page, no post",
        "item 9": "an attachment: a picture or file of the media library",
        "item 10": "a menu entry",
        "item 11": "a WordPress `custom_css`, no post",
        "item 12": "only an excerpt: the export holds no text for it",
    }


def test_an_older_blogger_export() -> None:
    reading = read("blogger-old.xml")
    (tent,) = reading.articles
    assert (tent.title, tent.author, str(tent.published)) == ("The borrowed tent", "Wren", "2010-06-03")
    assert tent.url == "https://tent.example/2010/06/borrowed-tent.html"
    assert tent.body.count("\n\n") == 2
    removed = "This comment has been removed by the author."
    assert [told(one) for one in tent.comments] == [
        ("c201", "rosa", "2010-06-04 07:12", "Who sewed it?", "", False, ""),
        ("c202", "Wren", "2010-06-05 20:41", "It was me. I had the needle.\n\nAnd the thread.", "c201", True, ""),
        ("c203", "Anonymous", "2010-06-06 01:02", removed, "", False, "removed on its blog"),
    ]
    assert held(reading) == {
        "entry 1": "the blog's template",
        "entry 2": "a setting of the blog",
        "entry 4": "a draft",
        "entry 5": "a page, no post",
        "entry 9": "a comment on a post that the export does not hold",
    }


def test_a_newer_blogger_export() -> None:
    reading = read("blogger-takeout.atom")
    (kettle,) = reading.articles
    assert (kettle.title, kettle.author, str(kettle.published)) == ("The second kettle", "Ida Brandt", "2019-02-03")
    assert [told(one) for one in kettle.comments] == [
        ("c21", "Kay", "2019-02-04 09:05", "Ours is the *quiet* one.", "", False, ""),
        ("c22", "Ida Brandt", "2019-02-04 10:00", "Then keep it.", "c21", True, ""),
        ("c23", "kettles4u", "2019-02-05 10:00", "Buy more of them.", "", False, "marked as spam on its blog"),
    ]
    assert held(reading) == {"entry 2": "a draft", "entry 3": "in the trash"}


def test_a_feed_gives_the_whole_text_and_holds_a_mere_excerpt() -> None:
    reading = read("rss.xml")
    bus, whole = reading.articles
    assert (bus.title, bus.author, str(bus.published)) == ("Two seats on the night bus", "Mara Lund", "2019-09-06")
    assert bus.body.startswith("We always took the two seats")
    assert bus.body.endswith("so that nobody would ask.")
    assert (whole.title, whole.author) == ("Whole in its description", "")
    assert held(reading) == {"item 2": "only an excerpt: it breaks off and goes on elsewhere"}


@pytest.mark.parametrize(
    ("before", "after", "reasons"),
    [
        ("The short form. [&#8230;]", "Short.", {2: "only an excerpt: it breaks off and goes on elsewhere"}),
        ("We always took", "This content is password protected. We took", {1: "the entry is protected by a password"}),
        ("Everybody gets out", "</description><description>Everybody", {2: "only an excerpt"}),
        ("nobody would ask.", "nobody would ask...", {}),
        ("<title>The Night Bus", "<title>Comments on: The Night Bus", dict.fromkeys((1, 2, 3), "a comment, in a feed")),
    ],
)
def test_what_a_feed_does_not_show_whole_is_held(before: str, after: str, reasons: dict[int, str]) -> None:
    text = (EXPORTS / "rss.xml").read_text(encoding="utf-8")
    assert before in text
    found = {entry.number: entry.held for entry in read_capture(text.replace(before, after).encode(), "x").entries}
    expected = {2: "only an excerpt"} | reasons
    assert set(found) == set(expected)
    assert all(found[number].startswith(reason) for number, reason in expected.items())


def test_an_atom_feed_with_markup_of_its_own() -> None:
    reading = read("atom.xml")
    (salt,) = reading.articles
    assert (salt.title, salt.author, str(salt.published)) == ("Too much salt & too late", "Jon Park", "2020-01-02")
    assert "cook it *without* any.\n\nNow guests" in salt.body
    assert held(reading) == {"entry 2": "only an excerpt of 6 words"}


def test_a_title_that_was_escaped_twice_is_read_twice() -> None:
    data = (EXPORTS / "atom.xml").read_bytes()
    doubled = data.replace(b"&amp;amp; too", b"&amp;amp;amp; too").replace(b"Jon Park", b"Jon &amp;amp; Ida")
    assert doubled != data
    (salt,) = read_capture(doubled, "atom.xml").articles
    assert (salt.title, salt.author) == ("Too much salt & too late", "Jon & Ida")


def test_a_medium_article_without_its_own_frame() -> None:
    (drawer,) = read("medium.html").articles
    assert (drawer.title, drawer.author, str(drawer.published)) == ("The quiet drawer", "Ida Brandt", "2021-11-09")
    assert drawer.summary == "On what we keep from each other, and where."
    assert drawer.body == (
        "There is a drawer in our kitchen that neither of us opens when the other one is in the room, and it holds "
        "string.\n\nString, and a **letter** that I have not sent, and that you have read, I believe, more often than "
        "I have."
    )


def test_a_whole_medium_export() -> None:
    post = (EXPORTS / "medium.html").read_bytes()
    members = {
        "README.html": b"<html><body>Read me</body></html>",
        "posts/2021-11-09_The-quiet-drawer-0123456789ab.html": post,
        "posts/draft_Later-abcdef012345.html": post.replace(b"0123456789ab", b"abcdef012345"),
        "profile/profile.html": b"<html><body>ida@post.example</body></html>",
    }
    reading = read_capture(archive(members), "medium.zip")
    assert [article.key for article in reading.articles] == ["medium:0123456789ab"]
    assert list(held(reading).values()) == [
        "a list or profile in Medium's export, no article",
        "a draft",
        "a list or profile in Medium's export, no article",
    ]


SUBSTACK_HELD = ["a draft", "a Substack `page`, no post", "for some readers only (`only_paid`)",
                 "a Substack `thread`, no post", "the export holds no text for it"]  # fmt: skip


def test_substacks_list_and_the_texts_beside_it() -> None:
    reading = read("posts.csv")
    (key,) = reading.articles
    assert (key.title, str(key.published), key.key) == (
        "The spare key, again",
        "2022-03-01",
        "substack:101.the-spare-key",
    )
    assert "Subscribe" not in key.body
    assert list(held(reading).values()) == SUBSTACK_HELD


def test_a_whole_substack_export() -> None:
    members = {
        "posts.csv": (EXPORTS / "posts.csv").read_bytes(),
        "posts/101.the-spare-key.html": (EXPORTS / "101.the-spare-key.html").read_bytes(),
        "posts/999.stray.html": b"<p>Nobody lists me.</p>",
        "email_list.csv": b"email,active_subscription,expiry\nida@post.example,true,\n",
    }
    reading = read_capture(archive(members), "substack.zip")
    assert [article.title for article in reading.articles] == ["The spare key, again"]
    rest = ["a page that posts.csv does not name", "a list in Substack's export, no article"]
    assert list(held(reading).values()) == SUBSTACK_HELD + rest


def test_a_table_of_posts() -> None:
    reading = read("hubspot.csv")
    (yes,) = reading.articles
    assert (yes.title, yes.author, str(yes.published)) == ("Before you say yes, wait", "Paula Reyes", "2015-04-07")
    assert 'she said "fine" in a way' in yes.body
    assert yes.url == "https://desk.example/blog/before-yes"
    assert held(reading) == {"row 2": "a draft", "row 3": "there is no text in it"}


@pytest.mark.parametrize(
    ("name", "title", "author", "day", "part"),
    [
        ("yaml.md", "The long table: who sits where", "Mara Lund", "2018-12-24", "\n\n- I put the children there.\n- "),
        ("toml.md", "Two alarm clocks", "Jon Park", "2020-05-06", "\n\n1. He gets up in the dark.\n2. I sleep on."),
        ("pelican.md", "The shared umbrella", "Ida Brandt", "2017-10-03", "the taller one of us"),
    ],
)
def test_markdown_with_a_header(name: str, title: str, author: str, day: str, part: str) -> None:
    (article,) = read(name).articles
    assert (article.title, article.author, str(article.published)) == (title, author, day)
    assert part in article.body
    assert "include" not in article.body
    assert 40 <= len(article.summary) <= 200


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        (b"---\ntitle: Later\ndraft: true\n---\n", "a draft"),
        (b"---\ntitle: Later: a colon\npublished: false\n---\n", "a draft"),
        (b'+++\ntitle = "Later"\ndraft = true\n+++\n', "a draft"),
        (b"Title: Later\nStatus: draft\n\n", "a draft"),
        (b"---\ntitle: About\nlayout: page\n---\n", "a page, no post"),
    ],
)
def test_headers_that_keep_a_post_back(header: bytes, reason: str) -> None:
    reading = read_capture(header + b"Some words that nobody is to read for now.\n", "x.md")
    assert not reading.articles
    assert [entry.held for entry in reading.entries] == [reason]


def test_a_text_that_only_begins_like_a_header_stays_a_text() -> None:
    for text in (b"Husband: he said no\n\nAnd so on.", b"---\n\nA rule, and text.\n---\n", b"Title: A Thing\n\nText."):
        assert not read_capture(text, "x.txt").entries
        assert all(not article.where for article in read_capture(text, "x.txt").articles)


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def test_a_table_of_anything_else_is_held_and_prose_is_no_table() -> None:
    rows = "".join(f"reader{n}@post.example,2020-01-0{n},true\n" for n in range(1, 7))
    (entry,) = read_capture(f"email,created_at,active\n{rows}".encode(), "list.txt").entries
    assert entry.held == "a table, and none of posts"
    poem = "He came, he saw, he left\n" + "I stayed, I cooked, I sang for no one at all\n" * 6
    assert not read_capture(poem.replace("sang", "sang, alone,").encode(), "poem.txt").entries


def docx(paragraphs: list[tuple[str, str]], before: str = "") -> bytes:
    """A Word document of paragraphs, each with the name of its style."""
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
        for style, text in paragraphs
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{name}"/></w:style>'
        for one, name in (("Title", "Title"), ("Heading2", "heading 2"))
    )
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return archive({
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="{main}"/>'
        "</Types>".encode(),
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}" '
        'Target="word/document.xml"/></Relationships>'.encode(),
        "word/document.xml": f'{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'.encode(),
        "word/styles.xml": f'<w:styles xmlns:w="{WORD}">{styles}</w:styles>'.encode(),
    })  # fmt: skip


def test_a_word_document() -> None:
    text = [
        ("Title", "The folding bed"),
        ("", "We bought a folding bed for guests, and by the second winter one of us slept in it, for the snoring."),
        ("Heading2", "What it meant"),
        ("", "It meant that somebody could not sleep. It took us a year to believe that it meant no more than that."),
    ]
    (article,) = read_capture(docx(text), "bed.docx").articles
    assert (article.title, article.author, article.published) == ("The folding bed", "", None)
    assert article.body == f"{text[1][1]}\n\n## {text[2][1]}\n\n{text[3][1]}"


def test_a_word_document_of_teasers_is_held() -> None:
    cases = tomllib.loads((CASES / "held.toml").read_text(encoding="utf-8"))["case"]
    index = next(case for case in cases if case.get("held", "").startswith("an index page: 6 teasers"))
    reading = read_capture(docx([("", line) for line in index["capture"].split("\n")]), "index.docx")
    assert [entry.held for entry in reading.entries] == [index["held"]]
    assert not reading.articles


def test_an_archive_of_anything() -> None:
    essay = "The Porch\n\nBy Ida Brandt on March 3, 2011\n\n" + "A porch is a room that has not made up its mind. " * 5
    inner = archive({"again.txt": essay.replace("mind", "day").encode()})
    members = {
        "a/porch.txt": essay.encode(),
        "blog.xml": (EXPORTS / "atom.xml").read_bytes(),
        "copy.txt": essay.encode(),
        "empty.txt": b"",
        "logo.png": b"\x89PNG",
        "inner.zip": inner,
        "deep.zip": archive({"deeper.zip": archive({"x.txt": b"x"})}),
    }
    reading = read_capture(archive(members), "all.zip")
    assert [(one.where, one.title) for one in reading.articles] == [
        ("a/porch.txt", "The Porch"),
        ("blog.xml: entry 1", "Too much salt & too late"),
        ("inner.zip: again.txt", "The Porch"),
    ]
    assert {entry.where: entry.held or entry.refused for entry in reading.entries} == {
        "blog.xml: entry 2": "only an excerpt of 6 words",
        "copy.txt": "the same entry as a/porch.txt",
        "empty.txt": "there is no text in it",
        "deep.zip: deeper.zip": "an archive inside an archive inside an archive",
    }
    assert ("dropped", "logo.png: a .png file, no capture") in {one[2:4] for one in reading.accounts}
