"""The quick question whether a line is any furniture at all: it must say what the patterns of the kinds say."""

import tomllib
from pathlib import Path

from plugins.normalize.segment.furniture_table import ANY, ANY_LONG, LINE, LONG_LINE, LONG_PATTERNS, PATTERNS

CASES = Path(__file__).parent / "cases"
LONG = (
    "Readers may send letters about family, work and neighbors to porch@example.org or to the paper's own address. "
    "Those that are printed may be shortened, and none is answered by mail, however much we should like to do so.",
    "In the letters on this page the names and everything else that might tell who somebody is have been changed, "
    "down to the colors of the doors and the makes of the cars, so that nobody will know the writer by what he says.",
    "This page uses only such cookies as it cannot do without, and keeps none of them longer than a week. Whoever does "
    "not want them can turn them off in the browser; the columns may then look plainer, but all of them can be read.",
    "Disclaimer: what the columnist writes here is meant for everybody who reads it and for nobody in particular. It "
    "takes the place of no doctor, lawyer or friend, and whoever is in danger should call for help before reading on.",
    "Copyright 2019 by the Lantern Street Press. The letters and answers may not be printed, copied or read out "
    "without the leave of those who wrote them, save for a sentence or two where somebody wants to say what he thinks.",
)
"""One long line of each of some kinds."""


def lines() -> list[str]:
    """Every line of every case, as it stands and in capitals."""
    texts = [case["capture"] for path in CASES.glob("*.toml") for case in tomllib.loads(path.read_text())["case"]]
    found = {line.strip() for text in [*texts, *LONG] for line in text.splitlines() if line.strip()}
    return sorted(line for line in found | {line.upper() for line in found} if len(line) <= LONG_LINE)


def test_a_line_is_any_furniture_where_one_kind_of_it_matches() -> None:
    long = [line for line in lines() if len(line) > LINE]
    for question, patterns, asked, least in (
        (ANY, PATTERNS, lines(), 50),
        (ANY_LONG, LONG_PATTERNS, long, 2 * len(LONG)),
    ):
        told = {line for line in asked if question.matches(line)}
        assert told == {line for line in asked if any(pattern.fullmatch(line) for _, pattern in patterns)}
        assert len(told) >= least
