"""The documentation of the rules is what the rules say of themselves."""

from plugins.checks.fixes import FIXES
from plugins.checks.rule_pages import RULES_FOLDER, documentation, rule_pages
from tests.conftest import ROOT


def test_the_committed_pages_are_those_of_the_rules() -> None:
    folder = ROOT / RULES_FOLDER
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == documentation(), "make docs"


def test_every_rule_says_what_it_asks() -> None:
    pages = rule_pages()
    assert all(len(page.sentence) > 15 and page.sentence.endswith((".", "…", "’`.")) for page in pages.values())
    assert FIXES.keys() <= pages.keys()
