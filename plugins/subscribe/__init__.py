"""New posts by e-mail, through a newsletter service of the site owner's choice.

Signals: `article_generator_init`. Settings: `SUBSCRIBE_URL` (the service's page where one subscribes, https; '' for
no newsletter), `SUBSCRIBE_SERVICE_NAME` (who runs it; needed where the address is none of `services.SERVICES`).

Templates get, in the context, `subscription`: None, or Subscription(url, service_name, privacy_url ('' where unknown)).
"""

from pelican import signals
from pelican.generators import ArticlesGenerator

from plugins.subscribe.subscription import Config


def add_subscription(generator: ArticlesGenerator) -> None:
    """Put the newsletter into the context that all pages share."""
    generator.context["subscription"] = Config.from_settings(generator.settings).subscription


def register() -> None:
    """Connect the receivers."""
    signals.article_generator_init.connect(add_subscription)
