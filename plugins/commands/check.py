"""`blog check`: every problem of the content."""

import sys
from pathlib import Path

import click

from plugins.commands.console import AS_JSON, CONTENT, CONTENT_PROBLEMS, out, print_json, tell_problems
from plugins.shared.errors import Problem


@click.command("check")
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
