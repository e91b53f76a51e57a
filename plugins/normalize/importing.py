"""The import: captures in, posts, comments and the report out. The door of this package.

    result = import_captures([Path("captures")], ImportOptions(into=Path("content"), date=date.today()))

Each capture is read by itself (`plugins.normalize.article`); then all that were read are given their slugs, tags and
related posts together, written, and recorded. One capture's trouble never keeps another from going through.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from plugins.normalize.article import Reading, read_capture
from plugins.normalize.captures import CaptureFile, beside, find_captures, read_bytes
from plugins.normalize.library import Library, document_of, read_library
from plugins.normalize.newest import newest_only
from plugins.normalize.placing import Draft, write_article
from plugins.normalize.report import Report, key_of
from plugins.normalize.report_page import check_page_path, page_path, report_page
from plugins.normalize.results import OUTCOMES, ImportOptions, ImportRecord, ImportResult
from plugins.normalize.tracing import Captures
from plugins.normalize.write.files import write_whole
from plugins.normalize.write.post import compose
from plugins.shared.ranking import rank_related
from plugins.shared.vocabulary import Vocabulary, read_vocabulary

__all__ = ["ImportOptions", "ImportRecord", "ImportResult", "import_captures"]

RELATED = 4


def import_captures(
    captures: Sequence[Path], options: ImportOptions, progress: Callable[[int, int, str], None] = lambda *_: None
) -> ImportResult:
    """Import files and folders of captures. Raises SiteError for a broken vocabulary or report, never for a capture."""
    report = Report(options.report or options.into / "import-report.json")
    check_page_path(report.path)
    vocabulary = _vocabulary(options)
    files = find_captures(captures)
    skipped = [capture for capture in files if capture.skip]
    readings = newest_only(list(_read_all([capture for capture in files if not capture.skip], progress)))
    library = read_library(options.into)
    drafts = _drafts(readings, library, vocabulary, options)
    _relate(drafts, library)
    own: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        own[id(draft.reading)].append(draft)
    records = [
        record for reading in readings for record in _finish(reading, own[id(reading)], report, options, vocabulary)
    ]
    for capture in skipped:
        report.enter(key_of(capture.name, ""), {"source": capture.name, "sha256": "", "skipped": capture.skip})
    _save(report.path, report.text())
    _save(page_path(report.path), report_page(report.of_this_import, Captures(files).trace, options.into))
    found = sum(len(reading.articles) + len(reading.entries) or 1 for reading in readings)
    return _result(records, skipped, found)


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
            same_name = seen[reading.sha256] == reading.source
            reason = f"the same bytes as {seen[reading.sha256]}"
            accounts = tuple(account._replace(became="held", what=reason, rule="") for account in reading.accounts)
            reading = replace(reading, articles=(), entries=(), held=reason, accounts=accounts, copy=same_name)
        seen.setdefault(reading.sha256, reading.source)
        progress(done, len(files), capture.name)
        yield reading


def _read(capture: CaptureFile) -> Reading:
    """One capture read; whatever goes wrong with it is the reason for its refusal."""
    try:
        return read_capture(read_bytes(capture.path), capture.name, beside=beside(capture.path))
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
) -> list[Draft]:
    drafts = []
    for reading in readings:
        for article in reading.articles:
            post = compose(reading, article, library, vocabulary, options.date)
            known = library.by_id.get(post.get("Id"))
            path = options.into / "posts" / post.get("Date")[:4] / f"{post.get('Slug')}.md"
            drafts.append(Draft(reading, article, post, known.path if known else path))
    return drafts


def _relate(drafts: Sequence[Draft], library: Library) -> None:
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
    reading: Reading, drafts: Sequence[Draft], report: Report, options: ImportOptions, vocabulary: Vocabulary | None
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
        record, told = write_article(draft, report, options, vocabulary)
        articles.append(told)
        report.supersede(str(told["id"]), key)
        yield record
    for one in reading.entries:
        outcome = "refused" if one.refused else "held"
        yield ImportRecord(reading.source, outcome, reason=one.refused or one.held, where=one.where)
    if reading.entries:
        entry["no_posts"] = [asdict(one) for one in reading.entries]
    entry |= {"articles": articles, "lines": [list(account) for account in reading.accounts]}
    if reading.provenance:
        entry["provenance"] = list(reading.provenance)
    if reading.copy:  # a file of the same name and bytes in another folder
        report.entries[key]["copies"] = report.entries[key].get("copies", 0) + 1
    else:
        report.enter(key, entry)


def _save(path: Path, text: str) -> None:
    """Write a file of the report, if it has changed."""
    data = text.encode("utf-8")
    if not path.is_file() or path.read_bytes() != data:
        write_whole(path, data, path.parent)


def _result(records: Sequence[ImportRecord], skipped: Sequence[CaptureFile], articles_found: int) -> ImportResult:
    outcomes = Counter(record.outcome for record in records)
    counts = {outcome: outcomes[outcome] for outcome in OUTCOMES}
    return ImportResult(tuple(records), tuple((one.name, one.skip) for one in skipped), articles_found, counts)
