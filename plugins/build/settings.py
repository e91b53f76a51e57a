"""What the build's settings must be."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from plugins.shared.errors import SettingError


def require_site_url(settings: Mapping[str, Any]) -> None:
    """Raise SettingError unless `SITEURL` is an address under which a site can be published."""
    value = settings.get("SITEURL", "")
    parts = urlsplit(value)
    if parts.scheme != "https" or not parts.hostname or parts.query or parts.fragment or value.endswith("/"):
        raise SettingError(
            "SITEURL",
            value,
            "the site's own address is needed to publish, such as https://example.org (https, no slash at the end); "
            "set SITEURL in the environment",
        )
