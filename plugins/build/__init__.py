"""Says what a build made, so that nothing is lost in silence.

Signals: `all_generators_finalized`, `generator_init`, `get_generators`. Settings: `BUILD_REPORT_PATH` (a file to write
the report to; unset: none is written), `BUILD_TEMPLATE_CACHE` (a folder to keep compiled templates in for the next
build; unset: none are), `BUILD_FIRST_PATH` (a file to write the names of what is there to, before the greater part of
the site is written; unset: nothing is put off) and `BUILD_FIRST_PAGES` (the names of what is to be there by then).
Templates get nothing. The writer gets `in_turn` in the context: called with the name of a file and what writes it, it
does so at once or when its turn has come.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket
from pelican import signals
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator

from plugins.build.first import say_what_is_there

KEPT = "compiled_templates"
"""Where they stand in the context that all generators share."""


@dataclass(frozen=True)
class Config:
    """The settings of this plugin."""

    report_path: Path | None
    template_cache: str
    first_path: Path | None
    first_pages: frozenset[str]

    @classmethod
    def from_settings(cls, settings: dict[str, Any]) -> "Config":
        """Read the settings."""
        report, first = settings.get("BUILD_REPORT_PATH"), settings.get("BUILD_FIRST_PATH")
        return cls(
            Path(report) if report else None,
            settings.get("BUILD_TEMPLATE_CACHE", ""),
            Path(first) if first else None,
            frozenset(settings.get("BUILD_FIRST_PAGES", ())),
        )


class KeptTemplates(BytecodeCache):
    """Compiled templates: in memory for all generators of a build, and in a folder, where there is one, for the next.

    Nobody else may write to that folder: what lies there is run.
    """

    def __init__(self, folder: str) -> None:
        self.files = FileSystemBytecodeCache(folder) if folder else None
        self.codes: dict[tuple[str, str], CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The key of a template, also below a folder whose name the machine's locale has no letters for."""
        return super().get_cache_key(name, ascii(filename))

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


class FirstPagesGenerator(Generator):  # type: ignore[misc]
    """Has the pages that are wanted first written before all others, and says when they are there.

    What the generators above it in `PLUGINS` have the writer write is put off until it is this one's turn.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.config = Config.from_settings(self.settings)
        self.put_off: list[Callable[[], object]] | None = []
        self.context["in_turn"] = self.in_turn

    def in_turn(self, name: str, write: Callable[[], object]) -> None:
        """Write at once what is wanted first and, once the others had their turn, everything; else put it off."""
        if self.put_off is None or name in self.config.first_pages:
            write()
        else:
            self.put_off.append(write)

    def generate_output(self, _writer: Any) -> None:
        """Say what is there, then write what was put off."""
        assert self.config.first_path
        say_what_is_there(Path(self.output_path), self.config.first_path)
        put_off, self.put_off = self.put_off or [], None
        for write in put_off:
            write()


def use_generator(pelican_object: Any) -> type[Generator] | None:
    """Have first what is wanted first, where something is."""
    return FirstPagesGenerator if Config.from_settings(pelican_object.settings).first_path else None


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
    signals.get_generators.connect(use_generator)
    signals.all_generators_finalized.connect(write_report)
