"""What the ask page says and where it leads."""

from dataclasses import dataclass

from plugins.ask.settings import Config

MESSAGE_FIELD = "message"


@dataclass(frozen=True)
class Embed:
    """A form on our own page: where it is posted, its hidden fields, the field that people leave empty, the letter's.

    `fields` and `attributes` (of the form element) are pairs of name and value.
    """

    action: str
    fields: tuple[tuple[str, str], ...]
    honeypot: str
    message_field: str
    attributes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class AskPage:
    """What the template of the ask page needs to know; `plugins.ask` describes it."""

    is_open: bool
    is_ready: bool
    url: str
    service_name: str
    company: str
    privacy_url: str
    closed_reason: str
    max_words: int
    typical_wait: str
    embed: Embed | None
    test_notice: bool


def ask_page(config: Config) -> AskPage:
    """The ask page of a site with these settings."""
    is_ready = bool(config.form_url)
    return AskPage(
        is_open=config.is_open,
        is_ready=is_ready,
        url=config.form_url,
        service_name=config.service_name,
        company=(config.service.company if config.service else "") or config.service_name,
        privacy_url=config.privacy_url,
        closed_reason=config.closed_reason,
        max_words=config.max_words,
        typical_wait=config.typical_wait,
        embed=_embed(config),
        test_notice=config.is_open and not is_ready,
    )


def _embed(config: Config) -> Embed | None:
    endpoint = config.service.endpoint if config.service else None
    if not config.embed or endpoint is None:
        return None
    fields = [*endpoint.fields]
    if endpoint.key:
        fields.append((endpoint.key, config.form_key))
    if endpoint.redirect and config.thanks_url:
        fields.append((endpoint.redirect, config.thanks_url))
    return Embed(config.form_url, tuple(fields), endpoint.honeypot, MESSAGE_FIELD, endpoint.attributes)
