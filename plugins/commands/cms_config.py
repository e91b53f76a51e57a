"""`blog cms-config`: the settings of an editor in the browser."""

from pathlib import Path

import click

from plugins.commands.console import CONTENT, out
from plugins.commands.parameters import WORDS, Place
from plugins.commands.tags import write_edits


@click.command("cms-config")
@click.option("--repo", required=True, type=WORDS, metavar="OWNER/NAME", help="The repository that holds the content.")
@click.option("--backend", type=click.Choice(["github", "gitlab", "gitea"]), default="github", show_default=True,
              help="The service where it lies.")  # fmt: skip
@click.option("--branch", type=WORDS, default="main", show_default=True, help="The branch that authors write to.")
@click.option("--into", type=Place(path_type=Path, file_okay=False),
              help="Write the editor and config.yml into this folder, rather than print the settings.")  # fmt: skip
@click.option("--convert", is_flag=True,
              help="Write the headers of all posts in YAML, so that the editor can open them.")  # fmt: skip
@CONTENT
def cms_config_command(repo: str, backend: str, branch: str, into: Path | None, convert: bool, content: Path) -> None:
    """Print the settings of Sveltia CMS (or Decap CMS) for authors who do not use git by hand.

    They follow the rules of blog check: fields, choices, lengths. The editor is no part of the published blog.

    \b
    Example:
      blog cms-config --repo me/blog > config.yml
      blog cms-config --repo me/blog --into admin --convert
    """
    from plugins.authoring.cms import SCRIPT, Repository, cms_config, with_fences, write_editor
    from plugins.shared.content import whole_content

    if convert and into is None:
        raise click.UsageError("--convert goes with --into: what is printed would be no settings any more")
    found = whole_content(content)
    config = cms_config(Repository(backend, repo, branch), found)
    if into is None:
        click.echo(config, nl=False)
    else:
        for path in write_editor(into, config, found):
            out.print(str(path))
        out.print(f"Put {SCRIPT} of the npm package @sveltia/cms beside them.")
    if convert:
        write_edits(with_fences(found), content, as_json=False)
