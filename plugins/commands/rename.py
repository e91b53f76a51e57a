"""`blog rename`: a post under another slug."""

from pathlib import Path

import click

from plugins.commands.console import CONTENT
from plugins.commands.tags import write_edits


@click.command("rename")
@click.argument("slug")
@click.argument("new")
@CONTENT
def rename_command(slug: str, new: str, content: Path) -> None:
    """Give the post SLUG the slug NEW: its file and comments move, its Id stays, its old address leads to the new one.

    Posts that name it, as a related post, in a link, or as what they are an update of, name it anew.

    \b
    Example:
      blog rename my-partner-has-gone-quiet when-silence-moves-in
    """
    from plugins.authoring.rename import rename_post
    from plugins.shared.content import whole_content

    write_edits(rename_post(whole_content(content), slug, new), content)
