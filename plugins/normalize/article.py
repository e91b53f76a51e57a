"""One capture read: bytes in, an article (or the reason why there is none) out. Knows no file and writes none."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from plugins.normalize.accounting import Account, accounts_of, missing
from plugins.normalize.decode import UnreadableError, decode
from plugins.normalize.extract import extract
from plugins.normalize.flags import FLAGS
from plugins.normalize.formats import RefusedError, documents_of
from plugins.normalize.formats.single_file import main_page
from plugins.normalize.model import BODY, LETTER, MARKER, Mark, Page, Piece
from plugins.normalize.parts import Part, parts_of
from plugins.normalize.repair import repair
from plugins.normalize.segment import segment
from plugins.normalize.segment.index_pages import why_held
from plugins.normalize.segment.repeats import take_second_copy
from plugins.normalize.write.comments import comments_of
from plugins.normalize.write.flagging import raise_flags
from plugins.normalize.write.markdown import body_of
from plugins.normalize.write.summary import summary_of
from plugins.shared.comment_files import Comment


@dataclass(frozen=True)
class Article:
    """An article as found in a capture, ready to be given its slug, tags and place. `body` is Markdown.

    Of an entry of an export, `key` names it in every export of the same blog, `where` names it in this one, and
    `accounts` tells what became of its lines. Of one of several articles of a page or text, `where` names
    its `lines`, the first and the last.
    """

    number: int
    title: str
    body: str
    kind: str
    summary: str
    author: str = ""
    askers: tuple[str, ...] = ()
    published: date | None = None
    url: str = ""
    question: str = ""
    comments: tuple[Comment, ...] = ()
    flags: Mapping[str, str] = field(default_factory=dict)
    source_title: str = ""
    key: str = ""
    where: str = ""
    accounts: tuple[Account, ...] = ()
    lines: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Entry:
    """An entry of an export, or one of several articles of a capture, that becomes no post.

    It is `held` or `refused` with the reason; its `comments` stay with it.
    """

    number: int
    where: str
    title: str = ""
    held: str = ""
    refused: str = ""
    comments: int = 0


@dataclass(frozen=True)
class Reading:
    """What reading one capture came to: its articles, or `held` or `refused` with the reason.

    Of an export, `entries` are those that became no article, and `accounts` tells of the export's own lines. `several`
    says that a page or text holds several articles; `entries` are those of them that became none.
    """

    source: str
    sha256: str
    articles: tuple[Article, ...] = ()
    held: str = ""
    refused: str = ""
    encoding: str = ""
    fixers: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()
    provenance: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    copy: bool = False
    several: bool = False


def read_capture(
    data: bytes,
    name: str,
    watch: Callable[[Page], None] = lambda _: None,
    beside: Callable[[str], bytes | None] = lambda _: None,
) -> Reading:
    """Read one capture's bytes. Never raises for what the bytes are: such a capture is refused, with the reason.

    `watch` is shown each page that was read, when every piece of it is decided on. `beside` gives the bytes of a file
    that stands by the capture, by its name: some exports are a list with a file for each text.
    """
    digest = hashlib.sha256(data).hexdigest()
    if not data.strip():
        return Reading(name, digest, refused="the file is empty")
    try:
        documents = documents_of(data, name, beside)
    except RefusedError as error:
        return Reading(name, digest, refused=str(error))
    if documents is not None:
        from plugins.normalize.exports import read_export

        return read_export(documents, name, digest, watch)
    return read_plain(data, name, digest, watch)


def read_plain(data: bytes, name: str, digest: str, watch: Callable[[Page], None]) -> Reading:
    """Read a page or a text."""
    try:
        decoded = decode(main_page(data))
    except (RefusedError, UnreadableError) as error:
        return Reading(name, digest, refused=str(error))
    text, fixers = repair(decoded.text)
    try:
        parts = parts_of(text)
    except (RecursionError, ValueError) as error:
        return Reading(name, digest, refused=f"the page cannot be read: {error}", encoding=decoded.encoding)
    reading = Reading(name, digest, encoding=decoded.encoding, fixers=fixers + parts.fixers)
    if len(parts.pages) > 1:
        from plugins.normalize.several import read_several

        if several := read_several(parts, reading, watch):
            return several
        parts = parts_of(text, whole=True)
    return _read_one(parts.pages[0], reading, watch)


def _read_one(part: Part, reading: Reading, watch: Callable[[Page], None]) -> Reading:
    """The reading of a capture of one article. `reading` tells of the capture."""
    page = part.page
    if not page.pieces:
        return replace(reading, refused="there is no text in it")
    lost = settle(page, part.text, why_held)
    if lost:
        return replace(reading, refused=f"the importer lost track of the text at “{lost}”", fixers=())
    articles = () if page.held else (article_of(page, reading.fixers),)
    watch(page)
    return replace(reading, articles=articles, held=page.held, accounts=accounts_of(page), provenance=notices_of(page))


def settle(page: Page, text: str, judge: Callable[[Page], str]) -> str:
    """Decide on every piece of a page. `judge` says why it is held; what of the text got lost on the way comes back."""
    again = take_second_copy(page)
    segment(page)
    page.held = judge(page)
    if not page.held:
        extract(page)
        page.held = _why_none_left(page)
    page.pieces += again
    return missing(text, page.pieces)


def notices_of(page: Page) -> tuple[str, ...]:
    """The privacy notices of a page, kept as provenance."""
    return tuple(piece.text for piece in page.pieces if piece.note == "privacy notice" and piece.words > 6)


def _why_none_left(page: Page) -> str:
    """Why a page on which every piece is decided holds no article; empty where it does."""
    if not any(piece.role == BODY and any(map(str.isalpha, piece.text)) for piece in page.pieces):
        return "no article is left after what surrounds it"
    return "" if page.title.strip() else "no title, and no words to make one of"


def _capitals_after_marks(page: Page) -> None:
    """A sentence that went on after a mark (`Dear Ann, my brother …`) begins with a capital once the mark is gone."""
    for mark, piece in pairwise(page.pieces):
        if mark.role == MARKER and piece.role == BODY and mark.line == piece.line and mark.text.endswith(","):
            piece.text = piece.text[:1].upper() + piece.text[1:]


def _letters_without_emphasis(body: Sequence[Piece]) -> None:
    """A letter that a page sets in bold or italics from its first to its last word is only set off: a quote here."""
    letters: dict[int, list[Piece]] = {}
    for piece in body:
        if piece.side == LETTER:
            letters.setdefault(piece.letter, []).append(piece)
    for pieces in letters.values():
        for kind in ("em", "strong"):
            whole = [[mark for mark in piece.marks if mark.kind == kind and _covers(mark, piece)] for piece in pieces]
            for piece, marks in zip(pieces, whole, strict=True) if all(whole) else ():
                piece.marks = tuple(mark for mark in piece.marks if mark not in marks)


def _covers(mark: Mark, piece: Piece) -> bool:
    return not (piece.text[: mark.start] + piece.text[mark.end :]).strip()


def article_of(page: Page, fixers: tuple[str, ...]) -> Article:
    """The article of a page on which every piece is decided."""
    comments = tuple(comments_of(page.comments, page.author))
    raise_flags(page, fixers, comments)
    _capitals_after_marks(page)
    body = [piece for piece in page.pieces if piece.role == BODY]
    _letters_without_emphasis(body)
    question = " ".join(piece.text for piece in body if piece.side == LETTER)
    return Article(
        number=1,
        title=" ".join(page.title.split()),
        body=body_of(body),
        kind=page.kind,
        summary=summary_of(body, page.deck),
        author=" ".join(page.author.split()),
        askers=tuple(" ".join(name.split()) for name in page.askers),
        published=page.published or page.hints.published,
        url=page.hints.url,
        question=question,
        comments=comments,
        flags={name: page.flags[name] for name in FLAGS if name in page.flags},
        source_title=page.hints.title,
    )
