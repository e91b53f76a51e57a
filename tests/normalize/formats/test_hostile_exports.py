"""Exports that are broken or built to harm: one is refused clearly, an entry is held by itself, nothing gets out."""

import io
import struct
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.normalize.article import Reading, read_capture
from plugins.normalize.formats import archive as limits
from tests.normalize.formats.test_formats import EXPORTS, archive, docx

SENTENCE = "This is a sentence of running text, and it goes on for a while before it comes to its end. "
ITEM = (
    "<item><title>{title}</title><guid>https://x.example/{n}</guid><description><![CDATA[<p>"
    + SENTENCE * 4
    + "</p>]]></description>{more}</item>"
)


def feed(*items: str, before: str = "", declared: str = "UTF-8") -> str:
    head = f'<?xml version="1.0" encoding="{declared}"?>{before}<rss version="2.0"><channel><title>x</title>\n'
    return head + "\n".join(items) + "\n</channel></rss>"


def item(n: int, title: str = "A title", more: str = "") -> str:
    return ITEM.format(n=n, title=title, more=more)


def refusal(data: bytes) -> str:
    begun = time.perf_counter()
    reading = read_capture(data, "hostile")
    assert time.perf_counter() - begun < 10
    assert not reading.articles
    assert not reading.entries
    return reading.refused


def test_entity_bombs_are_refused() -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE rss [<!ENTITY a0 "ha">{laughs}]>'
    for text in (
        feed(item(1, "&a11;"), before=bomb),
        feed(item(1, "&x;"), before='<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        f'<?xml version="1.0"?>{bomb}<lolz>&a11;</lolz>',
        f"{bomb}<rss><channel>&a11;</channel></rss>",
    ):
        assert "entities of its own" in refusal(text.encode())
    assert "entities of its own" in refusal(docx([("", "&x;")], before='<!DOCTYPE d [<!ENTITY x "y">]>'))


def test_other_xml_is_refused_and_a_page_of_xhtml_is_a_page() -> None:
    assert "no blog's export (it begins with <urlset>)" in refusal(b'<?xml version="1.0"?><urlset><url/></urlset>')
    xhtml = f'<?xml version="1.0"?><html><head><title>T it is</title></head><body><p>{SENTENCE * 5}</p></body></html>'
    assert read_capture(xhtml.encode(), "x.html").articles


def test_deep_and_huge_xml_costs_its_own_entry_and_tells_of_those_behind_it() -> None:
    deep = read_capture(feed(item(1), item(2, more="<x>" * 5000), item(3)).encode(), "deep.xml")
    assert [article.where for article in deep.articles] == ["item 1"]
    assert [bool(entry.held) for entry in deep.entries] == [True, False]
    assert "Excessive depth" in deep.entries[1].refused
    huge = read_capture(feed(item(1), item(2, more=f"<x>{'y' * 11_000_000}</x>"), item(3)).encode(), "huge.xml")
    assert len(huge.articles) + len(huge.entries) == 3
    assert [article.where for article in huge.articles][:1] == ["item 1"]


def zip_of(name: str, data: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        file.writestr(name, data)
    return out.getvalue()


def test_zip_bombs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "it may be a bomb" in refusal(zip_of("a.txt", b"0" * 20_000_000))
    monkeypatch.setattr(limits, "MOST_MEMBERS", 10)
    many = archive({f"{n}.txt": b"x" for n in range(20_001)})
    assert "files in one archive" in refusal(many)
    lying = bytearray(zip_of("a.txt", SENTENCE.encode() * 50))
    at = lying.index(b"PK\x01\x02")
    lying[at + 24 : at + 28] = struct.pack("<I", 400_000_000)
    assert "would unpack to" in refusal(bytes(lying))


def test_the_budget_of_an_archive_holds_for_those_inside_it() -> None:
    incompressible = bytes(range(256)) * 400_000
    inner = zip_of("b.bin", incompressible, zipfile.ZIP_STORED)
    reading = read_capture(
        archive({f"{n}.zip": inner for n in range(4)} | {"fine.txt": (SENTENCE * 5).encode()}), "nested.zip"
    )
    assert reading.refused or any("bomb" in entry.refused or "bytes" in entry.refused for entry in reading.entries)


@pytest.mark.parametrize("cut", [4, 40, 400, 900])
def test_broken_archives_are_refused(cut: int) -> None:
    whole = archive({"a.txt": (SENTENCE * 5).encode(), "b.xml": (EXPORTS / "rss.xml").read_bytes()})
    assert "the archive is broken" in refusal(whole[:cut])


def test_members_with_names_that_lead_out_or_that_are_locked_are_refused_by_themselves() -> None:
    data = (SENTENCE * 5).encode()
    names = ("../../x.txt", "/etc/x.txt", "C:\\x.txt", "a\\..\\..\\x.txt")
    reading = read_capture(archive({**dict.fromkeys(names, data), "fine.txt": data}), "names.zip")
    assert [article.where for article in reading.articles] == ["fine.txt"]
    assert [entry.refused for entry in reading.entries] == ["its name leads out of the archive"] * 4
    locked = bytearray(archive({"a.txt": data}))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    (entry,) = read_capture(bytes(locked), "locked.zip").entries
    assert entry.refused == "it is encrypted"


def test_odd_names_and_links_in_an_archive_are_read_as_what_they_hold() -> None:
    data = (SENTENCE * 5).encode()
    names = ("n" * 300 + ".txt", "CON.txt", "nul\x01ctrl.txt", "-rf.txt")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for number, name in enumerate(names):
            file.writestr(name, data + f"\n\nNumber {number} has a bucket of its own, on the porch.\n".encode())
        link = zipfile.ZipInfo("link.txt")
        link.create_system, link.external_attr = 3, (0o120777 << 16)
        file.writestr(link, "/etc/passwd")
    reading = read_capture(out.getvalue(), "odd.zip")
    places = [one.where for one in (*reading.articles, *reading.entries)]
    assert len(reading.articles) == len(names)
    assert [account.what for account in reading.accounts if "link" in account.what] != []
    assert all(place.isprintable() and len(place) <= 300 for place in places)
    assert not any("root:" in article.body for article in reading.articles)


def test_an_entry_in_which_the_xml_breaks_is_held_and_the_others_go_through() -> None:
    text = feed(item(1), item(2, "Fish & chips <b"), item(3))
    reading = read_capture(text.encode(), "broken.xml")
    assert [article.where for article in reading.articles] == ["item 1", "item 3"]
    (entry,) = reading.entries
    assert entry.held.startswith("the XML is broken inside it")
    cut = read_capture(text[: text.rindex("running")].replace("Fish & chips <b", "Fish").encode(), "cut.xml")
    assert [article.where for article in cut.articles] == ["item 1", "item 2"]
    assert [one.held.split(":")[0] for one in cut.entries] == ["the XML is broken inside it"]


def test_named_entities_and_control_characters_do_no_harm() -> None:
    (article,) = read_capture(feed(item(1, "Caf&eacute; &mdash; no\x0bw &amp; then")).encode(), "named.xml").articles
    assert article.title == "Café — now & then"


@pytest.mark.parametrize(
    ("declared", "written"),
    [("ISO-8859-1", "utf-8"), ("UTF-8", "cp1252"), ("ISO-8859-1", "cp1252"), ("utf-16", "utf-8"), ("x-no", "utf-8")],
)
def test_a_wrong_declaration_of_the_encoding_is_not_believed(declared: str, written: str) -> None:
    text = feed(item(1, "Zoë’s café – naïve “so”"), declared=declared)
    (article,) = read_capture(text.encode(written), "declared.xml").articles
    assert article.title == "Zoë’s café – naïve “so”"


def test_comments_without_ids_with_one_id_or_in_a_circle_stay_apart() -> None:
    text = (EXPORTS / "wordpress.xml").read_text(encoding="utf-8")
    text = text.replace("comment_id>32<", "comment_id>31<").replace("comment_id>33<", "comment_id>3 3<")
    text = text.replace("comment_id>34<", "comment_id><").replace("comment_parent>32<", "comment_parent>35<")
    comments = read_capture(text.encode(), "x.xml").articles[0].comments
    assert [one.id for one in comments] == ["c31", "c31-n2", "cn3", "cn4", "c35"]
    assert [one.reply_to for one in comments] == ["", "c31", "", "", ""]


def test_stray_bytes_in_utf_8_are_read_as_windows_wrote_them() -> None:
    data = feed(item(1, "Zoë, Łódź, Dvořák, 北京 " * 8), item(2, "don#t")).encode().replace(b"don#t", b"don\x92t")
    first, second = read_capture(data, "stray.xml").articles
    assert first.title.startswith("Zoë, Łódź, Dvořák, 北京")
    assert second.title == "don’t"


def test_hostile_markup_leaves_its_words_and_nothing_else() -> None:
    body = (
        f"<p onclick='x()'>{SENTENCE * 2}</p><script>alert(1)</script><p><a href='java\nscript:x()'>go</a> on "
        f"<img src='https://x.example/t.gif'>and so.</p><iframe src='//x'></iframe><style>p{{}}</style>"
        f"<p>{SENTENCE}</p>"
    )
    (article,) = read_capture(
        feed(f"<item><title>T &lt;script&gt;</title><description><![CDATA[{body}]]></description></item>").encode(), "x"
    ).articles
    assert article.title == "T <script>"
    assert "go on and so." in article.body
    assert not any(word in article.body for word in ("alert", "onclick", "script:", "t.gif", "iframe", "p{"))


@pytest.mark.parametrize(
    "body",
    ["a" + " " * 400_000 + "b", "<!--" * 200_000, "[caption" * 150_000, "<![CDATA[" * 100_000, "&" * 300_000,
     "The post <a" * 100_000, "a@" * 300_000, "\n" * 500_000 + "x", "<p>" * 60_000],
)  # fmt: skip
def test_long_runs_of_one_thing_take_no_time(body: str) -> None:
    escaped = body.replace("&", "&amp;").replace("<", "&lt;")
    wxr = (EXPORTS / "wordpress.xml").read_text(encoding="utf-8")
    whole = wxr.replace("<![CDATA[Half a thought.]]>", escaped).replace("<wp:status>draft<", "<wp:status>publish<")
    begun = time.perf_counter()
    for text in (whole, feed(item(1), f"<item><description>{escaped}</description><author>{escaped}</author></item>")):
        assert adds_up(read_capture(text.encode(), "run.xml"))
    for text in (f"Title: x\nSlug: y\n    {body}", f"---\ntitle: x\n{body}", f"title,name,body\nx,y,{body}"):
        assert adds_up(read_capture(text.encode(), "run"))
    assert time.perf_counter() - begun < 20


def adds_up(reading: Reading) -> bool:
    return bool(reading.articles or reading.entries) + bool(reading.held) + bool(reading.refused) == 1


SMALL = [*sorted(path for path in EXPORTS.iterdir() if path.suffix != ".html"), EXPORTS / "medium.html"]


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(SMALL), st.integers(0, 9000), st.integers(0, 300), st.binary(max_size=12))
@example(EXPORTS / "atom.xml", 0, 0, b",\r")
def test_an_export_that_is_damaged_anywhere_is_read_or_refused(path: Path, at: int, length: int, by: bytes) -> None:
    data = path.read_bytes()
    place = at % len(data)
    assert adds_up(read_capture(data[:place] + by + data[place + length :], path.name))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 4000), st.binary(min_size=1, max_size=8))
@example(2161, b"\0")
def test_an_archive_that_is_damaged_anywhere_is_read_or_refused(at: int, by: bytes) -> None:
    data = archive({"posts.csv": (EXPORTS / "posts.csv").read_bytes(), "x.docx": docx([("", SENTENCE * 3)]),
                    "rss.xml": (EXPORTS / "rss.xml").read_bytes()})  # fmt: skip
    place = at % len(data)
    assert adds_up(read_capture(data[:place] + by + data[place + len(by) :], "x.zip"))
