"""Captures as data: what goes in and what must come out, in `cases/*.toml`; known failures must fail till mended."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins.normalize.article import read_capture
from plugins.normalize.flags import FLAGS

CASES = Path(__file__).parent / "cases"


def cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            failing = path.stem == "known-failures"
            marks = [pytest.mark.xfail(strict=True, reason=case["why"])] if failing else []
            yield pytest.param(case, id=f"{path.stem}: {case['name']}", marks=marks)


@pytest.mark.parametrize("case", list(cases()))
def test_case(case: dict[str, Any]) -> None:
    reading = read_capture(case["capture"].encode(), "capture.txt")
    assert reading.held == case.get("held", "")
    assert not reading.refused
    for article in reading.articles:
        found = {
            "title": article.title,
            "kind": article.kind,
            "author": article.author,
            "date": article.published.isoformat() if article.published else "",
            "askers": list(article.askers),
            "flags": list(article.flags),
            "body": article.body + "\n",
        }
        assert {key: value for key, value in found.items() if key in case} == {
            key: case[key] for key in found if key in case
        }
        assert [told(comment) for comment in article.comments] == case.get("comment", [])
        assert set(article.flags) <= set(FLAGS)


def told(comment: Any) -> dict[str, Any]:
    """A comment as the cases write it: keys without a value left out."""
    always = {
        "author": comment.author,
        "date": str(comment.date or "").removesuffix(":00").replace(" ", "T"),
        "body": comment.body,
    }
    rest = {key: getattr(comment, key) for key in ("reply_to", "duplicate_of", "reason", "by_author")}
    return always | {key: value for key, value in rest.items() if value}
