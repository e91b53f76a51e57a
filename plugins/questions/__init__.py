"""Takes question-and-answer posts apart, so that a page can show letter and answer each in its own way.

Signals: `all_generators_finalized` (the first moment at which the links in an article are resolved). Settings: none.

Templates get, on every article: `introduction` (HTML before the first letter) and `letters`, a tuple of
Letter(number, asker, letter, answer) with HTML in `letter` and `answer`; '' and () unless `article.is_letter`, and
where a letter post has no block quote: then its title is the question and `article.content` the answer.
"""

from itertools import chain
from typing import Any

from pelican import signals
from pelican.generators import ArticlesGenerator

from plugins.questions.letters import split_letters


def add_letters(generators: list[Any]) -> None:
    """Set `introduction` and `letters` on every article, drafts too."""
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            for article in chain(generator.articles, generator.drafts):
                article.introduction, article.letters = "", ()
                if article.is_letter:
                    several = article.kind == "question-answer-multi"
                    article.introduction, article.letters = split_letters(article.content, article.askers, several)


def register() -> None:
    """Connect the receivers."""
    signals.all_generators_finalized.connect(add_letters)
