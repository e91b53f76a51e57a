"""Blogger exports, both generations: one Atom feed of posts, pages, comments, templates and settings.

The older one states a kind in a category and a comment's post in `thr:in-reply-to`; the newer one (`feed.atom` of
Takeout) states both, and whether a thing is live, in elements of its own.
"""

from collections import defaultdict
from dataclasses import dataclass, replace

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from plugins.normalize.formats.entries import child, link_of, markup_of, writer_of
from plugins.normalize.formats.model import Document, Given, Remark
from plugins.normalize.formats.moments import day_of, moment_of
from plugins.normalize.formats.trees import fields_of, lines_of, name_of, plain_title, tree_of, unread

KINDS = "http://schemas.google.com/blogger/2008/kind#"
NO_POST = {
    "page": "a page, no post",
    "template": "the blog's template",
    "settings": "a setting of the blog",
    "setting": "a setting of the blog",
}
NOT_LIVE = {
    "draft": "a draft",
    "scheduled": "scheduled, not yet published",
    "soft_trashed": "in the trash",
    "trashed": "in the trash",
}
NOT_SHOWN = {
    "spam_comment": "marked as spam on its blog",
    "spam": "marked as spam on its blog",
    "ghosted_comment": "hidden on its blog",
    "pending": "waiting for moderation",
    "pending_comment": "waiting for moderation",
    "emptied_comment": "removed on its blog",
    "rejected_comment": "rejected on its blog",
}


@dataclass(frozen=True)
class _Entry:
    """An entry with what tells of its kind, its state and what it belongs to."""

    id: str
    kind: str
    status: str
    parents: tuple[str, ...]
    element: etree._Element
    fields: dict[str, str]
    span: tuple[int, int, str]


def documents(given: Given) -> tuple[Document, ...] | None:
    """The entries of a Blogger export; None for anything else, an ordinary feed of a Blogger blog included."""
    tree = tree_of(given)
    if tree is None or name_of(tree.root) != "atom:feed":
        return None
    elements = [one for one in tree.root.iter() if name_of(one) == "atom:entry"]
    spans = lines_of(elements, tree.broken)
    entries = [_entry(one, span) for one, span in zip(elements, spans, strict=True)]
    if not any(entry.kind for entry in entries):
        return None
    return (*_with_comments(entries), *unread(tree, len(entries)))


def _entry(element: etree._Element, span: tuple[int, int, str]) -> _Entry:
    fields = fields_of(element)
    terms = [one.get("term") or "" for one in element if name_of(one) == "atom:category"]
    kind = next((term.removeprefix(KINDS) for term in terms if term.startswith(KINDS)), "")
    control = child(element, "app:control")
    draft = control is not None and fields_of(control).get("app:draft") == "yes"
    status = fields.get("blogger:status", "draft" if draft else "live")
    if fields.get("blogger:trashed"):
        status = "trashed"
    answered = child(element, "thr:in-reply-to")
    related = link_of(element, "related").rstrip("/").rpartition("/")[2]
    parents = (fields.get("blogger:inReplyTo", ""), fields.get("blogger:parent", ""),
               f"post-{related}" if related.isdigit() else "",
               answered.get("ref", "") if answered is not None else "")  # fmt: skip
    return _Entry(
        fields.get("atom:id", ""),
        (kind or fields.get("blogger:type", "")).casefold(),
        status.casefold(),
        tuple(parent for parent in parents if parent),
        element,
        fields,
        span,
    )


def _with_comments(entries: list[_Entry]) -> tuple[Document, ...]:
    """Posts with the comments that belong to them, and every other entry with the reason why it is no post."""
    posts = {_short(entry.id): entry for entry in entries if entry.kind != "comment"}
    comments = {_short(entry.id): entry for entry in entries if entry.kind == "comment"}
    by_post: dict[str, list[_Entry]] = defaultdict(list)
    found = []
    for entry in entries:
        if entry.kind == "comment":
            by_post[_post_of(entry, posts, comments)].append(entry)
    orphans = {id(entry) for entry in by_post[""]}
    for number, entry in enumerate(entries, 1):
        if entry.kind != "comment":
            own = by_post.pop(_short(entry.id), [])
            own.sort(key=lambda one: one.fields.get("atom:published", ""))
            found.append(_document(number, entry, own, comments))
        elif id(entry) in orphans:
            reason = "a comment on a post that the export does not hold"
            found.append(replace(_document(number, entry, [], comments), held=reason))
    return tuple(found)


def _short(key: str) -> str:
    """The part of an id that names the entry itself: `post-17` out of `tag:blogger.com,1999:blog-3.post-17`."""
    return key.rpartition(".")[2] or key


def _post_of(entry: _Entry, posts: dict[str, _Entry], comments: dict[str, _Entry]) -> str:
    """The post that a comment belongs to, by way of the comments that it answers; empty where there is none."""
    seen: set[str] = set()
    waiting = [_short(parent) for parent in entry.parents]
    while waiting:
        key = waiting.pop()
        if key in posts:
            return key
        if key in comments and key not in seen:
            seen.add(key)
            waiting.extend(_short(parent) for parent in comments[key].parents)
    return ""


def _document(number: int, entry: _Entry, comments: list[_Entry], every: dict[str, _Entry]) -> Document:
    name, profile = writer_of(entry.element)
    held = NO_POST.get(entry.kind, "" if entry.kind == "post" else f"a Blogger `{entry.kind}`, no post")
    if not held and entry.status != "live":
        held = NOT_LIVE.get(entry.status, f"its status is `{entry.status}`, not live")
    content = child(entry.element, "atom:content")
    if not held and content is None:
        held = "only an excerpt: the feed holds no text for it"
    if entry.span[2]:
        held = f"the XML is broken inside it: {entry.span[2]}"
    return Document(
        where=f"entry {number}",
        html=markup_of(content),
        title=plain_title(entry.fields.get("atom:title", "")),
        author=name,
        published=day_of(entry.fields.get("atom:published", "")),
        url=link_of(entry.element),
        key=f"blogger:{entry.id}",
        comments=tuple(_remark(one, profile, every) for one in comments),
        held=held,
        first=entry.span[0],
        last=entry.span[1],
        elsewhere=tuple((*one.span[:2], "comments", "") for one in comments),
    )


def _remark(entry: _Entry, profile: str, every: dict[str, _Entry]) -> Remark:
    name, own = writer_of(entry.element)
    body = markup_of(child(entry.element, "atom:content"))
    answered = next((_short(parent) for parent in entry.parents if _short(parent) in every), "")
    removed = any(one.get("name") == "blogger.contentRemoved" for one in entry.element)
    held = "" if entry.status == "live" else NOT_SHOWN.get(entry.status, f"its status is `{entry.status}`, not live")
    return Remark(
        key=_short(entry.id).removeprefix("post-"),
        author=name,
        body=body,
        when=moment_of(entry.fields.get("atom:published", "") or entry.fields.get("blogger:created", "")),
        reply_to=answered.removeprefix("post-"),
        by_author=bool(own) and own == profile,
        held="removed on its blog" if removed else held,
    )
