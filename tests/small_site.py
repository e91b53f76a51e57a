"""Small real sites for the tests of the adapters: a few files, a template or two, the real pelican command."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.shared.posts import Post, format_post

ROOT = Path(__file__).parents[1]
HOSTILE = 'Fish & <b>chips</b> "quoted" </script>'
TAGS = """
[[category]]
slug = "at-home"
name = "At home"
description = "Life under one roof."

[[tag]]
tag = "separation"
name = "Living apart"
description = "For time apart."
category = "at-home"

[[tag]]
tag = "trust"
name = "Trust & <b>doubt</b>"
description = "For trust that was broken."
category = "at-home"
"""
SETTINGS = {
    "PATH": "content",
    "ARTICLE_PATHS": ["posts"],
    "PAGE_PATHS": ["pages"],
    "SITENAME": "Small",
    "SITEURL": "https://example.org",
    "FEED_DOMAIN": "https://example.org",
    "TIMEZONE": "UTC",
    "ARTICLE_URL": "advice/{slug}/",
    "ARTICLE_SAVE_AS": "advice/{slug}/index.html",
    "DRAFT_URL": "drafts/{slug}/",
    "DRAFT_SAVE_AS": "drafts/{slug}/index.html",
    "PAGE_URL": "{slug}/",
    "PAGE_SAVE_AS": "{slug}/index.html",
    "TAG_URL": "tag/{slug}/",
    "TAG_SAVE_AS": "tag/{slug}/index.html",
    "CATEGORY_URL": "category/{slug}/",
    "CATEGORY_SAVE_AS": "category/{slug}/index.html",
    "DEFAULT_CATEGORY": "Uncategorized",
    "USE_FOLDER_AS_CATEGORY": False,
    "AUTHOR_SAVE_AS": "",
    "DIRECT_TEMPLATES": ["index"],
    "FEED_ALL_ATOM": None,
    "CATEGORY_FEED_ATOM": None,
    "TRANSLATION_FEED_ATOM": None,
    "AUTHOR_FEED_ATOM": None,
    "AUTHOR_FEED_RSS": None,
    "THEME_STATIC_PATHS": [],
    "JINJA_ENVIRONMENT": {"autoescape": True},
}
TEMPLATES = dict.fromkeys(("index", "article", "page", "ask", "help", "tag", "category"), "")


@dataclass(frozen=True)
class SmallSite:
    """A built site: its output folder, the command's exit status and all that it said."""

    output: Path
    exit_status: int
    said: str

    def text(self, path: str) -> str:
        return (self.output / path).read_text(encoding="utf-8")

    def data(self, path: str) -> Any:
        """What a template wrote with `|tojson`."""
        return json.loads(self.text(path))


def post_file(slug: str, body: str = "Some text.", **header: str) -> str:
    """The text of a post with this slug; `header` adds to its keys or replaces them, an empty value takes one away."""
    keys = {
        "Title": f"About {slug}",
        "Slug": slug,
        "Id": f"urn:uuid:00000000-0000-4000-8000-{sum(map(ord, slug)):012d}",
        "Date": "2026-11-20",
        "Category": "At home",
        "Tags": "separation",
        "Summary": "In short.",
        "Status": "published",
        "Kind": "guide",
        **header,
    }
    return format_post(Post({key: value for key, value in keys.items() if value}, body))


def build_small_site(
    folder: Path,
    plugins: Sequence[str],
    files: Mapping[str, str],
    templates: Mapping[str, str],
    settings: Mapping[str, object] | None = None,
) -> SmallSite:
    """Write `files` (below the content folder) and `templates` (by name) into `folder` and build it by `pelican`."""
    texts = {f"content/{name}": text for name, text in {"tags.toml": TAGS, **files}.items()}
    texts |= {f"theme/templates/{name}.html": text for name, text in (TEMPLATES | dict(templates)).items()}
    values = {**SETTINGS, "THEME": str(folder / "theme"), "PLUGINS": [*plugins], **(settings or {})}
    texts["conf.py"] = "\n".join(f"{key} = {value!r}" for key, value in values.items())
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "pelican", "--settings", str(folder / "conf.py"), "--fatal", "errors"]
    command += [str(folder / "content"), "--output", str(folder / "output"), "--log-handler", "plain"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return SmallSite(folder / "output", done.returncode, done.stdout + done.stderr)
