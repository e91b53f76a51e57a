"""The settings of the ask page, read and checked. No letter text ever goes into an address."""

import difflib
from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, parse_qsl, urlsplit

from plugins.ask.services import SERVICES, Service
from plugins.shared.errors import SettingError


@dataclass(frozen=True)
class Config:
    """The settings of this package, `ASK_*`, each checked. `service` is None while no form is set up."""

    form_url: str
    service: Service | None
    service_name: str
    privacy_url: str
    embed: bool
    form_key: str
    thanks_path: str
    thanks_url: str
    is_open: bool
    closed_reason: str
    max_words: int
    typical_wait: str

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any]) -> "Config":
        """Read and check the settings. Raises SettingError for the first that cannot be used."""
        service = _service(settings)
        url = _form_url(settings, service)
        embed = _embed(settings, service, url)
        name, privacy_url = _recipient(settings, service)
        thanks = _text(settings, "ASK_THANKS_PATH").strip("/")
        return cls(
            form_url=url,
            service=service,
            service_name=name,
            privacy_url=privacy_url,
            embed=embed,
            form_key=_form_key(settings, service, embed),
            thanks_path=thanks,
            thanks_url=f"{settings.get('SITEURL', '')}/{thanks}/" if thanks else "",
            is_open=_flag(settings, "ASK_OPEN", True),
            closed_reason=_text(settings, "ASK_CLOSED_REASON"),
            max_words=_max_words(settings),
            typical_wait=_text(settings, "ASK_TYPICAL_WAIT"),
        )


def require_ready(settings: Mapping[str, Any]) -> None:
    """Refuse to publish an ask page that leads nowhere: raises SettingError that says what to set.

    A page that says that it is closed may be published without a form.
    """
    config = Config.from_settings(settings)
    if config.is_open and not config.form_url:
        names = ", ".join(SERVICES)
        expected = (
            "the ask page has no form to send people to. Set ASK_FORM_URL to your form's https address and "
            f"ASK_FORM_SERVICE to one of {names}; or set ASK_OPEN = False with an ASK_CLOSED_REASON"
        )
        raise SettingError("ASK_FORM_URL", config.form_url, expected)


def require_thanks_page(config: Config, addresses: Container[str]) -> None:
    """Refuse to send readers to a page that is not there: raises SettingError. `addresses` are those of the pages."""
    if config.thanks_path and f"{config.thanks_path}/" not in addresses:
        expected = "there is no such page; write and publish one in content/pages/, or leave the setting empty"
        raise SettingError("ASK_THANKS_PATH", f"{config.thanks_path}/", expected)


def _service(settings: Mapping[str, Any]) -> Service | None:
    name = _text(settings, "ASK_FORM_SERVICE")
    if name and name not in SERVICES:
        close = difflib.get_close_matches(name.casefold().replace(" ", "-"), SERVICES, 1)
        hint = f"; did you mean {close[0]!r}?" if close else ""
        raise SettingError("ASK_FORM_SERVICE", name, f"write one of {', '.join(SERVICES)}{hint}")
    if not name and _text(settings, "ASK_FORM_URL"):
        expected = f"readers must be told who receives a letter; write one of {', '.join(SERVICES)}"
        raise SettingError("ASK_FORM_SERVICE", name, expected)
    return SERVICES[name] if name and _text(settings, "ASK_FORM_URL") else None


def _form_url(settings: Mapping[str, Any], service: Service | None) -> str:
    url = _text(settings, "ASK_FORM_URL")
    if service is None:
        return url
    parts = _web_address("ASK_FORM_URL", url)
    host = parts.hostname or ""
    if service.hosts and not any(host == known or host.endswith(f".{known}") for known in service.hosts):
        expected = f"a form of {service.name} lies on {' or '.join(service.hosts)}; correct it or ASK_FORM_SERVICE"
        raise SettingError("ASK_FORM_URL", url, expected)
    surplus = {key for key, _ in parse_qsl(parts.query, keep_blank_values=True)} - service.query
    if surplus or parts.fragment:
        expected = "leave out what follows `?` or `#`: what people write must never stand in an address"
        raise SettingError("ASK_FORM_URL", url, expected)
    return url


def _embed(settings: Mapping[str, Any], service: Service | None, url: str) -> bool:
    """Whether the form stands on our own page: as set, and if unset where the address is an endpoint, not a page."""
    wanted = settings.get("ASK_FORM_EMBED")
    endpoint = service.endpoint if service else None
    if wanted is None:
        return bool(endpoint and endpoint.pattern.fullmatch(url))
    if wanted not in (True, False):
        raise SettingError("ASK_FORM_EMBED", wanted, "write True, False, or leave it out")
    if wanted and service and not (endpoint and endpoint.pattern.fullmatch(url)):
        expected = f"{service.name or 'a custom service'} takes no form posted from another page to {url}; write False"
        raise SettingError("ASK_FORM_EMBED", wanted, expected)
    return bool(wanted and service)


def _form_key(settings: Mapping[str, Any], service: Service | None, embed: bool) -> str:
    key = _text(settings, "ASK_FORM_KEY")
    if embed and service and service.endpoint and service.endpoint.key and not key:
        raise SettingError("ASK_FORM_KEY", key, f"{service.name} knows your form by its key; write the key it gave you")
    return key


def _recipient(settings: Mapping[str, Any], service: Service | None) -> tuple[str, str]:
    """The name of who receives a letter, and the address of their privacy page."""
    if service is None:
        return "", ""
    if service.name:
        return service.name, service.privacy_url
    name, privacy_url = _text(settings, "ASK_SERVICE_NAME"), _text(settings, "ASK_SERVICE_PRIVACY_URL")
    if not name:
        raise SettingError("ASK_SERVICE_NAME", name, "a custom service needs its name, so that readers know who it is")
    _web_address("ASK_SERVICE_PRIVACY_URL", privacy_url)
    return name, privacy_url


def _web_address(name: str, value: str) -> SplitResult:
    try:
        parts = urlsplit(value)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme != "https" or not parts.hostname or parts.username or any(char.isspace() for char in value):
        raise SettingError(name, value, "write a full address that begins with https://")
    return parts


def _text(settings: Mapping[str, Any], name: str) -> str:
    value = settings.get(name) or ""
    if not isinstance(value, str):
        raise SettingError(name, value, "write a text")
    return value.strip()


def _flag(settings: Mapping[str, Any], name: str, default: bool) -> bool:
    value = settings.get(name, default)
    if not isinstance(value, bool):
        raise SettingError(name, value, "write True or False")
    return value


def _max_words(settings: Mapping[str, Any]) -> int:
    value = settings.get("ASK_MAX_WORDS", 600)
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise SettingError("ASK_MAX_WORDS", value, "write a whole number of words, such as 600")
    return value
