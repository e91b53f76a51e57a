"""Values of settings, read and checked; each function raises SettingError that says what to write instead."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import SplitResult, urlsplit

from plugins.shared.errors import SettingError


def text(settings: Mapping[str, Any], name: str) -> str:
    """A text without space around it, '' where the setting is not there."""
    value = settings.get(name) or ""
    if not isinstance(value, str):
        raise SettingError(name, value, "write a text")
    return value.strip()


def flag(settings: Mapping[str, Any], name: str, default: bool) -> bool:
    """True or False."""
    value = settings.get(name, default)
    if not isinstance(value, bool):
        raise SettingError(name, value, "write True or False")
    return value


def web_address(name: str, value: str) -> SplitResult:
    """The parts of a full https address that anybody may open, without a user or a password in it."""
    try:
        parts = urlsplit(value)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme != "https" or not parts.hostname or parts.username or any(char.isspace() for char in value):
        raise SettingError(name, value, "write a full address that begins with https://")
    return parts


def lies_on(host: str, known: str) -> bool:
    """Whether a host is the known one or below it.

    >>> [lies_on(host, "tally.so") for host in ("tally.so", "desk.tally.so", "nottally.so")]
    [True, True, False]
    """
    return host == known or host.endswith(f".{known}")
