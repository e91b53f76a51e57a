"""Any line of a capture can be asked about; every rule that decides has a sentence that says what it does."""

import ast
import json
from pathlib import Path

import pytest

from plugins.normalize.article import read_capture
from plugins.normalize.explain import NoSuchLineError, explain, parse_place
from plugins.normalize.rules import RULES, sentence_of
from plugins.normalize.tracing import trace_capture
from tests.conftest import ROOT, Run

CAPTURE = """Share this: Facebook Twitter

The Ladder
By Ida Brandt on March 3, 2011

Q: May I keep the ladder that he left behind? It’s a good ladder. -- Up High

A: You may keep it until he asks for it, and you should write his name\u00a0on it.

So true, and mine leaks too.
Posted @ Friday, March 4, 2011 9:15 AM by Otto
"""


@pytest.fixture
def capture(tmp_path: Path) -> Path:
    path = tmp_path / "ladder: a \x1b[2J.txt"
    path.write_text(CAPTURE, encoding="utf-8")
    return path


def names_of_rules() -> set[str]:
    """Every constant that some code hands to `decide` or `drop` as the name of a rule, or sets as a piece's rule."""
    found = set()
    for path in (ROOT / "plugins/normalize").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = {ast.unparse(node.targets[0]): node.value for node in tree.body if isinstance(node, ast.Assign)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("decide", "drop"):
                rule = node.args[{"decide": 2, "drop": 1}[node.func.id]]
                found |= {_constant(named.get(ast.unparse(rule), rule))}
    return found - {""}


def _constant(node: ast.AST) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else ""


def test_every_rule_has_its_sentence() -> None:
    names = names_of_rules()
    assert {"find-title", "sign-offs", "furniture-lines"} <= names
    assert names - set(RULES) == set(), "describe these in plugins/normalize/rules.py"
    assert {name for name in RULES if not name.startswith("comments-")} - names == set()
    assert all(sentence.endswith(".") for sentence in RULES.values())


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (1, [("Share this: Facebook Twitter", "dropped: share row", "furniture-lines")]),
        (2, []),
        (3, [("The Ladder", "moved to Title", "find-title")]),
        (4, [("By Ida Brandt on March 3, 2011", "moved to Source_date, Author", "meta-lines")]),
        (
            6,
            [
                ("Q:", "dropped: the mark of the letter", "find-letters"),
                (
                    "May I keep the ladder that he left behind? It’s a good ladder.",
                    "kept as part of the letter",
                    "find-letters",
                ),
                ("-- Up High", "moved to Asker", "sign-offs"),
            ],
        ),
        (10, [("So true, and mine leaks too.", "moved to the comments (comment c1 by Otto)", "comments-hubspot")]),
    ],
)
def test_a_line_is_explained_part_by_part(capture: Path, line: int, told: list[tuple[str, str, str]]) -> None:
    explanation = explain(capture, line)
    assert [(part.text, part.became, part.rule) for part in explanation.parts] == told
    assert explanation.found == CAPTURE.split("\n")[line - 1]
    assert all(part.sentence == sentence_of(part.rule, "body") for part in explanation.parts)


def test_a_repaired_line_is_shown_as_found_and_as_repaired(capture: Path) -> None:
    explanation = explain(capture, 8)
    assert explanation.fixers == ("plain-spaces",)
    assert explanation.found == CAPTURE.split("\n")[7].replace("\u00a0", "�")
    assert explanation.text.endswith("his name on it.")


def test_the_parts_of_a_capture_are_all_of_its_text() -> None:
    trace = trace_capture(CAPTURE.encode(), "a.txt")
    assert "".join("".join(part.text for part in trace.parts).split()) == "".join(CAPTURE.split())
    assert trace.reading == read_capture(CAPTURE.encode(), "a.txt")


def test_a_held_capture_a_refused_one_and_a_page_of_markup(tmp_path: Path) -> None:
    for name, data in {"menu.txt": b"Home\nAbout\n", "image.txt": b"\x89PNG\r\n"}.items():
        (tmp_path / name).write_bytes(data)
    page = "<!doctype html><html><body><article><h1>A Title for It</h1><p>" + "Some words in a row. " * 20
    (tmp_path / "page.html").write_text(page)
    assert explain(tmp_path / "menu.txt", 1).outcome.startswith("held: no running text")
    assert explain(tmp_path / "image.txt", 1).outcome.startswith("refused: these bytes")
    assert explain(tmp_path / "page.html", 1).parts[0].became == "moved to Title"
    with pytest.raises(NoSuchLineError, match=r"has no line 9; it has 2 visible lines"):
        explain(tmp_path / "page.html", 9)


def test_the_command_prints_the_rule_and_its_sentence_and_writes_nothing(capture: Path, blog: Run) -> None:
    done = blog("import", "--explain", f"{capture}:6")
    assert done.returncode == 0
    assert "moved to Asker\n  rule sign-offs: A name that ends a letter is its asker" in done.stdout
    assert "\x1b" not in done.stdout
    assert list(capture.parent.iterdir()) == [capture]
    told = json.loads(blog("import", "--explain", f"{capture}:3", "--json").stdout)
    assert told["parts"][0]["rule"] == "find-title"


@pytest.mark.parametrize("place", ["no-such-file.txt:3", "README.md", "README.md:x", "README.md:0", "plugins:3", ":3"])
def test_a_wrong_place_is_told(place: str, blog: Run) -> None:
    done = blog("import", "--explain", place)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("Error: Invalid value for '--explain': ")
    with pytest.raises(NoSuchLineError):
        explain(*parse_place(place))


def test_a_line_of_an_export_is_told_by_its_entry() -> None:
    told = [explain(ROOT / "tests/normalize/formats/exports/wordpress.xml", line) for line in (1, 2)]
    assert all(one.outcome.startswith("an export: ") for one in told)
    assert [part.became for part in told[0].parts] == ["dropped: the frame of the export"]
    assert told[0].parts[0].sentence == RULES["export"]
