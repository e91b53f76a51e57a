"""Keeps the theme's catalogs by its templates: every text in them, none that is in no template any more.

`messages.pot` holds the texts alone, `<language>.po` their translations. Run as a module, it writes them anew and tells
how much of each language is there.
"""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from plugins.translations.messages import untranslated

THEME = Path("theme")
METHODS = [("**.html", "jinja2")]
OPTIONS = {"**.html": {"silent": "false", "trim_blocks": "true", "lstrip_blocks": "true", "newstyle_gettext": "true"}}
NOTE = "Translators:"
"""The first word of a comment in a template that is meant for who translates the text below it."""

HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"

"""


def extract(templates: Path) -> Catalog:
    """The texts of all templates below a folder. A template that cannot be read raises jinja2.TemplateSyntaxError."""
    catalog = Catalog()
    found = extract_from_dir(templates, METHODS, OPTIONS, comment_tags=(NOTE,), strip_comment_tags=True)
    for path, line, text, notes, context in sorted(found, key=lambda one: one[:2]):
        catalog.add(text, None, [(path, line)], auto_comments=notes, context=context)
    return catalog


def updated(text: str, language: str, template: Catalog) -> Catalog:
    """A catalog, given as its file's text, with the texts of a template; new ones are empty, gone ones are gone."""
    catalog = read_po(BytesIO(text.encode()), locale=language.replace("-", "_"))
    catalog.update(template, no_fuzzy_matching=True, update_header_comment=False)
    return catalog


def written(catalog: Catalog, language: str = "") -> str:
    """The text of a catalog's file: in the order of the templates, without lines and days, which change for nothing."""
    file = BytesIO()
    write_po(file, catalog, width=0, omit_header=True, sort_by_file=True, ignore_obsolete=True, include_lineno=False)
    plural_forms = catalog.plural_forms if language else "nplurals=INTEGER; plural=EXPRESSION;"
    header = HEADER.format(language=language, plural_forms=plural_forms.rstrip(";") + ";")
    return header + file.getvalue().decode().strip() + "\n"


def main() -> None:
    """Write the catalogs of the theme anew."""
    folder = THEME / "translations"
    template = extract(THEME / "templates")
    (folder / "messages.pot").write_text(written(template), encoding="utf-8")
    for path in sorted(folder.glob("*.po")):
        catalog = updated(path.read_text(encoding="utf-8"), path.stem, template)
        path.write_text(written(catalog, path.stem), encoding="utf-8")
        print(f"{path}: {len(catalog) - len(untranslated(catalog))} of {len(catalog)} texts")  # noqa: T201


if __name__ == "__main__":
    main()
