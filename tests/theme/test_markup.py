"""The Nu HTML checker has nothing to say of any page, style sheet or drawing of the site."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT, Built

VNU = ROOT / "tests/browser/node_modules/vnu-jar/build/dist/vnu.jar"
NEWER_THAN_THE_CHECKER = r".*(?:“scroll-target-group”|“:target-current”).*"
"""What marks one's place in a list of contents without script; browsers that do not know it leave it out."""

WRONG = {"page.html": "<!doctype html><html lang=en><title>A</title><p><h1>B</h2>", "page.css": "p { colour: red }"}


@pytest.fixture(scope="module")
def said(built: Built, published: Built, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the checker says of both sites and of two files that are wrong, each with its file and line."""
    assert shutil.which("java"), "Java is missing; `make test` installs it"
    wrong = tmp_path_factory.mktemp("wrong")
    for name, text in WRONG.items():
        (wrong / name).write_text(text, encoding="utf-8")
    options = ["--filterpattern", NEWER_THAN_THE_CHECKER, "--skip-non-html", "--also-check-css", "--also-check-svg"]
    command = ["java", "-jar", str(VNU), *options, str(built.output), str(published.output), str(wrong)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return (done.stdout + done.stderr).splitlines()


def test_every_page_is_sound(said: list[str]) -> None:
    assert [line for line in said if "/wrong" not in line] == []


def test_the_checker_sees_what_is_wrong(said: list[str]) -> None:
    assert {name for name in WRONG for line in said if f"{Path('/wrong0') / name}" in line} == {*WRONG}
