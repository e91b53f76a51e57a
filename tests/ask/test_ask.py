"""The ask page's settings, the form services, and what the page gets."""

from pathlib import Path
from typing import Any

import pytest

from plugins.ask.page import ask_page, comment_form
from plugins.ask.services import SERVICES
from plugins.ask.settings import Config, require_ready
from plugins.shared.errors import SettingError
from tests.small_site import build_small_site, post_file

TALLY = {"ASK_FORM_URL": "https://tally.so/r/abc123", "ASK_FORM_SERVICE": "tally"}
CUSTOM = {
    "ASK_FORM_URL": "https://forms.example.org/letter",
    "ASK_FORM_SERVICE": "custom",
    "ASK_SERVICE_NAME": "Example Forms",
    "ASK_SERVICE_PRIVACY_URL": "https://example.org/privacy",
}
FORMSPREE = {"ASK_FORM_URL": "https://formspree.io/f/xyzabc", "ASK_FORM_SERVICE": "formspree"}
WEB3FORMS = {"ASK_FORM_URL": "https://api.web3forms.com/submit", "ASK_FORM_SERVICE": "web3forms"}


def comments(**settings: Any) -> Any:
    named = {name.replace("ASK_", "COMMENTS_", 1): value for name, value in settings.items()}
    return comment_form(Config.from_settings(named))


def page(**settings: Any) -> Any:
    return ask_page(Config.from_settings(settings))


def test_the_services_of_the_table_are_whole() -> None:
    known = "formspree google-forms tally netlify typeform microsoft-forms jotform basin web3forms custom"
    assert [*SERVICES] == known.split()
    for name, service in SERVICES.items():
        if name != "custom":
            assert service.name
            assert service.company
            assert service.privacy_url.startswith("https://")
        if service.endpoint:
            assert service.endpoint.source.startswith("https://")


@pytest.mark.parametrize(
    "settings",
    [
        TALLY,
        CUSTOM,
        FORMSPREE,
        {
            "ASK_FORM_URL": "https://docs.google.com/forms/d/e/1FAI/viewform?usp=sf_link",
            "ASK_FORM_SERVICE": "google-forms",
        },
        {"ASK_FORM_URL": "https://forms.gle/abc", "ASK_FORM_SERVICE": "google-forms"},
        {"ASK_FORM_URL": "https://desk.typeform.com/to/abc", "ASK_FORM_SERVICE": "typeform"},
        {
            "ASK_FORM_URL": "https://forms.office.com/Pages/Response.aspx?id=abc",
            "ASK_FORM_SERVICE": "microsoft-forms",
        },
        {"ASK_FORM_URL": "https://form.jotform.com/123", "ASK_FORM_SERVICE": "jotform"},
        {"ASK_FORM_URL": "https://usebasin.com/f/abc", "ASK_FORM_SERVICE": "basin"},
        {"ASK_FORM_URL": "https://desk.example.org/ask/", "ASK_FORM_SERVICE": "netlify"},
        {**WEB3FORMS, "ASK_FORM_KEY": "key"},
        {"ASK_OPEN": False, "ASK_CLOSED_REASON": "We are on vacation."},
    ],
)
def test_settings_that_may_be_published(settings: dict[str, Any]) -> None:
    require_ready(settings)
    assert page(**settings).url == settings.get("ASK_FORM_URL", "")


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({}, "ASK_FORM_URL = '': the ask page has no form"),
        ({"ASK_FORM_SERVICE": "tally"}, "ASK_FORM_URL = '': the ask page has no form"),
        (
            {"ASK_FORM_URL": "https://tally.so/r/a"},
            "ASK_FORM_SERVICE = '': readers must be told who receives what they write",
        ),
        ({**TALLY, "ASK_FORM_SERVICE": "tallly"}, "did you mean 'tally'"),
        ({**TALLY, "ASK_FORM_SERVICE": "Google Forms"}, "did you mean 'google-forms'"),
        ({**TALLY, "ASK_FORM_URL": "http://tally.so/r/a"}, "begins with https://"),
        ({**TALLY, "ASK_FORM_URL": "tally.so/r/a"}, "begins with https://"),
        ({**TALLY, "ASK_FORM_URL": "https://me:pass@tally.so/r/a"}, "begins with https://"),
        ({**TALLY, "ASK_FORM_URL": "https://[tally"}, "begins with https://"),
        ({**TALLY, "ASK_FORM_URL": "https://tally.so.example.org/r/a"}, "a form of Tally lies on tally.so"),
        ({**TALLY, "ASK_FORM_URL": "https://nottally.so/r/a"}, "a form of Tally lies on tally.so"),
        ({**TALLY, "ASK_FORM_URL": "https://tally.so/r/a?letter=Dear+desk"}, "must never stand in an address"),
        ({**TALLY, "ASK_FORM_URL": "https://tally.so/r/a#letter"}, "must never stand in an address"),
        ({**CUSTOM, "ASK_SERVICE_NAME": ""}, "ASK_SERVICE_NAME = '': a custom service needs its name"),
        ({**CUSTOM, "ASK_SERVICE_PRIVACY_URL": ""}, "ASK_SERVICE_PRIVACY_URL = '': write a full address"),
        ({**TALLY, "ASK_FORM_EMBED": True}, "Tally takes no form posted from another page"),
        ({**TALLY, "ASK_FORM_EMBED": "yes"}, "ASK_FORM_EMBED = 'yes': write True, False"),
        (WEB3FORMS, "ASK_FORM_KEY = '': Web3Forms knows your form by its key"),
        ({**TALLY, "ASK_MAX_WORDS": "600"}, "ASK_MAX_WORDS = '600': write a whole number"),
        ({**TALLY, "ASK_MAX_WORDS": 0}, "ASK_MAX_WORDS = 0: write a whole number"),
        ({**TALLY, "ASK_OPEN": "no"}, "ASK_OPEN = 'no': write True or False"),
        ({**TALLY, "ASK_TYPICAL_WAIT": 3}, "ASK_TYPICAL_WAIT = 3: write a text"),
    ],
)
def test_settings_that_may_not_be_published(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(SettingError) as caught:
        require_ready(settings)
    assert message in str(caught.value)


def test_the_page_says_who_receives_a_letter() -> None:
    tally = page(**TALLY, ASK_MAX_WORDS=400, ASK_TYPICAL_WAIT="a month")
    assert (tally.is_open, tally.is_ready, tally.test_notice, tally.embed) == (True, True, False, None)
    assert (tally.service_name, tally.company) == ("Tally", "Tally BV")
    assert (tally.max_words, tally.typical_wait) == (400, "a month")
    custom = page(**CUSTOM)
    assert (custom.service_name, custom.company) == ("Example Forms", "Example Forms")
    assert custom.privacy_url == "https://example.org/privacy"


def test_a_local_copy_without_a_form_says_so_and_a_closed_page_needs_none() -> None:
    assert (page().is_ready, page().test_notice) == (False, True)
    assert (page(ASK_OPEN=False).test_notice, page(ASK_OPEN=False).is_open) == (False, False)


def test_an_endpoint_is_posted_to_and_never_linked_to_unless_one_says_so() -> None:
    embed = page(**FORMSPREE, ASK_THANKS_PATH="/thanks/", SITEURL="https://example.org").embed
    assert (embed.action, embed.honeypot, embed.message_field) == (FORMSPREE["ASK_FORM_URL"], "_gotcha", "message")
    assert embed.fields == (("_next", "https://example.org/thanks/"),)
    assert page(**FORMSPREE).embed.fields == ()
    assert page(**FORMSPREE, ASK_FORM_EMBED=False).embed is None


def test_services_that_need_more_get_it() -> None:
    assert page(**WEB3FORMS, ASK_FORM_KEY="key").embed.fields == (("access_key", "key"),)
    netlify = page(ASK_FORM_URL="https://desk.example.org/ask/", ASK_FORM_SERVICE="netlify").embed
    assert netlify.fields == (("form-name", "ask"),)
    assert ("data-netlify", "true") in netlify.attributes
    assert ("netlify-honeypot", netlify.honeypot) in netlify.attributes


def test_comments_have_a_form_of_their_own_where_one_is_set() -> None:
    assert comments() is None
    assert page(**TALLY, COMMENTS_FORM_URL="", COMMENTS_FORM_SERVICE="").url == TALLY["ASK_FORM_URL"]
    tally = comments(**TALLY)
    assert (tally.url, tally.company, tally.embed) == (TALLY["ASK_FORM_URL"], "Tally BV", None)
    assert comments(**FORMSPREE).embed.action == FORMSPREE["ASK_FORM_URL"]
    netlify = comments(ASK_FORM_URL="https://desk.example.org/ask/", ASK_FORM_SERVICE="netlify").embed
    assert (netlify.fields, dict(netlify.attributes)["name"]) == ((("form-name", "comment"),), "comment")


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"ASK_FORM_URL": "https://tally.so/r/a"}, "COMMENTS_FORM_SERVICE = '': readers must be told who receives"),
        ({**TALLY, "ASK_FORM_URL": "https://tally.so/r/a?post=one"}, "COMMENTS_FORM_URL = "),
        ({**CUSTOM, "ASK_SERVICE_NAME": ""}, "COMMENTS_SERVICE_NAME = '': a custom service needs its name"),
        ({**TALLY, "ASK_FORM_EMBED": True}, "COMMENTS_FORM_EMBED = True: Tally takes no form"),
        (WEB3FORMS, "COMMENTS_FORM_KEY = '': Web3Forms knows your form by its key"),
    ],
)
def test_settings_of_the_comment_form_that_may_not_be_published(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(SettingError) as caught:
        comments(**settings)
    assert message in str(caught.value)


def test_every_page_gets_the_ask_page(tmp_path: Path) -> None:
    template = "{{ ask.service_name }} {{ ask.url }} {{ ask.closed_reason }}"
    settings = {**TALLY, "ASK_CLOSED_REASON": "<b>Tired</b>"}
    plugins = ["plugins.posts", "plugins.ask"]
    site = build_small_site(tmp_path, plugins, {"posts/a.md": post_file("a")}, {"index": template}, settings)
    assert site.exit_status == 0, site.said
    assert site.text("index.html") == "Tally https://tally.so/r/abc123 &lt;b&gt;Tired&lt;/b&gt;"


@pytest.mark.parametrize(("path", "status"), [("/thanks/", "published"), ("nowhere", "published"), ("thanks", "draft")])
def test_the_page_to_come_back_to_must_be_there(tmp_path: Path, path: str, status: str) -> None:
    files = {
        "posts/a.md": post_file("a"),
        "pages/thanks.md": f"Title: Thanks\nSlug: thanks\nStatus: {status}\n\nIt came.\n",
    }
    settings = {**FORMSPREE, "ASK_THANKS_PATH": path}
    site = build_small_site(tmp_path, ["plugins.posts", "plugins.ask"], files, {}, settings)
    if (path, status) == ("/thanks/", "published"):
        assert site.exit_status == 0, site.said
    else:
        assert site.exit_status != 0
        assert f"ASK_THANKS_PATH = '{path}/': there is no such page" in site.said


def test_a_setting_that_cannot_be_used_stops_the_build(tmp_path: Path) -> None:
    settings = {**TALLY, "ASK_FORM_SERVICE": "tallly"}
    site = build_small_site(tmp_path, ["plugins.posts", "plugins.ask"], {"posts/a.md": post_file("a")}, {}, settings)
    assert site.exit_status != 0
    assert "did you mean 'tally'" in site.said
