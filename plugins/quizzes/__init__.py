"""Makes the quizzes: short checks of oneself, added up on the page by its styles alone, with nothing sent or stored.

Signals: `get_generators`. Settings: Pelican's `PATH` (the files are `quizzes/*.toml` in it). An error in a file, or a
post to read that is not published, raises SiteError.

Templates get, in the context, `quizzes`, a tuple of Quiz(slug, url, title, summary, …), empty where there is none: then
no page is made. The template `quizzes` is their list; `quiz` gets `quiz` beside the context, with `limits`, `safety`,
`questions` (of Question(number, text, choices, has_heed), of Choice(text, points, heed)), `heeded` (the choices that
outweigh the points), `heed`, `heed_read` and `results` (of Result(first, last, title, text, read)); `page`, the same,
since its `quick_exit` counts as a page's; and `posts`, the articles that `read` and `heed_read` name, by slug.
"""

from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.quizzes.links import unpublished
from plugins.quizzes.quizzes import read_quizzes
from plugins.shared.errors import SiteError


class QuizzesGenerator(Generator):  # type: ignore[misc]
    """Writes a page for each quiz, and one for their list."""

    def generate_context(self) -> None:
        """Read the quizzes; posts are known by now."""
        folder = Path(self.path, "quizzes")
        quizzes = read_quizzes(folder)
        self.posts = {article.slug: article for article in self.context["articles"]}
        if problems := sorted(unpublished(quizzes, folder, self.posts)):
            raise SiteError(problems)
        self.context["quizzes"] = quizzes

    def generate_output(self, writer: Writer) -> None:
        """Write the pages."""
        quizzes = self.context["quizzes"]
        if quizzes:
            writer.write_file("quizzes/index.html", self.get_template("quizzes"), self.context)
        for quiz in quizzes:
            template = self.get_template("quiz")
            writer.write_file(f"{quiz.url}index.html", template, self.context, quiz=quiz, page=quiz, posts=self.posts)


def use_generator(pelican_object: Any) -> type[Generator]:
    """Have quizzes written by the generator of this package."""
    return QuizzesGenerator


def register() -> None:
    """Connect the receivers."""
    signals.get_generators.connect(use_generator)
