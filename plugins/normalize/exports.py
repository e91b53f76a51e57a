"""An export's entries read by the same stages as any capture, with what the export states taken as it is.

The body of an entry is the article by itself, so that no part of it is judged to be a page's frame; its title, writer,
date and comments are the export's own.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from plugins.normalize.accounting import Account, accounts_of
from plugins.normalize.article import Article, Entry, Reading, article_of, notices_of, read_plain, settle
from plugins.normalize.formats import Document, Remark
from plugins.normalize.model import (
    DECK,
    HEADING,
    PARAGRAPH,
    TITLE,
    FoundComment,
    Hints,
    Page,
    Piece,
    decide,
    drop,
)
from plugins.normalize.repair import repair
from plugins.normalize.segment.html import LARGEST, parse
from plugins.normalize.segment.html_blocks import blocks_of
from plugins.normalize.segment.repeats import folded

SHORTCODE = re.compile(r"(?:\[/?[a-z][\w-]*(?:\s[^\[\]]*)?/?\]\S*|\{[{%].{0,400}?[%}]\})(?:\s*\[/[a-z][\w-]*\])?", re.I)
CREDIT = re.compile(r"The post .{1,300} (?:appeared first|first appeared) on .{1,200}", re.I)
WINDOWS_ENTITY = re.compile(r"&#(1[2-5]\d);")
COMMENT_KEY = re.compile(r"[\w-]{1,64}")
HEAD = 4


@dataclass
class _Found:
    """What the entries of one export came to, in their order."""

    articles: list[Article] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    fixers: dict[str, None] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)


def read_export(
    documents: Sequence[Document], name: str, digest: str, watch: Callable[[Page], None] = lambda _: None
) -> Reading:
    """The reading of an export: every entry an article, or held or refused with its reason."""
    found = _Found()
    keys: dict[str, str] = {}
    for number, document in enumerate(documents, 1):
        shown = not (document.held or document.refused or document.dropped)
        key = document.key or _key_of(document)
        if shown and key in keys:
            document = replace(document, held=f"the same entry as {keys[key]}")
        elif shown:
            keys[key] = document.where
        _take(found, number, replace(document, key=key), watch)
    nothing = "" if found.articles or found.entries else "an export that holds no entry"
    return Reading(
        name,
        digest,
        tuple(found.articles),
        held=nothing,
        fixers=tuple(found.fixers),
        accounts=tuple(_with_gaps(found.accounts)),
        provenance=tuple(found.notices),
        entries=tuple(found.entries),
    )


def _key_of(document: Document) -> str:
    """The key of an entry to which its export gives none: what is in it. A plain capture has that of its bytes."""
    return f"capture:{hashlib.sha256(document.data or document.html.encode()).hexdigest()}:1"


def _take(found: _Found, number: int, document: Document, watch: Callable[[Page], None]) -> None:
    """Read one entry, and record what it came to."""
    read: Article | Entry
    if document.dropped:
        found.accounts.append(_account(document, "dropped", document.dropped))
        return
    if document.held or document.refused:
        read = _entry(number, document, document.held, document.refused)
    else:
        try:
            read = _read(found, number, document, watch)
        except Exception as error:  # one entry's trouble must not keep the others from going through
            read = _entry(number, document, "", f"the entry cannot be read ({type(error).__name__}: {error})")
    if isinstance(read, Article):
        found.articles.append(read)
        found.accounts.append(_account(document, "body", ""))
        found.accounts.extend(
            Account(first, last, became, f"{document.where}: {what}".rstrip(": "), "export")
            for first, last, became, what in document.elsewhere
        )
    else:
        found.entries.append(read)
        reason = read.held or read.refused
        found.accounts.append(_account(document, "held", reason))
        found.accounts.extend(
            Account(first, last, "held", f"{document.where}: {reason}", "export")
            for first, last, _, _ in document.elsewhere
        )


def _entry(number: int, document: Document, held: str, refused: str = "") -> Entry:
    title = " ".join(document.title.split())[:200]
    return Entry(number, document.where, title, "" if refused else held, refused, len(document.comments))


def _account(document: Document, became: str, what: str) -> Account:
    return Account(document.first, document.last, became, f"{document.where}: {what}".rstrip(": "), "export")


def _with_gaps(accounts: Iterable[Account]) -> list[Account]:
    """The accounts of an export's entries, and between them the lines that belong to none: the export's own frame."""
    told: list[Account] = []
    line = 1
    for account in sorted(accounts, key=lambda one: (one.first, one.last)):
        if account.first > line:
            told.append(Account(line, account.first - 1, "dropped", "the frame of the export", "export"))
        told.append(account)
        line = max(line, account.last + 1)
    return told


def _read(found: _Found, number: int, document: Document, watch: Callable[[Page], None]) -> Article | Entry:
    """Read one entry that its export shows to everybody."""
    if document.data:
        return _read_member(found, number, document, watch)
    document, fixers = _repaired(document)
    found.fixers.update(dict.fromkeys(fixers))
    page = _page_of(document)
    if not page.pieces:
        return _entry(number, document, "there is no text in it")
    lost = settle(page, "\n".join(piece.lead + piece.text for piece in page.pieces), lambda _: "")
    if lost:
        return _entry(number, document, "", f"the importer lost track of the text at “{lost}”")
    if page.held:
        return _entry(number, document, page.held)
    watch(page)
    found.notices.extend(notices_of(page))
    article = article_of(page, fixers)
    return replace(article, number=number, key=document.key, where=document.where, accounts=accounts_of(page))


def _read_member(found: _Found, number: int, document: Document, watch: Callable[[Page], None]) -> Article | Entry:
    """Read a member of an archive that is a page or a text; its Id is the one that it has outside the archive."""
    digest = hashlib.sha256(document.data).hexdigest()
    reading = read_plain(document.data, document.where, digest, watch)
    found.fixers.update(dict.fromkeys(reading.fixers))
    found.notices.extend(reading.provenance)
    if not reading.articles:
        return _entry(number, document, reading.held, reading.refused)
    return replace(
        reading.articles[0],
        number=number,
        key=document.key,
        where=document.where,
        accounts=reading.accounts,
    )


def _repaired(document: Document) -> tuple[Document, tuple[str, ...]]:
    """The document with its broken characters mended, and the names of the fixers that its text needed."""
    plain = WINDOWS_ENTITY.sub(lambda one: bytes([int(one[1])]).decode("cp1252", "replace"), document.html)
    html, fixers = repair(plain)
    comments = tuple(replace(one, author=_line(one.author), body=repair(one.body)[0]) for one in document.comments)
    mended = replace(
        document,
        html=html,
        title=_line(document.title),
        author=_line(document.author),
        deck=_line(document.deck),
        comments=comments,
    )
    return mended, fixers


def _line(text: str) -> str:
    return " ".join(repair(text)[0].split())


def _page_of(document: Document) -> Page:
    """The page of an entry: its pieces, and all that the export states of it."""
    url = document.url if re.fullmatch(r"https?://[^\s<>\"]{4,500}", document.url) else ""
    page = Page(_pieces(document.html, url), Hints(document.title, document.author, document.published, url), True)
    page.title, page.exported = document.title, bool(document.title)
    page.comments = _comments(document.comments)
    for piece in page.pieces:
        outside = piece.area == "outside"
        piece.area = "article"
        if outside:
            drop([piece], "export", "a box in the article")
        elif SHORTCODE.fullmatch(piece.text):
            drop([piece], "export", "a command to the blog's own system")
        elif CREDIT.fullmatch(piece.text):
            drop([piece], "export", "the feed's line about itself")
    _head(page, document)
    return page


def _pieces(html: str, url: str = "") -> list[Piece]:
    """The pieces of a fragment of HTML. Raises ValueError for one too large or too broken to be read."""
    if len(html) > LARGEST:
        raise ValueError(f"{len(html)} characters of HTML; an entry may have {LARGEST}")
    return blocks_of(parse(html), url)[0] if html.strip() else []


def _head(page: Page, document: Document) -> None:
    """Move what the body says again of the title and the deck out of it; a deck becomes the summary."""
    page.deck = document.deck
    deck = folded(document.deck.rstrip(" .…"))
    for piece in [one for one in page.pieces if not one.role][:HEAD]:
        said = folded(piece.text)
        if document.title and said == folded(document.title):
            decide(piece, TITLE, "export", "Title")
        elif deck and len(deck) > 8 and said.startswith(deck) and (said == deck or piece.shape == HEADING):
            decide(piece, DECK, "export", "Summary")


def _comments(remarks: Sequence[Remark]) -> list[FoundComment]:
    """The comments of an entry, oldest first, each with a key of its own; answers in a circle answer nobody."""
    keys: list[str] = []
    taken: set[str] = set()
    for number, remark in enumerate(remarks, 1):
        key = remark.key if COMMENT_KEY.fullmatch(remark.key) else f"n{number}"
        keys.append(f"{key}-n{number}" if key in taken else key)
        taken.add(key)
    parents = {key: remark.reply_to for key, remark in zip(keys, remarks, strict=True)}
    found = [
        _comment(remark, key, "" if _in_a_circle(key, parents) else remark.reply_to)
        for key, remark in zip(keys, remarks, strict=True)
    ]
    return sorted(found, key=lambda one: one.when.isoformat() if one.when else "undated")


def _in_a_circle(key: str, parents: Mapping[str, str]) -> bool:
    """Whether the comments that a comment answers, one after the other, come round to itself."""
    seen: set[str] = set()
    above = parents.get(key, "")
    while above and above not in seen and above != key:
        seen.add(above)
        above = parents.get(above, "")
    return above == key


def _comment(remark: Remark, key: str, reply_to: str) -> FoundComment:
    """A comment as the pages' comments are: its body as pieces. A comment has no headings."""
    body = _pieces(remark.body)
    for piece in body:
        if piece.shape == HEADING:
            piece.shape, piece.level = PARAGRAPH, 0
    return FoundComment(
        author=" ".join(remark.author.split()),
        when=remark.when,
        body=body,
        engine="export",
        by_author=remark.by_author,
        reply_to=reply_to,
        key=key,
        held=remark.held,
    )
