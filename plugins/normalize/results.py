"""What an import is asked for and what it came to: plain data."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

OUTCOMES = ("written", "unchanged", "edited", "held", "refused")


@dataclass(frozen=True)
class ImportOptions:
    """Where to write, and as of which day. `report` is into/import-report.json and `vocabulary` into/tags.toml
    (or else content/tags.toml) where they are not named. `beside`: where a person has edited a post, write what the
    import would have written beside it, as `<slug>.md.imported`. `jobs` captures are read at a time; 0 means one a core
    where there are many."""

    into: Path
    date: datetime.date
    report: Path | None = None
    beside: bool = False
    vocabulary: Path | None = None
    jobs: int = 0


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """What became of one article, or of one capture without any. `outcome` is one of OUTCOMES.

    `path` is the post's; `comments` counts those found and `comments_held` those of them that are held.
    `where` names the entry of an export that it tells of.
    """

    source: str
    outcome: str
    slug: str = ""
    path: Path | None = None
    reason: str = ""
    flags: tuple[str, ...] = ()
    comments: int = 0
    comments_held: int = 0
    where: str = ""


@dataclass(frozen=True)
class ImportResult:
    """The records in order of the captures' names. `skipped` are files met in folders that are no captures."""

    records: tuple[ImportRecord, ...]
    skipped: tuple[tuple[str, str], ...] = ()
    articles_found: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def adds_up(self) -> bool:
        """Whether posts and held and refused together are all that was found: nothing got lost on the way."""
        return sum(self.counts[outcome] for outcome in OUTCOMES) == self.articles_found
