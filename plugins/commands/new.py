"""`blog new`: a post begun."""

from pathlib import Path

import click

from plugins.commands.console import AS_JSON, CONTENT, out, print_json
from plugins.shared.header_rules import today


@click.command("new")
@click.argument("kind", type=click.Choice(["letter", "guide", "steps", "essay"]))
@click.argument("title")
@click.option("--author", default="The Night Desk", show_default=True, help="Who answers.")
@CONTENT
@AS_JSON
def new_command(kind: str, title: str, author: str, content: Path, as_json: bool) -> None:
    """Begin a post: a draft with its header filled in as far as it can be.

    \b
    Example:
      blog new letter "My partner has gone quiet"
      blog new guide "What to do in the first week"
    """
    from plugins.authoring.new import new_post, write_new_post
    from plugins.shared.vocabulary import read_vocabulary

    day = today()
    path = write_new_post(new_post(title, kind, author, day, read_vocabulary(content / "tags.toml")), content)
    if as_json:
        print_json({"path": path})
    else:
        out.print(f"{path}\nWrite it, run `blog check`, and set `Status: published` when it is ready.")
