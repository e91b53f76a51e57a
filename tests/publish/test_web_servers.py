"""Real nginx and real Caddy serve what was published: headers, redirects, small copies, and every switch under load."""

import http.client
import os
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.publish.folder import FolderHost
from tests.publish.sites import NUMBER, publish_to, small_release
from tests.servers import SYSTEM, free_port, wait_until_open

REQUESTS = int(os.environ.get("PUBLISH_REQUESTS", "6000"))
"""How many requests each server answers while the site is switched under it; `make bench-publish` asks for more."""

NGINX = """\
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 1;
events {{ worker_connections 256; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {site}/current/public;
        include {site}/current/server/nginx.conf;
    }}
}}
"""
CADDY = """\
{{
\tadmin off
\tauto_https off
}}
http://127.0.0.1:{port} {{
\troot * {site}/current/public
\timport {site}/current/server/Caddyfile
}}
"""
COMMANDS = {
    "nginx": (NGINX, "nginx.conf", ["nginx", "-e", "stderr", "-c"]),
    "caddy": (CADDY, "Caddyfile", ["caddy", "run", "--adapter", "caddyfile", "--config"]),
}

Answer = tuple[int, dict[str, str], bytes]


def ask(port: int, path: str, **headers: str) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


@pytest.fixture(scope="module", params=[*COMMANDS])
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[int, FolderHost]]:
    """A web server of each kind that serves a folder to which a site was published; its port and the folder."""
    folder = tmp_path_factory.mktemp(request.param)
    folder.chmod(0o755)
    for parent in folder.parents[:2]:
        parent.chmod(0o755)  # so that a worker of nginx that is not root may read
    host, port = FolderHost(folder / "www"), free_port()
    publish_to(
        host, small_release(folder / "first", "first", {"search/index.html": SEARCH, "theme/js/s.abcdef1234.js": JS})
    )
    text, name, command = COMMANDS[request.param]
    (folder / name).write_text(text.format(folder=folder, port=port, site=host.folder), encoding="utf-8")
    env = {**SYSTEM, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with subprocess.Popen([*command, str(folder / name)], env=env, stderr=subprocess.PIPE) as process:
        wait_for(port, process)
        yield port, host
        process.terminate()
        process.communicate(timeout=20)


SEARCH = (
    '<!doctype html>\n<html lang="en"><head>\n<meta charset="utf-8">\n<title>Search</title>\n'
    '<script src="/theme/js/s.abcdef1234.js" defer></script></head><body><form action="/search/"></form></body></html>'
)
JS = "import('/pagefind/pagefind.js');"


def wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Wait until the server answers."""
    wait_until_open(port, process)
    ask(port, "/")


def test_every_answer_has_the_policy(server: tuple[int, FolderHost]) -> None:
    port, _ = server
    for path, status in (("/", 200), ("/advice/1/", 200), ("/nowhere/", 404), ("/away/", 410)):
        code, headers, _ = ask(port, path)
        assert code == status
        assert headers["strict-transport-security"] == "max-age=63072000"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert headers["cross-origin-embedder-policy"] == "require-corp"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "camera=()" in headers["permissions-policy"]
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; ")
        assert "frame-ancestors 'none'" in policy
        assert "script" not in policy


def test_only_the_search_may_run_webassembly(server: tuple[int, FolderHost]) -> None:
    port, _ = server
    policy = ask(port, "/search/")[1]["content-security-policy"]
    assert "script-src 'self' 'wasm-unsafe-eval'" in policy
    assert "form-action 'self'" in policy
    assert "wasm" not in ask(port, "/")[1]["content-security-policy"]


def test_pages_are_kept_shortly_and_styles_for_ever(server: tuple[int, FolderHost]) -> None:
    port, host = server
    (style,) = (host.current / "public/theme/css").glob("*.css")
    assert ask(port, "/")[1]["cache-control"] == "public, max-age=300"
    assert ask(port, f"/theme/css/{style.name}")[1]["cache-control"] == "public, max-age=31536000, immutable"


def test_former_addresses_lead_on(server: tuple[int, FolderHost]) -> None:
    port, _ = server
    status, headers, _ = ask(port, "/old/")
    assert (status, headers["location"]) == (301, "/advice/1/")
    status, headers, _ = ask(port, "/advice/1")
    assert status in (301, 308)
    assert headers["location"] == "/advice/1/"


def test_the_page_that_is_not_there_is_the_sites_own(server: tuple[int, FolderHost]) -> None:
    status, _, body = ask(server[0], "/nowhere/")
    assert status == 404
    assert b'id="word"' in body


def test_a_small_copy_is_handed_out(server: tuple[int, FolderHost]) -> None:
    port, host = server
    _, headers, body = ask(port, "/", Accept_Encoding="gzip")
    assert headers["content-encoding"] == "gzip"
    assert body == (host.current / "public/index.html.gz").read_bytes()
    assert "text/html" in headers["content-type"]


def test_no_answer_is_bad_while_the_site_is_switched_under_load(server: tuple[int, FolderHost], tmp_path: Path) -> None:
    port, host = server
    words = ("even", "odd")
    releases = [small_release(tmp_path / word, word) for word in words]
    publish_to(host, releases[0])
    bad: list[tuple[int, int]] = []
    switched = 0

    def load(count: int) -> None:
        for number in range(count):
            status, _, body = ask(port, f"/advice/{number % NUMBER}/")
            style = body.partition(b'href="')[2].partition(b'"')[0].decode()
            if status != 200 or not body.rstrip().endswith(b"</html>") or ask(port, style)[0] != 200:
                bad.append((number, status))

    readers = [threading.Thread(target=load, args=(REQUESTS // 8,)) for _ in range(4)]
    for reader in readers:
        reader.start()
    while any(reader.is_alive() for reader in readers) or switched < 5:
        switched += 1
        publish_to(host, releases[switched % 2])
    assert bad == []
