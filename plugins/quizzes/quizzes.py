"""A quiz of `content/quizzes/<slug>.toml`: a short check of oneself, read and checked.

The file holds one `[[quiz]]` table, then its `[[question]]` and `[[result]]` tables; the README shows one.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.quizzes.rules import wrong_tables
from plugins.shared.errors import Problem, SiteError
from plugins.shared.toml_files import read_tables

RULE = "quizzes"


@dataclass(frozen=True)
class Choice:
    """One answer that may be chosen; `heed` where it outweighs all points."""

    text: str
    points: int
    heed: bool


@dataclass(frozen=True)
class Question:
    """A question, counted from 1, of whose choices one is taken."""

    number: int
    text: str
    choices: tuple[Choice, ...]

    @property
    def has_heed(self) -> bool:
        """Whether one of the choices outweighs all points."""
        return any(choice.heed for choice in self.choices)


@dataclass(frozen=True)
class Result:
    """What `first` to `last` points may mean, and the slugs of posts to read then."""

    first: int
    last: int
    title: str
    text: str
    read: tuple[str, ...]


@dataclass(frozen=True)
class Quiz:
    """A quiz. `limits` says what it cannot tell; `heed` what to do where a choice outweighs its points, or ''."""

    slug: str
    title: str
    summary: str
    limits: str
    safety: tuple[str, ...]
    heed: str
    heed_read: str
    questions: tuple[Question, ...]
    results: tuple[Result, ...]

    @property
    def url(self) -> str:
        """Its address below the site's."""
        return f"quizzes/{self.slug}/"

    @property
    def quick_exit(self) -> bool:
        """Whether its page has the quick exit, as posts and pages say it of theirs."""
        return bool(self.safety)

    @property
    def heeded(self) -> tuple[Choice, ...]:
        """The choices that outweigh all points."""
        return tuple(choice for question in self.questions for choice in question.choices if choice.heed)

    @property
    def leads_to(self) -> tuple[str, ...]:
        """The slugs of all posts that it names."""
        return tuple(filter(None, (self.heed_read, *(slug for result in self.results for slug in result.read))))


def read_quizzes(folder: Path) -> tuple[Quiz, ...]:
    """Every quiz of a folder, by file name. Raises SiteError with every problem of every file."""
    quizzes: list[Quiz] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            quizzes.append(read_quiz(path))
        except SiteError as error:
            problems += error.problems
    if problems:
        raise SiteError(sorted(problems))
    return tuple(quizzes)


def read_quiz(path: Path) -> Quiz:
    """One quiz. Raises SiteError with every problem of its file."""
    tables = read_tables(path, ("quiz", "question", "result"), RULE)
    if problems := [Problem(path, line, message, RULE) for line, message in wrong_tables(path, tables)]:
        raise SiteError(sorted(problems))
    [(_, head)] = tables["quiz"]
    questions = tuple(_question(number, table) for number, (_, table) in enumerate(tables["question"], 1))
    ends = [table["from"] - 1 for _, table in tables["result"][1:]]
    most = sum(max(choice.points for choice in question.choices) for question in questions)
    results = tuple(
        Result(table["from"], last, table["title"], table["text"], tuple(table.get("read", ())))
        for (_, table), last in zip(tables["result"], [*ends, most], strict=True)
    )
    texts = {key: head.get(key, "") for key in ("title", "summary", "limits", "heed", "heed_read")}
    return Quiz(path.stem, **texts, safety=tuple(head.get("safety", ())), questions=questions, results=results)


def _question(number: int, table: dict[str, Any]) -> Question:
    choices = (Choice(one["text"], one["points"], one.get("heed", False)) for one in table["choices"])
    return Question(number, table["text"], tuple(choices))
