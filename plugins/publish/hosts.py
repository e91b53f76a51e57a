"""What every kind of host can do; each has a module of its own."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from plugins.publish.record import Changes, Record


class HostError(Exception):
    """The host did not do what was asked. Says what it said, that the old site is still there, and what to do."""


@dataclass(frozen=True)
class Release:
    """A site that is ready: `public` is what the web server hands out, `server` what it includes (rules, headers).

    `record` is what the host has once it is published, with what it carries over from the release before.
    """

    public: Path
    server: Path
    record: Record


class Host(Protocol):
    """A place where a site is published."""

    def lock(self) -> AbstractContextManager[str]:
        """Keep others from publishing here; gives who died while publishing, '' for nobody. Raises LockedError."""

    def read(self) -> Record | None:
        """What is published here; None where nothing is, or nobody knows what."""

    def switch(self, release: Release, changes: Changes) -> None:
        """Publish a release. Where it fails, or is killed at any moment, the old site is whole. Raises HostError."""

    def roll_back(self, digest: str) -> str:
        """Return to an earlier release, the last before this one for ''; give its name. Raises HostError."""
