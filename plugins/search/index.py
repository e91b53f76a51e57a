"""The index that the search page looks through, made by Pagefind from the built pages."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from plugins.search.settle import settle
from plugins.shared.errors import IndexingError

FOLDER = "pagefind"
"""Where the index lies in the output folder."""

NOT_USED = ("pagefind-*ui.*", "pagefind-highlight.js")
"""What Pagefind writes and no page of ours loads: its own user interfaces."""


def build_index(output: Path, posts: int) -> None:
    """Index the published pages of the site built in `output`, anew, into `output/pagefind`.

    `posts` is how many posts are published: the index must hold so many pages, neither more nor fewer, and with none
    there is no index. The same pages make the same bytes. Raises IndexingError.
    """
    shutil.rmtree(output / FOLDER, ignore_errors=True)
    if not posts:
        return
    try:
        _run_pagefind(output)
        _compare(count_pages(output), posts)
    except IndexingError:
        shutil.rmtree(output / FOLDER, ignore_errors=True)
        raise
    for pattern in NOT_USED:
        for path in (output / FOLDER).glob(pattern):
            path.unlink()
    settle(output / FOLDER)


def count_pages(output: Path) -> int:
    """How many pages the index in `output` holds, of all languages."""
    try:
        entry = json.loads((output / FOLDER / "pagefind-entry.json").read_text(encoding="utf-8"))
        return sum(language["page_count"] for language in entry["languages"].values())
    except (OSError, ValueError, KeyError) as error:
        raise IndexingError(f"the search index cannot be read ({error}); build again") from error


def _run_pagefind(output: Path) -> None:
    command = [sys.executable, "-m", "pagefind_bin", "--site", str(output), "--output-subdir", FOLDER, "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = " ".join((done.stderr or done.stdout).split())
        raise IndexingError(f"Pagefind could not make the search index: {said}")


def _compare(pages: int, posts: int) -> None:
    if pages != posts:
        raise IndexingError(
            f"the search index holds {pages} pages, but {posts} posts are published; only the page of a published post "
            "may have `data-pagefind-body` in the theme, and each must have it"
        )
