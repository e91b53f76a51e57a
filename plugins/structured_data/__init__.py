"""Says in schema.org's words (JSON-LD) what posts, topics, authors and the home page are, for search engines.

Signals: `all_generators_finalized` (letters and cards are known by then). Settings: `SITENAME`, `SITETAGLINE`,
`SITEURL`, `STRUCTURED_DATA_ORGANIZATIONS` (the authors that are no single person, such as a pen name that several
share); Pelican's `TAGS_URL` and `MENU` (what the page of all topics is called).

Templates get `structured_data`, which may stand in a `<script>` as it is: on published articles, tags, categories and
authors; in the context `site_structured_data`, for the home page. On drafts it is ''.
"""

from typing import Any

from pelican import signals
from pelican.generators import ArticlesGenerator

from plugins.structured_data.graphs import (
    Publication,
    author_graph,
    listing_graph,
    post_graph,
    script_safe,
    site_graph,
)


def publication_of(settings: dict[str, Any]) -> Publication:
    """Read the settings."""
    menu = {path: label for label, path in settings.get("MENU", ())}
    return Publication(
        address=settings["SITEURL"] + "/",
        name=settings["SITENAME"],
        tagline=settings.get("SITETAGLINE", ""),
        organizations=frozenset(settings.get("STRUCTURED_DATA_ORGANIZATIONS", ())),
        topics_path=settings.get("TAGS_URL", ""),
        topics_name=menu.get(settings.get("TAGS_URL"), ""),
    )


def add_structured_data(generators: list[Any]) -> None:
    """Set `structured_data` on everything that has a page of its own."""
    for generator in generators:
        if not isinstance(generator, ArticlesGenerator):
            continue
        site = publication_of(generator.settings)
        generator.context["site_structured_data"] = script_safe(site_graph(site))
        for draft in generator.drafts:
            draft.structured_data = ""
        for article in generator.articles:
            article.structured_data = script_safe(post_graph(article, site))
        for category, _ in generator.categories:
            category.structured_data = script_safe(listing_graph(category, site, is_topic=False))
        for tag in generator.tags:
            tag.structured_data = script_safe(listing_graph(tag, site, is_topic=True))
        for author, _ in generator.authors:
            author.structured_data = script_safe(author_graph(author, site))


def register() -> None:
    """Connect the receivers."""
    signals.all_generators_finalized.connect(add_structured_data)
