"""A post moved to another slug: its id stays, its former address leads to it, and what named it goes on naming it."""

import re
from pathlib import Path

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array

from plugins.authoring.edits import Edits, listed, with_value
from plugins.shared.content import Content
from plugins.shared.errors import Problem, SiteError, nearest
from plugins.shared.posts import KEPT_BY_WINDOWS, SLUG_FORM, Post, is_slug
from plugins.shared.whole_files import read_whole

NAMING_KEYS = ("Related_posts", "Update_of")
"""The header keys that name posts by their slugs."""

TABLE_KEYS = ("slug", "heed_read", "read")
"""The keys that do so in the tables of content/start-here.toml and content/quizzes/."""


def rename_post(content: Content, old: str, new: str, address: str = "/advice/{slug}/") -> Edits:
    """What there is to change so that the post `old` becomes `new`. Raises SiteError where it cannot.

    `address` is the form of a post's address. A draft was never published, so its former address leads nowhere.
    """
    if problems := _problems(content, old, new):
        raise SiteError(problems)
    post = content.by_slug[old]
    text = with_value(post, read_whole(post.path, "encoding"), "Slug", new)
    if post.get("Status") != "draft":
        former = [alias for alias in post.many("Aliases") if alias != address.format(slug=new)]
        text = with_value(post, text, "Aliases", listed([*former, address.format(slug=old)]))
    edits = Edits({post.path: text})
    edits.moves[post.path] = post.path.with_name(f"{new}.md")
    comments = content.root / "comments" / f"{old}.toml"
    if comments.exists():
        edits.moves[comments] = comments.with_name(f"{new}.toml")
    for other in content.posts + content.pages:
        _name_anew(other, old, new, edits)
    for path in [content.root / "start-here.toml", *sorted((content.root / "quizzes").glob("*.toml"))]:
        if path.exists():
            _name_anew_in_tables(path, old, new, edits)
    return edits


def _problems(content: Content, old: str, new: str) -> list[Problem]:
    posts = content.root / "posts"
    if old not in content.by_slug:
        return [Problem(posts, 0, f"there is no post `{old}`{nearest(old, content.by_slug)}; write the slug of one")]
    post = content.by_slug[old]
    if not is_slug(new) or new in KEPT_BY_WINDOWS:
        form = f"{SLUG_FORM}, and no name that Windows keeps for itself, such as con"
        return [Problem(post.path, post.line_of("Slug"), f"the new slug `{new}` must be {form}")]
    if new in content.by_slug:
        return [Problem(content.by_slug[new].path, 0, f"this post has the slug `{new}` already; choose another")]
    taken = [
        path for path in (post.path.with_name(f"{new}.md"), content.root / "comments" / f"{new}.toml") if path.exists()
    ]
    return [Problem(path, 0, "this file is in the way; move it, then rename again") for path in taken]


def _name_anew(other: Post, old: str, new: str, edits: Edits) -> None:
    """Change the header values and the links by which another text, or the post itself, names the post."""
    text = before = edits.texts.get(other.path) or read_whole(other.path, "encoding")
    for key in NAMING_KEYS:
        slugs = other.many(key)
        if old in slugs:
            text = with_value(other, text, key, listed(new if slug == old else slug for slug in slugs))
    link = re.compile(rf"(\{{filename\}}(?:[^\s)\"'>#]*/)?){re.escape(old)}(?=\.md\b)")
    text = link.sub(rf"\g<1>{new}", text)
    if text != before:
        edits.texts[other.path] = text


def _name_anew_in_tables(path: Path, old: str, new: str, edits: Edits) -> None:
    """Change the values by which the tables of a file name the post. Raises SiteError where it cannot be read."""
    text = read_whole(path, path.parent.name)
    try:
        document = tomlkit.parse(text)
    except TOMLKitError as error:
        raise SiteError([Problem(path, getattr(error, "line", 0), f"this is not valid TOML: {error}")]) from error
    tables = [table for one in document.values() if isinstance(one, AoT) for table in one]
    for table in tables:
        for key in TABLE_KEYS:
            if table.get(key) == old:
                table[key] = new
            elif isinstance(slugs := table.get(key), Array):
                for place in [place for place, slug in enumerate(slugs) if slug == old]:
                    slugs[place] = new
    if tomlkit.dumps(document) != text:
        edits.texts[path] = tomlkit.dumps(document)
