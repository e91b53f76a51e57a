"""What `blog serve` serves: the newest good build, built anew on every save, and who waits for the next one.

Each build goes into a folder of its own and is then switched to, so that no page is missing while a build runs; a
build that fails leaves the last good one in place. The pages that somebody looks at are built first, and the browsers
told as soon as these are there; whatever else is asked for by then waits until it is there, too.
"""

import asyncio
import contextlib
import shutil
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.types import Scope
from watchfiles import Change, awatch

from plugins.build.first import First, name_at
from plugins.build.live import with_live_parts
from plugins.build.live_pages import Fail, LateIndex, LivePages
from plugins.shared.build_result import BuildResult

WATCHED = ("content", "theme", "plugins")
"""The folders that are watched, with all that is in them."""

SETTINGS = "pelicanconf.py"
"""Watched by its folder: an editor that puts a new file in the old one's place ends a watch on the file itself."""

QUIET, LATEST = 10, 50
"""Milliseconds: a save is built once nothing else was saved for so long, and after so long in any case."""

Build = Callable[[Path, First | None], BuildResult]
"""Builds the site into the folder that it is given, what is wanted first before the rest."""

Tell = Callable[[BuildResult], None]
"""Told each result of a build."""

NOT_BUILT = "<!doctype html><title>Not built</title><h1>The site could not be built</h1>"


@dataclass(frozen=True)
class Hooks:
    """What a server is given: how to build, whom to tell of a result or of an error, how to make the search's index.

    `early` is called when the first pages of a build are there, before anybody sees them. What `notes` holds whenever a
    page is asked for is shown in it.
    """

    build: Build
    tell: Tell
    fail: Fail
    late: LateIndex
    early: Callable[[], None]
    notes: Sequence[str] = ()


@dataclass(frozen=True)
class EarlyPages:
    """A build that still writes: its pages, the names of the files that are there, and what tells that it has ended."""

    pages: LivePages
    names: frozenset[str]
    ended: asyncio.Event


class Site:
    """What is served: the newest good build, what there is to mend, and who waits for the next build."""

    def __init__(self, folder: Path, hooks: Hooks) -> None:
        self.folder, self.hooks = folder, hooks
        self.number = 0
        self.served: deque[Path] = deque(maxlen=2)
        self.pages: LivePages | None = None
        self.early: EarlyPages | None = None
        self.waiting: dict[asyncio.Event, str] = {}

    def rebuild(self, there: Callable[[Path, frozenset[str]], None] | None = None) -> bool:
        """Build into a fresh folder and switch to it; say whether there is a new good build. Never raises.

        `there` is told, from a thread, which files are in that folder once the pages that are looked at are.
        """
        self.number += 1
        output = self.folder / str(self.number)
        first = First([*self.waiting.values()], partial(there, output)) if there else None
        try:
            result = self.hooks.build(output, first)
            self.hooks.tell(result)
        except Exception as error:  # whatever it is, the next save may mend it
            self.hooks.fail(error)
            return False
        if result.ok:
            self.served.append(output)
            self.pages = self._live(output, len(result.published))
        return result.ok

    def _live(self, output: Path, posts: int = 0) -> LivePages:
        return LivePages(output, posts, self.hooks.late, self.hooks.fail, self.hooks.notes)

    async def renew(self) -> None:
        """Rebuild, and tell the browsers as soon as what they show is there, and once more where the build fails."""
        loop, ended = asyncio.get_running_loop(), asyncio.Event()

        def there(output: Path, names: frozenset[str]) -> None:
            with contextlib.suppress(Exception):  # whatever it is, the end of the build meets it again
                self.hooks.early()
                loop.call_soon_threadsafe(self._show, EarlyPages(self._live(output), names, ended))

        good = await asyncio.to_thread(self.rebuild, there)
        told, self.early = self.early is not None, None
        ended.set()
        if not (good and told):
            self._tell_browsers()

    def _show(self, early: EarlyPages) -> None:
        self.early = early
        self._tell_browsers()

    def _tell_browsers(self) -> None:
        for event in self.waiting:
            event.set()

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
                await self.renew()
                await asyncio.to_thread(self.clear)

    async def reload(self, request: Request) -> Response:
        """A stream of server-sent events: one `built` for each build, good or not, two where it fails late.

        `page` in the query is the address of the page that waits for them.
        """
        return StreamingResponse(self._events(request), media_type="text/event-stream")

    async def _events(self, request: Request) -> AsyncIterator[str]:
        event = asyncio.Event()
        self.waiting[event] = name_at(request.query_params.get("page", ""))
        try:
            yield "retry: 500\n\n"
            while not await request.is_disconnected():
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(event.wait(), timeout=1)
                    event.clear()
                    yield "event: built\ndata: built\n\n"
        finally:
            del self.waiting[event]

    async def __call__(self, scope: Scope, receive: object, send: object) -> None:
        """The ASGI door to the pages."""
        if early := self.early:
            if name_at(scope["path"]) in early.names:
                await early.pages(scope, receive, send)  # type: ignore[arg-type]
                return
            await early.ended.wait()
        pages = self.pages or HTMLResponse(with_live_parts(NOT_BUILT, self.hooks.notes), 503)
        await pages(scope, receive, send)  # type: ignore[arg-type]


async def _note(saved: asyncio.Event, changes: AsyncIterator[object]) -> None:
    async for _ in changes:
        saved.set()


def _settings(_change: Change, path: str) -> bool:
    return Path(path).name == SETTINGS
