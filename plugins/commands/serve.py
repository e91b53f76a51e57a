"""`blog serve`: the site while one writes."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from plugins.commands.build import tell_build
from plugins.commands.check import find_problems
from plugins.commands.console import out, problems_of, tell_error, tell_problems
from plugins.shared.errors import Problem

if TYPE_CHECKING:
    from plugins.build.run import BuildResult


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free port.")
def serve_command(port: int) -> None:
    """Build, serve on 127.0.0.1, and reload the browser on every save. Ctrl+C stops it.

    What there is to mend stands in the terminal and at the foot of every page.

    \b
    Example:
      blog serve
      blog serve --port 8080
    """
    from plugins.build.pelican_runs import warm_pelican
    from plugins.build.run import build_site
    from plugins.build.serve import open_port, serve_site
    from plugins.checks.formats import as_text

    try:
        listener = open_port(port)
    except OSError as error:
        raise click.UsageError(f"port {port} is taken ({error.strerror}); try --port {port + 1}") from error
    root = Path.cwd()
    if not (root / "pelicanconf.py").is_file():
        raise click.UsageError("there is no pelicanconf.py here; run this in the project's folder")

    notes: list[str] = []
    checks: list[Future[list[Problem]]] = []

    def tell(result: "BuildResult") -> None:
        problems = checks.pop().result()
        notes[:] = [*(result.log if result.exit_status else ()), *as_text(problems).splitlines()]
        if problems:
            tell_problems(problems)
        tell_build(result)

    def fail(error: Exception) -> None:
        notes[:] = [as_text([problem]) for problem in problems_of(error)]
        tell_error(error)

    def ready(address: str) -> None:
        out.print(f"Serving {address}  (drafts too; Ctrl+C stops)", style="bold")

    with warm_pelican() as pelican, TemporaryDirectory(prefix="blog-templates-") as cache, ThreadPoolExecutor() as pool:

        def build(output: Path) -> "BuildResult":
            checks[:] = [pool.submit(find_problems, root / "content")]
            return build_site(root, output, index=False, pelican=pelican, template_cache=Path(cache))

        serve_site(root, listener, build, tell, fail, ready, notes)
