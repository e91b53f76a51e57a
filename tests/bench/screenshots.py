"""Pictures of every type of page, to be looked at: `make screenshots`. Beside the tests, and no test."""

import itertools
import shutil
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import sync_playwright
from rich.console import Console

from tests.browser.conftest import chromium_path
from tests.browser.nginx import served
from tests.browser.pages import PAGE_TYPES
from tests.conftest import ROOT, build

FOLDER = ROOT / "test-artifacts/screenshots"
WIDTHS = (360, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def main() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for source in (ROOT / "content", ROOT / "tests/site"):
            shutil.copytree(source, folder / "content", dirs_exist_ok=True)
        built = build(folder / "content", folder / "output")
        with served(built, folder / "nginx") as port, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
            for width, scheme in itertools.product(WIDTHS, SCHEMES):
                page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
                for kind, address in PAGE_TYPES.items():
                    page.goto(f"http://127.0.0.1:{port}{address}")
                    name = kind.replace(",", "").replace(" ", "-")
                    page.screenshot(path=FOLDER / f"{name}-{width}-{scheme}.png", full_page=True)
                page.close()
            browser.close()
    Console().print(f"{len([*FOLDER.iterdir()])} pictures are in {FOLDER.relative_to(ROOT)}/")


if __name__ == "__main__":
    main()
