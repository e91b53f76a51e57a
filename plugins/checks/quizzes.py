"""Rules about content/quizzes/."""

from collections.abc import Iterator

from plugins.quizzes.links import unpublished
from plugins.quizzes.quizzes import read_quizzes
from plugins.shared.content import Content
from plugins.shared.errors import Problem, SiteError


def quizzes(content: Content) -> Iterator[Problem]:
    """A quiz has a title, a summary, its limits, questions with choices, results for every sum of points.

    The posts that it names are published.
    """
    folder = content.root / "quizzes"
    try:
        found = read_quizzes(folder)
    except SiteError as error:
        yield from error.problems
        return
    yield from unpublished(found, folder, {*_published(content)})


def _published(content: Content) -> Iterator[str]:
    return (slug for slug, post in content.by_slug.items() if post.get("Status") != "draft")
