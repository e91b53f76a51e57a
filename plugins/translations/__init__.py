"""Puts the theme's words into the language of the site.

Signals: `generator_init`. Settings: `DEFAULT_LANG`, Pelican's `THEME` (its catalogs are `translations/<language>.po`).
Texts without a translation stay English, and are logged as a warning; a catalog that cannot be read raises SiteError.

Templates get what `jinja2.ext.i18n` has: `_()`, `gettext()`, `ngettext()` and `{% trans %}`, with named placeholders;
`text_direction`, 'ltr' or 'rtl'; and two filters: `listed`, things in a row ("a, b and c"; `listed("or")`:
"a, b or c"), and `midsentence`, a name as it stands within a sentence.
"""

import logging
from functools import partial
from pathlib import Path

from pelican import signals
from pelican.generators import Generator

from plugins.translations.catalog import read_words
from plugins.translations.language import listed, midsentence, text_direction

log = logging.getLogger(__name__)

WORDS = "words_of_the_site"
"""Where the catalog stands in the context that all generators share, so that a build reads it once."""


def install_words(generator: Generator) -> None:
    """Give the generator's templates the words of the site's language, and how they are put together."""
    language = generator.settings["DEFAULT_LANG"]
    if WORDS not in generator.context:
        words = read_words(Path(generator.settings["THEME"], "translations"), language)
        generator.context[WORDS] = words.translations
        if words.problem:
            log.warning("%s", words.problem)
    generator.env.install_gettext_translations(generator.context[WORDS], newstyle=True)
    generator.env.globals["text_direction"] = text_direction(language)
    generator.env.filters |= {
        "listed": partial(listed, language=language),
        "midsentence": partial(midsentence, language=language),
    }


def register() -> None:
    """Connect the receivers."""
    signals.generator_init.connect(install_words)
