"""Whom to tell of a hole in the site's safety, as RFC 9116 has it written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from plugins.shared.errors import SettingError, SettingsError
from plugins.shared.header_rules import is_iso_date

ADDRESS = re.compile(r"(?:https://[^\s/]+\.[^\s]+|mailto:[^\s@]+@[^\s@]+\.[^\s@]+|tel:\+[\d-]+)")


@dataclass(frozen=True)
class Contact:
    """`address` is https:, mailto: or tel:, `expires` the last day on which it is promised to hold.

    `site` is the site's own address ('' while that is not known), `language` the one in which one may write.
    """

    address: str
    expires: date
    site: str
    language: str

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any]) -> "Contact | None":
        """Read the settings; None where there is no contact. Raises SettingsError with all that is wrong with them."""
        address, expires = settings.get("SECURITY_TXT_CONTACT", ""), str(settings.get("SECURITY_TXT_EXPIRES", ""))
        if not address:
            return None
        errors = []
        if not ADDRESS.fullmatch(address):
            expected = "must begin with https://, mailto: or tel:+, such as mailto:safety@example.org"
            errors.append(SettingError("SECURITY_TXT_CONTACT", address, expected))
        if not is_iso_date(expires):
            expected = "say until which day SECURITY_TXT_CONTACT holds, at most a year ahead, such as 2027-11-01"
            errors.append(SettingError("SECURITY_TXT_EXPIRES", expires, expected))
        if errors:
            raise SettingsError(errors)
        return cls(address, date.fromisoformat(expires), settings["SITEURL"], settings["DEFAULT_LANG"])

    def as_text(self) -> str:
        """The file.

        >>> print(Contact("tel:+1-201-555-0123", date(2027, 11, 1), "", "en").as_text(), end="")
        Contact: tel:+1-201-555-0123
        Expires: 2027-11-01T23:59:59Z
        Preferred-Languages: en
        """
        own = f"Canonical: {self.site}/.well-known/security.txt\n" if self.site else ""
        expires = f"Expires: {self.expires}T23:59:59Z\n"
        return f"Contact: {self.address}\n{expires}Preferred-Languages: {self.language}\n{own}"
