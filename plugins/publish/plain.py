"""A plain folder on this machine, for whoever uploads it by other means: it is put in place of the last one."""

import shutil
from contextlib import AbstractContextManager
from pathlib import Path

from plugins.publish.exchange import exchange
from plugins.publish.hosts import HostError, Release
from plugins.publish.lock import locked
from plugins.publish.record import Changes, Record, record_of
from plugins.shared.output_folder import why_not_output


class OutputHost:
    """Puts the site into a folder, such as `output/`, or into the one that a link of that name leads to."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root, self.folder = root, folder.resolve() if folder.is_symlink() else folder
        if reason := why_not_output(root, folder):
            raise HostError(f"{folder}: {reason}")

    def lock(self) -> AbstractContextManager[str]:
        """Hold the project's lock."""
        return locked(self.root / "build" / "publish.lock")

    def read(self) -> Record | None:
        """What is in the folder."""
        return record_of(self.folder) if self.folder.is_dir() else None

    def switch(self, release: Release, changes: Changes) -> None:
        """Copy the site beside the folder, then let the two take each other's place.

        Where the system can't do that in one step, there is a moment in which nothing has the folder's name.
        """
        new, old = (self.folder.with_name(f".{self.folder.name}.{word}") for word in ("new", "old"))
        try:
            if old.exists() and not self.folder.exists():  # the last publish was killed between its two steps
                old.rename(self.folder)
            for path in (new, old):
                shutil.rmtree(path, ignore_errors=True)
            shutil.copytree(release.public, new)
        except OSError as error:
            raise HostError(f"{self.folder}: {error}; the site that was there stays as it was") from error
        if not exchange(new, self.folder):
            if self.folder.exists():
                self.folder.rename(old)
            new.rename(self.folder)
        for path in (new, old):
            shutil.rmtree(path, ignore_errors=True)

    def roll_back(self, digest: str) -> str:
        """A plain folder keeps nothing to return to."""
        raise HostError(
            f"{self.folder} holds one site only; check out the earlier commit of your content and publish that"
        )
