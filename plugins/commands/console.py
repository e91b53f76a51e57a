"""What every command shares: the two consoles, `--json` and `--content`, and how problems are told."""

import datetime
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import Any, NoReturn

import click
from rich.console import Console

from plugins.commands.parameters import Place
from plugins.shared.errors import Problem, SettingsError, SiteError, what_to_do

CONTENT_PROBLEMS = 1

out = Console(soft_wrap=True, highlight=False, markup=False)
err = Console(soft_wrap=True, highlight=False, markup=False, stderr=True)


def note_json(context: click.Context, _option: click.Parameter, value: bool) -> bool:
    """Remember `--json` for the case that the command fails."""
    context.meta["as_json"] = value
    return value


AS_JSON = click.option("--json", "as_json", is_flag=True, callback=note_json, help="Print JSON, for a machine to read.")
CONTENT = click.option(
    "--content",
    type=Place(
        path_type=Path,
        exists=True,
        file_okay=False,
        hint="Run this in the project's folder, or name the folder of the content with --content.",
    ),
    default="content",
    show_default=True,
    help="The folder that holds the content.",
)


class Listing(click.Group):
    """A group whose help lists its commands in the order in which one meets them, each with a whole sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, not in the order of the alphabet."""
        return list(self.commands)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write each command with the first sentence of its help."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, one.get_short_help_str(200)) for name, one in self.commands.items()])


def problems_of(error: Exception) -> tuple[Problem, ...]:
    """What an error says is to be mended."""
    if isinstance(error, SiteError):
        return error.problems
    if isinstance(error, SettingsError):
        return tuple(Problem(Path(), 0, str(one), "settings") for one in error.errors)
    if isinstance(error, OSError) and error.filename is not None:
        return (Problem(Path(error.filename), 0, what_to_do(error), "file"),)
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
    from plugins.checks.formats import as_text

    err.print(as_text(problems))
    err.print(f"{counted(len(problems), 'problem')} to mend", style="bold")


def stop(problems: Sequence[Problem], as_json: bool, ending: str) -> NoReturn:
    """Tell what is in the way, then what became of the command, and end. Raises SiteError where JSON is asked for."""
    if as_json:
        raise SiteError(problems)
    if any(problem.path != Path() for problem in problems):
        tell_problems(problems)
    else:
        for problem in problems:
            err.print(f"blog: {problem.message}", style="red")
    err.print(ending)
    sys.exit(CONTENT_PROBLEMS)


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


def counted(number: int, noun: str) -> str:
    """`1 post`, `2 posts`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
