"""Rules about a post's body. Each takes one post and the whole content, and yields what is to be mended."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from plugins.checks.content import Content
from plugins.shared.errors import Problem
from plugins.shared.markdown import PICTURES
from plugins.shared.personal_data import find_personal_data
from plugins.shared.posts import LETTER_KINDS, Post

HEADING = re.compile(r"(#{1,6})[ \t]+\S")
FENCE = re.compile(r"(```|~~~)")
PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<address>[^)\s]*)|<img[^>]*?src=[\"']?(?P<html>[^\"'\s>]*)")
INTERNAL_LINK = re.compile(r"\{(?:filename|static|attach)\}([^)\s#\"'>]+)")


def body_rows(post: Post) -> Iterator[tuple[int, str]]:
    """The body's lines with their numbers in the file, code left out."""
    fenced = False
    for number, row in enumerate(post.body.split("\n"), start=post.body_line):
        if FENCE.match(row):
            fenced = not fenced
        elif not fenced and not row.startswith("    "):
            yield number, row


def not_empty(post: Post, content: Content) -> Iterator[Problem]:
    """A post says something."""
    if not post.body.strip():
        yield Problem(post.path, post.body_line, "the post is empty; write below the header, after a blank line")


def letter_is_quoted(post: Post, content: Content) -> Iterator[Problem]:
    """A question-and-answer post holds its letter as a block quote, and an answer after it."""
    if post.get("Kind") not in LETTER_KINDS or not post.body.strip():
        return
    rows = [(number, row) for number, row in body_rows(post) if row.strip()]
    quoted = [place for place, (_, row) in enumerate(rows) if row.startswith(">")]
    if not quoted:
        yield Problem(post.path, post.body_line, "there is no letter; begin each line of it with `> `")
    elif quoted[-1] == len(rows) - 1:
        yield Problem(post.path, rows[-1][0], "the letter has no answer; write it below the letter, without `> `")


def letters_are_private(post: Post, content: Content) -> Iterator[Problem]:
    """A letter holds nobody's e-mail or postal address, telephone number or handle; an answer may name a helpline's."""
    if post.get("Kind") not in LETTER_KINDS:
        return
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
        last = max(level, 1)


def internal_links(post: Post, content: Content) -> Iterator[Problem]:
    """Links to files of the content name one that exists."""
    for number, row in body_rows(post):
        for name in INTERNAL_LINK.findall(row):
            target = unquote(name)
            base = content.root if target.startswith("/") else post.path.parent
            path = (base / target.lstrip("/")).resolve()
            if not path.is_relative_to(content.root.resolve()) or not path.is_file():
                yield Problem(post.path, number, f"there is no file {target} below {content.root}; correct the link")


def own_pictures(post: Post, content: Content) -> Iterator[Problem]:
    """A picture lies in content/images/ and is written `![what it shows]({static}/images/name.jpg)`."""
    for number, row in body_rows(post):
        for match in PICTURE.finditer(row):
            address = match["address"] or match["html"] or ""
            if match["alt"] is not None and not match["alt"].strip():
                yield Problem(post.path, number, f"say between the brackets what the picture `{address}` shows")
            if not address.startswith(PICTURES):
                message = (
                    f"the picture `{address}` is left out of the page; put it into {content.root / 'images'}/ and write"
                )
                yield Problem(post.path, number, f"{message} {{static}}/images/…, so that reading asks nobody else")
