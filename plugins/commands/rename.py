"""`blog rename`: a post under another slug."""

from pathlib import Path

import click

from plugins.commands.console import AS_JSON, CONTENT
from plugins.commands.parameters import WORDS
from plugins.commands.tags import write_edits


@click.command("rename")
@click.argument("slug", type=WORDS)
@click.argument("new", type=WORDS)
@CONTENT
@AS_JSON
def rename_command(slug: str, new: str, content: Path, as_json: bool) -> None:
    """Give the post SLUG the slug NEW: its file and comments move, its Id stays, its old address leads to the new one.

    What names it names it anew: related posts, links, updates, the shelf of content/start-here.toml, quizzes.

    \b
    Example:
      blog rename my-partner-has-gone-quiet when-silence-moves-in
    """
    from plugins.authoring.rename import rename_post
    from plugins.shared.content import whole_content

    write_edits(rename_post(whole_content(content), slug, new), content, as_json)
