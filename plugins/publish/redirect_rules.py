"""Former addresses as the rules of web servers: where each leads to, and which are gone for good."""

from collections.abc import Iterable, Mapping


def as_redirects_file(moved: Mapping[str, str]) -> str:
    """The rules as a `_redirects` file, which Netlify and Cloudflare Pages read. `moved` has address to address.

    >>> as_redirects_file({"/old/": "/new/"})
    '/old/ /new/ 301\\n'
    """
    return "".join(f"{old} {new} 301\n" for old, new in sorted(moved.items()))


def as_nginx(moved: Mapping[str, str], gone: Iterable[str]) -> str:
    """The rules for nginx, to include in a `server` block.

    >>> print(as_nginx({"/old/": "/new/"}, ["/away/"]), end="")
    location = /old/ { return 301 /new/; }
    location = /away/ { return 410; }
    """
    lines = [f"location = {old} {{ return 301 {new}; }}\n" for old, new in sorted(moved.items())]
    return "".join(lines + [f"location = {address} {{ return 410; }}\n" for address in sorted(gone)])


def as_caddy(moved: Mapping[str, str], gone: Iterable[str]) -> str:
    """The rules for Caddy, to import into a site's block.

    >>> print(as_caddy({"/old/": "/new/"}, ["/away/"]), end="")
    redir /old/ /new/ permanent
    error /away/ 410
    """
    lines = [f"redir {old} {new} permanent\n" for old, new in sorted(moved.items())]
    return "".join(lines + [f"error {address} 410\n" for address in sorted(gone)])
