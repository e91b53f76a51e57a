"""The theme's catalogs: what `make words` would write, whole, and safe to put into a page."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from plugins.translations.extraction import extract, updated, written
from plugins.translations.messages import strings, texts, untranslated
from tests.conftest import ROOT
from tests.other_languages import made_up_catalog

FOLDER = ROOT / "theme/translations"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
OLD = """
#, fuzzy
msgid "Ask"
msgstr "Fragen"

msgid "Gone"
msgstr "Fort"
"""


def template() -> Catalog:
    return extract(ROOT / "theme/templates")


def catalog(language: str) -> Catalog:
    return updated((FOLDER / f"{language}.po").read_text(encoding="utf-8"), language, template())


def placeholders(text: str) -> Counter[str]:
    """The names that stand in a text for something, and how often; a number may be said in a word."""
    return Counter(name for name in PLACEHOLDER.findall(text) if name not in ("%(count)s", "%(num)s"))


def test_the_template_of_all_catalogs_is_what_the_templates_say() -> None:
    assert (FOLDER / "messages.pot").read_text(encoding="utf-8") == written(template()), "run `make words`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_catalog_is_by_the_templates(language: str) -> None:
    text = (FOLDER / f"{language}.po").read_text(encoding="utf-8")
    assert text == written(catalog(language), language), "run `make words`"
    assert "#, fuzzy" not in text


def test_a_language_of_six_plurals_keeps_them_all() -> None:
    text = made_up_catalog("ar")
    kept = updated(text, "ar", template())
    assert untranslated(kept) == []
    assert written(kept, "ar") == text
    assert text.count("msgstr[5]") == text.count("msgid_plural") > 0


def test_german_is_complete() -> None:
    assert [message.id for message in untranslated(catalog("de"))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_hold_the_placeholders_of_their_texts(language: str) -> None:
    wrong = [
        (message.id, string)
        for message in texts(catalog(language))
        for string in filter(None, strings(message))
        if placeholders(string) != placeholders(message.id if isinstance(message.id, str) else message.id[1])
        or re.findall(r"%\((?:num|count)\)s", string) > re.findall(r"%\((?:num|count)\)s", str(message.id))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_neither_texts_nor_translations_hold_markup(language: str) -> None:
    every = [one for message in texts(catalog(language)) for one in (str(message.id), *strings(message))]
    assert [one for one in every if re.search(r"[<>&]|\bhttps?:", one)] == []


def test_the_module_mends_a_catalog_and_tells_its_share(tmp_path: Path) -> None:
    templates, translations = tmp_path / "theme/templates", tmp_path / "theme/translations"
    templates.mkdir(parents=True)
    translations.mkdir()
    plural = "{% trans count=3 %}a post{% pluralize %}{{ count }} posts{% endtrans %}"
    (templates / "page.html").write_text('{# Translators: to us #}\n{{ _("Ask") }} ' + plural, encoding="utf-8")
    (translations / "de.po").write_text(OLD, encoding="utf-8")
    command = [sys.executable, "-m", "plugins.translations.extraction"]
    done = subprocess.run(
        command, cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True
    )
    assert done.stdout.replace("\\", "/") == "theme/translations/de.po: 0 of 2 texts\n"
    mended = (translations / "de.po").read_text(encoding="utf-8")
    assert "Gone" not in mended
    assert '#. to us\n#: page.html\n#, fuzzy\nmsgid "Ask"\nmsgstr "Fragen"\n' in mended
    assert 'msgid_plural "%(count)s posts"\nmsgstr[0] ""\nmsgstr[1] ""\n' in mended
    assert 'msgid "Ask"\nmsgstr ""\n' in (translations / "messages.pot").read_text(encoding="utf-8")
