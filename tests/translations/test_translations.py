"""The theme's words come from the catalog of the site's language."""

from pathlib import Path

import pytest

from tests.small_site import SmallSite, build_small_site

CATALOG = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=n != 1;\\n"

msgid "Ask <us> %(what)s"
msgstr "Fragen Sie <uns> nach %(what)s"

msgid "one letter"
msgid_plural "%(num)s letters"
msgstr[0] "ein Brief"
msgstr[1] "%(num)s Briefe"
"""
INDEX = '{{ _("Ask <us> %(what)s", what="<b>") }}|{{ ngettext("one letter", "%(num)s letters", 3) }}|{{ _("Topics") }}'


def build(
    folder: Path, language: str, catalog: str = CATALOG, index: str = INDEX, also: tuple[str, ...] = ()
) -> SmallSite:
    translations = folder / "theme/translations"
    translations.mkdir(parents=True)
    for name in ("de", *also):
        (translations / f"{name}.po").write_text(catalog, encoding="utf-8")
    environment = {"autoescape": True, "extensions": ["jinja2.ext.i18n"]}
    settings = {"DEFAULT_LANG": language, "JINJA_ENVIRONMENT": environment}
    return build_small_site(folder, ["plugins.translations"], {}, {"index": index}, settings)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Ask <us> &lt;b&gt;|3 letters|Topics"),
        ("en-GB", "Ask <us> &lt;b&gt;|3 letters|Topics"),
        ("de", "Fragen Sie <uns> nach &lt;b&gt;|3 Briefe|Topics"),
    ],
)
def test_words_are_of_the_sites_language_and_what_is_put_in_is_escaped(
    language: str, words: str, tmp_path: Path
) -> None:
    site = build(tmp_path, language)
    assert site.exit_status == 0, site.said
    assert site.text("index.html") == words


SENTENCE = (
    '{{ text_direction }}|{{ ["Tea", "R&B", "Sleep"]|map("midsentence")|listed }}|{{ ["a", "b"]|listed("or") }}'
    "|{% set bold %}<b>x</b>{% endset %}{{ [bold]|listed }}"
)


@pytest.mark.parametrize(
    ("language", "put_together"),
    [
        ("en", "ltr|tea, r&amp;b and sleep|a or b|<b>x</b>"),
        ("de", "ltr|Tea, R&amp;B und Sleep|a oder b|<b>x</b>"),
        ("he", "rtl|tea, r&amp;b וsleep|a או b|<b>x</b>"),
    ],
)
def test_lists_capitals_and_direction_are_of_the_sites_language(
    language: str, put_together: str, tmp_path: Path
) -> None:
    site = build(tmp_path, language, index=SENTENCE, also=("he",))
    assert site.exit_status == 0, site.said
    assert site.text("index.html") == put_together


def test_texts_without_a_translation_stay_english_and_are_told(tmp_path: Path) -> None:
    site = build(tmp_path, "de", CATALOG + '\nmsgid "Topics"\nmsgstr ""\n')
    assert site.exit_status == 0, site.said
    assert site.text("index.html").endswith("|Topics")
    assert site.said.count("de.po: 1 of 3 texts have no translation and stay English") == 1


def test_a_language_that_nobody_knows_is_told(tmp_path: Path) -> None:
    site = build(tmp_path, "xx", also=("xx",))
    assert site.exit_status != 0
    assert "DEFAULT_LANG = 'xx': write the code of a language" in site.said


@pytest.mark.parametrize(
    ("language", "catalog", "place", "told"),
    [
        ("fr", CATALOG, "fr.po", "choose one of de, en"),
        ("de", 'msgid "One"\nmsgstr "Eins\nmsgid "Two"\n', "de.po:", "no catalog of translations"),
    ],
)
def test_a_catalog_that_is_missing_or_broken_stops_the_build(
    language: str, catalog: str, place: str, told: str, tmp_path: Path
) -> None:
    site = build(tmp_path, language, catalog)
    assert site.exit_status != 0
    assert place in site.said
    assert told in site.said
