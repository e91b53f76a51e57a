"""Which pages have a quick exit, and where it leads."""

import doctest
from pathlib import Path

import pytest

from plugins.safety import settings
from plugins.safety.settings import QuickExit
from plugins.shared.errors import SettingsError
from tests.conftest import Run
from tests.small_site import build_small_site, post_file

URL = "https://www.example.org/weather"
WORDS = "{{ quick_exit.url }} {{ quick_exit.everywhere }} {{ (article or page or {}).quick_exit }}"
FILES = {
    "posts/plain.md": post_file("plain"),
    "posts/hard.md": post_file("hard", Safety="abuse"),
    "posts/draft.md": post_file("draft", Safety="abuse", Status="draft"),
    "pages/ask.md": "Title: Ask\nSlug: ask\nTemplate: ask\n\nText\n",
    "pages/help.md": "Title: Help\nSlug: help\nTemplate: help\n\nText\n",
    "pages/about.md": "Title: About\nSlug: about\n\nText\n",
}


def test_the_examples_in_the_module_hold() -> None:
    assert doctest.testmod(settings).failed == 0


def test_pages_with_a_safety_topic_and_those_for_help_and_questions_have_one(tmp_path: Path) -> None:
    templates = dict.fromkeys(("index", "article", "page", "help", "ask"), WORDS)
    site = build_small_site(
        tmp_path, ["plugins.posts", "plugins.tags", "plugins.safety"], FILES, templates, {"QUICK_EXIT_URL": URL}
    )
    assert site.exit_status == 0, site.said
    marked = {
        name: site.text(f"{name}/index.html")
        for name in ("advice/plain", "advice/hard", "drafts/draft", "help", "ask", "about")
    }
    assert marked == {
        "advice/plain": f"{URL} False False",
        "advice/hard": f"{URL} False True",
        "drafts/draft": f"{URL} False True",
        "help": f"{URL} False True",
        "ask": f"{URL} False True",
        "about": f"{URL} False False",
    }
    assert site.text("index.html") == f"{URL} False "


@pytest.mark.parametrize(("where", "everywhere"), [("safety", False), ("everywhere", True)])
def test_settings_are_read(where: str, everywhere: bool) -> None:
    assert QuickExit.from_settings({"QUICK_EXIT": where, "QUICK_EXIT_URL": URL}) == QuickExit(URL, everywhere)


@pytest.mark.parametrize("url", ["", "weather", "http://example.org/", "javascript:alert(1)", "https://", None])
def test_what_is_wrong_with_the_settings_is_told_at_once(url: object) -> None:
    with pytest.raises(SettingsError) as caught:
        QuickExit.from_settings({"QUICK_EXIT": "nowhere", "QUICK_EXIT_URL": url})
    told = str(caught.value)
    assert "QUICK_EXIT = 'nowhere': must be one of 'safety', 'everywhere'" in told
    assert f"QUICK_EXIT_URL = {url!r}: must be the address of a harmless page" in told


def test_every_page_can_have_one(project: Path, blog: Run) -> None:
    (project / "everywhere.py").write_text('from pelicanconf import *\n\nQUICK_EXIT = "everywhere"\n', encoding="utf-8")
    done = blog("build", "--settings", "everywhere.py", cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    pages = sorted((project / "output").rglob("*.html"))
    assert len(pages) > 50
    exits = {page: page.read_text(encoding="utf-8").count("<quick-exit ") for page in pages}
    assert [str(page) for page, times in exits.items() if times != 1] == []
