"""An export's entries read by the same stages as any capture, with what the export states taken as it is.

The body of an entry is the article by itself; its title, writer, date and comments are the export's own.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from plugins.normalize.accounting import Account, accounts_of
from plugins.normalize.article import Article, Entry, Reading, article_of, notices_of, read_plain, settle
from plugins.normalize.export_pages import page_of_entry, repaired
from plugins.normalize.formats import Document
from plugins.normalize.model import Page
from plugins.normalize.segment.index_pages import why_held


@dataclass
class _Found:
    """What the entries of one export came to, in their order."""

    articles: list[Article] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    fixers: dict[str, None] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)
    more: int = 0
    """How many articles the entries before held beyond the first of each."""


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
        _take(found, number + found.more, replace(document, key=key), watch)
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
    read: list[Article | Entry]
    if document.dropped:
        found.accounts.append(_account(document, "dropped", document.dropped))
        return
    if document.held or document.refused:
        read = [_entry(number, document, document.held, document.refused)]
    else:
        try:
            read = _read(found, number, document, watch)
        except Exception as error:  # one entry's trouble must not keep the others from going through
            read = [_entry(number, document, "", f"the entry cannot be read ({type(error).__name__}: {error})")]
    found.more += len(read) - 1
    articles = [one for one in read if isinstance(one, Article)]
    entries = [one for one in read if isinstance(one, Entry)]
    found.articles.extend(articles)
    found.entries.extend(entries)
    reason = "" if articles else entries[0].held or entries[0].refused
    found.accounts.append(_account(document, "held" if reason else "body", reason))
    found.accounts.extend(
        Account(first, last, "held" if reason else became, f"{document.where}: {reason or what}".rstrip(": "), "export")
        for first, last, became, what in document.elsewhere
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


def _read(found: _Found, number: int, document: Document, watch: Callable[[Page], None]) -> list[Article | Entry]:
    """Read one entry that its export shows to everybody: one article as a rule, several perhaps where it is a page."""
    if document.data:
        return _read_member(found, number, document, watch)
    document, fixers = repaired(document)
    found.fixers.update(dict.fromkeys(fixers))
    page = page_of_entry(document)
    if not page.pieces:
        return [_entry(number, document, "there is no text in it")]
    whole = "\n".join(piece.lead + piece.text for piece in page.pieces)
    lost = settle(page, whole, (lambda _: "") if document.stated else why_held)
    if lost:
        return [_entry(number, document, "", f"the importer lost track of the text at “{lost}”")]
    if page.held:
        return [_entry(number, document, page.held)]
    watch(page)
    found.notices.extend(notices_of(page))
    article = article_of(page, fixers)
    return [replace(article, number=number, key=document.key, where=document.where, accounts=accounts_of(page))]


def _read_member(
    found: _Found, number: int, document: Document, watch: Callable[[Page], None]
) -> list[Article | Entry]:
    """Read a member of an archive that is a page or a text; its Ids are those that it has outside the archive."""
    digest = hashlib.sha256(document.data).hexdigest()
    reading = read_plain(document.data, document.where, digest, watch)
    found.fixers.update(dict.fromkeys(reading.fixers))
    found.notices.extend(reading.provenance)
    if not reading.articles:
        return [_entry(number, document, reading.held, reading.refused)]
    articles: list[Article | Entry] = [_of_member(one, number, document, reading) for one in reading.articles]
    return articles + [
        replace(one, number=number + one.number - 1, where=f"{document.where}: {one.where}") for one in reading.entries
    ]


def _of_member(article: Article, number: int, document: Document, reading: Reading) -> Article:
    """An article of a member, by its place among those of the archive; of several each with the lines of the member."""
    return replace(
        article,
        number=number + article.number - 1,
        key=f"{document.key.removesuffix(':1')}:{article.number}",
        where=f"{document.where}: {article.where}" if reading.several else document.where,
        accounts=reading.accounts,
    )
