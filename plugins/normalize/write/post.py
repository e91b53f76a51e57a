"""The header of a post: from the article, the vocabulary and what the library already holds."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from plugins.normalize.article import Article, Reading
from plugins.normalize.library import Library, whole
from plugins.shared.posts import LETTER_KINDS, TAGS_MIN, Post
from plugins.shared.text import slugify_title
from plugins.shared.vocabulary import Vocabulary, suggest_category


def id_of(sha256: str, number: int) -> str:
    """The permanent Id: the same capture's same article has the same Id on every machine."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"capture:{sha256}:{number}").urn


def post_id_of(reading: Reading, article: Article) -> str:
    """The permanent Id of an article: of an export's entry by its own key, so that a newer export has the same."""
    if article.key:
        return uuid.uuid5(uuid.NAMESPACE_URL, article.key).urn
    return id_of(reading.sha256, article.number)


def compose(
    reading: Reading,
    article: Article,
    tags: Sequence[str],
    library: Library,
    vocabulary: Vocabulary | None,
    day: date,
) -> Post:
    """The post of an article, all but its related posts. What a re-import must keep comes from the library.

    The library takes note of the post's slug.
    """
    key = post_id_of(reading, article)
    known = library.by_id.get(key)
    slug, taken = _slug_of(article, key, known, library)
    library.hold(slug, key)
    few = vocabulary is not None and len(tags) < TAGS_MIN
    flags = [*article.flags, *["slug-taken"] * taken, *["few-tags"] * few]
    header = {
        "Title": article.title,
        "Slug": slug,
        "Id": key,
        "Date": (known.get("Date") if known else "") or day.isoformat(),
        "Author": article.author,
        "Category": suggest_category(vocabulary, tags) if vocabulary else "",
        "Tags": ", ".join(tags),
        "Summary": article.summary,
        "Status": "draft" if flags else "published",
        "Kind": article.kind,
        "Asker": "; ".join(article.askers) if article.kind in LETTER_KINDS else "",
        "Related_posts": known.get("Related_posts") if known else "",
        **_source_of(reading, article),
        "Flags": ", ".join(flags),
    }
    post = Post({name: one_line(value) for name, value in header.items() if one_line(value)}, article.body + "\n")
    return _as_known(post, known) if known and article.key else post


def _slug_of(article: Article, key: str, known: Post | None, library: Library) -> tuple[str, bool]:
    """The slug that the post has already, else a free one; and whether the title's own was another post's."""
    if known and known.get("Slug"):
        return known.get("Slug"), "slug-taken" in known.many("Flags")
    return library.free_slug(slugify_title(article.title) or "untitled", key)


def _source_of(reading: Reading, article: Article) -> dict[str, str]:
    """The header's account of where the post comes from."""
    return {
        "Source": reading.source,
        "Source_sha256": reading.sha256,
        "Source_url": article.url,
        "Source_title": article.source_title if article.source_title != article.title else "",
        "Source_date": article.published.isoformat() if article.published else "unknown",
    }


def _as_known(post: Post, known: Post) -> Post:
    """An entry that a newer export holds unchanged keeps the name of the export that it came from."""
    same = replace(post, header={**post.header, **{name: known.get(name) for name in ("Source", "Source_sha256")}})
    return same if same.header == known.header and post.body.rstrip() == whole(known).body.rstrip() else post


def one_line(value: str) -> str:
    """A value fit for a header's one line."""
    return " ".join(value.split())
