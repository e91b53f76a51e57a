"""What the commands that build share: `--settings`, a whole build, and how what it made is told."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from plugins.commands.console import counted, err, out, tell_problems
from plugins.commands.parameters import Place
from plugins.shared.build_result import BuildResult
from plugins.shared.errors import Problem

F = TypeVar("F", bound=Callable[..., Any])


def settings_option(default: str) -> Callable[[F], F]:
    """The option `--settings`, with the file that it names where it is not given."""
    return click.option(
        "--settings",
        type=Place(exists=True, dir_okay=False, hint="Run this in the project's folder, or name the file of settings."),
        default=default,
        show_default=True,
        help="The settings to build with.",
    )


def build_whole(root: Path, output: Path, settings: str, content: Path) -> BuildResult:
    """Build the site, with the search's index, as `build.run.build_site` says."""
    from plugins.build.run import build_site
    from plugins.search.index import build_index

    return build_site(root, output, settings, content, build_index)


def tell_build(result: BuildResult, name: str = "", stopped: str = "") -> None:
    """Print what Pelican said and what became of the posts.

    `name` says what was built, by default the folder, and `stopped` what is left where the build stopped.
    """
    for line in result.log:
        err.print(line, style="red" if result.exit_status else "yellow")
    if result.exit_status:
        err.print(f"The build stopped. {stopped or f'What is in {result.output} is not to be used.'}")
        return
    if result.refused:
        tell_problems(build_problems(result))
    out.print(
        f"Built {name or result.output}: {counted(len(result.published), 'post')}, "
        f"{counted(len(result.drafts), 'draft')}, {len(result.scheduled)} scheduled, {len(result.held)} held, "
        f"{counted(len(result.pages), 'page')}, {counted(result.comments_shown, 'comment')} "
        f"({result.comments_held} held), {result.seconds:.1f} seconds"
    )


def build_problems(result: BuildResult) -> list[Problem]:
    """What kept a build from being whole: what Pelican stopped at, or the posts that it left out."""
    if result.exit_status:
        return [Problem(Path(), 0, line, "build") for line in result.log]
    return [Problem(path, 0, "Pelican left this post out; see what it said", "build") for path in result.refused]
