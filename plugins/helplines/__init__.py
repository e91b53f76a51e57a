"""Gives every page the helplines, so that help is never further away than the page one is on.

Signals: `article_generator_init`. Settings: Pelican's `PATH` (the file is `helplines.toml` in it).

Templates get, in the context, `helplines`: a tuple of Country(code, name, lines), `lines` a tuple of Helpline(name,
phone, phone_href, text, hours, address, purpose, source, verified_on). An error in the file raises SiteError; a line
that was not verified for half a year is logged as a warning.
"""

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import ArticlesGenerator

from plugins.helplines.helplines import read_helplines
from plugins.helplines.verification import WARN_AFTER, unverified
from plugins.shared.header_rules import today

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Config:
    """The settings of this plugin."""

    path: Path

    @classmethod
    def from_settings(cls, settings: dict[str, Any]) -> "Config":
        """Read the settings."""
        return cls(Path(settings["PATH"], "helplines.toml"))


def add_helplines(generator: ArticlesGenerator) -> None:
    """Put the helplines into the context that all pages share."""
    path = Config.from_settings(generator.settings).path
    generator.context["helplines"] = read_helplines(path)
    for problem in unverified(path, today(), WARN_AFTER):
        log.warning("%s", problem)


def register() -> None:
    """Connect the receivers."""
    signals.article_generator_init.connect(add_helplines)
