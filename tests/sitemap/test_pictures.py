"""The site map names the pictures of texts, and the days that are known."""

import doctest
from pathlib import Path
from xml.etree import ElementTree

from plugins.sitemap import pictures
from tests.conftest import ROOT
from tests.small_site import build_small_site, post_file

PICTURE = "![A dog]({static}/images/dog.png) and once more ![a dog]({static}/images/dog.png)"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "i": "http://www.google.com/schemas/sitemap-image/1.1"}


def test_the_example_in_the_module_holds() -> None:
    assert doctest.testmod(pictures).failed == 0


def test_pictures_and_days_are_told_where_there_are_any(tmp_path: Path) -> None:
    template = (ROOT / "theme/templates/sitemap.html").read_text(encoding="utf-8")
    files = {
        "posts/a.md": post_file("a", PICTURE, Modified="2026-11-21"),
        "posts/b.md": post_file("b"),
        "pages/c.md": f"Title: C\nSlug: c\n\n{PICTURE}\n",
        "pages/d.md": "Title: D\nSlug: d\nDate: 2026-11-02\n\nText.\n",
        "images/dog.png": "a picture",
    }
    settings = {
        "STATIC_PATHS": ["images"],
        "DIRECT_TEMPLATES": ["sitemap"],
        "SITEMAP_SAVE_AS": "sitemap.xml",
        "JINJA_ENVIRONMENT": {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True},
    }
    days = template.replace("|isodate", '|string|truncate(10, end="")')
    site = build_small_site(tmp_path, ["plugins.posts", "plugins.sitemap"], files, {"sitemap": days}, settings)
    assert site.exit_status == 0, site.said
    told = {
        str(url.findtext("s:loc", "", NAMES)): (
            url.findtext("s:lastmod", "", NAMES),
            [place.text for place in url.iterfind("i:image/i:loc", NAMES)],
        )
        for url in ElementTree.fromstring(site.text("sitemap.xml"))
    }
    dog = "https://example.org/images/dog.png"
    assert told["https://example.org/advice/a/"] == ("2026-11-21", [dog])
    assert told["https://example.org/advice/b/"] == ("2026-11-20", [])
    assert told["https://example.org/c/"] == ("", [dog])
    assert told["https://example.org/d/"] == ("2026-11-02", [])
