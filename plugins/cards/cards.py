"""Which card a post has, and cards kept from one build to the next."""

import hashlib
import inspect
import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from PIL import __version__ as pillow_version

from plugins.cards import drawing, lettering


@dataclass(frozen=True)
class Card:
    """A picture at `path` (below the site's address) with the words `heading`; `own` where they are a post's title."""

    path: str
    heading: str
    own: bool


def card_of(article: Any, site_card: Card) -> Card:
    """The card of an article. It is the site's where a title may give its reader away, or is not published."""
    if article.safety or article.status == "draft":
        return site_card
    return Card(f"{article.url}card.png", article.title, own=True)


@dataclass(frozen=True)
class Drawer:
    """Draws cards and the icon; what an earlier build drew by the same code, of the same values, lies in `cache`."""

    name: str
    tagline: str
    cache: Path | None

    def draw(self, card: Card) -> bytes:
        """The card as PNG."""
        return self._kept(drawing.draw_card, card.heading if card.own else "", self.name, self.tagline)

    def draw_icon(self, size: int) -> bytes:
        """The icon as PNG, of `size` by `size` pixels."""
        return self._kept(drawing.draw_icon, size)

    def _kept(self, draw: Callable[..., bytes], *values: str | int) -> bytes:
        """What `draw` makes of the values, as it was kept or anew."""
        if self.cache is None:
            return draw(*values)
        way = json.dumps([self.way_of_drawing, draw.__name__, *values])
        kept = self.cache / f"{hashlib.sha256(way.encode()).hexdigest()}.png"
        if kept.is_file():
            return kept.read_bytes()
        drawn = draw(*values)
        _put(kept, drawn)
        return drawn

    @cached_property
    def way_of_drawing(self) -> str:
        """What a card's looks depend on beside its words: another drawing or library makes all cards anew."""
        code = inspect.getsource(drawing) + inspect.getsource(lettering)
        return hashlib.sha256(code.encode()).hexdigest() + pillow_version


def _put(path: Path, data: bytes) -> None:
    """Write a file so that it is whole or not there, also where two builds write it at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(data)
    Path(file.name).replace(path)
