"""Tags across all posts: counted, renamed, and two of them made one."""

from collections import Counter
from typing import Any, NamedTuple

import tomlkit
from tomlkit.items import AoT

from plugins.authoring.edits import Edits, listed, with_value
from plugins.shared.content import Content
from plugins.shared.errors import Problem, SiteError, nearest
from plugins.shared.posts import SLUG_FORM, is_slug
from plugins.shared.vocabulary import Tag
from plugins.shared.whole_files import read_whole


class Counted(NamedTuple):
    """A tag with how many posts carry it, drafts among them."""

    tag: str
    name: str
    posts: int


def count_tags(content: Content) -> list[Counted]:
    """Every tag of the vocabulary, the most used first, then by slug; unused ones too."""
    times = Counter(tag for post in content.posts for tag in post.many("Tags"))
    tags = [Counted(tag.tag, tag.name, times[tag.tag]) for tag in content.known_vocabulary.tags.values()]
    return sorted(tags, key=lambda one: (-one.posts, one.tag))


def rename_tag(content: Content, old: str, new: str) -> Edits:
    """Give a tag another slug, in the vocabulary and in every post; its former slug leads to it from then on."""
    tags = content.known_vocabulary.tags
    problems = [*_unknown(content, old)]
    if not is_slug(new):
        problems.append(_problem(content, f"`{new}` must be {SLUG_FORM}"))
    elif new in tags:
        problems.append(_problem(content, f"`{new}` is a tag already; make the two one with `blog tags merge`"))
    elif owner := next((tag.tag for tag in tags.values() if tag.tag != old and new in _other_names(tag)), ""):
        problems.append(_problem(content, f"`{new}` is another name of the tag `{owner}`; choose another"))
    if problems:
        raise SiteError(problems)
    document, table = _document_with(content, old)
    table["tag"] = new
    table["former"] = _strings(slug for slug in [*table.get("former", []), old] if slug != new)
    return _edits(content, document, old, new)


def merge_tags(content: Content, old: str, into: str) -> Edits:
    """Make one tag part of another: posts get that one, and its name, its aliases and its cues count for that one."""
    problems = [*_unknown(content, old), *_unknown(content, into)]
    if old == into and not problems:
        problems.append(_problem(content, f"`{old}` cannot be merged into itself; name two tags"))
    if problems:
        raise SiteError(problems)
    document, gone = _document_with(content, old)
    kept = _table(document["tag"], into)
    kept["aliases"] = _strings([*kept.get("aliases", []), gone["name"], *gone.get("aliases", [])])
    former = [*kept.get("former", []), *gone.get("former", []), old]
    kept["former"] = _strings(slug for slug in former if slug != into)
    if gone.get("cues"):
        cues = kept.setdefault("cues", tomlkit.table())
        for cue, weight in gone["cues"].items():
            cues[cue] = max(weight, cues.get(cue, weight))
    document["tag"].remove(gone)
    return _edits(content, document, old, into)


def _edits(content: Content, document: tomlkit.TOMLDocument, old: str, new: str) -> Edits:
    edits = Edits({content.root / "tags.toml": tomlkit.dumps(document)})
    for post in content.posts:
        tags = post.many("Tags")
        if old in tags:
            text = read_whole(post.path, "encoding")
            renamed = listed(new if tag == old else tag for tag in tags)
            edits.texts[post.path] = with_value(post, text, "Tags", renamed)
    return edits


def _unknown(content: Content, tag: str) -> list[Problem]:
    tags = content.known_vocabulary.tags
    return (
        [] if tag in tags else [_problem(content, f"`{tag}` is not a tag{nearest(tag, tags)}; `blog tags` lists them")]
    )


def _other_names(tag: Tag) -> set[str]:
    return {name.casefold() for name in (tag.name, *tag.aliases, *tag.former)}


def _problem(content: Content, message: str) -> Problem:
    return Problem(content.root / "tags.toml", 0, message, "tags")


def _document_with(content: Content, tag: str) -> tuple[tomlkit.TOMLDocument, Any]:
    document = tomlkit.parse(read_whole(content.root / "tags.toml", "tags"))
    return document, _table(document["tag"], tag)


def _table(tables: Any, tag: str) -> Any:
    assert isinstance(tables, AoT)
    return next(table for table in tables if table["tag"] == tag)


def _strings(values: Any) -> Any:
    array = tomlkit.array()
    array.extend(dict.fromkeys(map(str, values)))
    return array
