"""The import: captures in, posts, comments and the report out. The door of this package.

    result = import_captures([Path("captures")], ImportOptions(into=Path("content"), date=date.today()))

Each capture is read by itself (`plugins.normalize.article`); then all that were read are given their slugs, tags and
related posts together, written, and recorded. One capture's trouble never keeps another from going through.
"""

import datetime
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from plugins.normalize.accounting import Account
from plugins.normalize.article import Article, Reading, read_capture
from plugins.normalize.captures import CaptureFile, find_captures, read_bytes
from plugins.normalize.flags import FLAGS
from plugins.normalize.library import Library, document_of, read_library
from plugins.normalize.report import Report, key_of
from plugins.normalize.write.files import digest_of, place, write_whole
from plugins.normalize.write.post import compose
from plugins.normalize.write.safety import safety_offered
from plugins.shared.comment_files import format_comments
from plugins.shared.posts import Post, format_post
from plugins.shared.ranking import rank_related
from plugins.shared.vocabulary import Vocabulary, outside_words, read_vocabulary

RELATED = 4
OUTCOMES = ("written", "unchanged", "edited", "held", "refused")


@dataclass(frozen=True)
class ImportOptions:
    """Where to write, and as of which day. `report` is into/import-report.json and `vocabulary` into/tags.toml
    (or else content/tags.toml) where they are not named. `beside`: where a person has edited a post, write what the
    import would have written beside it, as `<slug>.md.imported`."""

    into: Path
    date: datetime.date
    report: Path | None = None
    beside: bool = False
    vocabulary: Path | None = None


@dataclass(frozen=True)
class ImportRecord:
    """What became of one article, or of one capture without any. `outcome` is one of OUTCOMES.

    `path` is the post's; `comments` counts those found and `comments_held` those of them that are held.
    """

    source: str
    outcome: str
    slug: str = ""
    path: Path | None = None
    reason: str = ""
    flags: tuple[str, ...] = ()
    comments: int = 0
    comments_held: int = 0
    accounting: tuple[Account, ...] = ()


@dataclass(frozen=True)
class ImportResult:
    """The records in order of the captures' names. `skipped` are files met in folders that are no captures."""

    records: tuple[ImportRecord, ...]
    skipped: tuple[tuple[str, str], ...] = ()
    articles_found: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def adds_up(self) -> bool:
        """Whether posts and held and refused together are all that was found: nothing got lost on the way."""
        return sum(self.counts[outcome] for outcome in OUTCOMES) == self.articles_found


@dataclass
class _Draft:
    """An article on its way to a file. `path` is where an earlier import or a person put it, else by year and slug."""

    reading: Reading
    article: Article
    post: Post
    path: Path


def import_captures(
    captures: Sequence[Path], options: ImportOptions, progress: Callable[[int, int, str], None] = lambda *_: None
) -> ImportResult:
    """Import files and folders of captures. Raises SiteError for a broken vocabulary or report, never for a capture."""
    report = Report(options.report or options.into / "import-report.json")
    vocabulary = _vocabulary(options)
    files = find_captures(captures)
    skipped = [capture for capture in files if capture.skip]
    readings = list(_read_all([capture for capture in files if not capture.skip], progress))
    library = read_library(options.into)
    drafts = _drafts(readings, library, vocabulary, options)
    _relate(drafts, library)
    records = [record for reading in readings for record in _finish(reading, drafts, report, options, vocabulary)]
    for capture in skipped:
        report.entries[key_of(capture.name, "")] = {"source": capture.name, "sha256": "", "skipped": capture.skip}
    _save(report, options)
    return _result(records, skipped, sum(len(reading.articles) or 1 for reading in readings))


def _vocabulary(options: ImportOptions) -> Vocabulary | None:
    if options.vocabulary:
        return read_vocabulary(options.vocabulary)
    for path in (options.into / "tags.toml", Path("content/tags.toml")):
        if path.is_file():
            return read_vocabulary(path)
    return None


def _read_all(files: Sequence[CaptureFile], progress: Callable[[int, int, str], None]) -> Iterator[Reading]:
    """Each capture read; a copy of one that was read already is held."""
    seen: dict[str, str] = {}
    for done, capture in enumerate(files, 1):
        reading = _read(capture)
        if reading.sha256 in seen and not reading.refused:
            reason = f"the same bytes as {seen[reading.sha256]}"
            accounts = tuple(account._replace(became="held", what=reason, rule="") for account in reading.accounts)
            reading = replace(reading, articles=(), held=reason, accounts=accounts)
        seen.setdefault(reading.sha256, reading.source)
        progress(done, len(files), capture.name)
        yield reading


def _read(capture: CaptureFile) -> Reading:
    """One capture read; whatever goes wrong with it is the reason for its refusal."""
    try:
        return read_capture(read_bytes(capture.path), capture.name)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Reading(capture.name, _digest_of_name(capture), refused=f"it cannot be read: {reason}")
    except Exception as error:  # the last resort: one capture's trouble must not keep the others from going through
        return Reading(
            capture.name,
            _digest_of_name(capture),
            refused=f"the importer failed on it ({type(error).__name__}: {error})",
        )


def _digest_of_name(capture: CaptureFile) -> str:
    return hashlib.sha256(capture.name.encode()).hexdigest()


def _drafts(
    readings: Sequence[Reading], library: Library, vocabulary: Vocabulary | None, options: ImportOptions
) -> list[_Draft]:
    drafts = []
    for reading in readings:
        for article in reading.articles:
            post = compose(reading, article, library, vocabulary, options.date)
            known = library.by_id.get(post.get("Id"))
            path = options.into / "posts" / post.get("Date")[:4] / f"{post.get('Slug')}.md"
            drafts.append(_Draft(reading, article, post, known.path if known else path))
    return drafts


def _relate(drafts: Sequence[_Draft], library: Library) -> None:
    """Give every new post its suggestions; a post that has some from an earlier import keeps them."""
    if all(draft.post.get("Related_posts") for draft in drafts):
        return
    own = [document_of(draft.post) for draft in drafts]
    ranked = rank_related([*own, *library.documents(draft.post.get("Id") for draft in drafts)], RELATED)
    for draft in drafts:
        related = ", ".join(found.slug for found in ranked[draft.post.get("Slug")])
        if related and not draft.post.get("Related_posts"):
            draft.post = replace(draft.post, header={**draft.post.header, "Related_posts": related})


def _finish(
    reading: Reading, drafts: Sequence[_Draft], report: Report, options: ImportOptions, vocabulary: Vocabulary | None
) -> Iterator[ImportRecord]:
    """Write a capture's posts and comments, enter it in the report, and tell what became of it."""
    key = key_of(reading.source, reading.sha256)
    entry: dict[str, Any] = {"source": reading.source, "sha256": reading.sha256}
    if reading.held or reading.refused:
        outcome = "held" if reading.held else "refused"
        entry |= {outcome: reading.held or reading.refused}
        yield ImportRecord(reading.source, outcome, reason=reading.held or reading.refused, accounting=reading.accounts)
    entry |= {"encoding": reading.encoding, "repaired": list(reading.fixers)}
    articles = []
    for draft in drafts:
        if draft.reading is reading:
            record, told = _write(draft, report, options, vocabulary)
            articles.append(told)
            yield record
    entry |= {"articles": articles, "lines": [list(account) for account in reading.accounts]}
    if reading.provenance:
        entry["provenance"] = list(reading.provenance)
    report.entries[key] = entry


def _write(
    draft: _Draft, report: Report, options: ImportOptions, vocabulary: Vocabulary | None
) -> tuple[ImportRecord, dict[str, Any]]:
    """Write one post and its comments; the record for the caller and the entry for the report."""
    post, article, source = draft.post, draft.article, draft.reading
    slug, key = post.get("Slug"), key_of(source.source, source.sha256)
    text = format_post(post)
    path = draft.path
    outcome = place(path, text, report.last_written(key, article.number, "post"), options.into, options.beside)
    told: dict[str, Any] = {
        "number": article.number,
        "id": post.get("Id"),
        "slug": slug,
        "state": "edited" if outcome == "edited" else "post",
    }
    told["post"] = {"path": path.relative_to(options.into).as_posix(), "sha256": digest_of(text.encode())}
    if outcome == "edited":
        told["post"]["sha256"] = report.last_written(key, article.number, "post")
    if article.comments:
        told["comments"] = _write_comments(draft, report, options)
    told |= {
        "title": article.title,
        "flags": {name: [FLAGS[name], article.flags.get(name, "")] for name in post.many("Flags")},
    }
    if safety := safety_offered(f"{article.title}\n{article.body}"):
        told["safety_offered"] = safety
    if vocabulary:
        told["words_outside_the_vocabulary"] = list(outside_words(vocabulary, f"{article.title}\n{article.body}"))
    held = sum(comment.held for comment in article.comments)
    record = ImportRecord(
        source.source,
        outcome,
        slug,
        path,
        _reason(outcome, options),
        post.many("Flags"),
        len(article.comments),
        held,
        source.accounts,
    )
    return record, told


def _reason(outcome: str, options: ImportOptions) -> str:
    if outcome != "edited":
        return ""
    return "a person has edited this post; it is left alone" + (
        ", the import stands beside it" if options.beside else ""
    )


def _write_comments(draft: _Draft, report: Report, options: ImportOptions) -> dict[str, Any]:
    key = key_of(draft.reading.source, draft.reading.sha256)
    path = options.into / "comments" / f"{draft.post.get('Slug')}.toml"
    text = format_comments(draft.article.comments)
    last = report.last_written(key, draft.article.number, "comments")
    outcome = place(path, text, last, options.into, options.beside)
    return {
        "path": path.relative_to(options.into).as_posix(),
        "sha256": last if outcome == "edited" else digest_of(text.encode()),
        "found": len(draft.article.comments),
        "held": sum(comment.held for comment in draft.article.comments),
    }


def _save(report: Report, options: ImportOptions) -> None:
    data = report.text().encode("utf-8")
    if not report.path.is_file() or report.path.read_bytes() != data:
        write_whole(report.path, data, report.path.parent)


def _result(records: Sequence[ImportRecord], skipped: Sequence[CaptureFile], articles_found: int) -> ImportResult:
    outcomes = Counter(record.outcome for record in records)
    counts = {outcome: outcomes[outcome] for outcome in OUTCOMES}
    return ImportResult(tuple(records), tuple((one.name, one.skip) for one in skipped), articles_found, counts)
