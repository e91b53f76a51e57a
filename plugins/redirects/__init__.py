"""Leads from former addresses (`Aliases`) to where a post or page is now, by a page that needs no script.

A tag's former slugs (`tag.former`, where a plugin sets it) lead to its page too, and so do the lines of
`content/addresses.txt` that say `moved`.

Signals: `get_generators`. Settings: Pelican's `TAG_URL`. Drafts lead nowhere. An alias that something else has
raises SiteError, before anything is written.

The template `redirect` gets, beside the context that all pages share, `target`: the post, page or tag that has moved,
or for a line that says `moved` an Elsewhere(title, url, summary_text).
"""

from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.redirects.aliases import clashes, file_of
from plugins.shared.errors import SiteError
from plugins.shared.ledger import NAME, moves, read_ledger
from plugins.shared.posts import PAGE_KEYS, POST_KEYS, read_post


@dataclass(frozen=True)
class Elsewhere:
    """An address to which another leads."""

    title: str
    url: str
    summary_text: str = ""


class RedirectsGenerator(Generator):  # type: ignore[misc]
    """Writes a page at every former address of what is published."""

    def generate_context(self) -> None:
        """Raise SiteError with every alias that is taken; posts and pages are known by now."""
        texts = [(read_post(Path(post.source_path), POST_KEYS), f"/{post.url}") for post in self.context["articles"]]
        texts += [(read_post(Path(page.source_path), PAGE_KEYS), f"/{page.url}") for page in self.context["pages"]]
        if problems := sorted(clashes(texts)):
            raise SiteError(problems)

    def generate_output(self, writer: Writer) -> None:
        """Write the pages."""
        for target in chain(self.context["articles"], self.context["pages"]):
            for alias in target.aliases:
                writer.write_file(file_of(alias), self.get_template("redirect"), self.context, target=target)
        for tag, _ in self.context["tags"]:
            for slug in getattr(tag, "former", ()):
                name = self.settings["TAG_URL"].format(slug=slug) + "index.html"
                writer.write_file(name, self.get_template("redirect"), self.context, target=tag)
        for old, new in moves(read_ledger(Path(self.settings["PATH"], NAME)).values()).items():
            if old.endswith(("/", ".html")) and not Path(self.output_path, file_of(old)).exists():
                target = Elsewhere(new, new.lstrip("/"))
                writer.write_file(file_of(old), self.get_template("redirect"), self.context, target=target)


def use_generator(pelican_object: Any) -> type[Generator]:
    """Have redirects written by the generator of this package."""
    return RedirectsGenerator


def register() -> None:
    """Connect the receivers."""
    signals.get_generators.connect(use_generator)
