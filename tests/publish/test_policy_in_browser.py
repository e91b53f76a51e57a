"""The published site in a real Chromium, from a real nginx with TLS at its own host: the policy blocks none of it."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace

import pytest
import trustme
from playwright.sync_api import BrowserContext, sync_playwright

from plugins.publish.finish import Moved, compress, finish, redirects_of
from plugins.publish.folder import FolderHost
from plugins.publish.hosts import Release
from plugins.publish.pages import read_pages
from plugins.publish.record import record_of
from tests.conftest import PUBLISH, Built
from tests.publish.sites import publish_to
from tests.publish.test_web_servers import NGINX, SYSTEM, free_port, wait_until_open

SITE_URL = PUBLISH["SITEURL"]
HOST = SITE_URL.split("/")[2]
TLS = "listen 127.0.0.1:{port} ssl; ssl_certificate {folder}/tls.pem; ssl_certificate_key {folder}/tls.pem;"


@pytest.fixture(scope="module")
def served(published: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port at which nginx serves the site as published, with TLS, as its own host."""
    folder = tmp_path_factory.mktemp("nginx")
    for place in (folder, *folder.parents[:2]):
        place.chmod(0o755)  # so that a worker of nginx that is not root may read
    public, server = folder / "public", folder / "server"
    shutil.copytree(published.output, public)
    pages = read_pages(public)
    finish(public, server, pages, SITE_URL, Moved(redirects_of(pages, SITE_URL), ()))
    compress(public)
    host, port = FolderHost(folder / "www"), free_port()
    publish_to(host, Release(public, server, replace(record_of(public), server=record_of(server).digest)))
    trustme.CA().issue_cert(HOST).private_key_and_cert_chain_pem.write_to_path(str(folder / "tls.pem"))
    text = NGINX.replace("listen 127.0.0.1:{port};", TLS).format(folder=folder, port=port, site=host.folder)
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    command = ["nginx", "-e", "stderr", "-c", str(folder / "nginx.conf")]
    with subprocess.Popen(command, env=SYSTEM, stderr=subprocess.PIPE) as process:
        wait_until_open(port, process)
        yield port
        process.terminate()
        process.communicate(timeout=20)


@pytest.fixture
def context(served: int) -> Iterator[BrowserContext]:
    """Chromium, for which no host exists but the site's own."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert path, "Chromium is missing; `make test` installs it"
    rules = f"--host-resolver-rules=MAP {HOST}:443 127.0.0.1:{served}, MAP * ~NOTFOUND"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", rules, "--ignore-certificate-errors"]
        )
        opened = browser.new_context(viewport={"width": 360, "height": 740})
        opened.set_default_timeout(15_000)
        yield opened
        browser.close()


def test_the_policy_blocks_nothing_of_ours(context: BrowserContext, published: Built) -> None:
    said: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    post = min((published.output / "advice").iterdir()).name
    for path in ("/", f"/advice/{post}/", "/topics/", "/ask/", "/help/", "/search/"):
        answer = page.goto(f"{SITE_URL}{path}", wait_until="load")
        assert answer
        assert answer.status == 200
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert said == []


def test_the_search_runs_under_the_policy_and_only_there(context: BrowserContext) -> None:
    said: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{SITE_URL}/search/")
    page.locator("main input").first.press_sequentially("love")
    page.locator("main ol a").first.wait_for()
    page.locator("main select").first.select_option(index=1)
    page.locator("main ol a").first.wait_for()
    assert said == []
    page.goto(f"{SITE_URL}/about/")
    compiled = page.evaluate(
        "WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => 'ran', error => error.message)"
    )
    assert "Content Security Policy" in compiled
