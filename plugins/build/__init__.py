"""Says what a build made, so that nothing is lost in silence.

Signals: `all_generators_finalized`, `generator_init`. Settings: `BUILD_REPORT_PATH` (a file to write the report to;
unset: none is written), `BUILD_TEMPLATE_CACHE` (a folder to keep compiled templates in for the next build; unset: none
are). Templates get nothing.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket
from pelican import signals
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator

KEPT = "compiled_templates"
"""Where they stand in the context that all generators share."""


@dataclass(frozen=True)
class Config:
    """The settings of this plugin."""

    report_path: Path | None
    template_cache: str

    @classmethod
    def from_settings(cls, settings: dict[str, Any]) -> "Config":
        """Read the settings."""
        path = settings.get("BUILD_REPORT_PATH")
        return cls(Path(path) if path else None, settings.get("BUILD_TEMPLATE_CACHE", ""))


class KeptTemplates(BytecodeCache):
    """Compiled templates: in memory for all generators of a build, and in a folder, where there is one, for the next.

    Nobody else may write to that folder: what lies there is run.
    """

    def __init__(self, folder: str) -> None:
        self.files = FileSystemBytecodeCache(folder) if folder else None
        self.codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what is kept."""
        place = (bucket.key, bucket.checksum)
        if self.files and place not in self.codes:
            self.files.load_bytecode(bucket)
        if bucket.code:
            self.codes[place] = bucket.code
        bucket.code = self.codes.get(place)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        assert bucket.code
        self.codes[bucket.key, bucket.checksum] = bucket.code
        if self.files:
            self.files.dump_bytecode(bucket)


def keep_templates(generator: Generator) -> None:
    """Have Jinja compile each template once for all generators, and not ask in a build whether it has changed."""
    folder = Config.from_settings(generator.settings).template_cache
    generator.env.bytecode_cache = generator.context.setdefault(KEPT, KeptTemplates(folder))
    generator.env.auto_reload = False


def write_report(generators: list[Any]) -> None:
    """Write the source paths of what Pelican read (posts published, drafts, pages), and the Id at each address."""
    config = Config.from_settings(generators[0].settings)
    if config.report_path is None:
        return
    report: dict[str, list[str]] = {"published": [], "drafts": [], "pages": []}
    addresses: dict[str, str] = {}
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            report["published"] += [article.source_path for article in generator.articles]
            addresses |= addresses_of(generator.articles)
            report["drafts"] += [article.source_path for article in generator.drafts]
        elif isinstance(generator, PagesGenerator):
            report["pages"] += [page.source_path for page in generator.pages]
    config.report_path.write_text(json.dumps({**report, "addresses": addresses}), encoding="utf-8")


def addresses_of(articles: Iterable[Any]) -> dict[str, str]:
    """The address of every post, and the former ones that lead to it, with its permanent Id."""
    return {address: article.post_id for article in articles for address in (f"/{article.url}", *article.aliases)}


def register() -> None:
    """Connect the receivers."""
    signals.generator_init.connect(keep_templates)
    signals.all_generators_finalized.connect(write_report)
