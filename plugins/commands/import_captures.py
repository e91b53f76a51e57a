"""`blog import`: captures in, posts out."""

import datetime
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from plugins.commands.console import AS_JSON, CONTENT_PROBLEMS, counted, err, out, print_json
from plugins.commands.parameters import DAY, Place
from plugins.shared.header_rules import today

if TYPE_CHECKING:
    from plugins.normalize.explain import Explanation
    from plugins.normalize.importing import ImportOptions, ImportResult


@click.command("import")
@click.argument("captures", nargs=-1, type=Place(path_type=Path, exists=True), metavar="CAPTURE…")
@click.option("--into", type=Place(path_type=Path, file_okay=False), default="content", show_default=True,
              help="The content folder to write posts and comments to.")  # fmt: skip
@click.option("--report", type=Place(path_type=Path, dir_okay=False),
              help="Where to write the report, and beside it a page (.html) to look at; "
              "INTO/import-report.json by default.")  # fmt: skip
@click.option("--date", "day", type=DAY, metavar="YYYY-MM-DD",
              help="The day of publication here that new posts get; today by default.")  # fmt: skip
@click.option("--beside", is_flag=True,
              help="Where a person has edited a post, write the import's version beside it.")  # fmt: skip
@click.option("--jobs", type=click.IntRange(1, 64), metavar="N",
              help="How many captures to read at a time; one a core where there are more than 50.")  # fmt: skip
@click.option("--review", is_flag=True,
              help="Then walk through what is flagged, in the terminal: accept, change, publish.")  # fmt: skip
@click.option("--explain", "place", metavar="CAPTURE:LINE",
              help="Say which rule did what with one line of a capture; nothing is written.")  # fmt: skip
@AS_JSON
@click.pass_context
def import_command(
    context: click.Context,
    captures: tuple[Path, ...],
    into: Path,
    report: Path | None,
    day: datetime.date | None,
    beside: bool,
    jobs: int | None,
    review: bool,
    place: str | None,
    as_json: bool,
) -> None:
    """Turn captured articles into posts.

    CAPTURE is a page of HTML, a plain text, an export of a blog (WordPress, Blogger, RSS or Atom, Medium, Substack,
    HubSpot), a Word document, Markdown with a header, a zip of these, or a folder of them. What is unsure becomes a
    draft with `Flags` that say what to look at; what is no article is held back; nothing that a person has edited is
    overwritten.

    \b
    Example:
      blog import ~/captures
      blog import page.html notes/ --into content --report report.json
      blog import ~/captures --review
      blog import --explain page.html:12
    """
    refuse_what_does_not_go_together(context)
    if place is not None:
        explain_line(place, as_json)
        return
    from plugins.normalize.importing import ImportOptions

    options = ImportOptions(into=into, report=report, date=day or today(), beside=beside, jobs=jobs or 0)
    result = import_with_bar(captures, options)
    print_json(result) if as_json else tell_import(result, report or into / "import-report.json")
    if review:
        review_posts(result, captures, into)
    if result.counts.get("refused") or not result.adds_up:
        sys.exit(CONTENT_PROBLEMS)


def refuse_what_does_not_go_together(context: click.Context) -> None:
    """Raise click.UsageError where nothing is named, or an option that the others leave nothing to do."""
    given = {
        name for name in context.params if context.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE
    }
    if "place" in given and (idle := sorted(given - {"place", "as_json"})):
        raise click.UsageError(f"--explain writes nothing and takes its capture itself; leave out {_spelled(idle)}")
    if not given & {"captures", "place"}:
        raise click.UsageError("Missing argument 'CAPTURE…'. Name files of captured articles, or folders of them.")
    if "review" in given and ("as_json" in given or not (sys.stdin.isatty() and sys.stdout.isatty())):
        raise click.UsageError("--review asks questions, so it needs a terminal and cannot print JSON")


def _spelled(names: Sequence[str]) -> str:
    return ", ".join({"captures": "CAPTURE", "day": "--date"}.get(name, f"--{name}") for name in names)


def import_with_bar(captures: Sequence[Path], options: "ImportOptions") -> "ImportResult":
    """Import, with a bar on a terminal that says how far it is. Raises click.UsageError where there is no file."""
    from plugins.normalize.importing import import_captures

    with progress() as bar:
        task = bar.add_task("Importing", total=None)

        def tell(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=f"Importing {name}")

        result = import_captures(captures, options, tell)
    if not result.records and not result.skipped:
        raise click.UsageError("there is no file in what you named; name captures, or a folder that holds some")
    return result


def review_posts(result: "ImportResult", captures: Sequence[Path], into: Path) -> None:
    """Walk through the flagged posts of an import."""
    from plugins.normalize.captures import find_captures
    from plugins.normalize.review_items import items_of
    from plugins.normalize.review_screen import review
    from plugins.normalize.tracing import Captures

    review(items_of(result.records, Captures(find_captures(captures))), into, Console(highlight=False, markup=False))


def explain_line(place: str, as_json: bool) -> None:
    """Print what became of one line of a capture, and by which rule."""
    from plugins.normalize.explain import NoSuchLineError, explain, parse_place

    try:
        explanation = explain(*parse_place(place))
    except NoSuchLineError as error:
        raise click.BadParameter(str(error), param_hint="'--explain'") from error
    print_json(explanation) if as_json else tell_explanation(explanation)


def tell_explanation(told: "Explanation") -> None:
    """Print the line, then each part of it with what became of it, the rule, and what the rule does."""
    out.print(f"{told.source}:{told.line} of {told.lines} ({told.outcome})", style="bold")
    if told.outcome.startswith("refused"):
        return
    out.print(f"  {told.found}" if told.found.strip() else "  (a blank line: there is nothing to account for)")
    if told.fixers:
        out.print(f"repaired by {', '.join(told.fixers)}:\n  {told.text}")
    for part in told.parts:
        out.print(f"\n“{part.text}”" if len(told.parts) > 1 else "")
        out.print(f"  {part.became}", style="bold")
        out.print(f"  rule {part.rule}: {part.sentence}" if part.rule else f"  {part.sentence}")


def progress() -> Progress:
    """A bar on the terminal's error stream; nothing where that is no terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=err, transient=True, disable=not err.is_terminal)


def tell_import(result: "ImportResult", report: Path) -> None:
    """Print a line an article, a line a file that is none, then the sums; an export's entries held alike share one."""
    from plugins.normalize.report_page import page_path

    alike = Counter((one.source, one.outcome, one.reason) for one in result.records if one.where and not one.path)
    for record in result.records:
        rest = f"{record.path}" if record.path else record.reason
        if record.where and not record.path:
            count = alike.pop((record.source, record.outcome, record.reason), 0)
            rest = f"{count} entries: {rest}" if count > 1 else f"{record.where}: {rest}"
            if not count:
                continue
        flags = f"  ({', '.join(record.flags)})" if record.flags else ""
        out.print(f"{record.outcome:10} {record.source} → {rest}{flags}")
    for name, reason in result.skipped:
        out.print(f"{'skipped':10} {name} → {reason}")
    sums = " + ".join(f"{count} {name}" for name, count in result.counts.items())
    found = counted(result.articles_found, "article")
    out.print(f"{found} found = {sums}; report: {report}, to look at: {page_path(report)}")
    if not result.adds_up:
        err.print("This does not add up: the importer has lost an article. Please report it.", style="red")
