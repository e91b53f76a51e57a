"""The import: captures in, posts, comments and the report out. The door of this package.

    result = import_captures([Path("captures")], ImportOptions(into=Path("content"), date=date.today()))

Each capture is read by itself (`plugins.normalize.article`); then all that were read are given their slugs, tags and
related posts together, written, and recorded. One capture's trouble never keeps another from going through.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from plugins.normalize.article import Reading
from plugins.normalize.captures import CaptureFile, find_captures
from plugins.normalize.copies import Copies, Place, without
from plugins.normalize.library import Library, document_of, read_library
from plugins.normalize.placing import Draft, write_article
from plugins.normalize.reading import read_all
from plugins.normalize.report import Report, key_of
from plugins.normalize.report_page import check_page_path, page_path, report_page
from plugins.normalize.results import OUTCOMES, ImportOptions, ImportRecord, ImportResult
from plugins.normalize.shelf import Shelf
from plugins.normalize.tracing import Captures
from plugins.normalize.write.files import write_whole
from plugins.normalize.write.post import compose
from plugins.shared.posts import Post
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
    library = read_library(options.into)
    with Shelf() as shelf:
        copies = _read_onto(shelf, [capture for capture in files if not capture.skip], options.jobs, progress)
        readings = Readings(shelf, copies.find(library))
        plans = _plan(readings, library, vocabulary, options)
        _relate(readings, plans, library)
        found = 0
        records: list[ImportRecord] = []
        for number, reading in readings:
            found += len(reading.articles) + len(reading.entries) or 1
            records.extend(_finish(reading, _drafts(number, reading, plans), report, options, vocabulary))
    for capture in skipped:
        report.enter(key_of(capture.name, ""), {"source": capture.name, "sha256": "", "skipped": capture.skip})
    _save(report.path, report.text())
    _save(page_path(report.path), report_page(report.of_this_import, Captures(files).trace, options.into))
    return _result(records, skipped, found)


def _vocabulary(options: ImportOptions) -> Vocabulary | None:
    if options.vocabulary:
        return read_vocabulary(options.vocabulary)
    for path in (options.into / "tags.toml", Path("content/tags.toml")):
        if path.is_file():
            return read_vocabulary(path)
    return None


def _read_onto(
    shelf: Shelf, captures: Sequence[CaptureFile], jobs: int, progress: Callable[[int, int, str], None]
) -> Copies:
    """Read all captures and set the readings aside; what is noted of them tells copies."""
    copies = Copies()
    for done, read in enumerate(read_all(captures, jobs), 1):
        shelf.put(copies.note(read))
        progress(done, len(captures), read.reading.source)
    return copies


@dataclass(frozen=True)
class Readings:
    """The readings on a shelf with their numbers, one in memory at a time; copies are held."""

    shelf: Shelf
    copies: Mapping[Place, str]

    def __iter__(self) -> Iterator[tuple[int, Reading]]:
        for number, reading in enumerate(self.shelf):
            reasons = {one.number: self.copies.get(Place(number, one.number), "") for one in reading.articles}
            yield number, without(reading, reasons) if any(reasons.values()) else reading


@dataclass
class Plan:
    """A post to be written, without its text: its header, and the path that an earlier import or a person gave it."""

    header: Mapping[str, str]
    path: Path


def _plan(
    readings: Readings, library: Library, vocabulary: Vocabulary | None, options: ImportOptions
) -> dict[Place, Plan]:
    """The plan of every article, in order, so that slugs are given out in order."""
    plans = {}
    for number, reading in readings:
        for article in reading.articles:
            post = compose(reading, article, library, vocabulary, options.date)
            known = library.by_id.get(post.get("Id"))
            path = options.into / "posts" / post.get("Date")[:4] / f"{post.get('Slug')}.md"
            plans[Place(number, article.number)] = Plan(post.header, known.path if known else path)
    return plans


def _drafts(number: int, reading: Reading, plans: Mapping[Place, Plan]) -> Iterator[Draft]:
    """The articles of a reading on their way to their files."""
    for article in reading.articles:
        plan = plans[Place(number, article.number)]
        yield Draft(reading, article, Post(plan.header, article.body + "\n"), plan.path)


def _relate(readings: Readings, plans: Mapping[Place, Plan], library: Library) -> None:
    """Give every new post its suggestions; a post that has some from an earlier import keeps them."""
    if all("Related_posts" in plan.header for plan in plans.values()):
        return
    own = (document_of(draft.post) for number, reading in readings for draft in _drafts(number, reading, plans))
    others = library.documents(plan.header["Id"] for plan in plans.values())
    ranked = rank_related(chain(own, others), RELATED)
    for plan in plans.values():
        related = ", ".join(found.slug for found in ranked[plan.header["Slug"]])
        if related and "Related_posts" not in plan.header:
            plan.header = {**plan.header, "Related_posts": related}


def _finish(
    reading: Reading, drafts: Iterable[Draft], report: Report, options: ImportOptions, vocabulary: Vocabulary | None
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
        try:
            record, told = write_article(draft, report, options, vocabulary)
        except (OSError, ValueError) as error:
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
