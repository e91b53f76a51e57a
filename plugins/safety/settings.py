"""The settings of the quick exit, and which pages have one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from plugins.shared.errors import SettingError, SettingsError

WHERE = ("safety", "everywhere")
TEMPLATES = ("help", "ask")
"""The pages that have a quick exit by what they are for: to find help, and to write of what one may have to hide."""


@dataclass(frozen=True)
class QuickExit:
    """Where the quick exit leads (`url`, an https address), and whether every page has it."""

    url: str
    everywhere: bool

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any]) -> "QuickExit":
        """Read `QUICK_EXIT` and `QUICK_EXIT_URL`. Raises SettingsError with all that is wrong with them."""
        where, url = settings.get("QUICK_EXIT", "safety"), settings.get("QUICK_EXIT_URL", "")
        errors = []
        if where not in WHERE:
            errors.append(SettingError("QUICK_EXIT", where, f"must be one of {', '.join(map(repr, WHERE))}"))
        if not _is_web_address(url):
            expected = "must be the address of a harmless page that begins with https://, such as a weather report"
            errors.append(SettingError("QUICK_EXIT_URL", url, expected))
        if errors:
            raise SettingsError(errors)
        return cls(url, where == "everywhere")


def needs_exit(content: Any) -> bool:
    """Whether a post or page touches on what somebody may have to hide: by a safety topic, or by what the page is for.

    >>> from types import SimpleNamespace as Page
    >>> needs_exit(Page(safety=("abuse",))), needs_exit(Page(safety=(), template="help")), needs_exit(Page(safety=()))
    (True, True, False)
    """
    return bool(content.safety) or getattr(content, "template", "") in TEMPLATES


def _is_web_address(value: object) -> bool:
    if not isinstance(value, str) or value.split() != [value]:
        return False
    parts = urlsplit(value)
    return parts.scheme == "https" and bool(parts.hostname)
