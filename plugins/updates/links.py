"""Which posts are updates of which: what is wrong with it, and both sides' links."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from plugins.shared.errors import Problem, nearest
from plugins.shared.header_rules import at
from plugins.shared.posts import Post


def problems_of(posts: Sequence[Post]) -> Iterator[Problem]:
    """Every `Update_of` that names no post, leads back to its own post, or stands in the wrong order."""
    by_slug = {post.get("Slug"): post for post in posts}
    parents = {slug: post.get("Update_of") for slug, post in by_slug.items()}
    for post in posts:
        slug, target = post.get("Slug"), post.get("Update_of")
        if not target:
            continue
        if target not in by_slug:
            hint = nearest(target, by_slug)
            yield at(post, "Update_of", f"there is no post `{target}`{hint}; correct or remove it")
        elif slug in earlier(slug, parents):
            way = " → ".join((slug, *earlier(slug, parents)))
            yield at(post, "Update_of", f"`{target}` leads back to this post: {way}; remove one of them")
        elif by_slug[target].get("Status") == "draft" != post.get("Status"):
            yield at(post, "Update_of", f"`{target}` is a draft, so nothing can lead to it; publish it first")
        elif post.get("Date") < by_slug[target].get("Date"):
            day = by_slug[target].get("Date")
            yield at(post, "Update_of", f"`{target}` is of {day}, and an update is later; correct one of the dates")


def earlier(slug: str, parents: Mapping[str, str]) -> tuple[str, ...]:
    """The slugs to which a post is an update, the nearest first; where that goes in a circle, each of it once.

    >>> earlier("c", {"c": "b", "b": "a", "a": ""}), earlier("a", {"a": "b", "b": "a"})
    (('b', 'a'), ('b', 'a'))
    """
    found: dict[str, None] = {}
    while (slug := parents.get(slug, "")) and slug not in found:
        found[slug] = None
    return tuple(found)


def link_updates(published: Iterable[Any], drafts: Iterable[Any] = ()) -> list[Any]:
    """Set `update_of` and `updates` on each, and give the published updates, newest first.

    Anything with `slug`, `date` and `update_of_slug` will do. A draft leads to its original, and nothing leads to it.
    """
    by_slug = {article.slug: article for article in published}
    everything = [*by_slug.values(), *drafts]
    for article in everything:
        article.update_of, article.updates = by_slug.get(article.update_of_slug), ()
    parents = {slug: article.update_of_slug for slug, article in by_slug.items()}
    updates = sorted((one for one in by_slug.values() if one.update_of), key=lambda one: (one.date, one.slug))
    for update in updates:
        for slug in earlier(update.slug, parents):
            if slug in by_slug:
                by_slug[slug].updates += (update,)
    return updates[::-1]
