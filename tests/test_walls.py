"""Who may import whom: packages of plugins do not lean on one another, and only adapters know Pelican."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PLUGINS = ROOT / "plugins"
OVER_THE_WALLS = ("checks", "commands", "blog")
"""What may use any package: content rules, and the commands, which put packages together."""

FOR_ALL = "shared"


def imports_of(text: str, package: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The line and the parts of each module that a module of `package` imports, wherever in it that is done."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, tuple(name.name.split("."))) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            start = (*base, *(node.module.split(".") if node.module else ()))
            yield from ((node.lineno, (*start, name.name)) for name in node.names)


def broken_walls(folder: Path) -> list[str]:
    """Every import below `folder`, a folder of packages, that a wall forbids: path, line and what is imported."""
    found = []
    for path in sorted(folder.rglob("*.py")):
        steps = path.relative_to(folder).with_suffix("").parts
        adapter = len(steps) == 2 and steps[1] == "__init__"
        for line, module in imports_of(path.read_text(encoding="utf-8"), (folder.name, *steps[:-1])):
            if module[0] == "pelican":
                forbidden = not adapter
            elif module[0] == folder.name and len(module) > 1:
                forbidden = steps[0] not in OVER_THE_WALLS and module[1] not in (steps[0], FOR_ALL)
            else:
                forbidden = False
            if forbidden:
                found.append(f"{path.relative_to(folder)}:{line}: {'.'.join(module)}")
    return found


def test_every_package_keeps_to_itself() -> None:
    assert len([*PLUGINS.glob("*/__init__.py")]) > 20
    assert broken_walls(PLUGINS) == []


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("one/a.py", "from plugins.two.b import c", ["one/a.py:1: plugins.two.b.c"]),
        ("one/a.py", "import plugins.two", ["one/a.py:1: plugins.two"]),
        ("one/a.py", "from plugins import two", ["one/a.py:1: plugins.two"]),
        ("one/a.py", "from ..two import b", ["one/a.py:1: plugins.two.b"]),
        ("one/a.py", "def later():\n    from plugins.two import b", ["one/a.py:2: plugins.two.b"]),
        ("one/__init__.py", "from plugins.two import b", ["one/__init__.py:1: plugins.two.b"]),
        ("one/a.py", "from pelican import signals", ["one/a.py:1: pelican.signals"]),
        ("one/deep/__init__.py", "import pelican.utils", ["one/deep/__init__.py:1: pelican.utils"]),
        ("shared/a.py", "from plugins.one import b", ["shared/a.py:1: plugins.one.b"]),
        ("one/__init__.py", "from pelican import signals\nfrom plugins.one.a import b", []),
        ("one/a.py", "import json\nfrom . import b\nfrom plugins.one.b import c\nfrom plugins.shared.b import c", []),
        ("one/deep/a.py", "from ..b import c", []),
        ("checks/a.py", "from plugins.one.b import c", []),
        ("commands/a.py", "def later():\n    from plugins.one.b import c", []),
    ],
)
def test_what_breaks_a_wall_is_told(name: str, text: str, told: list[str], tmp_path: Path) -> None:
    path = tmp_path / "plugins" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    assert broken_walls(tmp_path / "plugins") == told
