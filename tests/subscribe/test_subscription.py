"""New posts by e-mail: who keeps the address is known from the list's own, or has to be said."""

from pathlib import Path

import pytest

from plugins.shared.errors import SettingError
from plugins.subscribe.services import SERVICES
from plugins.subscribe.subscription import Config, Subscription, require_usable
from tests.small_site import build_small_site, post_file


def subscription(url: str, name: str = "") -> Subscription | None:
    return Config.from_settings({"SUBSCRIBE_URL": url, "SUBSCRIBE_SERVICE_NAME": name}).subscription


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://buttondown.com/light", "Buttondown"),
        ("https://light.substack.com/subscribe", "Substack"),
        ("https://example.us1.list-manage.com/subscribe?u=1&id=2", "Mailchimp"),
        ("https://light.beehiiv.com/", "beehiiv"),
    ],
)
def test_a_known_service_is_named_from_the_address(url: str, name: str) -> None:
    found = subscription(url)
    assert found
    assert (found.url, found.service_name) == (url, name)
    assert found.privacy_url.startswith("https://")


def test_any_other_service_is_named_by_the_setting_and_a_name_that_is_set_counts() -> None:
    assert subscription("https://list.example.org/join", "Example Mail") == Subscription(
        "https://list.example.org/join", "Example Mail", ""
    )
    own = subscription("https://buttondown.com/light", "Buttondown, LLC")
    assert own
    assert own.service_name == "Buttondown, LLC"
    assert subscription("") is None
    assert subscription("", "Buttondown") is None


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("https://list.example.org/join", "SUBSCRIBE_SERVICE_NAME = '': readers must be told who keeps their address"),
        ("https://notsubstack.com/", "notsubstack.com is none of beehiiv, Brevo"),
        ("http://buttondown.com/light", "SUBSCRIBE_URL = 'http://buttondown.com/light': write a full address"),
        ("https://me:pass@buttondown.com/light", "write a full address"),
    ],
)
def test_settings_that_cannot_be_used(url: str, message: str) -> None:
    with pytest.raises(SettingError) as caught:
        require_usable({"SUBSCRIBE_URL": url})
    assert message in str(caught.value)


def test_no_host_is_known_twice() -> None:
    hosts = [host for service in SERVICES for host in service.hosts]
    assert len(hosts) == len(set(hosts))


def test_every_page_gets_the_newsletter(tmp_path: Path) -> None:
    template = "{{ subscription.service_name }} {{ subscription.url }}"
    settings = {"SUBSCRIBE_URL": "https://buttondown.com/light", "SUBSCRIBE_SERVICE_NAME": "<b>Post</b>"}
    plugins = ["plugins.posts", "plugins.subscribe"]
    site = build_small_site(tmp_path, plugins, {"posts/a.md": post_file("a")}, {"index": template}, settings)
    assert site.exit_status == 0, site.said
    assert site.text("index.html") == "&lt;b&gt;Post&lt;/b&gt; https://buttondown.com/light"
