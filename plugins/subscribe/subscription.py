"""Whether new posts can be had by e-mail, and through whom: the settings, read and checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.shared.errors import SettingError
from plugins.shared.setting_values import lies_on, text, web_address
from plugins.subscribe.services import SERVICES


@dataclass(frozen=True)
class Subscription:
    """The page at the service where one subscribes, and who runs it. `privacy_url` is '' for a service unknown here."""

    url: str
    service_name: str
    privacy_url: str


@dataclass(frozen=True)
class Config:
    """The settings of this package, `SUBSCRIBE_*`. `subscription` is None while no newsletter is set up."""

    subscription: Subscription | None

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any]) -> "Config":
        """Read and check the settings. Raises SettingError for the first that cannot be used."""
        url, name = text(settings, "SUBSCRIBE_URL"), text(settings, "SUBSCRIBE_SERVICE_NAME")
        if not url:
            return cls(None)
        host = web_address("SUBSCRIBE_URL", url).hostname or ""
        service = next((one for one in SERVICES if any(lies_on(host, known) for known in one.hosts)), None)
        if service is None and not name:
            known = ", ".join(one.name for one in SERVICES)
            expected = f"readers must be told who keeps their address, and {host} is none of {known}; write the name"
            raise SettingError("SUBSCRIBE_SERVICE_NAME", name, expected)
        return cls(Subscription(url, name or (service.name if service else ""), service.privacy_url if service else ""))


def require_usable(settings: Mapping[str, Any]) -> None:
    """Raise SettingError where a newsletter is set up that readers could not judge."""
    Config.from_settings(settings)
