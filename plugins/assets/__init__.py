"""Publishes the theme's static files: one style sheet for each set of styles that a page names, scripts, pictures.

Signals: `generator_init`, `get_generators`. Settings: Pelican's `THEME`, `THEME_STATIC_DIR`, `OUTPUT_PATH`; its
`THEME_STATIC_PATHS` must be empty, so that the files are not published a second time as they are.

Templates get two functions, which publish what they are asked for and give its address below `SITEURL`:
`styles(names, stem)` (of `css/<name>.css`; the file is `css/<stem>.<fingerprint>.css`) and `script(name)` (of
`js/<name>.js`). A name without a file raises SiteError. What lies in `static/` outside of `css/` and `js/` is published
as it is.
"""

import shutil
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.assets.bundles import Asset, join_styles, read_script

FUNCTIONS = "functions_for_files_of_the_theme"
"""Where they stand in the context that all generators share."""


class ThemeFiles:
    """The theme's static files of one build."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.source = Path(settings["THEME"], "static")
        self.address = settings["THEME_STATIC_DIR"]
        self.target = Path(settings["OUTPUT_PATH"], self.address)

    def publish(self, asset: Asset) -> str:
        """Write a file, unless it is there, and give its address."""
        path = self.target / asset.path
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(asset.data)
        return f"{self.address}/{asset.path}"

    def publish_others(self) -> None:
        """Copy what is neither style nor script."""
        kept_apart = [str(self.source / "css"), str(self.source / "js")]

        def apart(folder: str, names: list[str]) -> list[str]:
            return [name for name in names if str(Path(folder, name)) in kept_apart]

        if self.source.is_dir():
            shutil.copytree(self.source, self.target, ignore=apart, dirs_exist_ok=True)


class AssetsGenerator(Generator):  # type: ignore[misc]
    """Copies the files that no template asks for."""

    def generate_output(self, writer: Writer) -> None:
        """Write them."""
        ThemeFiles(self.settings).publish_others()


def add_functions(generator: Generator) -> None:
    """Give the generator's templates `styles` and `script`, the same as those of all generators."""
    generator.env.globals |= generator.context.setdefault(FUNCTIONS, functions_of(generator.settings))


def functions_of(settings: dict[str, Any]) -> dict[str, Callable[..., str]]:
    """The functions for templates, by their names; they make each file once."""
    files = ThemeFiles(settings)

    @cache
    def sheet(names: tuple[str, ...], stem: str) -> str:
        return files.publish(join_styles(files.source, names, stem))

    def styles(names: Sequence[str], stem: str) -> str:
        return sheet(tuple(names), stem)

    @cache
    def script(name: str) -> str:
        return files.publish(read_script(files.source, name))

    return {"styles": styles, "script": script}


def use_generator(pelican_object: Any) -> type[Generator]:
    """Have the other files copied by the generator of this package."""
    return AssetsGenerator


def register() -> None:
    """Connect the receivers."""
    signals.generator_init.connect(add_functions)
    signals.get_generators.connect(use_generator)
