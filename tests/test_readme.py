"""The README tells of every command, option and setting that there is, and of none that there is not."""

import ast
import re

import click
import pytest

from plugins.blog import cli
from tests.conftest import ROOT, Run

README = (ROOT / "README.md").read_text(encoding="utf-8")
PREFIXES = (
    "RELATED_POSTS_",
    "FEEDS_",
    "COMMENTS_",
    "SUBSCRIBE_",
    "CARDS_",
    "SECURITY_TXT_",
    "STRUCTURED_DATA_",
    "ASK_",
    "BUILD_",
    "SITETAGLINE",
    "MENU",
)
COMMANDS = tuple(cli.commands)


def settings_in_code() -> set[str]:
    """The settings of ours that the settings files assign or that any plugin asks for by name, in quotes."""
    found = set()
    for path in [ROOT / "pelicanconf.py", ROOT / "publishconf.py", *(ROOT / "plugins").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            assigned = isinstance(node, ast.Name) and path.parent == ROOT
            name = node.id if assigned else node.value if isinstance(node, ast.Constant) else ""
            if isinstance(name, str) and re.fullmatch(r"[A-Z]+(_[A-Z]+)*", name) and name.startswith(PREFIXES):
                found.add(name)
    return found


def settings_in_readme() -> set[str]:
    table = README.partition("| Setting |")[2].partition("\n\n")[0]
    return {
        name
        for row in table.splitlines()
        for name in re.findall(r"`([A-Z_]+)`", row.split("|")[1] if "|" in row else "")
    }


def test_every_setting_is_in_the_readme() -> None:
    assert {"RELATED_POSTS_MAX_COUNT", "ASK_FORM_URL", "BUILD_REPORT_PATH"} <= settings_in_code()
    assert settings_in_code() - settings_in_readme() == set()


def test_the_readme_names_no_setting_that_is_not_there() -> None:
    assert {name for name in settings_in_readme() if name.startswith(PREFIXES)} - settings_in_code() == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme_and_has_an_example(name: str, blog: Run) -> None:
    assert re.search(rf"\bblog {name}\b", README)
    shown = blog(name, "--help")
    assert shown.returncode == 0
    assert f"Example:\n    blog {name}" in shown.stdout
    assert all(option.help for option in cli.commands[name].params if isinstance(option, click.Option))


@pytest.mark.parametrize(
    "arguments", [[], ["nonsense"], ["build", "--nonsense"], ["import"], ["import", "no/such/file"]]
)
def test_the_wrong_word_is_told_and_exits_with_2(arguments: list[str], blog: Run) -> None:
    done = blog(*arguments)
    assert done.returncode == 2
    assert "Usage: blog" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("group", [[], ["tags"]])
def test_commands_are_listed_in_their_order_with_whole_sentences(group: list[str], blog: Run) -> None:
    listed = blog(*group, "--help").stdout.partition("Commands:\n")[2]
    assert "..." not in listed
    assert re.findall(r"^  (\S+)", listed, re.MULTILINE) == (["rename", "merge"] if group else [*COMMANDS])


def test_every_make_target_of_the_readme_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)`|^ +(?:\S+=\S+ )*make ([a-z]+)$", README, re.MULTILINE)) != set()
    for pair in re.findall(r"`make ([a-z]+)`|^ +(?:\S+=\S+ )*make ([a-z]+)$", README, re.MULTILINE):
        assert targets & set(filter(None, pair))


def test_no_index_address_is_locked_in() -> None:
    for name in ("requirements.txt", "requirements-dev.txt", "tests/browser/package-lock.json"):
        text = (ROOT / name).read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if '"url": "' not in line]  # npm locks whom to thank, too
        assert [line for line in lines if "://" in line or '"resolved"' in line] == []
