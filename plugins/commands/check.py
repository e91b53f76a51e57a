"""`blog check`: every problem of the content."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from plugins.commands.console import AS_JSON, CONTENT, CONTENT_PROBLEMS, counted, err, out
from plugins.commands.parameters import Place
from plugins.shared.errors import Problem


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH…]",
                type=Place(path_type=Path, exists=True, hint="Name files of the content, or none."))  # fmt: skip
@CONTENT
@click.option("--fix", is_flag=True, help="Mend what has one right answer, then tell the rest.")
@click.option("--format", "form", type=click.Choice(["text", "json", "github", "sarif"]),
              help="How to tell the problems: as text for people (the default), or for a machine.")  # fmt: skip
@AS_JSON
def check_command(paths: tuple[Path, ...], content: Path, fix: bool, form: str | None, as_json: bool) -> None:
    """Check all content and tell every problem, as path:line:column: rule: message.

    Where you name files or folders of the content, only their problems are told; what they are compared with is still
    all content. Each rule has a page in docs/rules/.

    \b
    Example:
      blog check
      blog check content/posts/2026/my-post.md --fix
      blog check --format sarif > check.sarif
    """
    from plugins.checks.formats import FORMATS

    if as_json and form not in (None, "json"):
        raise click.UsageError(f"--json is --format json, so it does not go with --format {form}; name one of them")
    form = form or ("json" if as_json else "text")
    wanted = inside_content(paths, content)
    problems = of_paths(find_problems(content), wanted)
    if fix:
        problems = mend(problems, content, wanted)
    if problems or form in ("json", "sarif"):
        click.echo(FORMATS[form](problems))
    if form == "text" and problems:
        err.print(f"{counted(len(problems), 'problem')} to mend; docs/rules/ explains each rule", style="bold")
    elif form == "text":
        out.print(f"{', '.join(map(str, paths)) or content}: all is well", style="green")
    if problems:
        sys.exit(CONTENT_PROBLEMS)


def find_problems(content: Path, *, drafts_finished: bool = True) -> list[Problem]:
    """What `blog check` finds; a build lets drafts be unfinished."""
    from plugins.checks.rules import check_content

    return check_content(content, drafts_finished=drafts_finished)


def inside_content(paths: Sequence[Path], content: Path) -> list[Path]:
    """The places of the paths that were named. One outside of the content stops the command: it would seem well."""
    folder = content.resolve()
    outside = [path for path in paths if not any(place.is_relative_to(folder) for place in places_of(path))]
    if outside:
        named = ", ".join(map(str, outside))
        raise click.BadParameter(
            f"{named}: not in {content}; name files of the content, or give --content", param_hint="PATH"
        )
    return [place for path in paths for place in places_of(path)]


def places_of(path: Path) -> list[Path]:
    """Where a path leads to and, if it is a symbolic link, where the link itself lies."""
    return [path.resolve(), *([path.parent.resolve() / path.name] if path.is_symlink() else [])]


def of_paths(problems: Sequence[Problem], wanted: Sequence[Path]) -> list[Problem]:
    """The problems of the files that were named or that lie in a folder that was; all where none was named."""
    if not wanted:
        return list(problems)
    return [
        one for one in problems if any(place.is_relative_to(path) for place in places_of(one.path) for path in wanted)
    ]


def mend(problems: Sequence[Problem], content: Path, wanted: Sequence[Path]) -> list[Problem]:
    """Mend what can be, say so, and give what is left; a file that was moved counts as named by its new name too.

    A header that could not be read may hold more to mend once it can, so this goes on until nothing is mended.
    """
    from plugins.checks.fixes import fix_content
    from plugins.shared.content import read_content

    mended = True
    while mended:
        mended = False
        for fix in fix_content(read_content(content), problems):
            mended = True
            err.print(str(fix))
            if wanted and fix.moved:
                wanted = [*wanted, fix.moved.resolve()]
        problems = of_paths(find_problems(content), wanted) if mended else problems
    return list(problems)
