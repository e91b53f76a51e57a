"""A real Chromium, real web servers (nginx), and a host of our own on this machine in the form service's place."""

import http.server
import shutil
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import trustme
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from pelicanconf import QUICK_EXIT_URL
from tests.browser.nginx import served
from tests.conftest import FORM_URL, PUBLISH, Built

FORM_HOST = FORM_URL.split("/")[2]
SITE_HOST = PUBLISH["SITEURL"].split("/")[2]
EXIT_URL = QUICK_EXIT_URL
EXIT_HOST = EXIT_URL.split("/")[2]


@dataclass(frozen=True)
class FormService:
    """Where the form's host listens, and the path and headers of every request that it got."""

    port: int
    seen: list[tuple[str, dict[str, str]]]


class FormHandler(http.server.BaseHTTPRequestHandler):
    """Answers as the form service's host would, and remembers what it was told."""

    seen: list[tuple[str, dict[str, str]]]

    def do_GET(self) -> None:
        if self.path != "/favicon.ico":  # browsers ask for it of themselves, and when they please
            self.seen.append((self.path, dict(self.headers)))
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>The form</title><h1>The form</h1>")

    def log_message(self, *arguments: object) -> None: ...


def running(server: http.server.HTTPServer) -> Iterator[http.server.HTTPServer]:
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def web_server(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of nginx with the site as built for an author, drafts and all, and the headers of a published one."""
    with served(built, tmp_path_factory.mktemp("nginx")) as port:
        yield f"http://127.0.0.1:{port}"


def with_tls(server: http.server.HTTPServer, host: str) -> http.server.HTTPServer:
    """The server with a certificate for the host, made for this run."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert(host).configure_cert(context)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    return server


@pytest.fixture(scope="session")
def published_port(published: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port at which nginx serves the site as published, with TLS, as its own host."""
    with served(published, tmp_path_factory.mktemp("nginx"), PUBLISH["SITEURL"], SITE_HOST) as port:
        yield port


@pytest.fixture(scope="session")
def form_service() -> Iterator[FormService]:
    """The form's host: a TLS server that remembers what it was asked."""
    handler = type("Handler", (FormHandler,), {"seen": []})
    for server in running(with_tls(http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler), FORM_HOST)):
        yield FormService(server.server_address[1], handler.seen)


def chromium_path() -> str:
    """Where Chromium is on this machine."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert path, "Chromium is missing; `make test` installs it"
    return path


@pytest.fixture(scope="session")
def chromium(published_port: int, form_service: FormService) -> Iterator[Browser]:
    """Chromium, for which no host exists but this machine, the site's own and the form service's."""
    rules = (
        f"MAP {SITE_HOST}:443 127.0.0.1:{published_port}, MAP {FORM_HOST}:443 127.0.0.1:{form_service.port}, "
        f"MAP {EXIT_HOST}:443 127.0.0.1:{form_service.port}, "  # any host of ours will do for where the exit leads
        "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_path(),
            args=["--no-sandbox", f"--host-resolver-rules={rules}", "--ignore-certificate-errors"],
        )
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Opens a browser context as a reader would have it: width, colors, with or without JavaScript."""
    opened: list[BrowserContext] = []

    def open_context(width: int = 360, **options: object) -> BrowserContext:
        new = chromium.new_context(viewport={"width": width, "height": 740}, **options)  # type: ignore[arg-type]
        new.set_default_timeout(15_000)
        opened.append(new)
        return new

    yield open_context
    for each in opened:
        each.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core."""
    return (Path(__file__).parent / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
