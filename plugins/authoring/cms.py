"""The settings of an editor in the browser (Sveltia CMS, or Decap CMS), made from the rules that `blog check` keeps."""

from dataclasses import replace
from typing import Any, NamedTuple

import yaml

from plugins.authoring.edits import Edits
from plugins.authoring.new import KINDS
from plugins.shared.content import Content
from plugins.shared.errors import SettingError
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

SCRIPT = "sveltia-cms.js"

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


class Repository(NamedTuple):
    """Where the content is kept: the service, OWNER/NAME there, and the branch."""

    backend: str
    name: str
    branch: str


def cms_config(repository: Repository, content: Content) -> str:
    """The settings as YAML. `content.vocabulary` gives the tags and categories to choose from.

    Raises SettingError where the repository's name is not OWNER/NAME.
    """
    if len([part for part in repository.name.split("/") if part]) < 2:
        raise SettingError("--repo", repository.name, "must be OWNER/NAME, as in the repository's address")
    folder = content.root.name
    config = {
        "backend": {"name": repository.backend, "repo": repository.name, "branch": repository.branch},
        "media_folder": f"{folder}/images",
        "public_folder": "{static}/images",
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": SLUG_MAX_BYTES},
        "collections": [_posts(folder, content)],
    }
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=120)


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
