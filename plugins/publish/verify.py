"""What must be true of a built site before anybody sees it: its pages, its links, its files."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from plugins.publish.pages import BuiltPage, Link, inside
from plugins.shared.errors import Problem

KNOWN_SUFFIXES = frozenset(
    ".html .xml .txt .css .js .json .svg .png .jpg .jpeg .gif .webp .avif .ico .woff2 .webmanifest .pdf "
    ".pf_meta .pf_index .pf_fragment .pf_filter .pagefind .opml .ics".split()
)
"""What a site is made of; any other file has come in by mistake."""

NEEDED = ("index.html", "404.html")
"""Without these a folder is no site of ours, whatever the build said."""

_DRAFT_FOLDER = "drafts"


def check_site(folder: Path, pages: Mapping[str, BuiltPage], site_url: str, hidden: Iterable[str]) -> list[Problem]:
    """Everything that is wrong with the site built in `folder`, whose pages were read into `pages`.

    `hidden` are the slugs of the posts that must not be seen: drafts, scheduled and held ones.
    """
    files = frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())
    found = [
        *check_files(folder, files),
        *check_drafts(folder, files, hidden),
        *check_pages(folder, pages),
        *check_links(folder, files, pages, site_url),
        *check_xml(folder, files, site_url),
    ]
    return sorted(found)


def check_files(folder: Path, files: frozenset[str]) -> Iterator[Problem]:
    """Needed pages are there; files are of a known kind, in the folder itself, not hidden, and differ in letters."""
    for name in NEEDED:
        if name not in files:
            yield Problem(
                folder / name, 0, "a site needs this page, and the build made none; look at what it said", "plan"
            )
    seen: dict[str, str] = {}
    for path in sorted(files):
        where = folder / path
        if where.is_symlink():
            yield Problem(
                where, 0, "this is a symbolic link, which leads out of the site; publish the file itself", "plan"
            )
        elif any(step.startswith(".") for step in path.split("/")) and not path.startswith(".well-known/"):
            yield Problem(where, 0, "a hidden file is no part of a site; remove it from what is copied", "plan")
        elif where.suffix.casefold() not in KNOWN_SUFFIXES:
            yield Problem(where, 0, f"`{where.suffix or where.name}` is no kind of file that a site is made of; "
                          "remove it from what is copied", "plan")  # fmt: skip
        other = seen.setdefault(path.casefold(), path)
        if other != path:
            yield Problem(where, 0, f"on some systems this and {other} are one file; rename one", "plan")


def check_drafts(folder: Path, files: Iterable[str], hidden: Iterable[str]) -> Iterator[Problem]:
    """No draft, scheduled or held post has a page, nor a link in any list or feed."""
    slugs = frozenset(hidden)
    for path in sorted(files):
        steps = path.split("/")
        if steps[0] == _DRAFT_FOLDER or (steps[0] == "advice" and len(steps) > 2 and steps[1] in slugs):
            yield Problem(
                folder / path,
                0,
                "this page is of a post that is not published; mend the template or the settings",
                "drafts",
            )
    if not slugs:
        return
    pattern = re.compile(rf"/advice/({'|'.join(map(re.escape, sorted(slugs)))})/")
    for path in sorted(files):
        if path.endswith((".html", ".xml")) and (match := pattern.search((folder / path).read_text(encoding="utf-8"))):
            yield Problem(
                folder / path, 0, f"this names `{match[0]}`, which is not published; take the link out", "drafts"
            )


def check_pages(folder: Path, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Every element is closed where it was opened, no id stands twice, and no script or style stands in a page."""
    for path, page in pages.items():
        for line, text in page.faults:
            yield Problem(folder / path, line, text, "html")


def check_links(
    folder: Path, files: frozenset[str], pages: Mapping[str, BuiltPage], site_url: str
) -> Iterator[Problem]:
    """Every link inside the site leads to a file that is there, and to an anchor on it; all that loads is ours."""
    for path, page in pages.items():
        for link in page.links:
            if message := _why_broken(link, path, files, pages, site_url):
                yield Problem(folder / path, link.line, message, "links")


def _why_broken(link: Link, path: str, files: frozenset[str], pages: Mapping[str, BuiltPage], site_url: str) -> str:
    target = inside(link.address, site_url, path)
    if target is None:
        elsewhere = urlsplit(link.address).scheme or "//"
        if link.what in ("link", "form") or elsewhere not in ("http", "https", "//"):
            return ""
        return f"`{link.address}` is loaded from elsewhere, which the site's own policy blocks; keep a copy in the site"
    file = file_at(target, files)
    if file is None:
        return f"`{link.address}` leads to nothing on this site; correct the link"
    anchor = unquote(urlsplit(link.address).fragment)
    if anchor and link.what == "link" and file in pages and anchor not in pages[file].ids and anchor != "top":
        return f"`{link.address}` names a place that {file} does not have; correct what stands behind `#`"
    return ""


def file_at(path: str, files: frozenset[str]) -> str | None:
    """The file that answers at a path below the site's root; None for none.

    >>> file_at("about/", frozenset({"about/index.html"}))
    'about/index.html'
    """
    path = unquote(path)
    names = (f"{path}index.html",) if path.endswith("/") or not path else (path,)
    return next((name for name in names if name in files), None)


def check_xml(folder: Path, files: frozenset[str], site_url: str) -> Iterator[Problem]:
    """Feeds and the sitemap are well-formed, and lead to what is there."""
    for path in sorted(path for path in files if path.endswith(".xml")):
        try:
            root = etree.parse(folder / path, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
        except etree.XMLSyntaxError as error:
            yield Problem(folder / path, error.lineno or 0, f"this is not well-formed: {error.msg}", "xml")
            continue
        for node in root.iter("{*}loc", "{*}link", "{*}guid"):
            address = node.get("href") or (node.text or "").strip()
            target = inside(address, site_url, path) if address else None
            if target is not None and file_at(target, files) is None:
                yield Problem(folder / path, node.sourceline or 0, f"`{address}` leads to nothing on this site", "xml")
