"""The pictures beside links: whole, the same each time, and silent where a title would tell too much."""

import doctest
import json
import os
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from plugins.cards import lettering
from plugins.cards.cards import Card, Drawer
from plugins.cards.drawing import HEIGHT, HOUSE, INK, LAMP, NIGHT, PANE, SOFT, WIDTH, draw_card
from plugins.cards.lettering import SIZES, fit, font_of
from tests.conftest import ROOT, Built
from tests.small_site import HOSTILE, SmallSite, build_small_site, post_file

NAME, TAGLINE = "A Light Left On", "Letters about love and family, answered plainly."

Page = Callable[[str], BeautifulSoup]


def picture(data: bytes) -> Image.Image:
    shown = Image.open(BytesIO(data))
    shown.load()
    return shown


def test_the_example_in_the_module_holds() -> None:
    assert doctest.testmod(lettering).failed == 0


@pytest.mark.parametrize("title", ["Short", HOSTILE, "Word " * 200, "W" * 300, "Žižek’s “ça va” – Ελλάδα", "ok\u0301"])
def test_a_card_is_a_small_picture_of_the_right_size(title: str) -> None:
    data = draw_card(title, NAME, TAGLINE)
    assert picture(data).size == (WIDTH, HEIGHT) == (1200, 630)
    assert len(data) < 40_000


def test_cards_and_icons_have_the_colors_of_the_theme() -> None:
    theme = ROOT / "theme"
    light = (theme / "static/css/tokens.css").read_text(encoding="utf-8").partition("@media")[0]
    tokens = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))
    drawn = {
        "night": NIGHT,
        "night-house": HOUSE,
        "night-pane": PANE,
        "lamp": LAMP,
        "night-ink": INK,
        "night-soft": SOFT,
    }
    assert {name: "#{:02x}{:02x}{:02x}".format(*color) for name, color in drawn.items()}.items() <= tokens.items()
    manifest = (theme / "templates/manifest.html").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9a-f]{6}", manifest) == [tokens["paper"], tokens["night"]]
    for icon in ("favicon", "maskable"):
        drawing = (theme / f"static/images/{icon}.svg").read_text(encoding="utf-8")
        assert {*re.findall(r"#[0-9a-f]{6}", drawing)} == {tokens["night"], tokens["lamp"]}


def test_the_same_words_are_the_same_bytes() -> None:
    assert draw_card(HOSTILE, NAME, TAGLINE) == draw_card(HOSTILE, NAME, TAGLINE) != draw_card("Other", NAME, TAGLINE)


@pytest.mark.parametrize("title", ["", " \n", "שלום עולם", "مرحبا", "愛の手紙", "Love 🙂", "q\u0301"])
def test_a_title_that_cannot_be_drawn_leaves_the_card_to_the_site(title: str) -> None:
    assert draw_card(title, NAME, TAGLINE) == draw_card("", NAME, TAGLINE)


def test_a_site_without_a_name_that_can_be_drawn_still_has_its_picture() -> None:
    assert picture(draw_card("", "שלום", "")).size == (WIDTH, HEIGHT)


@pytest.mark.parametrize("title", ["One", "The envelopes in the glove box", "Many words " * 9, "A" * 90, HOSTILE])
def test_a_title_stands_inside_its_box_whole(title: str) -> None:
    size, lines = fit(title, 1000, 290)
    assert size in SIZES
    assert "".join(lines).replace(" ", "") == title.replace(" ", "")
    assert all(font_of(size).getlength(line) <= 1000 for line in lines)
    assert len(lines) * size <= 290


def test_a_title_without_end_is_cut_and_says_so() -> None:
    size, lines = fit("Word " * 200, 1000, 290)
    assert size == SIZES[-1]
    assert lines[-1].endswith(" …")
    assert font_of(size).getlength(lines[-1]) <= 1000


def test_lines_are_evened_out() -> None:
    size, lines = fit("He comes home and goes somewhere else", 1000, 290)
    widths = [font_of(size).getlength(line) for line in lines]
    assert len(lines) > 1
    assert min(widths) > max(widths) / 2


def test_what_was_drawn_is_kept_for_the_next_build(tmp_path: Path) -> None:
    card, other = Card("a/card.png", "A title", own=True), Card("card.png", "A title", own=False)
    drawn = Drawer(NAME, TAGLINE, tmp_path).draw(card)
    [kept] = tmp_path.iterdir()
    os.utime(kept, (1, 1))
    assert Drawer(NAME, TAGLINE, tmp_path).draw(card) == drawn == Drawer(NAME, TAGLINE, None).draw(card)
    assert kept.stat().st_mtime == 1
    assert Drawer(NAME, TAGLINE, tmp_path).draw(other) != drawn
    assert Drawer("Another", TAGLINE, tmp_path).draw(card) != drawn
    assert Drawer(NAME, TAGLINE, tmp_path).draw_icon(180) == Drawer("Another", "", tmp_path).draw_icon(180)
    assert len([*tmp_path.iterdir()]) == 4


def test_a_post_has_its_own_card_and_a_note_on_safety_the_sites(published: Built) -> None:
    def told(address: str) -> dict[str, str]:
        soup = BeautifulSoup((published.output / address / "index.html").read_text(encoding="utf-8"), "lxml")
        tags = soup.select("meta[property^='og:image'], meta[name='twitter:card']")
        return {str(tag.get("property") or tag.get("name")): str(tag["content"]) for tag in tags}

    size = {"og:image:width": "1200", "og:image:height": "630", "twitter:card": "summary_large_image"}
    own = "https://example.org/advice/the-envelopes-in-the-glove-box/card.png"
    assert told("advice/the-envelopes-in-the-glove-box") == size | {
        "og:image": own,
        "og:image:alt": "The Envelopes in the Glove Box",
    }
    neutral = size | {"og:image": "https://example.org/card.png", "og:image:alt": NAME}
    for address in ("advice/when-not-to-try-harder", "", "about", "tag/trust"):
        assert told(address) == neutral
    assert not (published.output / "advice/when-not-to-try-harder/card.png").exists()
    for card in ("card.png", own.removeprefix("https://example.org/")):
        assert picture((published.output / card).read_bytes()).size == (1200, 630)


def test_times_are_those_that_are_known(page: Page) -> None:
    def times(address: str) -> list[str]:
        return [str(tag["content"]) for tag in page(address).select("meta[property$='_time']")]

    assert times("/advice/imported-dated/") == ["2012-03-27"]
    assert times("/advice/imported-undated/") == []
    assert times("/advice/the-envelopes-in-the-glove-box/")[0] == "2026-09-27"


def test_pages_of_a_list_are_told_in_their_order(page: Page) -> None:
    assert [link["href"] for link in page("/").select("head link[rel=next]")] == ["/page/2/"]
    assert [link["href"] for link in page("/page/2/").select("head link[rel=prev]")] == ["/"]
    assert page("/about/").select("head link[rel=prev], head link[rel=next]") == []


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    folder = tmp_path_factory.mktemp("cards")
    files = {
        "posts/a.md": post_file("a", Title=HOSTILE),
        "posts/b.md": post_file("b", Safety="abuse"),
        "posts/c.md": post_file("c", Status="draft"),
    }
    settings = {"CARDS_CACHE_PATH": str(folder / "kept")}
    template = {"article": "{{ [article.card.path, article.card.heading]|tojson }}"}
    return build_small_site(folder, ["plugins.posts", "plugins.cards"], files, template, settings)


def test_every_article_says_which_card_is_its(small: SmallSite) -> None:
    assert small.exit_status == 0, small.said
    assert small.data("advice/a/index.html") == ["advice/a/card.png", HOSTILE]
    assert small.data("advice/b/index.html") == small.data("drafts/c/index.html") == ["card.png", "Small"]
    assert {path.relative_to(small.output).as_posix() for path in small.output.rglob("*.png")} == {
        "apple-touch-icon.png",
        "card.png",
        "advice/a/card.png",
    }
    assert len([*(small.output.parent / "kept").iterdir()]) == 3, "two cards and the icon"


def test_icons_are_there_and_the_manifest_names_them(published: Built) -> None:
    manifest = json.loads((published.output / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert (manifest["name"], manifest["start_url"]) == (NAME, "./")
    for icon in manifest["icons"]:
        data = (published.output / icon["src"]).read_bytes()
        if icon["type"] == "image/svg+xml":
            assert ElementTree.fromstring(data).tag == "{http://www.w3.org/2000/svg}svg"
        else:
            assert icon["sizes"] == "{}x{}".format(*picture(data).size)
    home = BeautifulSoup((published.output / "index.html").read_text(encoding="utf-8"), "lxml")
    assert home.select("link[rel=manifest][href='https://example.org/manifest.webmanifest']")
