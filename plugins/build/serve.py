"""A web server for authors: the built site on 127.0.0.1, built anew and reloaded in the browser on every save.

Each build goes into a folder of its own and is then switched to, so that no page is missing while a build runs; a
build that fails leaves the last good one in place.
"""

import asyncio
import contextlib
import shutil
import signal
import socket
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.types import Scope
from watchfiles import Change, awatch

from plugins.build.live import RELOAD_PATH, SCRIPT, SCRIPT_PATH, STYLE, STYLE_PATH, with_live_parts
from plugins.build.live_pages import NOT_KEPT, Fail, LateIndex, LivePages
from plugins.shared.build_result import BuildResult

HOST = "127.0.0.1"
WATCHED = ("content", "theme", "plugins")
"""The folders that are watched, with all that is in them."""

SETTINGS = "pelicanconf.py"
"""Watched by its folder: an editor that puts a new file in the old one's place ends a watch on the file itself."""

QUIET, LATEST = 10, 50
"""Milliseconds: a save is built once nothing else was saved for so long, and after so long in any case."""

Build = Callable[[Path], BuildResult]
"""Builds the site into the folder that it is given."""

Tell = Callable[[BuildResult], None]
"""Told each result of a build."""

NOT_BUILT = "<!doctype html><title>Not built</title><h1>The site could not be built</h1>"


class WatchError(OSError):
    """The files of a project can no longer be watched."""

    def __init__(self, root: Path) -> None:
        super().__init__(f"{root}: saves can no longer be seen, so the server stopped; start it again")


@dataclass(frozen=True)
class Hooks:
    """What a server is given: how to build, whom to tell of a result or of an error, how to make the search's index.

    What `notes` holds whenever a page is asked for is shown in it.
    """

    build: Build
    tell: Tell
    fail: Fail
    late: LateIndex
    notes: Sequence[str] = ()


class Site:
    """What is served: the newest good build, what there is to mend, and who waits for the next build."""

    def __init__(self, folder: Path, hooks: Hooks) -> None:
        self.folder, self.hooks = folder, hooks
        self.number = 0
        self.served: deque[Path] = deque(maxlen=2)
        self.pages: LivePages | None = None
        self.waiting: set[asyncio.Event] = set()

    def rebuild(self) -> bool:
        """Build into a fresh folder and switch to it; say whether there is a new good build. Never raises."""
        self.number += 1
        output = self.folder / str(self.number)
        try:
            result = self.hooks.build(output)
            self.hooks.tell(result)
        except Exception as error:  # whatever it is, the next save may mend it
            self.hooks.fail(error)
            return False
        if result.ok:
            self.served.append(output)
            self.pages = LivePages(output, len(result.published), self.hooks.late, self.hooks.fail, self.hooks.notes)
        return result.ok

    def clear(self) -> None:
        """Remove all builds but what is served and what was before, of which a page may still load its pictures."""
        for path in {*self.folder.iterdir()} - {*self.served}:
            shutil.rmtree(path, ignore_errors=True)

    async def watch(self, root: Path, ready: Callable[[], None]) -> None:
        """Rebuild whenever a watched file changes, and tell the browsers. `ready` is called once saves are seen."""
        saved = asyncio.Event()
        folders = [root / name for name in WATCHED if (root / name).exists()]
        async with asyncio.TaskGroup() as group:
            group.create_task(_note(saved, awatch(*folders, step=QUIET, debounce=LATEST)))
            group.create_task(
                _note(saved, awatch(root, watch_filter=_settings, recursive=False, step=QUIET, debounce=LATEST))
            )
            await asyncio.sleep(0)  # both have begun: no save is missed from here on
            ready()
            while await saved.wait():
                saved.clear()
                await asyncio.to_thread(self.rebuild)
                for event in self.waiting:
                    event.set()
                await asyncio.to_thread(self.clear)

    async def reload(self, request: Request) -> Response:
        """A stream of server-sent events: one `built` after each build, good or not."""
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
        pages = self.pages or HTMLResponse(with_live_parts(NOT_BUILT, self.hooks.notes), 503)
        await pages(scope, receive, send)  # type: ignore[arg-type]


async def _note(saved: asyncio.Event, changes: AsyncIterator[object]) -> None:
    async for _ in changes:
        saved.set()


def _settings(_change: Change, path: str) -> bool:
    return Path(path).name == SETTINGS


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
