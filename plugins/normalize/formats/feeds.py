"""RSS (0.9 to 2.0) and Atom feeds: the full text of an entry before its excerpt; a mere excerpt is held."""

import html
import re
from dataclasses import replace

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from plugins.normalize.formats.entries import child, link_of, markup_of, writer_of
from plugins.normalize.formats.model import Document, Given
from plugins.normalize.formats.moments import day_of
from plugins.normalize.formats.names import writer
from plugins.normalize.formats.trees import fields_of, lines_of, name_of, plain_title, text_of, tree_of, unread

TAG = re.compile(r"<[^<>]*>")
TEASER = re.compile(
    r"(?:\[(?:…|\.\.\.)\]|(?:continue reading|read more|read the rest|keep reading|read on)\b.{0,120})[\s→»>]*$", re.I
)
BREAKS_OFF = re.compile(r"(?:…|\.\.\.)$")
LOCKED = re.compile(r"\bthis (?:content|post|entry) is password[- ]protected|\benter your password to view", re.I)
OF_COMMENTS = re.compile(r"comments? (?:on|for)\b", re.I)
CREDIT = re.compile(r"The post <a\b[^<>]*>.{0,300}?</a> (?:appeared )?first (?:appeared )?on <a\b.*\Z", re.S)
FEWEST_WORDS = 50


def documents(given: Given) -> tuple[Document, ...] | None:
    """The entries of a feed; None for anything else."""
    tree = tree_of(given)
    if tree is None:
        return None
    atom = name_of(tree.root) == "atom:feed"
    site = tree.root if atom else tree.root.find("{*}channel")
    own = fields_of(site) if site is not None else {}
    entries = [one for one in tree.root.iter() if name_of(one) == ("atom:entry" if atom else "item")]
    spans = lines_of(entries, tree.broken)
    read = _of_atom if atom else _of_rss
    feed_writer = writer_of(tree.root)[0] if atom else ""
    base = own.get("atom:id", "") if atom else own.get("link", "")
    found = tuple(
        read(number, entry, span, feed_writer, base)
        for number, (entry, span) in enumerate(zip(entries, spans, strict=True), 1)
    )
    if OF_COMMENTS.match(own.get("atom:title", "") or own.get("title", "")):
        found = tuple(replace(one, held="a comment, in a feed of comments without their posts") for one in found)
    return (*found, *unread(tree, len(entries)))


def _of_rss(number: int, item: etree._Element, span: tuple[int, int, str], _: str, base: str) -> Document:
    fields = fields_of(item)
    full, short = fields.get("content:encoded", ""), fields.get("description", "")
    body = full if _words(full) >= _words(short) else short
    guid = fields.get("guid") or fields.get("link") or fields.get("title", "")
    return Document(
        where=f"item {number}",
        html=body,
        title=plain_title(fields.get("title", "")),
        author=writer(fields.get("dc:creator") or fields.get("author", "")),
        published=day_of(fields.get("pubDate", "") or fields.get("dc:date", "")),
        url=fields.get("link", ""),
        key=f"feed:{guid if '://' in guid else base + ' ' + guid}",
        held=_why_held(span, body, whole=bool(full)),
        first=span[0],
        last=span[1],
    )


def _of_atom(number: int, entry: etree._Element, span: tuple[int, int, str], feed_writer: str, base: str) -> Document:
    fields = fields_of(entry)
    content = markup_of(child(entry, "atom:content"))
    body = content or markup_of(child(entry, "atom:summary"))
    title = child(entry, "atom:title")
    key = fields.get("atom:id") or link_of(entry)
    held = _why_held(span, body, whole=bool(content))
    if child(entry, "thr:in-reply-to") is not None:
        held = "a comment on a post that the feed does not hold"
    return Document(
        where=f"entry {number}",
        html=body,
        title=plain_title(text_of(title)) if title is not None else "",
        author=writer_of(entry)[0] or feed_writer,
        published=day_of(fields.get("atom:published", "")),
        url=link_of(entry),
        key=f"feed:{key if ':' in key else base + ' ' + key}",
        held=held,
        first=span[0],
        last=span[1],
    )


def _words(body: str) -> int:
    return len(TAG.sub(" ", body).split())


def _why_held(span: tuple[int, int, str], body: str, *, whole: bool) -> str:
    """Why an entry becomes no post: it is broken, empty, locked, or only the beginning of the article.

    A description of several paragraphs is the article; a short one of one paragraph is taken for an excerpt.
    """
    if span[2]:
        return f"the XML is broken inside it: {span[2]}"
    words = _words(body)
    if not words:
        return "there is no text in it"
    said = " ".join(html.unescape(TAG.sub(" ", CREDIT.sub("", body))).split())
    if LOCKED.search(said[:600]):
        return "the entry is protected by a password"
    if (TEASER.search(said) and (words < 4 * FEWEST_WORDS or not whole)) or (BREAKS_OFF.search(said) and not whole):
        return "only an excerpt: it breaks off and goes on elsewhere"
    if not whole and words < FEWEST_WORDS and body.count("</p>") < 2:
        return f"only an excerpt of {words} words"
    return ""
