"""What is published, as its hosts read it: Cloudflare Pages' own server, Netlify's own parsers, nginx with TLS."""

import json
import os
import re
import subprocess
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import trustme

from tests.browser.nginx import finished
from tests.conftest import PUBLISH, ROOT, Built
from tests.publish.test_web_servers import Answer, ask
from tests.servers import SYSTEM, free_port, wait_until_open

HERE = Path(__file__).parent
ALIAS, LEADS_TO = "/2012/03/Imported.html", "/advice/imported-dated/"
QUIET = {"WRANGLER_SEND_METRICS": "false", "CLOUDFLARE_CF_FETCH_ENABLED": "false", "CI": "1"}
NGINX = """\
daemon off; master_process off; pid {folder}/nginx.pid; error_log stderr;
events {{ worker_connections 256; }}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
{servers}
}}
"""


@pytest.fixture(scope="module")
def site(published: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a published site in `public`, and in `server` what a web server includes."""
    folder = tmp_path_factory.mktemp("hosts")
    finished(published, folder, PUBLISH["SITEURL"])
    return folder


def node(script: str, *arguments: str, env: dict[str, str] | None = None) -> Any:
    done = subprocess.run(
        ["node", str(HERE / script), *arguments], env={**os.environ, **(env or {})}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@contextmanager
def running(command: list[str], port: int, folder: Path, env: dict[str, str]) -> Iterator[None]:
    """A server of which the process ends with the block."""
    with subprocess.Popen(command, cwd=folder, env={**SYSTEM, **env}, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE) as process:  # fmt: skip
        try:
            wait_until_open(port, process)
            yield
        finally:
            process.terminate()
            process.communicate(timeout=20)


@pytest.fixture(scope="module")
def cloudflare(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port at which Cloudflare's own `wrangler pages dev` serves the site."""
    folder, port = tmp_path_factory.mktemp("wrangler"), free_port()
    wrangler = str(HERE / "node_modules/.bin/wrangler")
    command = [wrangler, "pages", "dev", str(site / "public"), "--ip", "127.0.0.1", "--port", str(port),
               "--compatibility-date", "2026-01-01"]  # fmt: skip
    with running(command, port, folder, {**QUIET, "HOME": str(folder)}):
        yield port


def policy_of(answer: Answer) -> str:
    status, headers, _ = answer
    assert status == 200
    assert headers["strict-transport-security"] == "max-age=63072000"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-embedder-policy"] == "require-corp"
    assert headers["referrer-policy"] == "no-referrer"
    return headers["content-security-policy"]


def test_cloudflare_sends_each_page_its_one_policy(cloudflare: int) -> None:
    for path in ("/", "/about/", LEADS_TO, "/search/", "/ask/"):
        policy = policy_of(ask(cloudflare, path))
        assert policy.count("default-src 'none'") == 1
        assert "frame-ancestors 'none'" in policy
        assert ("wasm-unsafe-eval" in policy) == (path == "/search/" or path == "/ask/")


def test_cloudflare_keeps_styles_for_ever_and_pages_shortly(cloudflare: int, site: Path) -> None:
    style = next((site / "public/theme/css").glob("*.css"))
    for path, kept in (
        ("/", "public, max-age=300"),
        (f"/theme/css/{style.name}", "public, max-age=31536000, immutable"),
    ):
        assert ask(cloudflare, path)[1]["cache-control"] == kept


def test_cloudflare_sends_former_addresses_on_and_says_what_is_not_there(cloudflare: int) -> None:
    status, headers, _ = ask(cloudflare, ALIAS)
    assert (status, headers["location"]) == (301, LEADS_TO)
    status, _, body = ask(cloudflare, "/nowhere/")
    assert (status, b"default-src 'none'" in body) == (404, True)


def test_netlify_reads_every_line_as_it_is_meant(site: Path) -> None:
    read = node("netlify.mjs", str(site / "public"))
    assert read["errors"] == []
    assert [ALIAS, LEADS_TO, 301] in read["redirects"]
    lines = (site / "public/_headers").read_text(encoding="utf-8").splitlines()
    assert len(read["headers"]) == sum(line.startswith("/") for line in lines)
    assert sum(len(rule["values"]) for rule in read["headers"]) == sum(line.startswith("  ") for line in lines)


def test_the_observatory_gives_nginx_130_points(site: Path, tmp_path: Path) -> None:
    """The server block is the one that the page about nginx tells to write."""
    text = (ROOT / "docs/hosts/nginx.md").read_text(encoding="utf-8")
    servers = textwrap.dedent(re.search(r"(?ms)^ +server \{.*^ +\}\n(?=\n)", text)[0])  # type: ignore[index]
    assert scored(site, tmp_path, servers) == {"grade": "A+", "score": 130, "lost": []}


def test_the_observatory_gives_a_host_without_headers_55_points(site: Path, tmp_path: Path) -> None:
    """As `docs/hosts/README.md` says: a host that takes only what a page itself can say."""
    servers = (
        "server { listen 80; return 301 https://example.org$request_uri; }\n"
        "server { listen 443 ssl; root /var/www/blog/current/public;\n"
        "ssl_certificate /etc/letsencrypt/live/example.org/fullchain.pem;\n"
        "ssl_certificate_key /etc/letsencrypt/live/example.org/privkey.pem; }\n"
    )
    given = scored(site, tmp_path, servers)
    assert (given["grade"], given["score"]) == ("C", 55)
    assert dict(given["lost"]) == {
        "hsts-not-implemented": -20,
        "x-content-type-options-not-implemented": -5,
        "x-frame-options-not-implemented": -20,
    }


def scored(site: Path, folder: Path, servers: str) -> Any:
    """The grade, the points and what costs some, of a site served by real nginx with TLS at ports of this machine."""
    http, https = free_port(), free_port()
    authority = trustme.CA()
    authority.issue_cert("localhost").private_key_and_cert_chain_pem.write_to_path(str(folder / "tls.pem"))
    authority.cert_pem.write_to_path(str(folder / "authority.pem"))
    here = {
        r"listen \[::\]:\S+(?: \w+)*;": "",
        r"listen 80;": f"listen 127.0.0.1:{http};",
        r"listen 443 ssl": f"listen 127.0.0.1:{https} ssl",
        r"https://example\.org": f"https://localhost:{https}",
        r"server_name example\.org": "server_name localhost",
        r"/etc/letsencrypt/live/example\.org/\w+\.pem": str(folder / "tls.pem"),
        r"/var/www/blog/current": str(site),
    }
    for pattern, value in here.items():
        servers = re.sub(pattern, value, servers)
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, servers=servers), encoding="utf-8")
    with running(["nginx", "-e", "stderr", "-c", str(folder / "nginx.conf")], https, folder, {}):
        return node("observatory.mjs", "localhost", str(http), str(https),
                     env={"NODE_EXTRA_CA_CERTS": str(folder / "authority.pem")})  # fmt: skip
