"""A web server for authors: the built site on 127.0.0.1, built anew and reloaded in the browser on every save.

Each build goes into a folder of its own and is then switched to, so that no page is missing while a build runs; a
build that fails leaves the last good one in place.
"""

import asyncio
import contextlib
import shutil
import socket
import tempfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope
from watchfiles import awatch

from plugins.build.run import BuildResult

HOST = "127.0.0.1"
RELOAD_PATH = "/-/reload"
RELOAD_SCRIPT = f"""<script>
new EventSource("{RELOAD_PATH}").addEventListener("built", () => location.reload());
</script>
"""
WATCHED = ("content", "theme", "plugins", "pelicanconf.py")

Build = Callable[[Path], BuildResult]
"""Builds the site into the folder that it is given."""

Tell = Callable[[BuildResult], None]
"""Told each result of a build."""


class LivePages(StaticFiles):
    """The folder of the newest good build; its pages get the reload script, and nothing is kept in the browser."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file at a path; a page with the reload script in it."""
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "no-store"
        if response.media_type != "text/html":
            return response
        page = Path(getattr(response, "path", "")).read_text(encoding="utf-8")
        headers = {"Cache-Control": "no-store"}
        return HTMLResponse(page.replace("</body>", RELOAD_SCRIPT + "</body>"), response.status_code, headers)


class Site:
    """What is served: the newest good build, and who waits for the next one."""

    def __init__(self, folder: Path, build: Build, tell: Tell) -> None:
        self.folder, self.build, self.tell = folder, build, tell
        self.number = 0
        self.pages: LivePages | None = None
        self.waiting: set[asyncio.Event] = set()

    def rebuild(self) -> BuildResult:
        """Build into a fresh folder; switch to it if the build is good."""
        self.number += 1
        output = self.folder / str(self.number)
        result = self.build(output)
        self.tell(result)
        if result.ok:
            self.pages = LivePages(directory=output, html=True)
            shutil.rmtree(self.folder / str(self.number - 2), ignore_errors=True)
        return result

    async def watch(self, root: Path) -> None:
        """Rebuild whenever a watched file changes, and tell the browsers."""
        paths = [root / name for name in WATCHED if (root / name).exists()]
        async for _ in awatch(*paths, debounce=50, step=20):
            result = await asyncio.to_thread(self.rebuild)
            if result.ok:
                for event in self.waiting:
                    event.set()

    async def reload(self, request: Request) -> Response:
        """A stream of server-sent events: one `built` after each good build."""
        return StreamingResponse(self._events(request), media_type="text/event-stream")

    async def _events(self, request: Request) -> AsyncIterator[str]:
        event = asyncio.Event()
        self.waiting.add(event)
        try:
            yield "retry: 500\n\n"
            while not await request.is_disconnected():
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(event.wait(), timeout=1)
                    event.clear()
                    yield "event: built\ndata: built\n\n"
        finally:
            self.waiting.discard(event)

    async def __call__(self, scope: Scope, receive: object, send: object) -> None:
        """The ASGI door to the pages."""
        pages = self.pages or HTMLResponse("<body>The site could not be built yet; the terminal says why.</body>", 503)
        await pages(scope, receive, send)  # type: ignore[arg-type]


def open_port(port: int) -> socket.socket:
    """A socket on 127.0.0.1 for the server, 0 standing for any free port. Raises OSError where the port is taken."""
    return socket.create_server((HOST, port))


def serve_site(root: Path, listener: socket.socket, build: Build, tell: Tell, ready: Callable[[str], None]) -> None:
    """Serve the project at `root` until interrupted. `ready` is given the address once it answers."""
    with tempfile.TemporaryDirectory(prefix="blog-serve-") as folder:
        site = Site(Path(folder), build, tell)
        site.rebuild()

        @contextlib.asynccontextmanager
        async def watching(_app: Starlette) -> AsyncIterator[None]:
            task = asyncio.create_task(site.watch(root))
            ready(f"http://{HOST}:{listener.getsockname()[1]}/")
            yield
            task.cancel()

        app = Starlette(routes=[Route(RELOAD_PATH, site.reload), Mount("/", site)], lifespan=watching)
        config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=1)
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listener])
