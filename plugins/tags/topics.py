"""Tags and categories as the vocabulary names them."""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.shared.errors import Problem
from plugins.shared.posts import read_post
from plugins.shared.vocabulary import Category, Vocabulary


@dataclass(frozen=True)
class Topic:
    """A tag that published posts have, and how many have it. `tag` is Pelican's Tag object."""

    tag: Any
    articles_count: int


def name_tags(article: Any, vocabulary: Vocabulary) -> None:
    """Give the article's tags their name, slugs (former ones too) and description, its category slug and description.

    An article's tags hold slugs until then. Raises KeyError for a tag outside the vocabulary; a category outside of it
    keeps Pelican's slug.
    """
    for tag in getattr(article, "tags", ()):
        known = vocabulary.tags[tag.name]
        tag.name, tag.slug, tag.description = known.name, known.tag, known.description
        tag.former = known.former
    category = category_named(vocabulary, article.category.name)
    article.category.description = category.description if category else ""
    if category:
        article.category.slug = category.slug


def category_named(vocabulary: Vocabulary, name: str) -> Category | None:
    """The category of that name, if there is one."""
    return next((one for one in vocabulary.categories.values() if one.name == name), None)


def unknown_names(articles: Iterable[Any], vocabulary: Vocabulary, default_category: str) -> Iterator[Problem]:
    """Tags and categories outside the vocabulary, each on its line and with the nearest one that there is.

    The default category, which a post without one gets, is no problem here.
    """
    categories = [category.name for category in vocabulary.categories.values()]
    for article in articles:
        for tag in getattr(article, "tags", ()):
            if tag.name not in vocabulary.tags:
                yield _unknown(article, "Tags", "tag", tag.name, tuple(vocabulary.tags))
        if article.category.name not in (*categories, default_category):
            yield _unknown(article, "Category", "category", article.category.name, categories)


def _unknown(article: Any, key: str, kind: str, name: str, known: Sequence[str]) -> Problem:
    close = difflib.get_close_matches(name, known, 1, cutoff=0.4)
    hint = f"; the nearest is `{close[0]}`" if close else ""
    path = Path(article.source_path)
    return Problem(path, read_post(path).line_of(key), f"`{name}` is not a {kind} of the vocabulary{hint}", "tags")


def topics_of(tags: Mapping[Any, Sequence[Any]] | Iterable[tuple[Any, Sequence[Any]]]) -> tuple[Topic, ...]:
    """The topics of a site, by name. `tags` pairs each Tag with its published articles."""
    pairs = tags.items() if isinstance(tags, Mapping) else tags
    topics = [Topic(tag, len(articles)) for tag, articles in pairs]
    return tuple(sorted(topics, key=lambda topic: (topic.tag.name.casefold(), topic.tag.slug)))
