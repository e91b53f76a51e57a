"""Draws the picture that messengers and networks show beside a link: one for each post, and the site's own; and the
icon that telephones look for at `/apple-touch-icon.png`.

Signals: `all_generators_finalized` (says which card is whose), `get_generators` (writes them). Settings: `SITENAME`,
`SITETAGLINE`; `CARDS_CACHE_PATH` (a folder that keeps what was drawn for the next build; '' for none).

Templates get `article.card` on every article and `site_card` in the context, each a Card(path, heading): `path` below
the site's address, `heading` the words on it, for `alt`; CARD_WIDTH and CARD_HEIGHT, in pixels, in the context. A post
with a note on safety, and a draft, has the site's card, so that no preview on a screen tells what somebody reads.
"""

from itertools import chain
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import ArticlesGenerator, Generator
from pelican.writers import Writer

from plugins.cards.cards import Card, Drawer, card_of
from plugins.cards.drawing import HEIGHT, WIDTH

ICON_SIZE = 180
"""Pixels, as telephones ask for it."""


class CardsGenerator(Generator):  # type: ignore[misc]
    """Writes the cards beside the pages that they stand for."""

    def generate_output(self, writer: Writer) -> None:
        """Draw what is not there from an earlier build, and write each card, and the icon, once."""
        settings = self.settings
        cache = settings.get("CARDS_CACHE_PATH", "")
        drawer = Drawer(settings["SITENAME"], settings.get("SITETAGLINE", ""), Path(cache) if cache else None)
        for card in {self.context["site_card"], *(article.card for article in self.context["articles"])}:
            path = Path(self.output_path, card.path)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(drawer.draw(card))
        Path(self.output_path, "apple-touch-icon.png").write_bytes(drawer.draw_icon(ICON_SIZE))


def add_cards(generators: list[Any]) -> None:
    """Say which card each article has, drafts too."""
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            site_card = Card("card.png", generator.settings["SITENAME"], own=False)
            generator.context |= {"site_card": site_card, "CARD_WIDTH": WIDTH, "CARD_HEIGHT": HEIGHT}
            for article in chain(generator.articles, generator.drafts):
                article.card = card_of(article, site_card)


def use_generator(pelican_object: Any) -> type[Generator]:
    """Have cards written by the generator of this package."""
    return CardsGenerator


def register() -> None:
    """Connect the receivers."""
    signals.all_generators_finalized.connect(add_cards)
    signals.get_generators.connect(use_generator)
