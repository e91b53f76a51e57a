"""Prints the steps of a post on a sheet of their own: a plain page with the list and nothing else, beside the post's.

Signals: `all_generators_finalized` (the links in an article are resolved then), `get_generators`. Settings: none. A
`Steps` that names no heading with a numbered list under it raises SiteError.

Templates get, on every article: `steps`, a Steps(heading, anchor, html, url) or None, where `anchor` is the id of the
heading on the article's page, `html` the numbered list, and `url` the address of the sheet below `SITEURL`. The
template `steps` gets, beside the context that all pages share, `article`.
"""

from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import ArticlesGenerator, Generator
from pelican.writers import Writer

from plugins.shared.errors import Problem, SiteError
from plugins.shared.posts import read_post
from plugins.steps.lists import StepList, find_steps, problems_of

FOLDER = "steps"


@dataclass(frozen=True)
class Steps(StepList):
    """The steps, and where their sheet is."""

    url: str


def add_steps(generators: list[Any]) -> None:
    """Set `steps` on every article, drafts too."""
    problems: list[Problem] = []
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            for article in chain(generator.articles, generator.drafts):
                found = find_steps(article.content, article.steps_heading) if article.steps_heading else None
                article.steps = Steps(**vars(found), url=f"{article.url}{FOLDER}/") if found else None
                if article.steps_heading and not found:
                    problems.extend(problems_of(read_post(Path(article.source_path))))
    if problems:
        raise SiteError(sorted(problems))


class SheetsGenerator(Generator):  # type: ignore[misc]
    """Writes the sheet of every article that has steps."""

    def generate_output(self, writer: Writer) -> None:
        """Write the sheets; a draft has one where drafts are written at all."""
        for article in chain(self.context["articles"], self.context["drafts"]):
            if article.steps and article.save_as:
                path = Path(article.save_as).parent / FOLDER / "index.html"
                writer.write_file(path.as_posix(), self.get_template("steps"), self.context, article=article)


def use_generator(pelican_object: Any) -> type[Generator]:
    """Have the sheets written by the generator of this package."""
    return SheetsGenerator


def register() -> None:
    """Connect the receivers."""
    signals.all_generators_finalized.connect(add_steps)
    signals.get_generators.connect(use_generator)
