"""Says what a build made, so that nothing is lost in silence.

Signals: `all_generators_finalized`. Settings: `BUILD_REPORT_PATH` (a file to write the report to; unset: none is
written). Templates get nothing.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import ArticlesGenerator, PagesGenerator


@dataclass(frozen=True)
class Config:
    """The settings of this plugin."""

    report_path: Path | None

    @classmethod
    def from_settings(cls, settings: dict[str, Any]) -> "Config":
        """Read the settings."""
        path = settings.get("BUILD_REPORT_PATH")
        return cls(Path(path) if path else None)


def write_report(generators: list[Any]) -> None:
    """Write the source paths of what Pelican read: posts published, drafts, pages."""
    config = Config.from_settings(generators[0].settings)
    if config.report_path is None:
        return
    report: dict[str, list[str]] = {"published": [], "drafts": [], "pages": []}
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            report["published"] += [article.source_path for article in generator.articles]
            report["drafts"] += [article.source_path for article in generator.drafts]
        elif isinstance(generator, PagesGenerator):
            report["pages"] += [page.source_path for page in generator.pages]
    config.report_path.write_text(json.dumps(report), encoding="utf-8")


def register() -> None:
    """Connect the receivers."""
    signals.all_generators_finalized.connect(write_report)
