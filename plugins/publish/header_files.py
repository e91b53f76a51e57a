"""The policy's rules as each host reads them: `_headers`, nginx, Caddy."""

from collections.abc import Iterable, Iterator

from plugins.publish.headers import COMMON, ELSE, Rule


def as_headers_file(rules: Iterable[Rule]) -> str:
    """The rules as a `_headers` file, which Netlify and Cloudflare Pages read."""
    blocks = [("/*", COMMON), *((rule.path, rule.headers) for rule in rules)]
    return "\n".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers) for path, headers in blocks
    )


def as_nginx(rules: Iterable[Rule]) -> str:
    """The rules for nginx, to include in a `server` block that has its own `root`."""
    head = [
        "index index.html;",
        "charset utf-8;",
        "gzip_static on;",
        "absolute_redirect off;",
        "server_tokens off;",
        "error_page 404 410 /404.html;",
        *(f'add_header {name} "{value}" always;' for name, value in (*COMMON, *ELSE)),
        "",
    ]
    blocks = []
    for rule in unlike_others(rules):
        place = "= /index.html" if rule.path == "/" else f"= {rule.path}"
        place = f"^~ {rule.path[:-1]}" if rule.path.endswith("/*") else place
        lines = [f'    add_header {name} "{value}" always;' for name, value in (*COMMON, *rule.headers)]
        blocks += [f"location {place} {{", *lines, "}", ""]
    return "\n".join([*head, *blocks])


def as_caddy(rules: Iterable[Rule], before: str = "") -> str:
    """The rules for Caddy, to import into a site's block that has its own `root`. What is `before` them comes first."""
    common = ["header {", *(f'\t{name} "{value}"' for name, value in (*COMMON, *ELSE)), "}"]
    parts = []
    for number, rule in enumerate(unlike_others(rules), start=1):
        parts += [f"@part{number} path {rule.path}", f"header @part{number} {{"]
        parts += [*(f'\t{name} "{value}"' for name, value in rule.headers), "}"]
    files = ["file_server {", "\tprecompressed br gzip", "}"]
    lines = ["header -Server", "route {", *common, *parts, *before.splitlines(), *files, "}"]
    return "\n".join([*lines, "handle_errors {", *common, "rewrite * /404.html", "file_server", "}", ""])


def unlike_others(rules: Iterable[Rule]) -> Iterator[Rule]:
    """The rules that differ from what holds elsewhere, for servers on which a rule takes the place of a wider one."""
    return (rule for rule in rules if rule.headers != ELSE)
