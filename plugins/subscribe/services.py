"""The newsletter services that are known by the address of a list: their names, and where they say what they keep."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Service:
    """A newsletter service; the address of a list lies on one of `hosts` or below it."""

    name: str
    privacy_url: str
    hosts: tuple[str, ...]


SERVICES = (
    Service("beehiiv", "https://www.beehiiv.com/privacy", ("beehiiv.com",)),
    Service("Brevo", "https://www.brevo.com/legal/privacypolicy/", ("brevo.com", "sibforms.com")),
    Service("Buttondown", "https://buttondown.com/legal/privacy", ("buttondown.com", "buttondown.email")),
    Service(
        "EmailOctopus", "https://emailoctopus.com/legal/privacy", ("emailoctopus.com", "eocampaign1.com", "eo.page")
    ),
    Service("Kit", "https://kit.com/privacy", ("kit.com", "ck.page", "convertkit.com")),
    Service("MailerLite", "https://www.mailerlite.com/legal/privacy-policy", ("mailerlite.com", "ml.email")),
    Service(
        "Mailchimp", "https://www.intuit.com/privacy/statement/", ("mailchimp.com", "list-manage.com", "eepurl.com")
    ),
    Service("Substack", "https://substack.com/privacy", ("substack.com",)),
)
"""Every known service, by name."""
