"""The form services that a letter may go through: who receives it, what they say they do with it, how they take it.

Each endpoint names the documentation that its fields were taken from; what a service does not document is left out.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Endpoint:
    """How a service takes a form that stands on our own page and is posted to it.

    `pattern` is what the endpoint's address looks like, `honeypot` the field that people leave empty, `redirect` the
    hidden field with the page to come back to and `key` the hidden field with the form's key ('' where there is none).
    `attributes` and `fields` are what the form element and the form must carry besides (`{form}` in them is the form's
    name), `source` is the documentation.
    """

    pattern: re.Pattern[str]
    honeypot: str
    source: str
    redirect: str = ""
    key: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Service:
    """A form service: its name, the company that receives a letter, and where that says what it does with it.

    An address of its forms lies on one of `hosts` or below it, any will do where there are none; `query` names the
    parameters that such an address may carry.
    """

    name: str
    company: str
    privacy_url: str
    hosts: tuple[str, ...] = ()
    query: frozenset[str] = frozenset()
    endpoint: Endpoint | None = None


SERVICES: Mapping[str, Service] = {
    "formspree": Service(
        "Formspree",
        "Formspree, Inc.",
        "https://formspree.io/legal/privacy-policy/",
        ("formspree.io",),
        endpoint=Endpoint(
            re.compile(r"https://formspree\.io/f/\w+"),
            honeypot="_gotcha",
            redirect="_next",
            source="https://help.formspree.io/articles/building-your-form/honeypot-spam-filtering",
        ),
    ),
    "google-forms": Service(
        "Google Forms",
        "Google LLC",
        "https://policies.google.com/privacy",
        ("docs.google.com", "forms.gle"),
        frozenset({"usp"}),
    ),
    "tally": Service("Tally", "Tally BV", "https://tally.so/help/privacy-policy", ("tally.so",)),
    "netlify": Service(
        "Netlify Forms",
        "Netlify, Inc.",
        "https://www.netlify.com/privacy/",
        endpoint=Endpoint(
            re.compile(r"https://[^/?#]+/[^?#]*"),
            honeypot="bot-field",
            source="https://docs.netlify.com/forms/spam-filters/",
            attributes=(("name", "{form}"), ("data-netlify", "true"), ("netlify-honeypot", "bot-field")),
            fields=(("form-name", "{form}"),),
        ),
    ),
    "typeform": Service(
        "Typeform",
        "Typeform SL",
        "https://www.typeform.com/privacy-policy/",
        ("typeform.com",),
        frozenset({"typeform-source"}),
    ),
    "microsoft-forms": Service(
        "Microsoft Forms",
        "Microsoft Corporation",
        "https://www.microsoft.com/privacy/privacystatement",
        ("forms.office.com", "forms.microsoft.com", "forms.cloud.microsoft"),
        frozenset({"id", "lang", "origin", "route"}),
    ),
    "jotform": Service("Jotform", "Jotform Inc.", "https://www.jotform.com/privacy/", ("jotform.com",)),
    "basin": Service(
        "Basin",
        "Basin",
        "https://usebasin.com/gdpr",
        ("usebasin.com",),
        endpoint=Endpoint(
            re.compile(r"https://(?:www\.)?usebasin\.com/f/\w+"),
            honeypot="_gotcha",
            source="https://docs.usebasin.com/guides/spam-protection/",
        ),
    ),
    "web3forms": Service(
        "Web3Forms",
        "Web3Forms",
        "https://web3forms.com/privacy",
        ("web3forms.com",),
        endpoint=Endpoint(
            re.compile(r"https://api\.web3forms\.com/submit"),
            honeypot="botcheck",
            redirect="redirect",
            key="access_key",
            source="https://docs.web3forms.com/getting-started/api-reference",
        ),
    ),
    "custom": Service("", "", "", query=frozenset({"id", "form"})),
}
"""Every known service by the name that `ASK_FORM_SERVICE` gives it."""
