"""The catalogs that hold the theme's words in other languages than English."""

from dataclasses import dataclass
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from plugins.shared.errors import Problem, SiteError
from plugins.translations.messages import untranslated

SOURCE_LANGUAGE = "en"
"""The language that the templates are written in; it needs no catalog."""


@dataclass(frozen=True)
class Words:
    """The theme's words in a language, ready for Jinja; that some of them are untranslated is a problem."""

    translations: NullTranslations
    problem: Problem | None = None


def read_words(folder: Path, language: str) -> Words:
    """The words of `folder/<language>.po`; for English, the words as the templates have them.

    A catalog that is missing, or is none, raises SiteError; a text without a translation stays English.
    """
    if language.partition("-")[0] == SOURCE_LANGUAGE:
        return Words(NullTranslations())
    path = folder / f"{language}.po"
    if not path.is_file():
        there = ", ".join(sorted([SOURCE_LANGUAGE, *(one.stem for one in folder.glob("*.po"))]))
        begin = "begin it as an empty file and run `make words`"
        message = f"the theme has no words in {language!r} (DEFAULT_LANG): {begin}, or choose one of {there}"
        raise SiteError([Problem(path, 0, message, "catalog")])
    try:
        with path.open("rb") as file:
            catalog = read_po(file, locale=language.replace("-", "_"), abort_invalid=True)
    except (PoFileError, UnicodeDecodeError) as error:
        message = f"this is no catalog of translations: {error}; mend the line, by the form of gettext catalogs"
        raise SiteError([Problem(path, getattr(error, "lineno", 0) or 0, message, "catalog")]) from error
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    missing = len(untranslated(catalog))
    told = f"{missing} of {len(catalog)} texts have no translation and stay English; write it after their `msgstr`"
    return Words(GNUTranslations(compiled), Problem(path, 0, told, "catalog") if missing else None)
