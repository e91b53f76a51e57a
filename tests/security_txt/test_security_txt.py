"""security.txt: as RFC 9116 has it, where there is somebody to tell."""

import doctest
from pathlib import Path

import pytest

from plugins.security_txt import contact
from plugins.security_txt.contact import Contact
from plugins.shared.errors import SettingsError
from tests.small_site import build_small_site, post_file

FILE = ".well-known/security.txt"
CONTACT = "mailto:safety@example.org"


def test_the_example_in_the_module_holds() -> None:
    assert doctest.testmod(contact).failed == 0


def build(folder: Path, **settings: str) -> tuple[int, str, Path]:
    site = build_small_site(
        folder, ["plugins.posts", "plugins.security_txt"], {"posts/a.md": post_file("a")}, {}, settings
    )
    return site.exit_status, site.said, site.output / FILE


def test_without_a_contact_there_is_no_file(tmp_path: Path) -> None:
    status, said, file = build(tmp_path)
    assert (status, file.exists()) == (0, False), said


def test_the_file_says_whom_to_tell_and_until_when(tmp_path: Path) -> None:
    status, said, file = build(tmp_path, SECURITY_TXT_CONTACT=CONTACT, SECURITY_TXT_EXPIRES="2999-01-31")
    assert status == 0, said
    assert file.read_text(encoding="utf-8").splitlines() == [
        f"Contact: {CONTACT}",
        "Expires: 2999-01-31T23:59:59Z",
        "Preferred-Languages: en",
        "Canonical: https://example.org/.well-known/security.txt",
    ]
    assert "is past" not in said


def test_a_day_that_is_past_is_warned_of(tmp_path: Path) -> None:
    status, said, file = build(tmp_path, SECURITY_TXT_CONTACT=CONTACT, SECURITY_TXT_EXPIRES="2020-01-31")
    assert (status, file.exists()) == (0, True)
    assert "SECURITY_TXT_EXPIRES = 2020-01-31 is past" in said


@pytest.mark.parametrize("address", ["safety@example.org", "http://example.org", "mailto:x\nExpires: never", "tel:123"])
def test_what_is_no_address_stops_the_build_with_all_that_is_wrong(address: str) -> None:
    settings = {"SECURITY_TXT_CONTACT": address, "SECURITY_TXT_EXPIRES": "soon", "SITEURL": "", "DEFAULT_LANG": "en"}
    with pytest.raises(SettingsError) as caught:
        Contact.from_settings(settings)
    assert [error.name for error in caught.value.errors] == ["SECURITY_TXT_CONTACT", "SECURITY_TXT_EXPIRES"]
