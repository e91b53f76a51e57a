"""Fixtures for every test: a real site, built by the real command from the real content and some hostile files."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import settings

settings.register_profile("ci", derandomize=True)  # CI judges the change; a run by hand looks for new examples
if os.environ.get("CI"):
    settings.load_profile("ci")

ROOT = Path(__file__).parents[1]
BLOG = Path(sys.executable).with_name("blog")

Run = Callable[..., subprocess.CompletedProcess[str]]

FORM_URL = "https://tally.so/r/abc123"
PUBLISH = {"SITEURL": "https://example.org", "ASK_FORM_URL": FORM_URL, "ASK_FORM_SERVICE": "tally"}
"""The environment in which the published site is built."""


def run_blog(
    *arguments: str | Path, cwd: Path = ROOT, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the `blog` command as a person would, in the project's folder."""
    command = [str(BLOG), *map(str, arguments)]
    variables = {**os.environ, "COLUMNS": "200", **(env or {})}
    return subprocess.run(command, cwd=cwd, env=variables, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def blog() -> Run:
    """`run_blog`: runs the `blog` command and gives its exit status and output."""
    return run_blog


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the content, with the hostile and the imported posts of tests/site/ among it."""
    folder = tmp_path_factory.mktemp("project") / "content"
    shutil.copytree(ROOT / "content", folder)
    shutil.copytree(ROOT / "tests/site", folder, dirs_exist_ok=True)
    return folder


@dataclass(frozen=True)
class Built:
    """A built site and what the command said."""

    output: Path
    said: str


@pytest.fixture(scope="session")
def built(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site as `blog build` makes it for an author: no form set up, drafts to be seen."""
    return build(content, tmp_path_factory.mktemp("local") / "output")


@pytest.fixture(scope="session")
def published(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site as it goes to the host, at https://example.org with a form at a service."""
    return build(content, tmp_path_factory.mktemp("published") / "output", "--settings", "publishconf.py", env=PUBLISH)


def build(content: Path, output: Path, *arguments: str, env: dict[str, str] | None = None) -> Built:
    done = run_blog("build", "--content", content, "--output", output, *arguments, env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    return Built(output, done.stdout + done.stderr)


@pytest.fixture(scope="session")
def site(built: Built) -> Path:
    """The output folder of the site built for an author."""
    return built.output


@pytest.fixture(scope="session")
def page(site: Path) -> Callable[[str], BeautifulSoup]:
    """Gives the parsed page at an address of the site, such as `/about/`."""
    read: dict[str, BeautifulSoup] = {}

    def at(address: str) -> BeautifulSoup:
        if address not in read:
            path = site / address.lstrip("/")
            text = (path if path.suffix else path / "index.html").read_text(encoding="utf-8")
            read[address] = BeautifulSoup(text, "lxml")
        return read[address]

    return at


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one's own to break: the settings, the theme and the plugins as they are, a copy of the content."""
    for name in ("pelicanconf.py", "publishconf.py", "theme", "plugins"):
        (tmp_path / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return tmp_path
