"""The settings of the feeds that are this package's own, read and checked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.shared.errors import SettingError
from plugins.shared.setting_values import text, web_address

_PATH = re.compile(r"[\w.-]+(?:/(?:[\w.-]|\{slug\})+)*", re.ASCII)


@dataclass(frozen=True)
class Config:
    """Paths of feeds below the output folder, '' for none, and the address of a WebSub hub, '' for none."""

    all_json: str
    category_json: str
    tag_json: str
    updates_atom: str
    updates_rss: str
    updates_json: str
    hub_url: str

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any]) -> "Config":
        """Read and check the settings. Raises SettingError for the first that cannot be used."""
        return cls(
            all_json=_path(settings, "FEEDS_ALL_JSON", many=False),
            category_json=_path(settings, "FEEDS_CATEGORY_JSON", many=True),
            tag_json=_path(settings, "FEEDS_TAG_JSON", many=True),
            updates_atom=_path(settings, "FEEDS_UPDATES_ATOM", many=False),
            updates_rss=_path(settings, "FEEDS_UPDATES_RSS", many=False),
            updates_json=_path(settings, "FEEDS_UPDATES_JSON", many=False),
            hub_url=_hub_url(settings),
        )


def _path(settings: Mapping[str, Any], name: str, many: bool) -> str:
    value = settings.get(name) or ""
    if value and (not isinstance(value, str) or not _PATH.fullmatch(value) or ".." in value):
        raise SettingError(
            name, value, "write a path below the output folder, such as feeds/feed.json, or leave it empty"
        )
    if value and ("{slug}" in value) != many:
        expected = "write {slug} where the name of each one goes" if many else "leave out {slug}: this is one feed"
        raise SettingError(name, value, expected)
    return str(value)


def _hub_url(settings: Mapping[str, Any]) -> str:
    value = text(settings, "FEEDS_HUB_URL")
    if value:
        web_address("FEEDS_HUB_URL", value)
    return value
