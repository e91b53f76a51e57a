"""Makes of a built site what goes to a host: each page's policy, headers and redirects for every host, small copies."""

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.publish import header_files, headers, redirect_rules
from plugins.publish.pages import BuiltPage, inside
from plugins.publish.precompress import precompress

HEAD = '<meta charset="utf-8">'
"""The policy stands behind this in every page: nothing that it speaks of may come before it."""

WITH_WASM = (b"pagefind", b"WebAssembly")
"""What a script says that loads the search's WebAssembly."""


@dataclass(frozen=True)
class Moved:
    """Addresses that lead to another one (`moved`, with the path of `SITEURL` in front of both), and those given up."""

    moved: Mapping[str, str]
    gone: Iterable[str]


def finish(public: Path, server: Path, pages: Mapping[str, BuiltPage], site_url: str, moved: Moved) -> None:
    """Finish the site built in `public`, and write into `server` what web servers include.

    `pages` are its pages as they were read from there.
    """
    scripts = wasm_scripts(public)
    needs = {path: headers.needs_of(page, site_url, scripts) for path, page in pages.items()}
    for path, need in needs.items():
        write_policy(public / path, need.policy)
    needs[headers.WORKER] = headers.Needs(script=True, wasm=True)
    files = [path.relative_to(public).as_posix() for path in sorted(public.rglob("*")) if path.is_file()]
    policy = headers.rules_for(files, needs)
    (public / "_headers").write_text(header_files.as_headers_file(policy), encoding="utf-8")
    (public / "_redirects").write_text(redirect_rules.as_redirects_file(moved.moved), encoding="utf-8")
    server.mkdir(parents=True, exist_ok=True)
    texts = {
        "nginx.conf": redirect_rules.as_nginx(moved.moved, moved.gone) + header_files.as_nginx(policy),
        "Caddyfile": header_files.as_caddy(policy, redirect_rules.as_caddy(moved.moved, moved.gone)),
    }
    for name, text in texts.items():
        (server / name).write_text(text, encoding="utf-8")


def compress(public: Path) -> None:
    """Write small copies of what a web server may hand out instead."""
    precompress(public)


def wasm_scripts(public: Path) -> tuple[str, ...]:
    """The paths of the site's own scripts that load WebAssembly."""
    paths = [*sorted(public.glob("theme/**/*.js"))]
    return tuple(
        f"/{path.relative_to(public).as_posix()}"
        for path in paths
        if any(word in path.read_bytes() for word in WITH_WASM)
    )


def write_policy(path: Path, policy: str) -> None:
    """Put a policy into a page, for hosts that take no rules for headers."""
    text = path.read_text(encoding="utf-8")
    tag = f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy, quote=False)}">'
    if tag not in text:
        path.write_text(text.replace(HEAD, f"{HEAD}\n{tag}", 1), encoding="utf-8")


def redirects_of(pages: Mapping[str, BuiltPage], site_url: str) -> dict[str, str]:
    """Where the pages lead that only send readers on: address to address, both below the site's root."""
    found = {}
    for path, page in pages.items():
        for link in page.links:
            target = inside(link.address, site_url, path) if link.what == "refresh" else None
            if target is not None:
                found[f"/{path.removesuffix('index.html')}"] = f"/{target}"
    return found
