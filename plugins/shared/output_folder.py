"""Which folder a build may write to: it removes what is in there, so it must be nobody's but its own."""

from pathlib import Path

DEFAULT = "output"
BUILT = ("index.html", "theme/css/page.*.css", "theme/css/print.*.css")
"""What every folder holds that an earlier build made."""


def why_not_output(root: Path, output: Path) -> str:
    """Why a build of the project at `root` may not write to `output`; empty where it may."""
    root, output = root.resolve(), output.resolve()
    if root.is_relative_to(output):
        return "it holds the project itself; name a folder of its own, such as output"
    if output.is_relative_to(root) and output.parent != root:
        inside = output.relative_to(root).parts[0]
        if (root / inside).exists() and inside != DEFAULT:
            return f"it lies in the project's {inside}/; name a folder of its own, such as output"
    if output == root / DEFAULT or not output.exists():
        return ""
    if not output.is_dir():
        return "it is no folder; name one"
    if any(output.iterdir()) and not all(any(output.glob(name)) for name in BUILT):
        return "it holds something that no build made, which would be removed; empty it, or name another folder"
    return ""
