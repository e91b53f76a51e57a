"""Serves a built site as its host does: finished as `blog publish` finishes it, by a real nginx, with its headers."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import trustme

from plugins.publish.finish import Moved, compress, finish, redirects_of
from plugins.publish.pages import read_pages
from tests.conftest import Built
from tests.servers import SYSTEM, free_port, wait_until_open

CONFIGURATION = """\
daemon off; master_process off; pid {folder}/nginx.pid; error_log stderr;
events {{ worker_connections 256; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port}{tls};
        root {folder}/public;
        include {folder}/server/nginx.conf;
    }}
}}
"""
TLS = " ssl; ssl_certificate {folder}/tls.pem; ssl_certificate_key {folder}/tls.pem"


@contextmanager
def served(built: Built, folder: Path, site_url: str = "", host: str = "") -> Iterator[int]:
    """The port on this machine at which nginx serves a finished copy of a site, made in the empty `folder`.

    `site_url` is the site's own address, as it was built for; with a `host` it is served with TLS, as that host.
    """
    port = free_port()
    compress(finished(built, folder, site_url))
    if host:
        trustme.CA().issue_cert(host).private_key_and_cert_chain_pem.write_to_path(str(folder / "tls.pem"))
    tls = TLS.format(folder=folder) if host else ""
    text = CONFIGURATION.format(folder=folder, port=port, tls=tls)
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    assert shutil.which("nginx", path=SYSTEM["PATH"]), "nginx is missing; `make test` installs it"
    command = ["nginx", "-e", "stderr", "-c", str(folder / "nginx.conf")]
    with subprocess.Popen(command, env=SYSTEM, stderr=subprocess.PIPE) as process:
        try:
            wait_until_open(port, process)
            yield port
        finally:
            process.terminate()
            process.communicate(timeout=20)


def finished(built: Built, folder: Path, site_url: str) -> Path:
    """A copy of a built site with its policy, in `folder`/public; in `folder`/server what a web server includes."""
    public = folder / "public"
    shutil.copytree(built.output, public)
    pages = read_pages(public)
    finish(public, folder / "server", pages, site_url, Moved(redirects_of(pages, site_url), ()))
    return public
