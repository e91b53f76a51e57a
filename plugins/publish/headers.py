"""What a browser may do with the site: one policy, written for every kind of host.

The Content-Security-Policy of each page allows what that page loads and nothing else: a script only where there is
one, WebAssembly only where the search is, a form only to where it posts. It goes into the page itself, so that hosts
without rules for headers keep it too; as a header it is given for each part of the site, made of the pages there.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from plugins.publish.pages import BuiltPage
from plugins.publish.record import IMMUTABLE

WORKER = "pagefind/pagefind-worker.js"
"""The search's worker: what it may do, its own answer says, not that of the page."""

COMMON = (
    ("Strict-Transport-Security", "max-age=63072000"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    (
        "Permissions-Policy",
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), "
        "magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), usb=(), "
        "xr-spatial-tracking=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
)
"""What holds for every answer of the site, also where there is no page."""

FOR_EVER = "public, max-age=31536000, immutable"
SHORTLY = "public, max-age=300"
A_DAY = "public, max-age=86400"
CSP = "Content-Security-Policy"

SHOWN_ELSEWHERE = ("images", "cards", "feeds")
"""Folders whose files other sites may show: pictures in feed readers, cards beside links."""

_CORP = "Cross-Origin-Resource-Policy"
_HEADER_ONLY = "frame-ancestors 'none'"
_SPLIT_DEEPER = ("theme", "pagefind")
_LOOSE = re.compile(r"(?:theme|pagefind)/[^/]+|_headers|_redirects")
"""Files that need no rule: no reader opens one by itself, and some change their names."""


@dataclass(frozen=True)
class Needs:
    """What a page needs beyond styles and pictures of its own. `forms` are origins or `'self'`, ordered."""

    script: bool = False
    wasm: bool = False
    manifest: bool = False
    forms: tuple[str, ...] = ()

    def __or__(self, other: "Needs") -> "Needs":
        return Needs(
            self.script or other.script,
            self.wasm or other.wasm,
            self.manifest or other.manifest,
            tuple(sorted({*self.forms, *other.forms})),
        )

    @property
    def policy(self) -> str:
        """The Content-Security-Policy that allows this and no more, as a page may carry it.

        Every page may ask the site itself: tools that look at a page read its robots.txt from within it.
        """
        parts = ["default-src 'none'", "style-src 'self'", "img-src 'self'", "connect-src 'self'"]
        if self.script:
            parts.append(f"script-src 'self'{chr(32) + repr('wasm-unsafe-eval') if self.wasm else ''}")
        if self.wasm:
            parts.append("worker-src 'self'")
        if self.manifest:
            parts.append("manifest-src 'self'")
        return "; ".join([*parts, "base-uri 'none'", f"form-action {' '.join(self.forms) or repr('none')}"])


ELSE = ((CSP, f"{Needs().policy}; {_HEADER_ONLY}"), (_CORP, "same-origin"), ("Cache-Control", SHORTLY))
"""What varies from part to part, as it is where nothing else is said."""


def needs_of(page: BuiltPage, site_url: str, with_wasm: Iterable[str] = ()) -> Needs:
    """What a page needs. `with_wasm` are endings of the addresses of the scripts that load WebAssembly."""
    scripts = page.loaded("script", "modulepreload")
    origins = {_origin(address, site_url) for address in page.forms}
    return Needs(
        script=bool(scripts),
        wasm=any(address.endswith(ending) for address in scripts for ending in with_wasm),
        manifest=bool(page.loaded("manifest")),
        forms=tuple(sorted(origins | {"'self'"} if origins else ())),  # services lead back to a page of ours
    )


def _origin(address: str, site_url: str) -> str:
    """Where a form is sent to, as a policy names it."""
    parts = urlsplit(address)
    if not parts.netloc or parts.netloc == urlsplit(site_url).netloc:
        return "'self'"
    return f"{parts.scheme}://{parts.netloc}"


@dataclass(frozen=True)
class Rule:
    """Headers for the addresses of one part of the site: `path` is one address, or ends in `/*` for all below it.

    No address is matched by two rules: some hosts would join two policies.
    """

    path: str
    headers: tuple[tuple[str, str], ...]


def rules_for(files: Iterable[str], needs: Mapping[str, Needs]) -> tuple[Rule, ...]:
    """The rules for the files of a site, ordered by path; `needs` has those of every page by its path."""
    parts: dict[str, list[str]] = {}
    for path in files:
        if path in needs or not _LOOSE.fullmatch(path):
            parts.setdefault(part_of(path), []).append(path)
    return tuple(Rule(part, tuple(_headers(paths, needs))) for part, paths in sorted(parts.items()))


def part_of(path: str) -> str:
    """The part of the site that a file belongs to.

    >>> [part_of(path) for path in ("index.html", "about/index.html", "theme/css/a.css", "pagefind/pagefind.js")]
    ['/', '/about/*', '/theme/css/*', '/pagefind/pagefind.js']
    """
    steps = path.split("/")
    if steps[0] in _SPLIT_DEEPER:
        return f"/{steps[0]}/{steps[1]}/*" if len(steps) > 2 else f"/{path}"
    return f"/{steps[0]}/*" if len(steps) > 1 else "/" if path == "index.html" else f"/{path}"


def cache_of(path: str) -> str:
    """How long a browser may keep a file: what is named by its bytes for ever, pictures a day, pages shortly."""
    if IMMUTABLE.fullmatch(path):
        return FOR_EVER
    return A_DAY if path.endswith((".png", ".jpg", ".jpeg", ".webp", ".avif", ".svg", ".ico", ".gif")) else SHORTLY


def _headers(paths: list[str], needs: Mapping[str, Needs]) -> Iterator[tuple[str, str]]:
    together = Needs()
    for path in paths:
        together |= needs.get(path, Needs())
    yield CSP, f"{together.policy}; {_HEADER_ONLY}"
    shown = paths[0].split("/")[0] in SHOWN_ELSEWHERE
    yield _CORP, "cross-origin" if shown else "same-origin"
    yield "Cache-Control", min({cache_of(path) for path in paths}, key=(SHORTLY, A_DAY, FOR_EVER).index)
