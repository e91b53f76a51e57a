"""The examples in the docstrings are true."""

import doctest
import importlib

import pytest

MODULES = [
    "repair",
    "repair.characters",
    "repair.mojibake",
    "extract.asker_names",
    "extract.bylines",
    "extract.dates",
    "extract.names",
    "extract.signoff_shapes",
    "extract.title",
    "segment.comment_lines",
    "write.comments",
    "write.markdown",
    "write.safety",
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    result = doctest.testmod(importlib.import_module(f"plugins.normalize.{name}"))
    assert result.attempted
    assert not result.failed
