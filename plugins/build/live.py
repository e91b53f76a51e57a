"""What `blog serve` puts into each page: a script that reloads it, and what there is to mend. None is published."""

import html
from collections.abc import Sequence

RELOAD_PATH = "/-/reload"
SCRIPT_PATH = "/-/live.js"
STYLE_PATH = "/-/live.css"

SCRIPT = f"""new EventSource("{RELOAD_PATH}?page=" + encodeURIComponent(location.pathname))
  .addEventListener("built", () => location.reload());
"""
"""It says which page is looked at, so that this one can be built first."""

STYLE = """#blog-serve-problems {
  position: fixed; inset: auto 0 0; z-index: 99; max-block-size: 40vh; overflow: auto; margin: 0;
  padding: 0.5rem 1rem; border-block-start: 3px solid #b3261e; color: #1d1b16; background: #fff4f2;
  font: 0.875rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere;
}
#blog-serve-problems li { margin-block: 0.25rem }
"""


def with_live_parts(page: str, notes: Sequence[str]) -> str:
    """A page of HTML with the reload script and, where there is something to mend, a box that says it."""
    parts = f'<script src="{SCRIPT_PATH}"></script>\n'
    if notes:
        rows = "".join(f"<li>{html.escape(note)}</li>\n" for note in notes)
        title = f"To mend: {len(notes)}"
        parts += (
            f'<link rel="stylesheet" href="{STYLE_PATH}">\n<details id="blog-serve-problems" open>'
            f"<summary>{title}</summary>\n<ul>\n{rows}</ul>\n</details>\n"
        )
    return page.replace("</body>", parts + "</body>") if "</body>" in page else page + parts
