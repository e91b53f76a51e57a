"""What the ask page and the comment form say and where they lead."""

from dataclasses import dataclass

from plugins.ask.forms import FormConfig
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


@dataclass(frozen=True)
class CommentForm:
    """What the template of the comment form needs to know; `plugins.ask` describes it."""

    url: str
    service_name: str
    company: str
    privacy_url: str
    embed: Embed | None


def ask_page(config: Config) -> AskPage:
    """The ask page of a site with these settings."""
    form = config.form
    return AskPage(
        is_open=config.is_open,
        is_ready=bool(form.url),
        url=form.url,
        service_name=form.service_name,
        company=form.company,
        privacy_url=form.privacy_url,
        closed_reason=config.closed_reason,
        max_words=config.max_words,
        typical_wait=config.typical_wait,
        embed=_embed(form, "ask"),
        test_notice=config.is_open and not form.url,
    )


def comment_form(config: Config) -> CommentForm | None:
    """The form for comments of a site with these settings; None where none is set up."""
    form = config.comments
    if not form.url:
        return None
    return CommentForm(form.url, form.service_name, form.company, form.privacy_url, _embed(form, "comment"))


def _embed(form: FormConfig, name: str) -> Embed | None:
    """The form to stand on our own page under this name, where it does."""
    endpoint = form.service.endpoint if form.service else None
    if not form.embed or endpoint is None:
        return None
    fields = [(key, value.format(form=name)) for key, value in endpoint.fields]
    if endpoint.key:
        fields.append((endpoint.key, form.key))
    if endpoint.redirect and form.thanks_url:
        fields.append((endpoint.redirect, form.thanks_url))
    attributes = tuple((key, value.format(form=name)) for key, value in endpoint.attributes)
    return Embed(form.url, tuple(fields), endpoint.honeypot, MESSAGE_FIELD, attributes)
