"""Forms at external services, each named by what its settings begin with. No text ever goes into an address."""

import difflib
from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from plugins.ask.services import SERVICES, Service
from plugins.shared.errors import SettingError
from plugins.shared.setting_values import lies_on, text, web_address


@dataclass(frozen=True)
class FormConfig:
    """The settings of one form, `ASK_*` or `COMMENTS_*`, each checked. `service` is None while no form is set up."""

    prefix: str
    url: str
    service: Service | None
    service_name: str
    privacy_url: str
    embed: bool
    key: str
    thanks_path: str
    thanks_url: str

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any], prefix: str) -> "FormConfig":
        """Read and check the settings that begin with `prefix`. Raises SettingError for the first that is wrong."""
        service = _service(settings, prefix)
        url = _form_url(settings, prefix, service)
        embed = _embed(settings, prefix, service, url)
        name, privacy_url = _recipient(settings, prefix, service)
        thanks = text(settings, f"{prefix}_THANKS_PATH").strip("/")
        return cls(
            prefix=prefix,
            url=url,
            service=service,
            service_name=name,
            privacy_url=privacy_url,
            embed=embed,
            key=_form_key(settings, prefix, service, embed),
            thanks_path=thanks,
            thanks_url=f"{settings.get('SITEURL', '')}/{thanks}/" if thanks else "",
        )

    @property
    def company(self) -> str:
        """Who receives what is written: the company, or the service's name where they are one."""
        return (self.service.company if self.service else "") or self.service_name


def require_thanks_page(form: FormConfig, addresses: Container[str]) -> None:
    """Refuse to send readers to a page that is not there: raises SettingError. `addresses` are those of the pages."""
    if form.thanks_path and f"{form.thanks_path}/" not in addresses:
        expected = "there is no such page; write and publish one in content/pages/, or leave the setting empty"
        raise SettingError(f"{form.prefix}_THANKS_PATH", f"{form.thanks_path}/", expected)


def _service(settings: Mapping[str, Any], prefix: str) -> Service | None:
    name = text(settings, f"{prefix}_FORM_SERVICE")
    if name and name not in SERVICES:
        close = difflib.get_close_matches(name.casefold().replace(" ", "-"), SERVICES, 1)
        hint = f"; did you mean {close[0]!r}?" if close else ""
        raise SettingError(f"{prefix}_FORM_SERVICE", name, f"write one of {', '.join(SERVICES)}{hint}")
    if not name and text(settings, f"{prefix}_FORM_URL"):
        expected = f"readers must be told who receives what they write; write one of {', '.join(SERVICES)}"
        raise SettingError(f"{prefix}_FORM_SERVICE", name, expected)
    return SERVICES[name] if name and text(settings, f"{prefix}_FORM_URL") else None


def _form_url(settings: Mapping[str, Any], prefix: str, service: Service | None) -> str:
    url = text(settings, f"{prefix}_FORM_URL")
    if service is None:
        return url
    parts = web_address(f"{prefix}_FORM_URL", url)
    host = parts.hostname or ""
    if service.hosts and not any(lies_on(host, known) for known in service.hosts):
        expected = f"a form of {service.name} lies on {' or '.join(service.hosts)}; correct it or {prefix}_FORM_SERVICE"
        raise SettingError(f"{prefix}_FORM_URL", url, expected)
    surplus = {key for key, _ in parse_qsl(parts.query, keep_blank_values=True)} - service.query
    if surplus or parts.fragment:
        expected = "leave out what follows `?` or `#`: what people write must never stand in an address"
        raise SettingError(f"{prefix}_FORM_URL", url, expected)
    return url


def _embed(settings: Mapping[str, Any], prefix: str, service: Service | None, url: str) -> bool:
    """Whether the form stands on our own page: as set, and if unset where the address is an endpoint, not a page."""
    wanted = settings.get(f"{prefix}_FORM_EMBED")
    endpoint = service.endpoint if service else None
    if wanted is None:
        return bool(endpoint and endpoint.pattern.fullmatch(url))
    if wanted not in (True, False):
        raise SettingError(f"{prefix}_FORM_EMBED", wanted, "write True, False, or leave it out")
    if wanted and service and not (endpoint and endpoint.pattern.fullmatch(url)):
        expected = f"{service.name or 'a custom service'} takes no form posted from another page to {url}; write False"
        raise SettingError(f"{prefix}_FORM_EMBED", wanted, expected)
    return bool(wanted and service)


def _form_key(settings: Mapping[str, Any], prefix: str, service: Service | None, embed: bool) -> str:
    key = text(settings, f"{prefix}_FORM_KEY")
    if embed and service and service.endpoint and service.endpoint.key and not key:
        raise SettingError(
            f"{prefix}_FORM_KEY", key, f"{service.name} knows your form by its key; write the key it gave you"
        )
    return key


def _recipient(settings: Mapping[str, Any], prefix: str, service: Service | None) -> tuple[str, str]:
    """The name of who receives a letter, and the address of their privacy page."""
    if service is None:
        return "", ""
    if service.name:
        return service.name, service.privacy_url
    name, privacy_url = text(settings, f"{prefix}_SERVICE_NAME"), text(settings, f"{prefix}_SERVICE_PRIVACY_URL")
    if not name:
        raise SettingError(
            f"{prefix}_SERVICE_NAME", name, "a custom service needs its name, so that readers know who it is"
        )
    web_address(f"{prefix}_SERVICE_PRIVACY_URL", privacy_url)
    return name, privacy_url
