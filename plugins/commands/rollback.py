"""`blog rollback`: back to an earlier release."""

from pathlib import Path

import click

from plugins.commands.console import out, stop
from plugins.commands.publish import NOTHING_DONE, SETTINGS
from plugins.shared.errors import Problem


@click.command("rollback")
@click.argument("target", required=False, default="", metavar="[TARGET]")
@click.option(
    "--to", "digest", default="", metavar="RELEASE", help="The release to return to.  [default: the last one]"
)
@SETTINGS
def rollback_command(target: str, digest: str, settings: str) -> None:
    """Return a host to an earlier release, without building anything.

    folder: and ssh: targets keep five releases and switch at once. A branch (git:) returns by one where it keeps its
    history. output:, rsync: and s3: keep no earlier site, and say so.

    \b
    Example:
      blog rollback
      blog rollback folder:/var/www/blog --to 4be0643f1d98573b
    """
    from plugins.publish.hosts import HostError
    from plugins.publish.lock import LockedError
    from plugins.publish.publishing import roll_back

    try:
        name = roll_back(Path.cwd(), Path.cwd() / settings, target, digest)
    except (HostError, LockedError) as error:
        stop([Problem(Path(), 0, str(error), "rollback")], False, NOTHING_DONE)
    else:
        out.print(f"Returned to {name}.", style="green")
