"""The import: captures in, posts, comments and the report out. The door of this package.

    result = import_captures([Path("captures")], ImportOptions(into=Path("content"), date=date.today()))

Each capture is read by itself (`plugins.normalize.article`); then all that were read are given their slugs, tags and
related posts together, written, and recorded. One capture's trouble never keeps another from going through.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from plugins.normalize.article import Reading
from plugins.normalize.captures import CaptureFile, find_captures
from plugins.normalize.copies import Copies, without
from plugins.normalize.findings import Read, only
from plugins.normalize.library import Library, read_library
from plugins.normalize.placing import Draft, write_article
from plugins.normalize.reading import read_all
from plugins.normalize.report import Report, key_of
from plugins.normalize.report_page import check_page_path, page_path, report_page
from plugins.normalize.results import OUTCOMES, ImportOptions, ImportRecord, ImportResult
from plugins.normalize.shelf import Shelf
from plugins.normalize.tracing import Captures
from plugins.normalize.write.post import compose
from plugins.shared import ranking
from plugins.shared.contained import Place
from plugins.shared.errors import SiteError
from plugins.shared.posts import Post
from plugins.shared.ranking import Measured, measured, rank_measured
from plugins.shared.vocabulary import Vocabulary, read_vocabulary
from plugins.shared.whole_files import write_chunks, write_whole

__all__ = ["ImportOptions", "ImportRecord", "ImportResult", "import_captures"]

RELATED = 4

Measures = Mapping[int, ranking.Measures]
"""What the articles of a capture are compared by, by their numbers."""


def import_captures(
    captures: Sequence[Path], options: ImportOptions, progress: Callable[[int, int, str], None] = lambda *_: None
) -> ImportResult:
    """Import files and folders of captures. Raises SiteError for a broken vocabulary or report, never for a capture."""
    path = options.report or options.into / "import-report.json"
    check_page_path(path)
    vocabulary = _vocabulary(options)
    files = find_captures(captures)
    skipped = [capture for capture in files if capture.skip]
    with Report(path) as report:
        records, found = _import(files, options, vocabulary, report, progress)
        for capture in skipped:
            report.enter(key_of(capture.name, ""), {"source": capture.name, "sha256": "", "skipped": capture.skip})
        write_chunks(path, report.chunks(), path.parent)
        page = report_page(report.of_this_import(), Captures(files).trace, options.into)
        write_whole(page_path(path), page.encode("utf-8"), path.parent)
    return _result(records, skipped, found)


def _import(
    files: Sequence[CaptureFile],
    options: ImportOptions,
    vocabulary: Vocabulary | None,
    report: Report,
    progress: Callable[[int, int, str], None],
) -> tuple[list[ImportRecord], int]:
    """Read the captures, write their posts, enter them in the report: the records, and how many articles there were."""
    records: list[ImportRecord] = []
    found = 0
    with Shelf[Read]() as shelf, Shelf[Measures]() as measures, Shelf[list[Plan]]() as plans:
        with Copies() as copies:
            for read in _read(files, vocabulary, options.jobs, progress):
                noted = copies.note(read)
                measures.put({number: one.measures for number, one in noted.likeness.items()})
                shelf.put(noted._replace(likeness={}))
            library = read_library(options.into)
            readings = Readings(shelf, copies.find(library))
        incomplete = _plan(readings, plans, library, vocabulary, options)
        related = _related(measures, plans, library) if incomplete else {}
        del library
        for read, row in zip(readings, plans, strict=True):
            found += len(read.reading.articles) + len(read.reading.entries) or 1
            records.extend(_finish(read.reading, _drafts(read, row, related), report, options))
    return records, found


def _vocabulary(options: ImportOptions) -> Vocabulary | None:
    if options.vocabulary:
        return read_vocabulary(options.vocabulary)
    for path in (options.into / "tags.toml", Path("content/tags.toml")):
        if path.is_file():
            return read_vocabulary(path)
    return None


def _read(
    files: Sequence[CaptureFile],
    vocabulary: Vocabulary | None,
    jobs: int,
    progress: Callable[[int, int, str], None],
) -> Iterator[Read]:
    """Read all captures, and tell how far that is."""
    wanted = [capture for capture in files if not capture.skip]
    for done, read in enumerate(read_all(wanted, jobs, vocabulary), 1):
        yield read
        progress(done, len(wanted), read.reading.source)


@dataclass(frozen=True)
class Readings:
    """The readings on a shelf, one in memory at a time; copies are held."""

    shelf: Shelf[Read]
    copies: Mapping[Place, str]

    def __iter__(self) -> Iterator[Read]:
        for number, read in enumerate(self.shelf):
            reasons = {one.number: self.copies.get(Place(number, one.number), "") for one in read.reading.articles}
            yield only(read, without(read.reading, reasons)) if any(reasons.values()) else read


@dataclass(frozen=True)
class Plan:
    """A post to be written of an article, by its number: the header, and the path that it has or is to have."""

    number: int
    header: Mapping[str, str]
    path: Path


def _plan(
    readings: Readings,
    plans: Shelf[list[Plan]],
    library: Library,
    vocabulary: Vocabulary | None,
    options: ImportOptions,
) -> bool:
    """Set the plans of every reading's articles aside, in order, so that slugs are given out in order.

    Whether any of them still lacks related posts comes back.
    """
    incomplete = False
    for read in readings:
        row = []
        for article in read.reading.articles:
            tags = read.findings[article.number].tags or ()
            post = compose(read.reading, article, tags, library, vocabulary, options.date)
            known = library.by_id.get(post.get("Id"))
            path = options.into / "posts" / post.get("Date")[:4] / f"{post.get('Slug')}.md"
            row.append(Plan(article.number, post.header, known.path if known else path))
            incomplete = incomplete or "Related_posts" not in post.header
        plans.put(row)
    return incomplete


def _related(measures: Shelf[Measures], plans: Shelf[list[Plan]], library: Library) -> dict[str, str]:
    """The suggestions for every post, by its slug."""
    planned: set[str] = set()
    with Shelf[Measured]() as documents:
        for of_capture, row in zip(measures, plans, strict=True):
            for plan in row:
                post = Post(plan.header, "")
                planned.add(post.get("Id"))
                told = of_capture[plan.number]
                documents.put(Measured(post.get("Slug"), post.get("Title"), post.many("Tags"), told))
        for document in library.documents(planned):
            documents.put(measured(document))
        ranked = rank_measured(documents, RELATED)
        return {slug: ", ".join(found.slug for found in nearest) for slug, nearest in ranked}


def _drafts(read: Read, row: Sequence[Plan], related: Mapping[str, str]) -> Iterator[Draft]:
    """The articles of a reading on their way to their files; one with related posts of an earlier import keeps them."""
    for article, plan in zip(read.reading.articles, row, strict=True):
        nearest = related.get(plan.header["Slug"], "")
        header = {"Related_posts": nearest, **plan.header} if nearest else plan.header
        post = Post(header, article.body + "\n")
        yield Draft(read.reading, article, read.findings[article.number], post, plan.path)


def _finish(
    reading: Reading, drafts: Iterable[Draft], report: Report, options: ImportOptions
) -> Iterator[ImportRecord]:
    """Write a capture's posts and comments, enter it in the report, and tell what became of it."""
    key = key_of(reading.source, reading.sha256)
    entry: dict[str, Any] = {"source": reading.source, "sha256": reading.sha256}
    if reading.held or reading.refused:
        outcome = "held" if reading.held else "refused"
        entry |= {outcome: reading.held or reading.refused}
        yield ImportRecord(reading.source, outcome, reason=reading.held or reading.refused)
    entry |= {"encoding": reading.encoding, "repaired": list(reading.fixers)}
    articles = []
    for draft in drafts:
        try:
            record, told = write_article(draft, report, options)
        except (OSError, ValueError, SiteError) as error:
            entry["refused"] = f"it cannot be written: {error}"
            yield ImportRecord(reading.source, "refused", reason=entry["refused"], where=draft.article.where)
            continue
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
        report.count_copy(key)
    else:
        report.enter(key, entry)


def _result(records: Sequence[ImportRecord], skipped: Sequence[CaptureFile], articles_found: int) -> ImportResult:
    outcomes = Counter(record.outcome for record in records)
    counts = {outcome: outcomes[outcome] for outcome in OUTCOMES}
    return ImportResult(tuple(records), tuple((one.name, one.skip) for one in skipped), articles_found, counts)
