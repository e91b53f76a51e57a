"""Rules about a post's body. Each takes one post and the whole content, and yields what is to be mended."""

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from markdown.extensions.toc import slugify

from plugins.authoring.new import BODIES
from plugins.shared.content import Content
from plugins.shared.errors import Problem, nearest
from plugins.shared.markdown import IMAGE_LINK, is_safe_link, render
from plugins.shared.personal_data import find_personal_data
from plugins.shared.posts import LETTER_KINDS, Post
from plugins.steps.lists import problems_of

HEADING = re.compile(r"(#{1,6})[ \t]+\S")
PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<address>[^)\s]*)|<img[^>]*?src=[\"']?(?P<html>[^\"'\s>]*)")
ID = re.compile(r"<h[2-6] id=\"([^\"]+)\"")
OWN_ANCHOR = re.compile(r"(?:\]\(|\]:[ \t]*)#([^)\s]+)")
INTERNAL_LINK = re.compile(r"(?:\]\(\s*<?|\]:[ \t]*<?|(?:href|src)\s*=\s*[\"']?)(?P<link>[{|]\w*[|}][^)\s\"'>]*)")


PLACEHOLDERS = {row for text in BODIES.values() for row in text.split("\n") if row}

PAGE_ID = re.compile(
    r"comment-c\d+|the-(?:(?:letter|answer|related)-\d+|answer|comments?|contents|form|heed|lookup|questions|result|"
    r"search(?:-hint)?|series|text|topics)"
)
"""The ids that the theme gives to parts of its pages."""


def body_rows(post: Post) -> Iterator[tuple[int, str]]:
    """The body's lines with their numbers in the file."""
    yield from enumerate(post.body.split("\n"), start=post.body_line)


def not_empty(post: Post, content: Content) -> Iterator[Problem]:
    """A post says something."""
    if not post.body.strip():
        yield Problem(post.path, post.body_line, "the post is empty; write below the header, after a blank line")


def no_placeholders(post: Post, content: Content) -> Iterator[Problem]:
    """Nothing of what `blog new` put in the place of the text is left."""
    for number, row in body_rows(post):
        if row in PLACEHOLDERS:
            yield Problem(post.path, number, "this line is still as `blog new` wrote it; put your own in its place")


def letter_is_quoted(post: Post, content: Content) -> Iterator[Problem]:
    """A question-and-answer post holds its letter as a block quote, and an answer after it; of several each its own."""
    if post.get("Kind") not in LETTER_KINDS or not post.body.strip():
        return
    letters = _letters(post)
    if not letters:
        yield Problem(post.path, post.body_line, "there is no letter; begin each line of it with `> `")
    for number, answered in letters if post.get("Kind") == "question-answer-multi" else letters[:1]:
        if not answered:
            yield Problem(post.path, number, "the letter has no answer; write it below the letter, without `> `")


def _letters(post: Post) -> list[tuple[int, bool]]:
    """The last line of each block quote, and whether anything follows before the next one."""
    rows = [(number, row.startswith(">")) for number, row in body_rows(post) if row.strip()]
    ends = [
        place for place, (_, quoted) in enumerate(rows) if quoted and (rows[place + 1 :] or [(0, False)])[0][1] is False
    ]
    return [(rows[place][0], place + 1 < len(rows)) for place in ends]


def letters_are_private(post: Post, content: Content) -> Iterator[Problem]:
    """A letter holds nobody's e-mail or postal address, telephone number or handle; an answer may name a helpline's."""
    if post.get("Kind") not in LETTER_KINDS:
        return
    for found in find_personal_data(post.get("Asker")):
        yield Problem(post.path, post.line_of("Asker"), f"`Asker` holds somebody's {found.masked}; take it out")
    quoted, letters = False, 0
    for number, row in body_rows(post):
        if row.startswith(">") and not quoted:
            letters += 1
        quoted = row.startswith(">")
        if quoted and (letters == 1 or post.get("Kind") == "question-answer-multi"):
            for found in find_personal_data(row.replace("\\", "")):
                yield Problem(post.path, number, f"the letter holds somebody's {found.masked}; take it out")


def headings_in_order(post: Post, content: Content) -> Iterator[Problem]:
    """Headings begin at `##` (the title is the only `#`) and skip no level."""
    last = 1
    for number, row in body_rows(post):
        match = HEADING.match(row)
        if not match:
            continue
        level = len(match[1])
        if level == 1:
            yield Problem(post.path, number, "`#` is the post's title; write `##`")
        elif level > last + 1:
            yield Problem(post.path, number, f"a heading of level {level} follows {last}; write `{'#' * (last + 1)}`")
        last = level


def headings_apart_from_the_page(post: Post, content: Content) -> Iterator[Problem]:
    """No heading has the address of a part of the page, as `## The comments` has: no link could tell them apart."""
    for number, row in body_rows(post):
        match = HEADING.match(row)
        anchor = slugify(row.lstrip("# ").rstrip("# "), "-") if match else ""
        if PAGE_ID.fullmatch(anchor):
            yield Problem(post.path, number, f"`#{anchor}` is the address of a part of the page itself; change a word")


def steps_fit_a_sheet(post: Post, content: Content) -> Iterator[Problem]:
    """`Steps` holds the words of a heading under which a numbered list stands, which one printed sheet has room for."""
    yield from problems_of(post)


def internal_links(post: Post, content: Content) -> Iterator[Problem]:
    """A link inside the site is `{filename}` and a post or page, or `{static}/images/` and a picture; it exists."""
    for number, row in body_rows(post):
        for match in INTERNAL_LINK.finditer(row):
            link = match["link"]
            if not is_safe_link(link):
                message = f"`{link}` is no link to a post, a page or a picture"
                yield Problem(post.path, number, f"{message}; write {{filename}}/posts/… or {{static}}/images/…")
            elif message := _wrong_target(link, post, content):
                yield Problem(post.path, number, message)


def _wrong_target(link: str, post: Post, content: Content) -> str:
    """Why a link leads nowhere, or nowhere that is published; empty where it does."""
    target = unquote(link.partition("}")[2].partition("#")[0])
    base = content.root if target.startswith("/") else post.path.parent
    path = Path(os.path.normpath(base / target.lstrip("/")))
    known = content.by_path
    if link.startswith("{static}"):
        return "" if path.is_file() else f"there is no picture {target} below {content.root}; correct the link"
    if path not in known:
        return f"there is no post or page {target} below {content.root}; correct the link"
    anchor = unquote(link.partition("#")[2])
    if anchor and anchor not in _ids(known[path].body):
        return f"{target} has no heading `#{anchor}`; correct the link"
    if known[path].get("Status") == "draft" and post.get("Status") != "draft":
        return f"{target} is a draft, so the link would lead nowhere; publish it, or take the link out"
    return ""


@cache
def _ids(body: str) -> frozenset[str]:
    """The ids of a body's headings, as its page has them."""
    return frozenset(ID.findall(render(body)))


def own_anchors(post: Post, content: Content) -> Iterator[Problem]:
    """A link to a heading of the same post is `[text](#id)`, and there is such a heading.

    A heading's id is its words in small letters, joined by hyphens: `## What to say` is `#what-to-say`.
    """
    for number, row in body_rows(post):
        for anchor in OWN_ANCHOR.findall(row):
            if unquote(anchor) not in (ids := _ids(post.body)):
                yield Problem(
                    post.path, number, f"there is no heading `#{anchor}`{nearest(anchor, ids)}; correct the link"
                )


def own_pictures(post: Post, content: Content) -> Iterator[Problem]:
    """A picture lies in content/images/ and is written `![what it shows]({static}/images/name.jpg)`."""
    for number, row in body_rows(post):
        for match in PICTURE.finditer(row):
            address = match["address"] or match["html"] or ""
            if match["alt"] is not None and not match["alt"].strip():
                yield Problem(post.path, number, f"say between the brackets what the picture `{address}` shows")
            if not IMAGE_LINK.fullmatch(address):
                message = (
                    f"the picture `{address}` is left out of the page; put it into {content.root / 'images'}/ and write"
                )
                yield Problem(post.path, number, f"{message} {{static}}/images/…, so that reading asks nobody else")
