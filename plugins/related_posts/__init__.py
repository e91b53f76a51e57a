"""Links each article to those that belong beside it, each link with its reason.

Signals: `all_generators_finalized`, after `plugins.questions`, whose letters tell which posts answer the same question.
Settings: `RELATED_POSTS_MAX_COUNT` (links an article, default 4; 0 for none). Uses `article.related_slugs`, the pins,
and `update_of`, `updates` and `series`: what the page leads to anyway is not listed again.

Templates get, on every article: `related`, a tuple of RelatedLink(url, title, kind, summary_text, reason, tags) where
reason is 'tags' or 'text' and `tags` are the Tag objects that both have; and `same_question`, likewise, of the posts
that answer the same question (reason 'same-question'). Together they are at most `RELATED_POSTS_MAX_COUNT`.
"""

from dataclasses import dataclass
from typing import Any

from pelican import signals
from pelican.generators import ArticlesGenerator

from plugins.related_posts.selection import choose, link_to
from plugins.shared.errors import SettingError
from plugins.shared.ranking import Document, rank_related


@dataclass(frozen=True)
class Config:
    """The settings of this plugin."""

    max_count: int

    @classmethod
    def from_settings(cls, settings: dict[str, Any]) -> "Config":
        """Read the settings."""
        count = settings.get("RELATED_POSTS_MAX_COUNT", 4)
        if isinstance(count, bool) or not isinstance(count, int) or count < 0:
            raise SettingError("RELATED_POSTS_MAX_COUNT", count, "write a whole number, 0 for no related posts")
        return cls(count)


def document_of(article: Any) -> Document:
    """An article as the ranking sees it."""
    tags = tuple(tag.slug for tag in getattr(article, "tags", ()))
    question = " ".join(letter.letter for letter in article.letters)
    return Document(article.slug, article.title, article.content, tags, question)


def linked_already(article: Any) -> set[str]:
    """The slugs of the updates, the original and the parts of the series, which the article's page leads to."""
    others = [getattr(article, "update_of", None), *getattr(article, "updates", ())]
    series = getattr(article, "series", None)
    return {other.slug for other in (*others, *(series.parts if series else ())) if other}


def add_related(generators: list[Any]) -> None:
    """Set `related` and `same_question` on every article; only published ones are linked to."""
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            limit = Config.from_settings(generator.settings).max_count
            articles = [*generator.articles, *generator.drafts]
            published = {article.slug: article for article in generator.articles}
            linked = {article.slug: linked_already(article) for article in articles}
            needed = limit + len(generator.drafts) + max(map(len, linked.values()), default=0)
            ranking = rank_related([document_of(article) for article in articles], needed)
            for article in articles:
                ranked = [one for one in ranking[article.slug] if one.slug not in linked[article.slug]]
                pins = [slug for slug in article.related_slugs if slug not in linked[article.slug]]
                same = {one.slug for one in ranked if one.same_question}
                chosen = choose(article.slug, pins, ranked, published, limit)
                links = [link_to(article, published[slug], slug in same) for slug in chosen]
                article.same_question = tuple(link for link in links if link.reason == "same-question")
                article.related = tuple(link for link in links if link.reason != "same-question")


def register() -> None:
    """Connect the receivers."""
    signals.all_generators_finalized.connect(add_related)
