"""The whole site in other languages: in German, or in any by a made-up catalog, which shows what bypasses it."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from plugins.translations.extraction import extract, updated, written
from plugins.translations.messages import texts
from tests.conftest import ROOT, Built, run_blog

ACCENTS = str.maketrans("aeiouAEIOUcnsyz", "áéïöüÁÉÏÖÜçñšÿž")
PLACEHOLDER = re.compile(r"(%\(\w+\)s|\{\w+\})")


def made_up(text: str) -> str:
    """A text with accents, a third longer and between brackets."""
    parts = [part if PLACEHOLDER.fullmatch(part) else part.translate(ACCENTS) for part in PLACEHOLDER.split(text)]
    return f"⟦{''.join(parts)}{' ~' * (len(text) // 6)}⟧"


def made_up_catalog(language: str) -> str:
    """A catalog of the theme with a made-up translation of every text, in each of the language's plural forms."""
    catalog = updated("", language, extract(ROOT / "theme/templates"))
    for message in texts(catalog):
        if isinstance(message.id, str):
            message.string = made_up(message.id)
        else:
            message.string = (made_up(message.id[0]), *[made_up(message.id[1])] * (catalog.num_plurals - 1))
    return written(catalog, language)


def build_in(
    language: str, folder: Path, content: Path, settings: str = "pelicanconf", env: Mapping[str, str] | None = None
) -> Built:
    """The site in a language, built in the empty `folder`; the theme's own catalog is taken where there is one."""
    for name in ("plugins", "pelicanconf.py", "publishconf.py"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "theme", folder / "theme")
    catalog = folder / "theme/translations" / f"{language}.po"
    if not catalog.exists():
        catalog.write_text(made_up_catalog(language), encoding="utf-8")
    (folder / "conf.py").write_text(f"from {settings} import *\n\nDEFAULT_LANG = {language!r}\n", encoding="utf-8")
    arguments = ("build", "--settings", "conf.py", "--content", content, "--output", folder / "output")
    done = run_blog(*arguments, cwd=folder, env=dict(env or {}))
    assert done.returncode == 0, done.stdout + done.stderr
    return Built(folder / "output", done.stdout + done.stderr)
