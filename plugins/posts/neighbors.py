"""The post before and after each, in the order in which they were published."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any


def link_neighbors(articles: Iterable[Any]) -> None:
    """Set `previous_article` and `next_article` on each; anything with a `date` and a `slug` will do.

    Two posts of one day follow each other by slug, so that the order is the same in every build.
    """
    row = sorted(articles, key=lambda article: (article.date, article.slug))
    for before, after in pairwise(row):
        before.next_article, after.previous_article = after, before
