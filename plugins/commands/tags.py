"""`blog tags`: what tags there are, and changes to them across all posts."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from plugins.commands.console import AS_JSON, CONTENT, Listing, counted, out, print_json
from plugins.commands.parameters import WORDS

if TYPE_CHECKING:
    from plugins.authoring.edits import Edits


@click.group("tags", cls=Listing, invoke_without_command=True)
@CONTENT
@AS_JSON
@click.pass_context
def tags_command(context: click.Context, content: Path, as_json: bool) -> None:
    """List the tags with how many posts carry each; rename one, or make two of them one.

    \b
    Example:
      blog tags
      blog tags rename counseling therapy
      blog tags merge spouses marriage
    """
    if context.invoked_subcommand:
        context.default_map = {context.invoked_subcommand: {"content": content, "as_json": as_json}}
        return
    from plugins.authoring.tags import count_tags
    from plugins.shared.content import whole_content

    tags = count_tags(whole_content(content))
    if as_json:
        print_json({"tags": [tag._asdict() for tag in tags]})
        return
    for tag in tags:
        out.print(f"{tag.posts:5}  {tag.tag:28}  {tag.name}")
    out.print(f"{counted(len(tags), 'tag')}, {sum(not tag.posts for tag in tags)} of them unused", style="bold")


@tags_command.command("rename")
@click.argument("old", type=WORDS)
@click.argument("new", type=WORDS)
@CONTENT
@AS_JSON
def rename_command(old: str, new: str, content: Path, as_json: bool) -> None:
    """Give a tag another slug, in content/tags.toml and in every post. Its former page leads to the new one.

    \b
    Example:
      blog tags rename counseling therapy
    """
    from plugins.authoring.tags import rename_tag
    from plugins.shared.content import whole_content

    write_edits(rename_tag(whole_content(content), old, new), content, as_json)


@tags_command.command("merge")
@click.argument("old", type=WORDS)
@click.argument("into", type=WORDS)
@CONTENT
@AS_JSON
def merge_command(old: str, into: str, content: Path, as_json: bool) -> None:
    """Make the tag OLD part of the tag INTO: posts get that one, names and cues move over, the former page leads there.

    \b
    Example:
      blog tags merge spouses marriage
    """
    from plugins.authoring.tags import merge_tags
    from plugins.shared.content import whole_content

    write_edits(merge_tags(whole_content(content), old, into), content, as_json)


def write_edits(edits: "Edits", content: Path, as_json: bool) -> None:
    """Write what was worked out, and name every file."""
    edits.write(content)
    if as_json:
        print_json({"changed": edits.changed})
        return
    for path in edits.changed:
        out.print(str(path))
    next_step = "look at the difference in git, then run `blog check`" if edits.changed else "there is nothing to do"
    out.print(f"{counted(len(edits.changed), 'file')} changed; {next_step}")
