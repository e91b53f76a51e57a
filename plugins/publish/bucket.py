"""A bucket of S3-compatible storage: only what has changed is sent, pages last, and what is gone is removed after that.

Such storage has no switch. Each file is old or new and never half; what a page loads is there before the page, and
stays one release longer. Keys come from the environment, as for any tool: see `KEYS`.
"""

import json
import os
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import obstore
from obstore.exceptions import AlreadyExistsError, BaseError, NotFoundError
from obstore.store import S3Store

from plugins.publish.headers import cache_of
from plugins.publish.hosts import HostError, Release
from plugins.publish.lock import LockedError, holder
from plugins.publish.record import Changes, Record, in_order, unfinished
from plugins.publish.target import Target

RECORD = ".blog-record.json"
LOCK = ".blog-lock.json"
KEYS = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
CONTENT_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".webmanifest": "application/manifest+json",
}
_FEED = re.compile(r"feeds/.*\.?(atom|rss)\.xml")


class BucketHost:
    """Publishes to a bucket, or to what lies below a prefix of its keys."""

    def __init__(self, target: Target) -> None:
        endpoint = target.options.get("endpoint", "")
        settings: dict[str, Any] = {"prefix": target.name or None, "region": target.options.get("region", "us-east-1")}
        if endpoint:
            settings |= {"endpoint": endpoint, "client_options": {"allow_http": endpoint.startswith("http://")}}
        self.name = target.text
        self.store = S3Store(target.place, **settings)

    @contextmanager
    def lock(self) -> Iterator[str]:
        """Hold an object as a lock. One that a process of this machine left which is no longer there is taken over."""
        before = self._left_behind()
        try:
            with self._told():
                obstore.put(self.store, LOCK, _own_lock().encode(), mode="overwrite" if before else "create")
        except AlreadyExistsError as error:
            who = self._lock().get("who", "somebody")
            raise LockedError(
                f"{self.name}: {who} is publishing there; wait until it has ended. If nobody is, remove {LOCK} there"
            ) from error
        try:
            yield before
        finally:
            with self._told():
                obstore.delete(self.store, LOCK)

    def read(self) -> Record | None:
        """The record that the last publish left there."""
        text = self._get(RECORD)
        try:
            return Record.from_json(text) if text else None
        except ValueError as error:
            raise HostError(f"{self.name}: {error}; remove {RECORD} there, then publish") from error

    def switch(self, release: Release, changes: Changes) -> None:
        """Send what has changed, pages last, then remove what is gone."""
        with self._told():
            self._put(RECORD, unfinished(release.record, changes).to_json().encode(), "no-store")
            for path in in_order([*changes.added, *changes.changed]):
                self._put(path, (release.public / path).read_bytes(), cache_of(path))
            if changes.removed:
                obstore.delete(self.store, [*changes.removed])
            self._put(RECORD, release.record.to_json().encode(), "no-store")

    def roll_back(self, digest: str) -> str:
        """Nothing is kept there to return to."""
        raise HostError(
            f"{self.name}: a bucket keeps one site only; check out the earlier commit of your content and publish that"
        )

    def _put(self, path: str, data: bytes, cache: str) -> None:
        obstore.put(
            self.store, path, data, attributes={"Content-Type": content_type(path), "Cache-Control": cache},
            use_multipart=False,
        )  # fmt: skip

    def _get(self, path: str) -> str:
        """The text of an object; '' where there is none."""
        with self._told():
            try:
                return bytes(obstore.get(self.store, path).bytes()).decode()
            except (NotFoundError, FileNotFoundError):
                return ""

    def _lock(self) -> dict[str, Any]:
        try:
            return dict(json.loads(self._get(LOCK) or "{}"))
        except ValueError:
            return {}

    def _left_behind(self) -> str:
        """Who left a lock behind: a process of this machine that has ended; '' where there is none."""
        lock = self._lock()
        if lock.get("host") != socket.gethostname() or _runs(int(lock.get("process", 0))):
            return ""
        return str(lock.get("who", ""))

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What the storage says is told as HostError, but for an object that is there already."""
        try:
            yield
        except AlreadyExistsError:
            raise
        except (BaseError, OSError) as error:
            said = str(error).partition("\n\nDebug source")[0]
            said = " ".join(said.split())[:400]
            missing = [name for name in KEYS if not os.environ.get(name)]
            hint = f"set {' and '.join(missing)} in the environment" if missing else "publish again"
            raise HostError(f"{self.name}: {said}; what was not sent yet is as it was; {hint}") from error


def content_type(path: str) -> str:
    """The media type of a file of the site.

    >>> content_type("feeds/atom.xml"), content_type("index.html"), content_type("pagefind/wasm.en.pagefind")
    ('application/atom+xml', 'text/html; charset=utf-8', 'application/octet-stream')
    """
    if match := _FEED.fullmatch(path):
        return f"application/{match[1]}+xml"
    return CONTENT_TYPES.get(f".{path.rpartition('.')[2]}", "application/octet-stream")


def _own_lock() -> str:
    values = {"who": holder(), "host": socket.gethostname(), "process": os.getpid()}
    return json.dumps({**values, "since": datetime.now(UTC).isoformat(timespec="seconds")})


def _runs(process: int) -> bool:
    """Whether a process of this machine is there."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
