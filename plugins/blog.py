"""The `blog` command: one group of the commands in `plugins.commands`, each of which parses and prints."""

from collections.abc import Sequence
from typing import Any

import click

from plugins.commands.build import build_command
from plugins.commands.check import check_command
from plugins.commands.cms_config import cms_config_command
from plugins.commands.console import CONTENT_PROBLEMS, Listing, print_json, problems_of, tell_error
from plugins.commands.import_captures import import_command
from plugins.commands.new import new_command
from plugins.commands.publish import publish_command
from plugins.commands.rename import rename_command
from plugins.commands.rollback import rollback_command
from plugins.commands.serve import serve_command
from plugins.commands.tags import tags_command
from plugins.shared.errors import ArgumentError, SettingError, SettingsError, SiteError

COMMANDS = (
    import_command,
    new_command,
    check_command,
    tags_command,
    rename_command,
    build_command,
    publish_command,
    rollback_command,
    serve_command,
    cms_config_command,
)


class Commands(Listing):
    """The commands; what stops one is told in plain lines, or as JSON where that was asked for, with exit status 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise
        except ArgumentError as error:
            raise click.UsageError(str(error)) from error
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


for command in COMMANDS:
    cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    cli(arguments, prog_name="blog")
