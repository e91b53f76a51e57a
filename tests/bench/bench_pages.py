"""What each type of page weighs and how it scores: `make bench-pages`. A benchmark, never a test.

It builds the site with the tests' own posts among the content, finishes it as it goes to a host, and serves it by nginx
with TLS. Bytes are those of each file compressed with gzip -9. "Beyond" is what is downloaded before paint (HTML and
CSS) less the page's own visible text. "Unused" is the share of the screen style sheet, in bytes, in rules that no
element of the page matched, on a telephone in light and a desk in dark; what waits for a click counts as unused.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.table import Table

from tests.bench.lighthouse import audit
from tests.browser.conftest import SITE_HOST, chromium_path
from tests.browser.nginx import served
from tests.browser.pages import PAGE_TYPES, layout_shift
from tests.browser.unused_styles import unused_styles
from tests.conftest import PUBLISH, ROOT, build
from tests.servers import free_port
from tests.theme.weights import BUDGET, FIRST_ROUND_TRIP, SCRIPTS_BUDGET, scripts_weight, weigh

LOCAL_ONLY = ("draft", "style guide")
SITE = PUBLISH["SITEURL"]
TITLE = f"Bytes, gzip -9. Beyond: at most {BUDGET:,}. Total: at most {FIRST_ROUND_TRIP:,} at 1,000 words"
COLUMNS = ("Page", "Words", "HTML", "CSS", "Text", "Beyond", "Total", "Unused", "Shift", "Perf", "A11y", "Best", "SEO")


def rendered(browser: Browser, address: str) -> tuple[str, str]:
    """The share of styles that a page does not use, and its layout shift, as words."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address)
    shift = layout_shift(page)
    unused = unused_styles(context.new_page(), address)
    context.close()
    return f"{unused:.0%}", f"{shift:.3f}".rstrip("0").rstrip(".")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=3, help="how often Lighthouse looks at each page; 0 for not at all")
    parser.add_argument("types", nargs="*", help=f"types of pages, of: {', '.join(PAGE_TYPES)}")
    options = parser.parse_args()
    types = options.types or [name for name in PAGE_TYPES if name not in LOCAL_ONLY]
    table = Table(*COLUMNS, title=TITLE)
    notes: dict[str, set[str]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for source in (ROOT / "content", ROOT / "tests/site"):
            shutil.copytree(source, folder / "content", dirs_exist_ok=True)
        built = build(folder / "content", folder / "output", "--settings", "publishconf.py", env=PUBLISH)
        with served(built, folder / "nginx", SITE, SITE_HOST) as port, sync_playwright() as playwright:
            inspected = free_port()
            flags = ["--no-sandbox", "--ignore-certificate-errors", f"--remote-debugging-port={inspected}"]
            flags.append(
                f"--host-resolver-rules=MAP {SITE_HOST}:443 127.0.0.1:{port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
            )
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=flags)
            for kind in types:
                path = PAGE_TYPES[kind]
                public = folder / "nginx/public"
                weight = weigh(public, public / path.lstrip("/") / ("" if path.endswith("html") else "index.html"))
                sizes = (weight.words, weight.html, weight.css, weight.text, weight.beyond, weight.total)
                scores: dict[str, int] = {}
                if options.runs:
                    scores, notes[kind] = audit(SITE + path, inspected, options.runs)
                table.add_row(
                    kind, *(f"{size:,}" for size in sizes), *rendered(browser, SITE + path), *map(str, scores.values())
                )
            browser.close()
        scripts = scripts_weight(folder / "nginx/public")
    console = Console(width=132)
    console.print(table)
    console.print(f"All scripts together: {scripts:,} bytes (at most {SCRIPTS_BUDGET:,}).")
    for kind, failed in notes.items():
        if failed:
            console.print(f"{kind}: not passed whole in a run: {', '.join(sorted(failed))}")


if __name__ == "__main__":
    main()
