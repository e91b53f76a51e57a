"""The page on which readers learn how to ask, the form for comments, and the external services that run the forms.

Signals: `article_generator_init`, `page_generator_finalized` (is the page to come back to there?). Settings:
`ASK_FORM_URL` (https; '' while no form is set up), `ASK_FORM_SERVICE` (one of `services.SERVICES`), `ASK_OPEN` (default
True), `ASK_CLOSED_REASON`, `ASK_MAX_WORDS` (default 600), `ASK_TYPICAL_WAIT`; `ASK_SERVICE_NAME` and
`ASK_SERVICE_PRIVACY_URL` for the service `custom`; `ASK_FORM_EMBED` (whether the form stands on our own page; left out:
where the address is an endpoint, which a link could not open), `ASK_FORM_KEY` (for a service that knows a form by its
key), `ASK_THANKS_PATH` (the page of ours that an embedded form comes back to, such as "thanks/"). The form for comments
has the same of its own: `COMMENTS_FORM_URL`, `COMMENTS_FORM_SERVICE`, `COMMENTS_SERVICE_NAME`,
`COMMENTS_SERVICE_PRIVACY_URL`, `COMMENTS_FORM_EMBED`, `COMMENTS_FORM_KEY`, `COMMENTS_THANKS_PATH`.

Templates get, in the context, `ask`: AskPage(is_open, is_ready (a form is set up), url, service_name, company,
privacy_url, closed_reason, max_words, typical_wait, embed (None, or Embed(action, fields, honeypot, message_field,
attributes), fields and attributes tuples of (name, value)), test_notice (open, and no form is set up yet)); and
`comment_form`: None, or CommentForm(url, service_name, company, privacy_url, embed).
`publishconf.py` calls `settings.require_ready`, so that a published page never leads nowhere.
"""

from pelican import signals
from pelican.generators import ArticlesGenerator, PagesGenerator

from plugins.ask.forms import require_thanks_page
from plugins.ask.page import ask_page, comment_form
from plugins.ask.settings import Config


def add_forms(generator: ArticlesGenerator) -> None:
    """Put the ask page and the comment form into the context that all pages share."""
    config = Config.from_settings(generator.settings)
    generator.context |= {"ask": ask_page(config), "comment_form": comment_form(config)}


def check_thanks_pages(generator: PagesGenerator) -> None:
    """Raise SettingError where a page to come back to is not there."""
    config = Config.from_settings(generator.settings)
    for form in (config.form, config.comments):
        require_thanks_page(form, {page.url for page in generator.pages})


def register() -> None:
    """Connect the receivers."""
    signals.article_generator_init.connect(add_forms)
    signals.page_generator_finalized.connect(check_thanks_pages)
