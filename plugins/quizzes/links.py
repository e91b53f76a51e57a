"""The posts to which a quiz leads."""

from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from plugins.quizzes.quizzes import RULE, Quiz
from plugins.shared.errors import Problem


def unpublished(quizzes: Iterable[Quiz], folder: Path, published: Container[str]) -> Iterator[Problem]:
    """A problem for each slug that a quiz names and that is no published post's."""
    for quiz in quizzes:
        path = folder / f"{quiz.slug}.toml"
        rows = path.read_text(encoding="utf-8").split("\n")
        for slug in dict.fromkeys(quiz.leads_to):
            if slug not in published:
                line = next((number for number, row in enumerate(rows, 1) if f'"{slug}"' in row), 0)
                yield Problem(path, line, f"`{slug}` is no published post; correct the slug, or take it out", RULE)
