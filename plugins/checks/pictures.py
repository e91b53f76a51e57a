"""The rule about the pictures of the content."""

from collections.abc import Iterator

from plugins.shared.content import Content
from plugins.shared.errors import Problem

MOST_KIB = 200
"""What a picture may weigh. A page of this blog with all its words weighs about 14; on a slow line (1.6 Mbit/s, the
throttled mobile connection of Lighthouse) 200 KiB take a second."""


def small_pictures(content: Content) -> Iterator[Problem]:
    """A picture weighs at most 200 KiB: many read on a phone, far from a good line.

    Make it as wide as it is shown, 1,200 pixels at most, and save it as WebP or JPEG.
    """
    folder = content.root / "images"
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()):
        kib = path.stat().st_size // 1024
        if kib > MOST_KIB:
            message = f"this picture weighs {kib} KiB; make it smaller than {MOST_KIB} KiB (narrower, or as WebP)"
            yield Problem(path, 0, message)
