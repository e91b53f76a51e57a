"""`blog publish`: build, check and switch a host over."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plugins.commands.building import build_problems, build_whole, settings_option, tell_build
from plugins.commands.check import find_problems
from plugins.commands.console import AS_JSON, CONTENT, counted, err, out, plain, print_json, problems_of, stop
from plugins.commands.parameters import WORDS
from plugins.shared.errors import Problem, SettingError, SettingsError, SiteError

if TYPE_CHECKING:
    from plugins.publish.publishing import Published

SHOWN = 20
"""How many paths of each group are listed."""

NOTHING_DONE = "Nothing was published; the site that was there is as it was."

TARGET = click.argument("target", required=False, type=WORDS, metavar="[TARGET]")
SETTINGS = settings_option("publishconf.py")


@click.command("publish")
@TARGET
@SETTINGS
@CONTENT
@click.option("--dry-run", is_flag=True, help="Build and check, say what would change, and change nothing.")
@AS_JSON
def publish_command(target: str | None, settings: str, content: Path, dry_run: bool, as_json: bool) -> None:
    """Build the site, check it, and switch the host over to it.

    TARGET, or the setting PUBLISH_TARGET, is one of output:DIR, folder:DIR, ssh:user@host:DIR, rsync:user@host:DIR,
    git:REMOTE#BRANCH and s3://bucket?endpoint=URL; by default output:output, a folder to upload by other means.
    Whatever goes wrong, the site that was published stays.

    \b
    Example:
      blog publish
      blog publish folder:/var/www/blog --dry-run
      blog publish ssh:me@example.org:/var/www/blog
    """
    from plugins.publish.hosts import HostError
    from plugins.publish.lock import LockedError
    from plugins.publish.publishing import BuildFailedError, publish

    root = Path.cwd()
    if problems := find_problems(content, drafts_finished=False):
        stop([*problems, *unusable(root / settings, target or "")], as_json, NOTHING_DONE)
    build = partial(build_whole, root, settings=settings, content=content)
    try:
        with err.status("Publishing …"):
            done = publish(root, content, root / settings, build, target or "", dry_run)
    except SiteError as error:
        stop(error.problems, as_json, NOTHING_DONE)
    except BuildFailedError as error:
        stop(build_problems(error.result), as_json, NOTHING_DONE)
    except (HostError, LockedError) as error:
        stop([Problem(Path(), 0, str(error), "publish")], as_json, NOTHING_DONE)
    else:
        print_json({**plain(done), "problems": []}) if as_json else tell_published(done, dry_run)


def unusable(settings: Path, target: str) -> list[Problem]:
    """What keeps a site with these settings from being published to a target, whatever its content is."""
    from plugins.publish.publishing import read_settings, target_of

    errors: list[Exception] = []
    found: dict[str, Any] = {}
    try:
        found = read_settings(settings)
    except SettingsError as error:
        errors.append(error)
    try:
        target_of(found, target)
    except SettingError as error:
        errors.append(error)
    return [replace(problem, path=Path(settings.name)) for error in errors for problem in problems_of(error)]


def tell_published(done: "Published", dry_run: bool) -> None:
    """Print what has changed, or would."""
    if done.died:
        err.print(
            f"The last publish ({done.died}) was stopped before its end; what it left is cleared.", style="yellow"
        )
    tell_build(done.build, "the site")
    changes = done.changes
    for sign, paths in (("+", changes.added), ("~", changes.changed), ("-", changes.removed)):
        for path in paths[:SHOWN]:
            out.print(f"  {sign} {path}")
        if len(paths) > SHOWN:
            out.print(f"  {sign} and {len(paths) - SHOWN} more")
    sums = f"{len(changes.added)} added, {len(changes.changed)} changed, {len(changes.removed)} removed"
    if dry_run:
        out.print(f"Would publish {done.digest} to {done.target}: {sums}. Nothing was changed.")
        return
    if changes:
        out.print(f"Published {done.digest} to {done.target}: {sums}.", style="green")
    else:
        out.print(f"{done.target} has this very site already ({done.digest}).", style="green")
    if done.new_addresses:
        count = counted(len(done.new_addresses), "new address").replace("addresss", "addresses")
        out.print(f"{count} in content/addresses.txt; commit it with the posts.")
