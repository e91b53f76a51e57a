"""Rules about a post's header. Each takes one post and the whole content, and yields what is to be mended."""

import uuid
from collections.abc import Iterator

from plugins.shared.content import Content
from plugins.shared.errors import Problem, nearest
from plugins.shared.header_rules import at, is_iso_date, missing
from plugins.shared.posts import KINDS, LETTER_KINDS, SUMMARY_MAX, SUMMARY_MIN, TAGS_MAX, TAGS_MIN, TITLE_MAX, Post

REQUIRED_TO_PUBLISH = ("Category", "Tags", "Summary")


def complete_header(post: Post, content: Content) -> Iterator[Problem]:
    """A finished post has a category, tags and a summary."""
    yield from missing(post, REQUIRED_TO_PUBLISH)


def place(post: Post, content: Content) -> Iterator[Problem]:
    """A post lies in the folder of its year: content/posts/YYYY/<slug>.md."""
    year = post.get("Date")[:4]
    if is_iso_date(post.get("Date")) and post.path.parent != content.root / "posts" / year:
        yield at(post, "Date", f"a post of {year} belongs in {content.root / 'posts' / year}/; move the file there")


def file_name(post: Post, content: Content) -> Iterator[Problem]:
    """The file of a post has the name of its slug."""
    slug = post.get("Slug")
    if slug and post.path.name != f"{slug}.md":
        message = f"the file is called {post.path.name}; rename it to {slug}.md, the slug stays as published"
        yield at(post, "Slug", message)


def permanent_id(post: Post, content: Content) -> Iterator[Problem]:
    """The id is a URN made once: urn:uuid:…"""
    value = post.get("Id")
    if not value:
        return
    try:
        uuid.UUID(value.removeprefix("urn:uuid:"))
    except ValueError:
        value = ""
    if not value.startswith("urn:uuid:"):
        yield at(post, "Id", "`Id` must be urn:uuid: and a UUID; `blog new` makes one, and it never changes afterwards")


def unique(content: Content) -> Iterator[Problem]:
    """No two posts share a slug or an id, capitals aside."""
    for key in ("Slug", "Id"):
        first: dict[str, Post] = {}
        for post in content.posts:
            value = post.get(key).casefold()
            if value and value in first:
                other = first[value]
                yield at(
                    post, key, f"`{key}: {post.get(key)}` is taken by {other.path}:{other.line_of(key)}; change one"
                )
            first.setdefault(value, post)


def known_tags(post: Post, content: Content) -> Iterator[Problem]:
    """Tags are of content/tags.toml, none twice."""
    tags = post.many("Tags")
    if content.vocabulary is None or not tags:
        return
    for tag in dict.fromkeys(tags):
        if tag not in content.vocabulary.tags:
            hint = nearest(tag, tuple(content.vocabulary.tags))
            yield at(
                post, "Tags", f"`{tag}` is not a tag of {content.root / 'tags.toml'}{hint}; use one of those, or add it"
            )
        if tags.count(tag) > 1:
            yield at(post, "Tags", f"`{tag}` stands twice; keep one")


def tag_count(post: Post, content: Content) -> Iterator[Problem]:
    """A finished post has three to six tags."""
    count = len(post.many("Tags"))
    if count and not TAGS_MIN <= count <= TAGS_MAX:
        yield at(post, "Tags", f"a post has {TAGS_MIN} to {TAGS_MAX} tags, this one has {count}; add or remove some")


def known_category(post: Post, content: Content) -> Iterator[Problem]:
    """The category is the name of one in content/tags.toml."""
    value = post.get("Category")
    if content.vocabulary is None or not value:
        return
    names = tuple(category.name for category in content.vocabulary.categories.values())
    if value not in names:
        yield at(
            post,
            "Category",
            f"`Category: {value}` is not known{nearest(value, names)}; write one of {', '.join(names)}",
        )


def dates_in_order(post: Post, content: Content) -> Iterator[Problem]:
    """A post was not changed before it was published."""
    date, modified = post.get("Date"), post.get("Modified")
    if is_iso_date(date) and is_iso_date(modified) and modified < date:
        yield at(post, "Modified", f"`Modified: {modified}` is before `Date: {date}`; correct one of them")


def summary_length(post: Post, content: Content) -> Iterator[Problem]:
    """A summary is one or two sentences: 40 to 240 characters."""
    length = len(post.get("Summary"))
    if length and not SUMMARY_MIN <= length <= SUMMARY_MAX:
        yield at(post, "Summary", f"the summary has {length} characters; write {SUMMARY_MIN} to {SUMMARY_MAX}")


def title_length(post: Post, content: Content) -> Iterator[Problem]:
    """A title has at most 90 characters: what fits three lines of a phone, and most of a search result."""
    length = len(post.get("Title"))
    if length > TITLE_MAX:
        yield at(post, "Title", f"the title has {length} characters; write at most {TITLE_MAX}")


def flags_are_settled(post: Post, content: Content) -> Iterator[Problem]:
    """A post with flags is a draft: a person has not yet looked at what the importer was unsure of."""
    if post.get("Flags") and post.get("Status") == "published":
        yield at(
            post,
            "Flags",
            f"`Flags: {post.get('Flags')}` is not settled; look at it, then delete the line, or write `Status: draft`",
        )


def asker_on_letters(post: Post, content: Content) -> Iterator[Problem]:
    """Only letters have an asker."""
    if post.get("Asker") and post.get("Kind") in KINDS and post.get("Kind") not in LETTER_KINDS:
        yield at(post, "Asker", f"`Kind: {post.get('Kind')}` has no asker; delete the line, or change the kind")


def consent_of_readers(post: Post, content: Content) -> Iterator[Problem]:
    """A letter that a reader sent says on which day its writer agreed to its publication: `Consent: 2026-11-20`.

    `Letter_from: reader` says that one did. Without a yes a letter is not published, however well it is disguised.
    """
    if post.get("Letter_from") == "reader" and not post.get("Consent"):
        message = "`Letter_from: reader` needs `Consent: YYYY-MM-DD`, the day of its writer's yes; ask, then add it"
        yield at(post, "Letter_from", message)


def related_exist(post: Post, content: Content) -> Iterator[Problem]:
    """Pinned related posts exist, and a post does not pin itself."""
    slugs = content.by_slug
    for slug in post.many("Related_posts"):
        if slug == post.get("Slug"):
            yield at(post, "Related_posts", f"`{slug}` is this post itself; remove it")
        elif slug not in slugs:
            hint = nearest(slug, tuple(slugs))
            yield at(post, "Related_posts", f"there is no post `{slug}`{hint}; correct or remove it")
