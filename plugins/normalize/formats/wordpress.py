"""WordPress exports (WXR, every version): items of all types in one RSS file, each with its comments."""

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from plugins.normalize.formats.model import Document, Given, Remark
from plugins.normalize.formats.moments import day_of, moment_of
from plugins.normalize.formats.names import writer
from plugins.normalize.formats.paragraphs import with_paragraphs
from plugins.normalize.formats.trees import Tree, fields_of, lines_of, name_of, plain_title, tree_of, unread

TYPES = {
    "page": "a page, no post",
    "attachment": "an attachment: a picture or file of the media library",
    "nav_menu_item": "a menu entry",
    "revision": "an older revision of a post",
}
STATUSES = {
    "draft": "a draft",
    "auto-draft": "a draft",
    "pending": "waiting for review, never published",
    "future": "scheduled, not yet published",
    "private": "private",
    "trash": "in the trash",
    "inherit": "part of another entry",
}
NOT_APPROVED = {
    "0": "waiting for moderation",
    "hold": "waiting for moderation",
    "spam": "marked as spam on its blog",
    "trash": "in the trash of its blog",
    "post-trashed": "in the trash of its blog",
}


def documents(given: Given) -> tuple[Document, ...] | None:
    """The items of a WordPress export; None for anything else."""
    tree = tree_of(given)
    if tree is None or not any("wordpress.org/export/" in space for space in tree.root.nsmap.values()):
        return None
    channel = tree.root.find("{*}channel")
    if channel is None:
        return None
    return _items(tree, channel)


def _items(tree: Tree, channel: etree._Element) -> tuple[Document, ...]:
    fields = fields_of(channel)
    base = fields.get("wp:base_blog_url") or fields.get("wp:base_site_url") or fields.get("link", "")
    writers = [fields_of(child) for child in channel if name_of(child) == "wp:author"]
    people = {one.get("wp:author_login", ""): one for one in writers}
    items = [child for child in channel.iter() if name_of(child) == "item"]
    spans = lines_of(items, tree.broken)
    found = tuple(
        _document(number, item, span, people, base)
        for number, (item, span) in enumerate(zip(items, spans, strict=True), 1)
    )
    return (*found, *unread(tree, len(items)))


def _document(
    number: int, item: etree._Element, span: tuple[int, int, str], people: dict[str, dict[str, str]], base: str
) -> Document:
    fields = fields_of(item)
    login = fields.get("dc:creator", "")
    person = people.get(login, {})
    guid = fields.get("guid", "")
    key = guid if "://" in guid and "localhost" not in guid else f"{base} {guid or fields.get('wp:post_id', '')}"
    body = fields.get("content:encoded", "")
    held = f"the XML is broken inside it: {span[2]}" if span[2] else _why_held(fields, body)
    return Document(
        where=f"item {number}",
        html=with_paragraphs(body),
        title=plain_title(fields.get("title", "")),
        author=writer(person.get("wp:author_display_name") or login),
        published=day_of(fields.get("wp:post_date", "")) or day_of(fields.get("pubDate", "")),
        url=fields.get("link", ""),
        key=f"wordpress:{key}",
        comments=tuple(_remarks(item, person.get("wp:author_id", ""))),
        held=held,
        first=span[0],
        last=span[1],
    )


def _why_held(fields: dict[str, str], body: str) -> str:
    """Why an item becomes no post; empty for a published post that all may read."""
    kind, status = fields.get("wp:post_type", "post"), fields.get("wp:status", "publish")
    if kind != "post":
        return TYPES.get(kind, f"a WordPress `{kind}`, no post")
    if fields.get("wp:post_password"):
        return "the entry is protected by a password"
    if status != "publish":
        return STATUSES.get(status, f"its status is `{status}`, not `publish`")
    if not body:
        excerpt = fields.get("excerpt:encoded") or fields.get("description")
        return "only an excerpt: the export holds no text for it" if excerpt else "there is no text in it"
    return ""


def _remarks(item: etree._Element, author_id: str) -> list[Remark]:
    """The comments of an item, oldest first."""
    remarks = []
    for child in item:
        if name_of(child) != "wp:comment":
            continue
        fields = {name.removeprefix("wp:comment_"): text for name, text in fields_of(child).items()}
        parent, user = fields.get("parent", "0"), fields.get("user_id", "0")
        remarks.append(
            Remark(
                key=fields.get("id", ""),
                author=fields.get("author", ""),
                body=with_paragraphs(fields.get("content", "")),
                when=moment_of(fields.get("date", "")) or moment_of(fields.get("date_gmt", "")),
                reply_to="" if parent == "0" else parent,
                by_author=user not in ("", "0") and user == author_id,
                held=_why_not_shown(fields),
            )
        )
    return remarks


def _why_not_shown(fields: dict[str, str]) -> str:
    kind, approved = fields.get("type", "").strip(), fields.get("approved", "1")
    if kind not in ("", "comment"):
        return f"a {kind}, no comment"
    return "" if approved in ("1", "approve", "approved") else NOT_APPROVED.get(approved, f"not approved ({approved})")
