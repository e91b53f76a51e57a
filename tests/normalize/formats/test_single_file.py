"""Pages saved whole in one file are read like the page itself; files without an article are refused with what to do."""

import plistlib
from email.message import EmailMessage

import pytest

from plugins.normalize.article import read_capture

PAGE = """<html><head><title>The Dog’s Bed - Kind Words</title></head><body><h1>The Dog’s Bed</h1>
<p>My sister’s dog sleeps in my bed, and I have not found the words in which to tell her so.</p>
<p>Say it on the telephone, where she cannot see the dog, and say it before you have bought him a blanket.</p>
</body></html>"""
FRAME = "<html><body><p>This frame advertises something, at the length of an article’s own sentence.</p></body></html>"


def mhtml(page: bytes, charset: str) -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Subject"] = "The Dog’s Bed"
    message["Snapshot-Content-Location"] = "https://kindwords.example/dog"
    message.set_content("a style", subtype="css")
    message.make_related()
    for text, encoding in ((page, charset), (FRAME.encode(), "utf-8")):
        part = EmailMessage()
        part.set_content(text, "text", "html", cte="quoted-printable")
        part.replace_header("Content-Type", f'text/html; charset="{encoding}"')
        message.attach(part)
    return message.as_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_a_page_saved_as_mhtml_is_read_as_the_page(charset: str, line_end: bytes) -> None:
    data = mhtml(PAGE.encode(charset), charset).replace(b"\n", line_end)
    (article,) = read_capture(data, "page.mhtml").articles
    assert article.title == "The Dog’s Bed"
    assert article.body == read_capture(PAGE.encode(), "page.html").articles[0].body


def test_a_web_archive_of_safari_is_read_as_its_page() -> None:
    main = {"WebResourceData": PAGE.encode("utf-16-le"), "WebResourceTextEncodingName": "utf-16-le"}
    (article,) = read_capture(
        plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY), "page.webarchive"
    ).articles
    assert article.title == "The Dog’s Bed"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"title": "The Dog", "body": "sleeps in my bed"}', "JSON"),
        (b"{\\rtf1\\ansi {\\b The Dog} sleeps.}", "save it as .docx"),
        (b"From: Ann <ann@example.org>\nMIME-Version: 1.0\nSubject: Dog\n\nHe sleeps in my bed.\n", "a mail with"),
        (
            b"Content-Type: multipart/related; boundary=x\nMIME-Version: 1.0\n\n--x\n\nno page\n--x--\n",
            "without a page",
        ),
        (b"bplist00 and no more", "no web archive"),
        (plistlib.dumps({"WebMainResource": 3}, fmt=plistlib.FMT_BINARY), "no web archive"),
    ],
)
def test_what_holds_no_article_is_refused_with_what_to_do(data: bytes, reason: str) -> None:
    assert reason in read_capture(data, "capture").refused


@pytest.mark.parametrize(
    "text",
    [
        "From: Sleepless in the Kitchen\nTo: Kind Words\nSubject: the dog\n\n",
        "[Kind Words] ",
        "{Kind Words} ",
    ],
)
def test_a_text_that_only_begins_like_such_a_file_is_a_text(text: str) -> None:
    letter = (
        "My sister’s dog sleeps in my bed, and I have not found the words in which to tell her so. What do I say?\n\n"
    )
    answer = "Say it on the telephone, where she cannot see the dog, before you have bought him a blanket of his own."
    assert not read_capture((text + letter + answer).encode(), "capture").refused
