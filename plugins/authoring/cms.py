"""The settings of an editor in the browser (Sveltia CMS, or Decap CMS), made from the rules that `blog check` keeps."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from plugins.authoring.edits import Edits
from plugins.authoring.new import KINDS
from plugins.shared.content import Content
from plugins.shared.errors import ArgumentError, Problem, SiteError
from plugins.shared.posts import (
    SAFETY_TOPICS,
    SLUG,
    SLUG_MAX_BYTES,
    STATUSES,
    SUMMARY_MAX,
    SUMMARY_MIN,
    TAGS_MAX,
    TAGS_MIN,
    TITLE_MAX,
    format_post,
)
from plugins.shared.whole_files import write_whole

SCRIPT = "sveltia-cms.js"
NAME = re.compile(r"[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)+")

PAGE = f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>Write</title>
<script src="{SCRIPT}"></script>
</html>
"""
"""The page of the editor. Its script lies beside it; the script fetches its icons and fonts from its makers' host."""

HEAD = "# Written by `blog cms-config`; what is changed here is lost when it writes this file again.\n"
"""The first line of the settings, by which it knows its own file."""


class Repository(NamedTuple):
    """Where the content is kept: the service, OWNER/NAME there, and the branch."""

    backend: str
    name: str
    branch: str


def cms_config(repository: Repository, content: Content) -> str:
    """The settings as YAML. `content.vocabulary` gives the tags and categories to choose from.

    Raises ArgumentError where the repository's name is not OWNER/NAME, or the branch's is none.
    """
    if not NAME.fullmatch(repository.name):
        raise ArgumentError("--repo", repository.name, "write OWNER/NAME, as in the repository's address, and no more")
    if any(sign in " ~^:?*[\\" for sign in repository.branch):
        raise ArgumentError("--branch", repository.branch, "write the name of a branch, as `git branch` tells it")
    folder = content.root.resolve().name
    config = {
        "backend": {"name": repository.backend, "repo": repository.name, "branch": repository.branch},
        "media_folder": f"{folder}/images",
        "public_folder": "{static}/images",
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": SLUG_MAX_BYTES},
        "collections": [_posts(folder, content)],
    }
    return HEAD + yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=120)


def write_editor(folder: Path, config: str, content: Content) -> tuple[Path, ...]:
    """Write the editor's page and its settings into a folder, and return their paths.

    Raises SiteError where the folder is part of the content, or holds files of these names that are not ours.
    """
    if folder.resolve().is_relative_to(content.root.resolve()):
        raise SiteError([Problem(folder, 0, "this is part of the content; choose a folder of the editor's own")])
    texts = {folder / "config.yml": config, folder / "index.html": PAGE}
    for path, mark in zip(texts, (HEAD, PAGE), strict=True):
        if path.exists() and not path.read_bytes().startswith(mark.encode()):
            message = "this was not written by `blog cms-config`; move it away, or choose another folder"
            raise SiteError([Problem(path, 0, message)])
    for path, text in texts.items():
        write_whole(path, text.encode(), folder)
    return tuple(texts)


def with_fences(content: Content) -> Edits:
    """All posts with their headers in YAML, which the editor needs to open them; nothing else of them changes."""
    plain = (post for post in content.posts if not post.fenced)
    return Edits({post.path: format_post(replace(post, fenced=True)) for post in plain})


def _posts(folder: str, content: Content) -> dict[str, Any]:
    return {
        "name": "posts",
        "label": "Posts",
        "label_singular": "Post",
        "folder": f"{folder}/posts",
        "path": "{{year}}/{{slug}}",
        "slug": "{{fields.Slug}}",
        "identifier_field": "Title",
        "create": True,
        "extension": "md",
        "format": "yaml-frontmatter",
        "fields": _fields(content),
    }


def _fields(content: Content) -> list[dict[str, Any]]:
    """A field a header key that people fill in, in the order of the post file."""
    vocabulary = content.vocabulary
    tags = [{"label": tag.name, "value": tag.tag} for tag in vocabulary.tags.values()] if vocabulary else []
    categories = [category.name for category in vocabulary.categories.values()] if vocabulary else []
    posts = [{"label": post.get("Title"), "value": post.get("Slug")} for post in content.posts]
    some = {"widget": "select", "multiple": True, "required": False}
    return [
        _field("Title", pattern=_length(1, TITLE_MAX)),
        _field(
            "Slug", pattern=[f"^{SLUG.pattern}$", "a-z, 0-9 and single hyphens"], hint="Never changes once published."
        ),
        _field("Id", "uuid", prefix="urn:uuid:", readonly=True),
        _field("Date", "datetime", type="date", format="YYYY-MM-DD", default="{{now}}"),
        _field("Author", default="The Night Desk"),
        _field("Category", "select", options=categories),
        _field("Tags", "select", multiple=True, min=TAGS_MIN, max=TAGS_MAX, options=tags),
        _field("Summary", "text", pattern=_length(SUMMARY_MIN, SUMMARY_MAX)),
        _field("Status", "select", options=[*STATUSES], default="draft"),
        _field("Kind", "select", options=sorted({*KINDS.values(), "question-answer-multi", "interview"})),
        _field("Asker", required=False, hint="The pen name under a letter."),
        {"name": "Related_posts", "label": "Related posts", **some, "options": posts},
        {"name": "Safety", "label": "Safety", **some, "options": [*SAFETY_TOPICS]},
        {
            "name": "body",
            "label": "Text",
            "widget": "markdown",
            "hint": "Each line of a letter begins with > and a space.",
        },
    ]


def _field(name: str, widget: str = "string", **more: Any) -> dict[str, Any]:
    return {"name": name, "label": name.replace("_", " "), "widget": widget, **more}


def _length(least: int, most: int) -> list[str]:
    return [f"^.{{{least},{most}}}$", f"{least} to {most} characters"]
