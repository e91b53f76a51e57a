"""`blog new`: a post begun."""

import sys
from pathlib import Path

import click

from plugins.commands.console import AS_JSON, CONTENT, CONTENT_PROBLEMS, err, out, print_json
from plugins.commands.parameters import WORDS
from plugins.shared.header_rules import today


@click.command("new")
@click.argument("kind", type=click.Choice(["letter", "guide", "steps", "essay"]), metavar="KIND")
@click.argument("title", nargs=-1, required=True, type=WORDS, metavar="TITLE")
@click.option("--author", default="The Night Desk", show_default=True, type=WORDS, help="Who answers.")
@click.option("--edit/--no-edit", default=None, help="Open it in your EDITOR; done by itself on a terminal.")
@CONTENT
@AS_JSON
def new_command(
    kind: str, title: tuple[str, ...], author: str, edit: bool | None, content: Path, as_json: bool
) -> None:
    """Begin a post: a draft with its header filled in as far as it can be, tags and related posts suggested.

    KIND is letter (a letter and its answer), guide (a text with headings), steps (a numbered list) or essay.

    \b
    Example:
      blog new letter "My partner has gone quiet"
      blog new guide "What to do in the first week"
    """
    from plugins.authoring.new import new_post, refuse_taken, suggest_related, write_new_post
    from plugins.shared.content import read_content
    from plugins.shared.posts import Post

    if edit and as_json:
        raise click.UsageError("--edit opens an editor on a terminal, and --json is for a machine; name one of them")
    found = read_content(content)
    post = new_post(" ".join(title), kind, author, today(), found.known_vocabulary)
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
        open_editor(path)


def open_editor(path: Path) -> None:
    """Open the post in the author's editor. Where that does not end well, say that the post is kept."""
    try:
        click.edit(filename=str(path))
    except (click.ClickException, KeyboardInterrupt) as error:
        why = error.format_message() if isinstance(error, click.ClickException) else "The editor was stopped"
        next_step = "open it yourself, or set EDITOR to the command of an editor that is installed"
        err.print(f"blog: {why}. {path} is kept as it is; {next_step}.", style="red")
        sys.exit(CONTENT_PROBLEMS)
