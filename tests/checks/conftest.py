"""A small content folder with one good post in it."""

from pathlib import Path

import pytest

from plugins.checks.files import NEEDED_PAGES
from tests.conftest import ROOT

SUMMARY = "A summary that says in a sentence or two what a reader gets from this."
GOOD = f"""Title: A title
Slug: a-title
Id: urn:uuid:0b6f0d4e-62a5-4b11-8f0e-5c1e7a8f3b99
Date: 2026-11-20
Author: The Night Desk
Category: Love and marriage
Tags: communication, trust, separation
Summary: {SUMMARY}
Status: published
Kind: question-answer
Asker: Nobody

> The letter.

The answer.
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with one good post in it."""
    (tmp_path / "posts/2026").mkdir(parents=True)
    (tmp_path / "pages").mkdir()
    (tmp_path / "posts/2026/a-title.md").write_text(GOOD, encoding="utf-8")
    for page in NEEDED_PAGES:
        (tmp_path / f"pages/{page}.md").write_text(f"Title: {page}\nSlug: {page}\n\nText.\n", encoding="utf-8")
    for name in ("tags.toml", "helplines.toml"):
        (tmp_path / name).write_text((ROOT / "content" / name).read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path
