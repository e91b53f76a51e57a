"""No pattern grows faster than its text: a hundred thousand of every sign that any of them mentions are read in time.

A refusal for want of time is the failure, as in `test_growth`. The signs are taken from the sources of all patterns in
these packages: so a new pattern is tried with its own signs, through the rules that use it and within their limits.
"""

import html
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import plugins.normalize
import plugins.shared
from plugins.normalize.captures import CaptureFile
from plugins.normalize.reading import read_all

REPEATS = 100_000
ESCAPED = re.compile(r"\\(?:u([0-9a-f]{4})|x([0-9a-f]{2}))")
OF_CLASSES = "aA7é \t"
REST = (
    "I kept a bucket by the door because the roof let in the rain, and nobody came to mend it. It held the tea "
    "as well. That is all I know about buckets, and about tea, and about roofs that let in the rain."
)
TEXT = "The Porch\n\nBy Ida Brandt on March 3, 2011\n\n{}\n\n" + REST + "\n"
PAGE = "<html><body><h1>The Porch</h1><p>{}</p><p>" + REST + "</p></body></html>"


def sources(value: object, depth: int = 4) -> Iterator[str]:
    """The sources of the patterns for text in a value: in itself, its parts, and its parts' parts."""
    if isinstance(value, re.Pattern):
        yield from [value.pattern] if isinstance(value.pattern, str) else []
    elif depth:
        parts = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple | set) else ()
        own = (
            vars(value).values() if type(value).__module__.startswith("plugins.") and hasattr(value, "__dict__") else ()
        )
        for part in (*parts, *own):
            yield from sources(part, depth - 1)


def signs() -> list[str]:
    """Every sign that a pattern mentions; of letters, figures and spaces, which classes stand for, one of each kind."""
    found: set[str] = set()
    for package in (plugins.normalize, plugins.shared):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for source in sources(vars(importlib.import_module(module.name)), 5):
                found.update(source, (chr(int("".join(code), 16)) for code in ESCAPED.findall(source)))
    return [
        *OF_CLASSES,
        *sorted(sign for sign in found - {*OF_CLASSES} if not sign.isalnum() and not "\ud800" <= sign <= "\udfff"),
    ]


def test_a_hundred_thousand_of_every_sign_in_a_pattern_are_read_in_time(tmp_path: Path) -> None:
    found = [sign for sign in signs() if sign not in "\r\n"]
    assert {"“", "—", "\t", "|"} < set(found)
    texts = {f"text {sign!r}": (TEXT, sign) for sign in found} | {f"page {sign!r}": (PAGE, sign) for sign in found}
    texts |= {f"text a{sign!r}": (TEXT, f"a{sign}") for sign in found}
    captures = []
    for number, (name, (form, run)) in enumerate(texts.items()):
        path = tmp_path / f"{number:03}"
        row = f"I kept {run * (REPEATS // len(run))} by the door."
        path.write_text(form.format(html.escape(row) if form == PAGE else row), encoding="utf-8")
        captures.append(CaptureFile(path, name))
    refusals = {read.reading.source: read.reading.refused for read in read_all(captures, jobs=2)}
    assert len(refusals) == len(captures)
    assert {name: why for name, why in refusals.items() if "second" in why or "fail" in why or "lost" in why} == {}
