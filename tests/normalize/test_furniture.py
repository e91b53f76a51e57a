"""The quick question whether a line is any furniture at all: it must say what the patterns of the kinds say."""

import tomllib
from pathlib import Path

from plugins.normalize.segment.furniture_table import ANY, ANY_LONG, LONG_LINE, LONG_PATTERNS, PATTERNS

CASES = Path(__file__).parent / "cases"


def lines() -> list[str]:
    """Every line of every case, as it stands and in capitals."""
    texts = [case["capture"] for path in CASES.glob("*.toml") for case in tomllib.loads(path.read_text())["case"]]
    found = {line.strip() for text in texts for line in text.splitlines() if line.strip()}
    return sorted(line for line in found | {line.upper() for line in found} if len(line) <= LONG_LINE)


def test_a_line_is_any_furniture_where_one_kind_of_it_matches() -> None:
    for question, patterns in ((ANY, PATTERNS), (ANY_LONG, LONG_PATTERNS)):
        told = {line for line in lines() if question.matches(line)}
        assert told == {line for line in lines() if any(pattern.fullmatch(line) for _, pattern in patterns)}
        assert len(told) > 50
