"""Rules about the files of the content as a whole."""

from collections.abc import Iterator

from plugins.checks.content import Content
from plugins.shared.comment_files import read_comments
from plugins.shared.errors import Problem, SiteError
from plugins.shared.posts import BESIDE_SUFFIX


def readable(content: Content) -> Iterator[Problem]:
    """Every file can be read, and its header is in order."""
    yield from content.unreadable


def only_posts(content: Content) -> Iterator[Problem]:
    """Below content/posts/ and content/pages/ lie Markdown files that end in `.md`, and nothing else."""
    for folder in ("posts", "pages"):
        for path in sorted((content.root / folder).rglob("*")):
            if path.is_symlink():
                yield Problem(path, 0, "this is a symbolic link; put the file itself here")
            elif path.suffix == BESIDE_SUFFIX:
                yield Problem(path, 0, "an import wrote this beside your post; take what you want, then delete it")
            elif path.is_file() and path.suffix != ".md" and not path.name.startswith("."):
                yield Problem(path, 0, "the build leaves this out; a post ends in `.md`, a picture goes to images/")


def pages_apart(content: Content) -> Iterator[Problem]:
    """No two pages share an address, and no page takes one of the site's own."""
    taken: dict[str, str] = dict.fromkeys(
        ("advice", "archive", "author", "category", "drafts", "feeds", "page", "tag", "theme", "topics"),
        "the site itself",
    )
    for page in content.pages:
        slug = page.get("Slug")
        if slug and slug in taken:
            yield Problem(page.path, page.line_of("Slug"), f"/{slug}/ is taken by {taken[slug]}; change the slug")
        taken[slug] = str(page.path)


def comments(content: Content) -> Iterator[Problem]:
    """Every comments file is in order, and belongs to a post."""
    for path in sorted((content.root / "comments").glob("*.toml")):
        try:
            read_comments(path)
        except SiteError as error:
            yield from error.problems
        if path.stem not in content.by_slug:
            yield Problem(path, 0, f"there is no post `{path.stem}`; name the file after the slug of its post")
