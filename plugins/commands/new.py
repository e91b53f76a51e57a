"""`blog new`: a post begun."""

import sys
from pathlib import Path

import click

from plugins.commands.console import AS_JSON, CONTENT, out, print_json
from plugins.shared.header_rules import today


@click.command("new")
@click.argument("kind", type=click.Choice(["letter", "guide", "steps", "essay"]))
@click.argument("title")
@click.option("--author", default="The Night Desk", show_default=True, help="Who answers.")
@click.option("--edit/--no-edit", default=None, help="Open it in your EDITOR; done by itself on a terminal.")
@CONTENT
@AS_JSON
def new_command(kind: str, title: str, author: str, edit: bool | None, content: Path, as_json: bool) -> None:
    """Begin a post: a draft with its header filled in as far as it can be, tags and related posts suggested.

    \b
    Example:
      blog new letter "My partner has gone quiet"
      blog new guide "What to do in the first week"
    """
    from plugins.authoring.new import new_post, refuse_taken, suggest_related, write_new_post
    from plugins.shared.content import read_content
    from plugins.shared.posts import Post

    found = read_content(content)
    post = new_post(title, kind, author, today(), found.known_vocabulary)
    refuse_taken(post.get("Slug"), found)
    related = suggest_related(post, found)
    header = {**post.header, "Related_posts": ", ".join(one.slug for one in related)}
    path = write_new_post(Post(header if related else post.header, post.body), content)
    if as_json:
        print_json({"path": path, "related": [one.slug for one in related]})
        return
    for one in related:
        out.print(f"{'asked before' if one.same_question else 'related'}: {one.slug}")
    out.print(f"{path}\nWrite it, run `blog check`, and set `Status: published` when it is ready.")
    if edit if edit is not None else sys.stdin.isatty() and sys.stdout.isatty():
        click.edit(filename=str(path))
