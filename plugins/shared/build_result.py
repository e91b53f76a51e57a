"""What a build made, as the build tells it, the commands print it, and a publish goes on from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class BuildResult:
    """What a build made. Every post found is in just one of `published`, `drafts`, `scheduled`, `held` and `refused`.

    `scheduled` are to be published on a day to come. `held` are drafts that still have `Flags`: an importer asked that
    a person look at them. `log` is what Pelican said (warnings and errors, a line each), `seconds` the wall time of the
    whole build. `addresses` has the Id of the post at each address that a published post has or had.
    """

    output: Path
    published: tuple[Path, ...]
    drafts: tuple[Path, ...]
    held: tuple[Path, ...]
    refused: tuple[Path, ...]
    pages: tuple[Path, ...]
    comments_shown: int
    comments_held: int
    seconds: float
    log: tuple[str, ...]
    exit_status: int
    scheduled: tuple[Path, ...] = ()
    addresses: Mapping[str, str] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether Pelican went through and left no post out."""
        return self.exit_status == 0 and not self.refused
