"""Small finished sites, as a build and a finish make them, that tell by every page which of them they are."""

import hashlib
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from plugins.publish.finish import Moved, compress, finish
from plugins.publish.hosts import Host, Release
from plugins.publish.pages import read_pages
from plugins.publish.record import Changes, carry, compare, record_of

SITE_URL = "https://example.org"
PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{word}</title>
<link rel="stylesheet" href="/theme/css/page.{fingerprint}.css">
</head>
<body>
<p id="word">{word}</p>
<p>{filling}</p>
</body>
</html>
"""
NUMBER = 12
"""How many pages such a site has beside its home page."""


def small_release(folder: Path, word: str, files: Mapping[str, str] | None = None) -> Release:
    """A finished site below `folder` of which every page holds `word` and loads a style sheet of its own."""
    shutil.rmtree(folder, ignore_errors=True)
    public = folder / "public"
    style = f"body {{ --word: {word} }} /* {'fill ' * 80} */\n"
    fingerprint = hashlib.sha256(style.encode()).hexdigest()[:10]
    page = PAGE.format(word=word, fingerprint=fingerprint, filling="Some words that are read here. " * 30)
    texts = {f"theme/css/page.{fingerprint}.css": style, "index.html": page, "404.html": page}
    texts |= {f"advice/{number}/index.html": page for number in range(NUMBER)}
    for name, text in {**texts, **(files or {})}.items():
        path = public / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    server = folder / "server"
    finish(public, server, read_pages(public), SITE_URL, Moved({"/old/": "/advice/1/"}, ("/away/",)))
    compress(public)
    return Release(public, server, replace(record_of(public), server=record_of(server).digest))


def publish_to(host: Host, release: Release) -> Changes:
    """Publish a release as the command does."""
    with host.lock():
        old = host.read()
        release = replace(release, record=carry(old, release.record))
        changes = compare(old, release.record)
        host.switch(release, changes)
    return changes


def words_of(folder: Path) -> set[str]:
    """Which sites the pages below a folder are of."""
    pages = [path.read_text(encoding="utf-8") for path in folder.rglob("*.html")]
    assert len(pages) == NUMBER + 2
    return {page.partition('<p id="word">')[2].partition("<")[0] for page in pages}
