"""The settings of the ask page and of the comment form, read and checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.ask.forms import FormConfig
from plugins.ask.services import SERVICES
from plugins.shared.errors import SettingError
from plugins.shared.setting_values import flag, text


@dataclass(frozen=True)
class Config:
    """The settings of this package, `ASK_*` and, for the form of comments, `COMMENTS_*`, each checked."""

    form: FormConfig
    comments: FormConfig
    is_open: bool
    closed_reason: str
    max_words: int
    typical_wait: str

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any]) -> "Config":
        """Read and check the settings. Raises SettingError for the first that cannot be used."""
        return cls(
            form=FormConfig.from_settings(settings, "ASK"),
            comments=FormConfig.from_settings(settings, "COMMENTS"),
            is_open=flag(settings, "ASK_OPEN", True),
            closed_reason=text(settings, "ASK_CLOSED_REASON"),
            max_words=_max_words(settings),
            typical_wait=text(settings, "ASK_TYPICAL_WAIT"),
        )


def require_ready(settings: Mapping[str, Any]) -> None:
    """Refuse to publish an ask page that leads nowhere: raises SettingError that says what to set.

    A page that says that it is closed may be published without a form.
    """
    config = Config.from_settings(settings)
    if config.is_open and not config.form.url:
        names = ", ".join(SERVICES)
        expected = (
            "the ask page has no form to send people to. Set ASK_FORM_URL to your form's https address and "
            f"ASK_FORM_SERVICE to one of {names}; or set ASK_OPEN = False with an ASK_CLOSED_REASON"
        )
        raise SettingError("ASK_FORM_URL", config.form.url, expected)


def _max_words(settings: Mapping[str, Any]) -> int:
    value = settings.get("ASK_MAX_WORDS", 600)
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise SettingError("ASK_MAX_WORDS", value, "write a whole number of words, such as 600")
    return value
