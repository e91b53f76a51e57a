"""`blog build`: the site, and what became of every post."""

import sys
from pathlib import Path

import click

from plugins.commands.building import build_problems, build_whole, settings_option, tell_build
from plugins.commands.check import find_problems
from plugins.commands.console import AS_JSON, CONTENT, CONTENT_PROBLEMS, err, out, plain, print_json, stop
from plugins.commands.parameters import Place


@click.command("build")
@settings_option("pelicanconf.py")
@click.option("--output", type=Place(path_type=Path, file_okay=False), default="output", show_default=True,
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
    from plugins.shared.output_folder import why_not_output

    if reason := why_not_output(Path.cwd(), output):
        raise click.BadParameter(f"{output}: {reason}", param_hint="--output")
    if problems := find_problems(content, drafts_finished=False):
        stop(problems, as_json, "Nothing was built. Mend these, then build again.")
    with err.status("Building …"):
        result = build_whole(Path.cwd(), output, settings, content)
    print_json(plain(result) | {"problems": build_problems(result)}) if as_json else tell_build(result)
    if not result.ok:
        sys.exit(CONTENT_PROBLEMS)
    if not as_json:
        out.print(f"Look at it:  make serve  (or open {result.output}/index.html through any web server)")
