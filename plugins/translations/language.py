"""What depends on the site's language beside its words: where lines begin, how things are listed, capitals."""

from collections.abc import Iterable
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from markupsafe import Markup, escape

from plugins.shared.errors import SettingError

WORLD_ENGLISH = Locale("en", "001")
"""English as most of the world writes it: "a, b and c"."""

NOUNS_ARE_CAPITALIZED = {"de", "gsw", "lb", "nds"}
"""Languages in which a noun keeps its capital within a sentence."""


def locale_of(language: str) -> Locale:
    """Babel's locale of a language's code, such as `pt-BR`. Raises SettingError for a language that is not known."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise SettingError("DEFAULT_LANG", language, "write the code of a language, such as en or pt-BR") from error


def text_direction(language: str) -> str:
    """Where the lines of a language begin, in HTML's word.

    >>> text_direction("de"), text_direction("he")
    ('ltr', 'rtl')
    """
    return locale_of(language).text_direction


def listed(things: Iterable[str], style: Literal["standard", "or"] = "standard", *, language: str = "en") -> Markup:
    """Things in a row as people say them; texts among them are escaped, markup stays.

    >>> listed(["tea", "R&B", Markup("<b>sleep</b>")])
    Markup('tea, R&amp;B and <b>sleep</b>')
    >>> listed(["Tee", "Schlaf"], "or", language="de")
    Markup('Tee oder Schlaf')
    """
    locale = WORLD_ENGLISH if language.partition("-")[0] == "en" else locale_of(language)
    return Markup(format_list([str(escape(thing)) for thing in things], style, locale))


def midsentence(name: str, language: str = "en") -> str:
    """The name of a thing as it stands within a sentence.

    >>> midsentence("Living apart"), midsentence("Getrennt leben", "de")
    ('living apart', 'Getrennt leben')
    """
    return name if language.partition("-")[0] in NOUNS_ARE_CAPITALIZED else name.lower()
