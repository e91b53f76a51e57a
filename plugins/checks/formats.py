"""The problems as text for people and as data for machines: JSON, GitHub's annotations, SARIF 2.1.0."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from plugins.checks.rule_pages import RULES_FOLDER, rule_sentences
from plugins.shared.errors import Problem

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_text(problems: Sequence[Problem]) -> str:
    """A line a problem, as compilers write them: `path:line:column: rule: message`; what is not known is left out."""
    return "\n".join(": ".join(filter(None, (_place(problem), problem.rule, problem.message))) for problem in problems)


def as_json(problems: Sequence[Problem]) -> str:
    """`{"problems": [{"path", "line", "column", "rule", "message"}]}`; 0 where there is no line or column."""
    keys = ("path", "line", "column", "rule", "message")
    rows = [{key: getattr(problem, key) for key in keys} | {"path": str(problem.path)} for problem in problems]
    return json.dumps({"problems": rows}, ensure_ascii=False, indent=2)


def as_github(problems: Sequence[Problem]) -> str:
    """A workflow command a problem, which GitHub shows on the line: `::error file=…,line=…,col=…,title=…::message`.

    Escaped as the toolkit of GitHub Actions escapes data and properties.
    """
    return "\n".join(_annotation(problem) for problem in problems)


def as_sarif(problems: Sequence[Problem]) -> str:
    """A SARIF 2.1.0 log of one run, with the rules that found something, each with its sentence and its page."""
    sentences = rule_sentences()
    rules = [
        {
            "id": rule,
            "shortDescription": {"text": sentences.get(rule, rule)},
            "helpUri": f"{RULES_FOLDER}/{rule}.md",
        }
        for rule in sorted({problem.rule for problem in problems})
    ]
    run = {
        "tool": {"driver": {"name": "blog check", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem) for problem in problems],
    }
    return json.dumps({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


FORMATS = {"text": as_text, "json": as_json, "github": as_github, "sarif": as_sarif}


def _place(problem: Problem) -> str:
    return ":".join(str(part) for part in (problem.path, problem.line, problem.column) if part)


def _annotation(problem: Problem) -> str:
    title = problem.rule
    values = {"file": str(problem.path), "line": problem.line, "col": problem.column, "title": title}
    told = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in values.items() if value)
    return f"::error {told}::{_escaped(problem.message)}"


def _escaped(text: str, more: str = "") -> str:
    for sign in "%\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def _result(problem: Problem) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": Path(problem.path).as_posix()}}
    if problem.line:
        place["region"] = {"startLine": problem.line, "startColumn": max(problem.column, 1)}
    return {
        "ruleId": problem.rule,
        "level": "error",
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": place}],
    }
