"""Puts the theme's words into the language of the site.

Signals: `generator_init`. Settings: `DEFAULT_LANG`, Pelican's `THEME` (its catalogs are `translations/<language>.po`).

Templates get what `jinja2.ext.i18n` has: `_()`, `gettext()`, `ngettext()` and `{% trans %}`, with named placeholders.
"""

from pathlib import Path

from pelican import signals
from pelican.generators import Generator

from plugins.translations.catalog import read_catalog


def install_words(generator: Generator) -> None:
    """Give the generator's templates the words of the site's language."""
    words = read_catalog(Path(generator.settings["THEME"], "translations"), generator.settings["DEFAULT_LANG"])
    generator.env.install_gettext_translations(words, newstyle=True)


def register() -> None:
    """Connect the receivers."""
    signals.generator_init.connect(install_words)
