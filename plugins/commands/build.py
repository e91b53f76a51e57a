"""`blog build`: the site, and what became of every post."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plugins.commands.check import find_problems
from plugins.commands.console import (
    AS_JSON,
    CONTENT,
    CONTENT_PROBLEMS,
    counted,
    err,
    out,
    plain,
    print_json,
    tell_problems,
)
from plugins.shared.errors import Problem, SiteError

if TYPE_CHECKING:
    from plugins.build.run import BuildResult


@click.command("build")
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


def tell_build(result: "BuildResult", name: str = "") -> None:
    """Print what Pelican said and what became of the posts; `name` says what was built, by default the folder."""
    for line in result.log:
        err.print(line, style="red" if result.exit_status else "yellow")
    if result.exit_status:
        err.print(f"The build stopped. What is in {result.output} is not to be used.")
        return
    if result.refused:
        tell_problems(build_problems(result))
    out.print(
        f"Built {name or result.output}: {counted(len(result.published), 'post')}, "
        f"{counted(len(result.drafts), 'draft')}, {len(result.scheduled)} scheduled, {len(result.held)} held, "
        f"{counted(len(result.pages), 'page')}, {counted(result.comments_shown, 'comment')} "
        f"({result.comments_held} held), {result.seconds:.1f} seconds"
    )


def build_problems(result: "BuildResult") -> list[Problem]:
    """What kept a build from being whole: what Pelican stopped at, or the posts that it left out."""
    if result.exit_status:
        return [Problem(Path(), 0, line, "build") for line in result.log]
    return [Problem(path, 0, "Pelican left this post out; see what it said", "build") for path in result.refused]
