"""What the build's settings must be."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from plugins.shared.errors import SettingError, SettingsError

SITE_URL = re.compile(r"https://[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)*(:\d{1,5})?(/[\w.~-]+)*", re.ASCII)

Rule = Callable[[Mapping[str, Any]], None]
"""Raises SettingError where the settings cannot be used."""


def require(settings: Mapping[str, Any], *rules: Rule) -> None:
    """Apply every rule to the settings. Raises SettingsError with all that they refuse."""
    errors = []
    for rule in rules:
        try:
            rule(settings)
        except SettingError as error:
            errors.append(error)
    if errors:
        raise SettingsError(errors)


def require_site_url(settings: Mapping[str, Any]) -> None:
    """Raise SettingError unless `SITEURL` is an address under which a site can be published."""
    value = settings.get("SITEURL", "")
    if not SITE_URL.fullmatch(value):
        raise SettingError(
            "SITEURL",
            value,
            "the site's own address is needed to publish, such as https://example.org (https, no slash at the end); "
            "set SITEURL in the environment",
        )
