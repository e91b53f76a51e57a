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


def build(folder: Path, language: str, catalog: str = CATALOG) -> SmallSite:
    path = folder / "theme/translations/de.po"
    path.parent.mkdir(parents=True)
    path.write_text(catalog, encoding="utf-8")
    environment = {"autoescape": True, "extensions": ["jinja2.ext.i18n"]}
    settings = {"DEFAULT_LANG": language, "JINJA_ENVIRONMENT": environment}
    return build_small_site(folder, ["plugins.translations"], {}, {"index": INDEX}, settings)


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
