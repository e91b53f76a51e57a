"""Rules about the files of the content as a whole."""

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from plugins.redirects.aliases import OWN_FOLDERS, clashes
from plugins.shared.comment_files import Comment, read_comments
from plugins.shared.content import Content
from plugins.shared.errors import Problem, SiteError
from plugins.shared.personal_data import find_personal_data
from plugins.shared.posts import BESIDE_SUFFIX, KEPT_BY_WINDOWS
from plugins.shared.removed import removed_from

NEEDED_PAGES = ("about", "ask", "help", "house-rules", "privacy", "search", "subscribe")
"""The pages that the menu and the foot of every page link to."""


def only_posts(content: Content) -> Iterator[Problem]:
    """Posts and pages are files that end in `.md` below content/posts/ and content/pages/, and no other file is one."""
    folders = [content.root / name for name in ("posts", "pages")]
    for path in sorted(content.root.rglob("*")):
        is_post = any(path.is_relative_to(folder) for folder in folders)
        if path.is_symlink():
            yield Problem(path, 0, "this is a symbolic link; put the file itself here")
        elif path.is_dir() and is_post and path.suffix == ".md":
            yield Problem(path, 0, "this is a folder, and a name that ends in `.md` is a post's; give it another")
        elif path.is_file() and path.suffix == ".md" and not is_post:
            yield Problem(path, 0, "the build leaves this out; a post goes to posts/YYYY/, a page to pages/")
        elif path.is_file() and is_post and path.suffix not in (".md", BESIDE_SUFFIX) and path.name[0] != ".":
            yield Problem(path, 0, "the build leaves this out; a post ends in `.md`, a picture goes to images/")


def no_imports_beside(content: Content) -> Iterator[Problem]:
    """What an import wrote beside an edited post has been looked at and deleted; the build leaves it out."""
    for path in sorted((content.root / "posts").rglob(f"*{BESIDE_SUFFIX}")):
        yield Problem(path, 0, "an import wrote this beside your post; take what you want, then delete it")


def nothing_left_out(content: Content) -> Iterator[Problem]:
    """All of a text reaches its page: it holds no script, form or style, no handler, and no link that is none.

    The page leaves these out and keeps the words around them. Write code between backticks to show it as it is.
    """
    for post in content.posts + content.pages:
        for found in removed_from(post.body):
            rows = enumerate(post.body.split("\n"), post.body_line)
            line = next((number for number, row in rows if found.casefold() in row.casefold()), post.body_line)
            yield Problem(
                post.path, line, f"`{found}` is left out of the page; take it out, or show it between backticks"
            )


def needed_pages(content: Content) -> Iterator[Problem]:
    """The pages to which every page of the site links are there and published."""
    published = {page.get("Slug") for page in content.pages if page.get("Status") != "draft"}
    for slug in NEEDED_PAGES:
        if slug not in published:
            path = content.root / "pages" / f"{slug}.md"
            yield Problem(path, 0, "every page of the site links to this page; write and publish it")


def pages_apart(content: Content) -> Iterator[Problem]:
    """No two pages share an address, and no page takes one of the site's own."""
    taken: dict[str, str] = dict.fromkeys(
        (*OWN_FOLDERS, "advice", "archive", "authors", "styleguide", "topics", "updates"), "the site itself"
    )
    for page in content.pages:
        slug = page.get("Slug")
        if slug and slug in taken:
            yield Problem(page.path, page.line_of("Slug"), f"/{slug}/ is taken by {taken[slug]}; change the slug")
        taken[slug] = str(page.path)


def aliases_apart(content: Content) -> Iterator[Problem]:
    """No former address is one that a page, a post, the site itself or another former address has."""
    texts = [(post, f"/advice/{post.get('Slug')}/") for post in content.posts]
    yield from clashes(texts + [(page, f"/{page.get('Slug')}/") for page in content.pages])


def names_apart(content: Content) -> Iterator[Problem]:
    """No two files have names that only differ in capitals or in how accents are written, nor one that Windows keeps.

    On many authors' machines two such files are one, and a folder named `con` or `aux` cannot be checked out.
    """
    first: dict[str, Path] = {}
    for path in sorted(content.root.rglob("*")):
        name = unicodedata.normalize("NFC", str(path.relative_to(content.root))).casefold()
        if name in first:
            yield Problem(path, 0, f"on many machines this and {first[name]} are one file; rename one")
        elif path.stem.casefold() in KEPT_BY_WINDOWS:
            yield Problem(path, 0, f"Windows keeps the name `{path.stem}` for itself; choose another")
        first.setdefault(name, path)


def comments(content: Content) -> Iterator[Problem]:
    """Every comments file is in order, belongs to a post, and shows nobody's personal data."""
    for path in sorted((content.root / "comments").glob("*.toml")):
        try:
            yield from _not_private(path, read_comments(path))
        except SiteError as error:
            yield from error.problems
        if path.stem not in content.by_slug:
            yield Problem(path, 0, f"there is no post `{path.stem}`; name the file after the slug of its post")


def _not_private(path: Path, found: Sequence[Comment]) -> Iterator[Problem]:
    """Problems of comments that are shown and hold an e-mail address, a telephone number, an address or a handle."""
    for comment in found:
        data = find_personal_data(f"{comment.author}\n{comment.body}".replace("\\", "")) if not comment.held else ()
        if data:
            told = f"comment {comment.id} holds somebody's {data[0].masked}"
            yield Problem(
                path, 0, f'{told}; give it `status = "held"` and `reason = "personal data"`', "private-comments"
            )
