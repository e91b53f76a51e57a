"""A web server for authors: the built site on 127.0.0.1, built anew and reloaded in the browser on every save."""

import asyncio
import contextlib
import signal
import socket
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from plugins.build.live import RELOAD_PATH, SCRIPT, SCRIPT_PATH, STYLE, STYLE_PATH
from plugins.build.live_pages import NOT_KEPT
from plugins.build.live_site import Hooks, Site

HOST = "127.0.0.1"


class WatchError(OSError):
    """The files of a project can no longer be watched."""

    def __init__(self, root: Path) -> None:
        super().__init__(f"{root}: saves can no longer be seen, so the server stopped; start it again")


def _script(_request: Request) -> Response:
    return Response(SCRIPT, media_type="text/javascript", headers=NOT_KEPT)


def _style(_request: Request) -> Response:
    return Response(STYLE, media_type="text/css", headers=NOT_KEPT)


def open_port(port: int) -> socket.socket:
    """A socket on 127.0.0.1 for the server, 0 standing for any free port. Raises OSError where the port is taken."""
    return socket.create_server((HOST, port))


def serve_site(root: Path, folder: Path, listener: socket.socket, hooks: Hooks, ready: Callable[[str], None]) -> None:
    """Serve the project at `root` until interrupted or terminated. `ready` is given the address once it answers.

    Builds lie in `folder`, which must be nobody else's and outlast what builds them. A build that raises is told by the
    hooks, and the next save tried. Raises WatchError where saves can't be watched.
    """
    with _terminable():
        site = Site(folder, hooks)
        site.rebuild()
        server = uvicorn.Server(uvicorn.Config(Starlette(), log_level="warning", timeout_graceful_shutdown=1))
        address = f"http://{HOST}:{listener.getsockname()[1]}/"
        ended: list[BaseException] = []

        def stop(task: "asyncio.Task[None]") -> None:
            if not task.cancelled() and (error := task.exception()):
                ended.append(error)
            server.should_exit = True

        server.config.app = _app(site, lambda: site.watch(root, lambda: ready(address)), stop)
        with contextlib.suppress(KeyboardInterrupt):
            server.run(sockets=[listener])
        if ended:
            raise WatchError(root) from ended[0]


def _app(
    site: Site, watch: Callable[[], Coroutine[Any, Any, None]], stop: Callable[["asyncio.Task[None]"], None]
) -> Starlette:
    """The site and what it needs to reload, watching while it is served; `stop` is told when the watch ends."""

    @contextlib.asynccontextmanager
    async def watching(_app: Starlette) -> AsyncIterator[None]:
        task = asyncio.create_task(watch())
        task.add_done_callback(stop)
        yield
        task.cancel()

    routes = [
        Route(RELOAD_PATH, site.reload),
        Route(SCRIPT_PATH, _script),
        Route(STYLE_PATH, _style),
        Mount("/", site),
    ]
    return Starlette(routes=routes, lifespan=watching)


@contextlib.contextmanager
def _terminable() -> Iterator[None]:
    """Have SIGTERM end the program as Ctrl+C does, so that what it made for the time is cleared away."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except KeyboardInterrupt:
        return
    finally:
        signal.signal(signal.SIGTERM, before)
