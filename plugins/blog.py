"""The `blog` command. It parses arguments and prints; the work is done by functions that it imports when needed."""

import datetime
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from plugins.shared.errors import Problem, SettingError, SettingsError, SiteError
from plugins.shared.header_rules import today

if TYPE_CHECKING:
    from plugins.build.run import BuildResult
    from plugins.normalize.explain import Explanation
    from plugins.normalize.importing import ImportResult

CONTENT_PROBLEMS = 1
USAGE = 2

out = Console(soft_wrap=True, highlight=False, markup=False)
err = Console(soft_wrap=True, highlight=False, markup=False, stderr=True)


def note_json(context: click.Context, _option: click.Parameter, value: bool) -> bool:
    """Remember `--json` for the case that the command fails."""
    context.meta["as_json"] = value
    return value


AS_JSON = click.option("--json", "as_json", is_flag=True, callback=note_json, help="Print JSON, for a machine to read.")
CONTENT = click.option(
    "--content",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default="content",
    show_default=True,
    help="The folder that holds the content.",
)


class Commands(click.Group):
    """The commands; what stops one is told in plain lines, or as JSON where that was asked for, with exit status 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise
        except (SiteError, SettingError, SettingsError, OSError) as error:
            if ctx.meta.get("as_json"):
                print_json({"problems": problems_of(error)})
            else:
                tell_error(error)
            ctx.exit(CONTENT_PROBLEMS)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="a-light-left-on")
def cli() -> None:
    """Import, write, check, build and serve the blog.

    Exit status: 0 all is well, 1 the content has problems, 2 the command was called wrongly.

    \b
    Example:
      blog new letter "My partner has gone quiet"
      blog check
      blog serve
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    cli(arguments, prog_name="blog")


def problems_of(error: Exception) -> tuple[Problem, ...]:
    """What an error says is to be mended."""
    if isinstance(error, SiteError):
        return error.problems
    if isinstance(error, SettingsError):
        return tuple(Problem(Path(), 0, str(one), "settings") for one in error.errors)
    if isinstance(error, OSError) and error.filename is not None:
        return (Problem(Path(error.filename), 0, error.strerror or "this can't be used", "file"),)
    return (Problem(Path(), 0, " ".join(f"{error}".split()) or type(error).__name__, "settings"),)


def tell_error(error: Exception) -> None:
    """Print what an error says: problems of content as such, anything else in a line each."""
    if isinstance(error, SiteError):
        tell_problems(error.problems)
        return
    for problem in problems_of(error):
        err.print(f"blog: {problem.message if problem.path == Path() else problem}", style="red")


def tell_problems(problems: Sequence[Problem]) -> None:
    """Print each problem on a line of its own, then their number."""
    for problem in problems:
        err.print(str(problem))
    err.print(f"{len(problems)} {'problem' if len(problems) == 1 else 'problems'} to mend", style="bold")


def plain(value: Any) -> Any:
    """Dataclasses, paths, dates and tuples as JSON has them."""
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [plain(item) for item in value]
    if isinstance(value, (Path, datetime.date)):
        return str(value)
    return value


def print_json(value: Any) -> None:
    """Print the value as JSON, whatever the terminal."""
    click.echo(json.dumps(plain(value), ensure_ascii=False, indent=2))


# blog import ------------------------------------------------------------------------------------------------------


@cli.command("import")
@click.argument("captures", nargs=-1, type=click.Path(path_type=Path, exists=True), metavar="CAPTURE…")
@click.option("--into", type=click.Path(path_type=Path, file_okay=False), default="content", show_default=True,
              help="The content folder to write posts and comments to.")  # fmt: skip
@click.option("--report", type=click.Path(path_type=Path, dir_okay=False),
              help="Where to write the report, and beside it a page (.html) to look at; "
              "INTO/import-report.json by default.")  # fmt: skip
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]),
              help="The day of publication here that new posts get; today by default.")  # fmt: skip
@click.option("--beside", is_flag=True,
              help="Where a person has edited a post, write the import's version beside it.")  # fmt: skip
@click.option("--jobs", type=click.IntRange(0, 64), default=0, metavar="N",
              help="How many captures to read at a time; one a core where there are more than 50.")  # fmt: skip
@click.option("--review", is_flag=True,
              help="Then walk through what is flagged, in the terminal: accept, change, publish.")  # fmt: skip
@click.option("--explain", "place", metavar="CAPTURE:LINE",
              help="Say which rule did what with one line of a capture; nothing is written.")  # fmt: skip
@AS_JSON
def import_command(
    captures: tuple[Path, ...],
    into: Path,
    report: Path | None,
    day: datetime.datetime | None,
    beside: bool,
    jobs: int,
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
    if place:
        explain_line(place, as_json)
        return
    if not captures:
        raise click.UsageError("Missing argument 'CAPTURE…'.")
    if review and (as_json or not (sys.stdin.isatty() and sys.stdout.isatty())):
        err.print("blog import: --review asks questions, so it needs a terminal and cannot print JSON", style="red")
        sys.exit(USAGE)
    from plugins.normalize.importing import ImportOptions, import_captures

    date = day.date() if day else today()
    options = ImportOptions(into=into, report=report, date=date, beside=beside, jobs=jobs)
    with progress() as bar:
        task = bar.add_task("Importing", total=None)

        def tell(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=f"Importing {name}")

        result = import_captures(captures, options, tell)
    if not result.records and not result.skipped:
        raise click.UsageError("there is no file in what you named; name captures, or a folder that holds some")
    print_json(result) if as_json else tell_import(result, report or into / "import-report.json")
    if review:
        review_posts(result, captures, into)
    if result.counts.get("refused") or not result.adds_up:
        sys.exit(CONTENT_PROBLEMS)


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
        err.print(f"blog import: {error}", style="red")
        sys.exit(USAGE)
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


# blog new ---------------------------------------------------------------------------------------------------------


@cli.command("new")
@click.argument("kind", type=click.Choice(["letter", "guide", "steps", "essay"]))
@click.argument("title")
@click.option("--author", default="The Night Desk", show_default=True, help="Who answers.")
@CONTENT
@AS_JSON
def new_command(kind: str, title: str, author: str, content: Path, as_json: bool) -> None:
    """Begin a post: a draft with its header filled in as far as it can be.

    \b
    Example:
      blog new letter "My partner has gone quiet"
      blog new guide "What to do in the first week"
    """
    from plugins.authoring.new import new_post, write_new_post
    from plugins.shared.vocabulary import read_vocabulary

    day = today()
    path = write_new_post(new_post(title, kind, author, day, read_vocabulary(content / "tags.toml")), content)
    if as_json:
        print_json({"path": path})
    else:
        out.print(f"{path}\nWrite it, run `blog check`, and set `Status: published` when it is ready.")


# blog check -------------------------------------------------------------------------------------------------------


@cli.command("check")
@CONTENT
@AS_JSON
def check_command(content: Path, as_json: bool) -> None:
    """Check all content and tell every problem, as path:line: message.

    \b
    Example:
      blog check
      blog check --content other/content --json
    """
    problems = find_problems(content)
    if as_json:
        print_json({"problems": problems})
    elif problems:
        tell_problems(problems)
    else:
        out.print(f"{content}: all is well", style="green")
    if problems:
        sys.exit(CONTENT_PROBLEMS)


def find_problems(content: Path, *, drafts_finished: bool = True) -> list[Problem]:
    """What `blog check` finds; a build lets drafts be unfinished."""
    from plugins.checks.rules import check_content

    return check_content(content, drafts_finished=drafts_finished)


# blog build -------------------------------------------------------------------------------------------------------


@cli.command("build")
@click.option("--settings", default="pelicanconf.py", show_default=True,
              type=click.Path(exists=True, dir_okay=False), help="The settings to build with.")  # fmt: skip
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), default="output", show_default=True,
              help="The folder to build into; what it held before is removed.")  # fmt: skip
@CONTENT
@AS_JSON
def build_command(settings: str, output: Path, content: Path, as_json: bool) -> None:
    """Check the content, build the site, and count what became of every post.

    \b
    Example:
      blog build
      blog build --settings publishconf.py --output /tmp/site
    """
    from plugins.build.output import why_not_output
    from plugins.build.run import build_site

    if reason := why_not_output(Path.cwd(), output):
        raise click.BadParameter(f"{output}: {reason}", param_hint="--output")
    problems = find_problems(content, drafts_finished=False)
    if problems and as_json:
        raise SiteError(problems)
    if problems:
        tell_problems(problems)
        err.print("Nothing was built. Mend these, then build again.")
        sys.exit(CONTENT_PROBLEMS)
    with err.status("Building …"):
        result = build_site(Path.cwd(), output, settings, content)
    print_json(plain(result) | {"problems": build_problems(result)}) if as_json else tell_build(result)
    if not result.ok:
        sys.exit(CONTENT_PROBLEMS)
    if not as_json:
        out.print(f"Look at it:  make serve  (or open {result.output}/index.html through any web server)")


def tell_build(result: "BuildResult") -> None:
    """Print what Pelican said and what became of the posts."""
    for line in result.log:
        err.print(line, style="red" if result.exit_status else "yellow")
    if result.exit_status:
        err.print(f"Pelican stopped. What is in {result.output} is not to be used.")
        return
    if result.refused:
        tell_problems(build_problems(result))
    out.print(
        f"Built {result.output}: {counted(len(result.published), 'post')}, {counted(len(result.drafts), 'draft')}, "
        f"{len(result.held)} held, {counted(len(result.pages), 'page')}, "
        f"{counted(result.comments_shown, 'comment')} ({result.comments_held} held), {result.seconds:.1f} seconds"
    )


def build_problems(result: "BuildResult") -> list[Problem]:
    """What kept a build from being whole: what Pelican stopped at, or the posts that it left out."""
    if result.exit_status:
        return [Problem(Path(), 0, line, "build") for line in result.log]
    return [Problem(path, 0, "Pelican left this post out; see what it said", "build") for path in result.refused]


def counted(number: int, noun: str) -> str:
    """`1 post`, `2 posts`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


# blog serve -------------------------------------------------------------------------------------------------------


@cli.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free port.")
def serve_command(port: int) -> None:
    """Build, serve on 127.0.0.1, and reload the browser on every save. Ctrl+C stops it.

    \b
    Example:
      blog serve
      blog serve --port 8080
    """
    from plugins.build.run import build_site
    from plugins.build.serve import open_port, serve_site

    try:
        listener = open_port(port)
    except OSError as error:
        raise click.UsageError(f"port {port} is taken ({error.strerror}); try --port {port + 1}") from error
    root = Path.cwd()
    if not (root / "pelicanconf.py").is_file():
        raise click.UsageError("there is no pelicanconf.py here; run this in the project's folder")

    def tell(result: "BuildResult") -> None:
        problems = find_problems(root / "content")
        if problems:
            tell_problems(problems)
        tell_build(result)

    def ready(address: str) -> None:
        out.print(f"Serving {address}  (drafts too; Ctrl+C stops)", style="bold")

    serve_site(root, listener, lambda output: build_site(root, output), tell, tell_error, ready)
