"""`blog serve`: the site while one writes."""

import socket
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plugins.commands.building import tell_build
from plugins.commands.check import find_problems
from plugins.commands.console import out, problems_of, tell_error, tell_problems
from plugins.commands.parameters import PORT
from plugins.shared.build_result import BuildResult
from plugins.shared.errors import Problem
from plugins.shared.scratch import scratch_folder

if TYPE_CHECKING:
    from plugins.build.first import First


@click.command("serve")
@click.option("--port", type=PORT, default=8000, show_default=True, help="0 takes any free port.")
def serve_command(port: int) -> None:
    """Build, serve on 127.0.0.1, and reload the browser on every save. Ctrl+C stops it.

    What there is to mend stands in the terminal and at the foot of every page.

    \b
    Example:
      blog serve
      blog serve --port 8080
    """
    from plugins.build.live_pages import LateIndex
    from plugins.build.live_site import Hooks
    from plugins.build.pelican_runs import warm_pelican
    from plugins.build.run import build_site
    from plugins.build.serve import serve_site
    from plugins.search.index import FOLDER, build_index

    root = Path.cwd()
    for name in ("pelicanconf.py", "content"):
        if not (root / name).exists():
            raise click.UsageError(f"there is no {name} here; run this in the project's folder")
    listener = listen_at(port)
    with (
        scratch_folder("serve") as folder,
        scratch_folder("templates") as cache,
        warm_pelican() as pelican,
        ThreadPoolExecutor() as pool,
    ):
        desk = Desk(root / "content", pool)

        def build(output: Path, first: "First | None") -> BuildResult:
            desk.check()
            return build_site(root, output, pelican=pelican, template_cache=cache, first=first)

        hooks = Hooks(build, desk.tell, desk.fail, LateIndex(FOLDER, build_index), desk.early, desk.notes)
        serve_site(root, folder, listener, hooks, tell_ready)


def listen_at(port: int) -> socket.socket:
    """The socket for the server. Raises UsageError where the port is taken or not to be had."""
    from plugins.build.serve import open_port

    try:
        return open_port(port)
    except PermissionError as error:
        raise click.UsageError(f"port {port} is not for everybody; choose one from 1024 on, or --port 0") from error
    except OSError as error:
        raise click.UsageError(f"port {port} is taken; choose another one, or --port 0 for any that is free") from error


class Desk:
    """Checks the content beside each build, and says in the terminal and by `notes` what there is to mend."""

    def __init__(self, content: Path, pool: Executor) -> None:
        self.content, self.pool = content, pool
        self.notes: list[str] = []
        self.checks: list[Future[list[Problem]]] = []

    def check(self) -> None:
        """Begin to check the content."""
        self.checks[:] = [self.pool.submit(find_problems, self.content)]

    def early(self) -> None:
        """Note what the check found while the build still goes on."""
        from plugins.checks.formats import as_text

        self.notes[:] = as_text(self.checks[-1].result()).splitlines()

    def tell(self, result: BuildResult) -> None:
        """Tell what a build made, and what the check beside it found."""
        from plugins.checks.formats import as_text

        problems = self.checks.pop().result()
        known = {str(problem) for problem in problems}
        said = [line for line in result.log if line not in known] if result.exit_status else []
        self.notes[:] = [*said, *as_text(problems).splitlines()]
        if problems:
            tell_problems(problems)
        tell_build(result, "the site", "The pages stay as they were before.")

    def fail(self, error: Exception) -> None:
        """Tell what kept a build from coming to a result."""
        self.notes[:] = [str(problem) for problem in problems_of(error)]
        tell_error(error)


def tell_ready(address: str) -> None:
    """Say where the site is served."""
    out.print(f"Serving {address}  (drafts too; Ctrl+C stops)", style="bold")
