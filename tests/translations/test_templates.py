"""No template says a word to readers past the catalog: neither as text, nor in an attribute, nor in an expression."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

from tests.conftest import ROOT

TEMPLATES = ROOT / "theme/templates"
FOR_OTHERS = {"styleguide.html", "partials/styleguide_values.html", "robots.html", "sitemap.html"}
"""What no reader reads: it is for who works on the theme, or for machines."""

BLOCKS_FOR_MACHINES = {"og_type", "body_attributes"}

NAMES_OF_FORMATS = {"Atom", "RSS", "JSON"}
READ_ALOUD = {"alt", "aria-label", "aria-description", "label", "placeholder", "summary", "title"}
META_FOR_MACHINES = {
    "charset",
    "viewport",
    "referrer",
    "color-scheme",
    "theme-color",
    "robots",
    "og:type",
    "twitter:card",
}
WORD = re.compile(r"[^\W\d_]{2,}")
CALLS = {"_", "gettext", "ngettext", "pgettext", "npgettext"}

ENVIRONMENT = jinja2.Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
ENVIRONMENT.filters |= dict.fromkeys(("words", "isodate", "listed", "midsentence"), str)


class Literals(HTMLParser):
    """Collects the words that stand in a page's text and in the attributes that people read or hear."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found += WORD.findall(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        sentences = {name for name, value in values.items() if name.startswith("data-") and " " in value}
        read = sentences | (READ_ALOUD & values.keys())
        if tag == "meta" and values.get("name", values.get("property", "charset")) not in META_FOR_MACHINES:
            read.add("content")
        for name in read:
            self.found += WORD.findall(values[name])


def markup(source: str) -> str:
    """A template without its expressions, statements and `{% trans %}` blocks: what it writes as it stands."""
    kept: list[str] = []
    statement: list[str] = []
    skipped_until = ""
    for _, kind, value in ENVIRONMENT.lex(source):
        if kind == "block_begin":
            statement = []
        elif kind == "name":
            statement.append(value)
        elif kind == "block_end" and statement[0] == skipped_until:
            skipped_until = ""
        elif kind == "block_end" and (statement[0] == "trans" or BLOCKS_FOR_MACHINES.intersection(statement[1:])):
            skipped_until = f"end{statement[0]}"
        elif kind == "data" and not skipped_until:
            kept.append(value)
    return "".join(kept)


def literals(source: str) -> list[str]:
    parser = Literals()
    parser.feed(markup(source))
    parser.close()
    return [word for word in parser.found if word not in NAMES_OF_FORMATS]


def sentences(source: str) -> list[str]:
    """The texts of expressions that read like words for people, but for those that go through the catalog."""
    tree = ENVIRONMENT.parse(source)
    called = {id(one) for call in tree.find_all(nodes.Call) if is_catalog(call) for one in call.find_all(nodes.Const)}
    return [text for text, node in texts(tree) if id(node) not in called and re.search(r"[^\W\d_] +[^\W\d_]", text)]


def texts(tree: nodes.Template) -> Iterator[tuple[str, nodes.Const]]:
    return ((node.value, node) for node in tree.find_all(nodes.Const) if isinstance(node.value, str))


def is_catalog(call: nodes.Call) -> bool:
    return isinstance(call.node, nodes.Name) and call.node.name in CALLS


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_every_word_goes_through_the_catalog(path: Path) -> None:
    if path.relative_to(TEMPLATES).as_posix() in FOR_OTHERS:
        assert "_(" not in path.read_text(encoding="utf-8")
        return
    source = path.read_text(encoding="utf-8")
    assert literals(source) == []
    assert sentences(source) == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>Two words {{ _('fine') }}</p>", ["Two", "words"]),
        ("<p>{% trans %}fine{% endtrans %} not</p>", ["not"]),
        ("{% trans n=1 %}fine{% pluralize %}fine{% endtrans %}<b>RSS</b>", []),
        ('<a title="Out" href="/here/" class="no-word">{{ x }}</a>', ["Out"]),
        ('<p data-said="Two words" data-kind="letter"></p>', ["Two", "words"]),
        ('<meta name="description" content="Words"><meta name="robots" content="noindex">', ["Words"]),
    ],
)
def test_what_counts_as_a_word_for_readers(source: str, words: list[str]) -> None:
    assert literals(source) == words


def test_a_sentence_in_an_expression_is_found() -> None:
    source = """{% set a = "two words" %}{{ _("fine, too") }}{% set b = ["one", "data-x"] %}"""
    assert sentences(source) == ["two words"]


@pytest.mark.parametrize("path", sorted((ROOT / "theme/static/js").glob("*.js")), ids=lambda path: path.name)
def test_scripts_have_no_words_of_their_own(path: Path) -> None:
    comment = re.compile(r"/\*.*?\*/|^\s*//.*?$|(?<=;) //.*?$", re.DOTALL | re.MULTILINE)
    code = comment.sub("", path.read_text(encoding="utf-8"))
    quoted = [match[2] for match in re.finditer(r"""(["'`])((?:(?!\1).)*)\1""", code)]
    assert [text for text in quoted if re.search(r"[a-z] +[a-z]", text, re.IGNORECASE)] == []
