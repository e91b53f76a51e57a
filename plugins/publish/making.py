"""Makes a release of a built site: checks it, finishes it, and lists its files and its addresses."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from plugins.publish.finish import Moved, compress, finish, redirects_of
from plugins.publish.hosts import Release
from plugins.publish.pages import read_pages
from plugins.publish.record import record_of
from plugins.publish.target import PRECOMPRESSED, Target
from plugins.publish.verify import check_site
from plugins.shared.build_result import BuildResult
from plugins.shared.errors import Problem, SiteError
from plugins.shared.ledger import NAME, Entry, address_of, moves, vanishing
from plugins.shared.posts import find_posts, read_post


def make_release(
    built: BuildResult,
    server: Path,
    content: Path,
    entries: Mapping[str, Entry],
    settings: Mapping[str, Any],
    target: Target,
) -> tuple[Release, dict[str, str]]:
    """Check what was built and make a release of it; and give its addresses with their Ids. Raises SiteError."""
    public, site_url = built.output, settings["SITEURL"]
    pages = read_pages(public)
    hidden = [read_post(path).get("Slug") for path in (*built.drafts, *built.held, *built.scheduled)]
    problems = check_site(public, pages, site_url, hidden)
    ids = addresses_of(public, built.addresses)
    problems += vanishing(content / NAME, entries, ids, posts_by_id(content))
    if problems:
        raise SiteError([_shown(problem, public) for problem in problems])
    base = urlsplit(site_url).path
    moved = {**redirects_of(pages, site_url), **moves(entries.values())}
    gone = [f"{base}{entry.address}" for entry in entries.values() if entry.gone]
    both = {f"{base}{old}": f"{base}{new}" for old, new in moved.items()}
    finish(public, server, pages, site_url, Moved(both, gone))
    if target.kind in PRECOMPRESSED:
        compress(public)
    record = replace(record_of(public), server=record_of(server).digest)
    return Release(public, server, record), ids


def addresses_of(public: Path, known: Mapping[str, str]) -> dict[str, str]:
    """Every address of the built site that is to be kept, with the Id of what stands there, '' for none."""
    files = sorted(path.relative_to(public).as_posix() for path in public.rglob("*") if path.is_file())
    return {address: known.get(address, "") for address in map(address_of, files) if address}


def posts_by_id(content: Path) -> dict[str, tuple[Path, str]]:
    """Of every post, published or not, its file and its address, by its Id."""
    posts = map(read_post, find_posts(content))
    return {post.get("Id"): (post.path, f"/advice/{post.get('Slug')}/") for post in posts}


def _shown(problem: Problem, public: Path) -> Problem:
    """A problem of the built site, with the path of its file in the site."""
    inside = problem.path.is_relative_to(public)
    return replace(problem, path=Path("(built)") / problem.path.relative_to(public)) if inside else problem
