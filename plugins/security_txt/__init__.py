"""Writes `/.well-known/security.txt` (RFC 9116), by which one tells of a hole in the site's safety.

Signals: `get_generators`. Settings: `SECURITY_TXT_CONTACT` (https:, mailto: or tel:; '' for no file) and
`SECURITY_TXT_EXPIRES`, the day until which the contact is promised to hold: said and never reckoned, so that the same
settings make the same file. A day that is past is warned of. Templates get nothing.
"""

import logging
from pathlib import Path

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.security_txt.contact import Contact
from plugins.shared.header_rules import today

logger = logging.getLogger(__name__)


class SecurityTxtGenerator(Generator):  # type: ignore[misc]
    """Writes the file."""

    def generate_context(self) -> None:
        """Read the settings. Raises SettingsError with all that is wrong with them."""
        self.contact = Contact.from_settings(self.settings)

    def generate_output(self, writer: Writer) -> None:
        """Write it, where there is a contact."""
        if self.contact is None:
            return
        if (day := self.contact.expires) < today():
            logger.warning("SECURITY_TXT_EXPIRES = %s is past; see that the contact holds, and set a day to come", day)
        path = Path(self.output_path, ".well-known/security.txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.contact.as_text(), encoding="utf-8")


def use_generator(pelican_object: object) -> type[Generator]:
    """Have the file written by the generator of this package."""
    return SecurityTxtGenerator


def register() -> None:
    """Connect the receivers."""
    signals.get_generators.connect(use_generator)
