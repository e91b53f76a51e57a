"""Helplines: read, checked, by country."""

import doctest
from datetime import date, timedelta
from pathlib import Path

import pytest

from plugins.checks.rules import check_content
from plugins.helplines import helplines
from plugins.helplines.helplines import phone_link, read_helplines
from plugins.helplines.verification import unverified
from plugins.shared.errors import SiteError
from plugins.shared.header_rules import today
from tests.small_site import build_small_site, post_file

SHIPPED = Path(__file__).parents[2] / "content" / "helplines.toml"
GOOD = """
[[helpline]]
country = "US"
country_name = "United States"
name = "A & <b>line</b>"
phone = "1-800-555-0100"
text = "Text HI to 555"
hours = "always"
address = "https://example.org/us"
for = "domestic abuse"
source = "https://example.org/source"
verified_on = 2026-11-20

[[helpline]]
country = "GB"
country_name = "United Kingdom"
name = "Another"
phone = "+44 20 7946 0000"
hours = "9 to 5"
address = "https://example.org/gb"
for = "suicide and crisis"
source = "https://example.org/source"
verified_on = 2026-11-19

[[helpline]]
country = "US"
country_name = "United States"
name = "A third"
phone = "988"
hours = "always"
address = "https://example.org/988"
for = "suicide and crisis"
source = "https://example.org/source"
verified_on = 2026-11-20
"""


def test_the_examples_in_the_module_hold() -> None:
    assert doctest.testmod(helplines).failed == 0


def test_lines_are_grouped_by_country_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "helplines.toml"
    path.write_text(GOOD, encoding="utf-8")
    us, gb = read_helplines(path)
    assert (us.code, us.name, [line.name for line in us.lines]) == (
        "US",
        "United States",
        ["A & <b>line</b>", "A third"],
    )
    assert (us.lines[0].text, us.lines[1].text, us.lines[0].purpose) == ("Text HI to 555", "", "domestic abuse")
    assert (gb.lines[0].phone_href, gb.lines[0].verified_on.isoformat()) == ("tel:+442079460000", "2026-11-19")


def test_the_helplines_that_ship_are_in_order() -> None:
    countries = read_helplines(SHIPPED)
    assert len(countries) >= 5
    assert all(line.phone_href.removeprefix("tel:").lstrip("+").isdigit() for one in countries for line in one.lines)


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("988", "tel:988"),
        ("(0800) 11 11", "tel:08001111"),
        ("+353 (0)1 234", "tel:+3531234"),
        ("13 11 14", "tel:131114"),
    ],
)
def test_a_number_becomes_a_link(phone: str, link: str) -> None:
    assert phone_link(phone) == link


@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        ('hours = "always"', "", 2, "a helpline needs `hours`"),
        ('hours = "always"', "hours = 24", 2, "a helpline needs `hours`"),
        ('hours = "always"', 'hours = "always"\nfax = "1"', 2, "`fax` is not a helpline's key"),
        ("verified_on = 2026-11-20", "", 2, "`verified_on = None` must be the day"),
        ("verified_on = 2026-11-20", 'verified_on = "2026-11-20"', 2, "`verified_on = 2026-11-20` must be the day"),
        ('country = "US"', 'country = "usa"', 2, "`country = 'usa'` must be two capital letters"),
        ('"United Kingdom"', '"United States"\ntext = 3', 14, "`text` is a text"),
        ('phone = "988"', 'phone = "call us"', 25, "`phone = 'call us'` holds no digit"),
        ("https://example.org/us", "javascript:alert(1)", 2, "`address = 'javascript:alert(1)'` must be a web address"),
        (
            'name = "United States"\nname = "A third"',
            'name = "USA"\nname = "A third"',
            25,
            "`country_name = 'USA'` differs",
        ),
        ("[[helpline]]", "[[line]]\n[[helpline]]", 2, "`line` is not known here"),
        ("[[helpline]]", "[[helpline]", 2, "this is not valid TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, before: str, after: str, line: int, message: str) -> None:
    path = tmp_path / "helplines.toml"
    path.write_text(GOOD.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(SiteError) as caught:
        read_helplines(path)
    told = [(problem.line, problem.message) for problem in caught.value.problems]
    assert any(at == line and said.startswith(message) for at, said in told), told


def test_every_page_gets_the_helplines(tmp_path: Path) -> None:
    files = {"posts/a.md": post_file("a"), "helplines.toml": GOOD}
    template = "{% for country in helplines %}{{ country.code }}: {{ country.lines[0].name }} {% endfor %}"
    site = build_small_site(
        tmp_path, ["plugins.posts", "plugins.helplines"], files, {"index": template, "article": template}
    )
    assert site.exit_status == 0, site.said
    assert (
        site.text("index.html")
        == site.text("advice/a/index.html")
        == "US: A &amp; &lt;b&gt;line&lt;/b&gt; GB: Another "
    )


@pytest.mark.parametrize(("days", "lines"), [(179, []), (180, []), (181, [14]), (182, [2, 14, 25]), (-1, [2, 25])])
def test_a_line_is_to_be_verified_again_after_so_many_days(tmp_path: Path, days: int, lines: list[int]) -> None:
    path = tmp_path / "helplines.toml"
    path.write_text(GOOD.replace("2026-11-20", "2026-01-02").replace("2026-11-19", "2026-01-01"), encoding="utf-8")
    day = date(2026, 1, 2) + timedelta(days=days - 1 if days > 0 else days)
    assert [problem.line for problem in unverified(path, day, 180)] == lines


@pytest.mark.parametrize(("days", "warned", "refused"), [(180, False, False), (181, True, False), (366, True, True)])
def test_the_build_warns_after_half_a_year_and_the_check_refuses_after_a_year(
    tmp_path: Path, days: int, warned: bool, refused: bool
) -> None:
    lines = GOOD.replace("2026-11-20", f"{today() - timedelta(days=days)}").replace("2026-11-19", f"{today()}")
    files = {"posts/a.md": post_file("a"), "helplines.toml": lines}
    site = build_small_site(tmp_path, ["plugins.posts", "plugins.helplines"], files, {})
    assert site.exit_status == 0, site.said
    assert ("A & <b>line</b>` was verified" in site.said) == warned
    rules = [problem.rule for problem in check_content(tmp_path / "content")]
    assert ("helplines-verified" in rules) == refused
    assert "helplines-verified" not in [one.rule for one in check_content(tmp_path / "content", drafts_finished=False)]
