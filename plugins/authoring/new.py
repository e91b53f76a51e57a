"""A new post file, ready to be written in."""

import datetime
import unicodedata
import uuid
from dataclasses import replace
from pathlib import Path

from plugins.shared.content import Content
from plugins.shared.errors import ArgumentError, Problem, SiteError
from plugins.shared.hidden_characters import without_hidden
from plugins.shared.posts import KEPT_BY_WINDOWS, TITLE_MAX, Post, find_posts, format_post
from plugins.shared.ranking import Related, document_of, rank_related
from plugins.shared.text import slugify_title
from plugins.shared.vocabulary import Vocabulary, suggest_category, suggest_tags
from plugins.shared.whole_files import write_new

RELATED_MOST = 3
"""How many related posts are suggested: a head start, which the build fills up."""

KINDS = {"letter": "question-answer", "guide": "guide", "steps": "listicle", "essay": "essay"}
"""What an author calls a kind of post, and the post file's word for it."""

BODIES = {
    "letter": "> Write the letter here, each line beginning with `>`.\n\nWrite the answer here.\n",
    "guide": "Say in two sentences whom this is for.\n\n## The first thing\n\nWrite here.\n",
    "steps": "Say in two sentences what the steps lead to.\n\n1. The first step.\n2. The second step.\n",
    "essay": "Write here.\n",
}


def new_post(title: str, kind: str, author: str, day: datetime.date, vocabulary: Vocabulary) -> Post:
    """A draft with everything in its header that can be known before it is written.

    `kind` is a key of KINDS. Raises ArgumentError where the title is too long, or makes no slug.
    """
    title = " ".join(unicodedata.normalize("NFC", without_hidden(title)).split())
    slug = slugify_title(title)
    if not slug:
        raise ArgumentError("TITLE", title, "it has no letter or digit to make an address of; give it one")
    if slug in KEPT_BY_WINDOWS:
        raise ArgumentError("TITLE", title, f"Windows keeps the name {slug!r} for itself; add a word")
    if len(title) > TITLE_MAX:
        raise ArgumentError("TITLE", title, f"it has {len(title)} characters; write {TITLE_MAX} at most")
    tags = [suggestion.tag for suggestion in suggest_tags(vocabulary, title, "")]
    header = {
        "Title": title,
        "Slug": slug,
        "Id": f"urn:uuid:{uuid.uuid4()}",
        "Date": day.isoformat(),
        "Author": " ".join(author.split()),
        "Category": suggest_category(vocabulary, tags),
        "Tags": ", ".join(tags),
        "Summary": "",
        "Status": "draft",
        "Kind": KINDS[kind],
    }
    return Post(header, BODIES[kind])


def suggest_related(post: Post, content: Content) -> tuple[Related, ...]:
    """The published posts nearest to a new one, as far as its title and tags tell; best first, at most RELATED_MOST."""
    new = document_of(replace(post, body=""))
    there = [document_of(one) for one in content.posts if one.get("Status") == "published"]
    return rank_related([*there, new], RELATED_MOST)[new.slug]


def refuse_taken(slug: str, content: Content) -> None:
    """Raise SiteError where a post has the slug, in its header or as its file's name: it is the post's address."""
    taken = [post.path for post in content.posts if post.get("Slug") == slug]
    taken += [path for path in find_posts(content.root) if path.stem == slug]
    if taken:
        message = f"this post has the slug `{slug}` already; open it, or choose another title"
        raise SiteError([Problem(taken[0], 0, message)])


def write_new_post(post: Post, root: Path) -> Path:
    """Write the post to `posts/YYYY/<slug>.md` below the content folder and return that path. Never overwrites."""
    text = format_post(post)
    path = root / "posts" / post.get("Date")[:4] / f"{post.get('Slug')}.md"
    write_new(path, text.encode(), root)
    return path
