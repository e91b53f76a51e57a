"""The styles: tokens first, raw values never, every pair of colors legible."""

import re
from pathlib import Path

import pytest

from plugins.checks.body import PAGE_ID
from tests.conftest import ROOT
from tests.theme.contrast import contrast

CSS = ROOT / "theme/static/css"
SHEETS = sorted(CSS.rglob("*.css"))
TEMPLATES = sorted((ROOT / "theme/templates").rglob("*.html"))
TOKENS = (CSS / "tokens.css").read_text(encoding="utf-8")

RAW_COLOR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\(", re.IGNORECASE)
NAMED_COLOR = re.compile(r":[^;{]*\b(?:black|white|gr[ae]y|red|green|blue|yellow|orange|brown|beige|ivory|navy|gold)\b")
PHYSICAL = re.compile(
    r"(?<![\w-])(?:width|height|(?:min|max)-(?:width|height)|(?:margin|padding|border)-(?:left|right|top|bottom))\s*:"
    r"|(?<![\w-])(?:left|right|top|bottom)\s*:|(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)"
)

TEXT_PAIRS = [
    (text, ground)
    for ground, texts in {
        "paper": ("ink", "ink-soft", "accent"),
        "sheet": ("ink", "ink-soft", "accent"),
        "accent": ("on-accent",),
        "night": ("night-ink", "night-soft"),
        "night-house": ("night-ink", "night-soft"),
    }.items()
    for text in texts
]
"""Every color that text has on every ground on which it stands: at least 4.5 to 1 (WCAG 2.2, 1.4.3)."""

MARK_PAIRS = [
    ("accent", "paper"),
    ("accent", "sheet"),
    ("ink-soft", "sheet"),
    ("lamp", "night"),
    ("lamp", "night-house"),
]
"""Focus rings, the border of the text field and the lit window: at least 3 to 1 (WCAG 2.2, 1.4.11)."""

QUIET = {"rule", "night-pane"}
"""Colors of ornament alone: nothing is told by them."""


def colors(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


def schemes() -> dict[str, dict[str, str]]:
    light, dark = TOKENS.split("@media screen and (prefers-color-scheme: dark)")
    return {"light": colors(light), "dark": colors(light) | colors(dark)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_is_legible(scheme: str, text: str, ground: str) -> None:
    tokens = schemes()[scheme]
    assert contrast(tokens[text], tokens[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), MARK_PAIRS)
def test_marks_are_seen(scheme: str, mark: str, ground: str) -> None:
    tokens = schemes()[scheme]
    assert contrast(tokens[mark], tokens[ground]) >= 3


def test_every_color_token_is_measured() -> None:
    measured = {name for pair in TEXT_PAIRS + MARK_PAIRS for name in pair}
    assert set(schemes()["dark"]) == measured | QUIET


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_raw_values_stand_in_the_tokens_alone(sheet: Path) -> None:
    text = sheet.read_text(encoding="utf-8")
    if sheet.name != "tokens.css":
        assert RAW_COLOR.findall(text) == []
        assert NAMED_COLOR.findall(text) == []
        assert re.findall(r"\b\d+px", text) == []
    assert PHYSICAL.findall(re.sub(r"@media[^{]*", "", text)) == []
    assert "url(" not in text
    assert "!important" not in text


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_rule_is_in_a_layer(sheet: Path) -> None:
    layer = "components" if sheet.parent.name == "components" else sheet.stem
    blocks = re.findall(r"^@layer (\w+) \{$", sheet.read_text(encoding="utf-8"), re.MULTILINE)
    assert blocks == [layer]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_property_that_is_read_is_a_token_or_has_a_fallback(sheet: Path) -> None:
    text = sheet.read_text(encoding="utf-8")
    defined = set(re.findall(r"--([\w-]+):", TOKENS))
    assert [name for name in re.findall(r"var\(--([\w-]+)\)", text) if name not in defined] == []


def test_every_token_is_used() -> None:
    used = {name for sheet in SHEETS for name in re.findall(r"var\(--([\w-]+)", sheet.read_text(encoding="utf-8"))}
    assert set(re.findall(r"--([\w-]+):", TOKENS)) <= used


def test_every_class_has_its_place_in_the_templates() -> None:
    templates = "\n".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
    styled = {
        name
        for sheet in SHEETS
        for selector in re.findall(r"^([^@{}]+)\{", sheet.read_text(encoding="utf-8"), re.MULTILINE)
        for name in re.findall(r"\.([a-z][\w-]*)", selector)
    }
    assert sorted(name for name in styled if name not in templates) == []


def test_no_id_of_a_page_is_free_for_a_heading() -> None:
    templates = "\n".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
    ids = [re.sub(r"\{\{.*?\}\}", "1", found) for found in re.findall(r'\bid="(the-[^"]*)"', templates)]
    assert len(ids) > 10
    assert [name for name in ids if not PAGE_ID.fullmatch(name)] == []


def test_the_browser_bar_has_the_color_of_the_paper() -> None:
    base = (ROOT / "theme/templates/base.html").read_text(encoding="utf-8")
    bar = {
        scheme: re.search(rf'theme-color" content="(#\w+)" media="\(prefers-color-scheme: {scheme}\)"', base)
        for scheme in ("light", "dark")
    }
    assert {scheme: found[1] for scheme, found in bar.items() if found} == {
        scheme: tokens["paper"] for scheme, tokens in schemes().items()
    }


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_templates_are_short_and_trust_only_what_was_sanitized(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 80
    trusted = set(re.findall(r"\{\{ ([\w.]+)\|safe \}\}", text))
    assert len(re.findall(r"\|\s*safe\b", text)) == len(re.findall(r"\{\{ [\w.]+\|safe \}\}", text))
    assert trusted <= {
        "article.content",
        "article.introduction",
        "article.steps.html",
        "letter.letter",
        "letter.answer",
        "node.html",
        "page.content",
    }
