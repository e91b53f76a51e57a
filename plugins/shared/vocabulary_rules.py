"""What must be true of `content/tags.toml`, told as (line, message)."""

from collections.abc import Iterable
from typing import Any

from plugins.shared.posts import SLUG_FORM, is_slug
from plugins.shared.toml_files import Tables

CUE_WEIGHTS = (0.5, 5.0)

_NEEDED = {"category": {"slug", "name", "description"}, "tag": {"tag", "name", "description", "category"}}
_ALLOWED = {"category": _NEEDED["category"], "tag": _NEEDED["tag"] | {"aliases", "cues", "former"}}
_SLUG_KEY = {"category": "slug", "tag": "tag"}


def wrong_entries(found: Tables) -> Iterable[tuple[int, str]]:
    """Everything that is wrong in the file's tables, each with its line."""
    categories = {str(table.get("slug")) for _, table in found["category"]}
    for kind, tables in found.items():
        seen: dict[str, str] = {}
        for line, table in tables:
            messages = [*_wrong_fields(kind, table)]
            if not messages and kind == "tag":
                messages = [*_wrong_tag(table, categories)]
            yield from ((line, message) for message in [*messages, *_repeated(kind, table, seen)])


def _wrong_fields(kind: str, table: dict[str, Any]) -> Iterable[str]:
    for key in sorted(_NEEDED[kind]):
        if not isinstance(table.get(key), str) or not table[key].strip():
            yield f"a {kind} needs `{key}`, a text; add it"
    for key in sorted(table.keys() - _ALLOWED[kind]):
        yield f"`{key}` is not a {kind}'s key; known are {', '.join(sorted(_ALLOWED[kind]))}"
    slug = table.get(_SLUG_KEY[kind])
    if isinstance(slug, str) and not is_slug(slug):
        yield f"`{_SLUG_KEY[kind]} = {slug!r}` must be {SLUG_FORM}"


def _wrong_tag(table: dict[str, Any], categories: set[str]) -> Iterable[str]:
    if table["category"] not in categories:
        yield f"`category = {table['category']!r}` is the slug of no [[category]] in this file; write one that is"
    aliases = table.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(alias, str) and alias.strip() for alias in aliases):
        yield "`aliases` is a list of texts; leave it out where there are none"
    former = table.get("former", [])
    if not isinstance(former, list) or not all(isinstance(slug, str) and is_slug(slug) for slug in former):
        yield "`former` is a list of slugs that the tag had; leave it out where there are none"
    cues = table.get("cues", {})
    if not isinstance(cues, dict):
        yield "`cues` is a table, [tag.cues], of phrases with their weights"
        return
    low, high = CUE_WEIGHTS
    for cue, weight in cues.items():
        if isinstance(weight, bool) or not isinstance(weight, int | float) or not low <= weight <= high:
            yield f"the cue {cue!r} weighs {weight!r}; write a number from {low} to {high}"
        if cue != cue.casefold() or "’" in cue or not cue.strip():
            yield f"the cue {cue!r} must be lower case with straight apostrophes"


def _repeated(kind: str, table: dict[str, Any], seen: dict[str, str]) -> Iterable[str]:
    """Slugs, names and aliases that an earlier table has taken; `seen` maps each to its owner's slug."""
    slug = str(table.get(_SLUG_KEY[kind]))
    aliases = table.get("aliases", []) if isinstance(table.get("aliases", []), list) else []
    former = table.get("former", []) if isinstance(table.get("former", []), list) else []
    mine = {f"{name}".casefold() for name in (slug, table.get("name"), *aliases, *former)}
    for name in sorted(mine & seen.keys()):
        yield f"`{name}` is taken already by the {kind} `{seen[name]}`; each name stands once"
    seen.update(dict.fromkeys(mine - seen.keys(), slug))
