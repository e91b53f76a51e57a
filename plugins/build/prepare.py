"""What can be done for the next build before it is asked for: it depends on nothing but the text itself."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from plugins.shared.errors import SiteError
from plugins.shared.markdown import TEXTS_KEPT, convert
from plugins.shared.posts import PAGE_KEYS, POST_KEYS, read_post


def prepare(content: Path) -> Iterator[None]:
    """Convert the posts and pages that were saved last, as many as are kept; one at each step."""
    files = [*content.glob("posts/**/*.md"), *content.glob("pages/**/*.md")]
    newest = sorted(files, key=lambda path: path.stat().st_mtime, reverse=True)
    for path in newest[:TEXTS_KEPT]:
        with contextlib.suppress(SiteError):  # the build will tell
            convert(read_post(path, (*POST_KEYS, *PAGE_KEYS)).body)
        yield
