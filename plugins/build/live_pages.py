"""The pages of one good build as a browser gets them from `blog serve`: live, and never kept."""

import asyncio
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from plugins.build.live import with_live_parts

Fail = Callable[[Exception], None]
"""Told what could not be made."""

NOT_KEPT = {"Cache-Control": "no-store"}


@dataclass(frozen=True)
class LateIndex:
    """The search's index: what lies in `folder` of the output, which `make` makes there for so many published posts."""

    folder: str
    make: Callable[[Path, int], None]


class LivePages(StaticFiles):
    """The folder of a good build; its pages get the reload script and what there is to mend (`notes`, when they are
    asked for), and nothing is kept in the browser.

    The search's index is made when the first of its files is asked for, so that no save waits for it.
    """

    def __init__(self, output: Path, posts: int, late: LateIndex, fail: Fail, notes: Sequence[str] = ()) -> None:
        super().__init__(directory=output, html=True)
        self.output, self.posts, self.late, self.fail, self.notes = output, posts, late, fail, notes
        self.indexing, self.indexed = threading.Lock(), False

    def index(self) -> None:
        """Make the search's index, once; told to `fail` where it can't be made."""
        with self.indexing:
            if self.indexed:
                return
            self.indexed = True
            try:
                self.late.make(self.output, self.posts)
            except Exception as error:  # whatever it is, the pages are served all the same
                self.fail(error)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file at a path; a page with the reload script in it."""
        if Path(path).parts[:1] == (self.late.folder,):
            await asyncio.to_thread(self.index)
        response = await super().get_response(path, scope)
        response.headers.update(NOT_KEPT)
        if response.media_type != "text/html":
            return response
        page = Path(getattr(response, "path", "")).read_text(encoding="utf-8")
        return HTMLResponse(with_live_parts(page, self.notes), response.status_code, NOT_KEPT)
