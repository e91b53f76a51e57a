"""`blog rollback`: back to an earlier release."""

from pathlib import Path

import click

from plugins.commands.console import out, stop
from plugins.commands.parameters import WORDS
from plugins.commands.publish import SETTINGS, TARGET
from plugins.shared.errors import Problem

NOTHING_DONE = "Nothing was changed; the site that is published is as it was."


@click.command("rollback")
@TARGET
@click.option(
    "--to", "digest", type=WORDS, metavar="RELEASE", help="The release to return to.  [default: the last one]"
)
@SETTINGS
def rollback_command(target: str | None, digest: str | None, settings: str) -> None:
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
        name = roll_back(Path.cwd(), Path.cwd() / settings, target or "", digest or "")
    except (HostError, LockedError) as error:
        stop(
            [Problem(Path(), 0, str(error), "rollback")],
            False,
            "Nothing was changed; the site that is published is as it was.",
        )
    else:
        out.print(f"Returned to {name}.", style="green")
