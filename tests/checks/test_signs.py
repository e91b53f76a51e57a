"""What the rules about characters leave alone, and that a place is the place of the mistake."""

from pathlib import Path

import pytest

from plugins.checks.rules import check_content
from tests.checks.conftest import GOOD


@pytest.mark.parametrize(
    "words",
    [
        "café, naïve, Łódź, Dvořák, «à»",
        "a family: 👨\u200d👩\u200d👧, a flag: 🏳️\u200d🌈",
        "می\u200cخواهم",
        "\u200fשלום\u200e",
        "soft\u00adhyphen, no\u00a0break",
        "tab\tand “quotes” – and—dashes…",
    ],
)
def test_right_text_is_left_alone(words: str, content: Path) -> None:
    (content / "posts/2026/a-title.md").write_text(GOOD.replace("The answer.", words), encoding="utf-8")
    assert check_content(content) == []


@pytest.mark.parametrize(
    ("line", "rule", "column"),
    [
        ("Then he said \u200bno.", "hidden-characters", 14),
        ("Then I went to the cafe\u0301.", "unicode-form", 23),
        ("Then I went and itâ€™s over.", "mojibake", 17),
        ("Then [look](#nowhere).", "own-anchors", 13),
    ],
)
def test_a_problem_is_told_where_it_stands(line: str, rule: str, column: int, content: Path) -> None:
    (content / "posts/2026/a-title.md").write_text(GOOD.replace("The answer.", line), encoding="utf-8")
    [problem] = check_content(content)
    assert (problem.rule, problem.line, problem.column) == (rule, 15, column)


def test_tables_and_comments_are_texts_too(content: Path) -> None:
    path = content / "tags.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("\n", "\r\n"), encoding="utf-8", newline="")
    assert {(problem.path, problem.rule) for problem in check_content(content)} == {(path, "line-ends")}
