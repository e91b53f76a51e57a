"""No text rule grows faster than its text: a hundred thousand of anything are read within the import's own limit.

A refusal for want of time is the failure; a pattern that tries every split of a run would need hours. Nothing is timed.
"""

from pathlib import Path

import pytest

from plugins.normalize.captures import CaptureFile
from plugins.normalize.reading import read_all

REPEATS = 100_000
LEAD = "The Porch\n\nBy Ida Brandt on March 3, 2011\n\nI kept a bucket by the door. It held the tea.\n\n"
END = "\n\nThat is all I know about buckets, and about tea.\n"
IN_LINES = [" ", "-", "—", ".", "1", "a ", "A", "“", "'", "(", "[", "_", "|", "*", "#", "@", "<", "O'", "a.", "&amp;"]
IN_LINES += ["e\u0301", "\U0001f600", "\u00c3\u00a9", "http://", "Q: ", "> ", "<!-- -->", "<a ", "]("]
LINES = [
    "",
    " ",
    "Q: a",
    "A:",
    ". ",
    "> q",
    "- a",
    "1. a",
    "two words",
    "Step 1",
    "Ann said...",
    "March 3, 2011",
    "|a|",
]
FEWER, MANY = 8, 900


@pytest.fixture
def captures(tmp_path: Path) -> list[CaptureFile]:
    texts = {f"run {token!r}": LEAD + token * REPEATS + END for token in IN_LINES}
    texts |= {f"lines {line!r}": LEAD + f"{line}\n" * (REPEATS // FEWER) + END for line in LINES}
    texts["comments above a page"] = "<!-- a -->\n" * REPEATS + LEAD
    texts["page"] = f"<html><body><h1>The Porch</h1><p>{'word <b>word</b> ' * (REPEATS // FEWER)}</p></body></html>"
    said = "The tea went cold and nobody said a word of it until the bell rang. " * 10
    texts["articles"] = f"A Pot of Tea\n\nPosted on March 3, 2011 by Ida Brandt\n\n{said}\n\n" * MANY
    heads = "".join(f"Pot {number} of tea\n\nBy Ida Brandt\n\n{said}\n\n" for number in range(MANY))
    texts["articles by title"] = heads
    post = f"<article><h2>A Pot of Tea</h2><time>March 3, 2011</time><p>{said}</p>"
    texts["articles in articles"] = "<html><body>" + post * MANY
    posts = "".join(f"{post.replace('Pot', f'Pot {number}')}</article>" for number in range(MANY))
    texts["articles of a page"] = "<html><body>" + posts
    found = []
    for number, (name, text) in enumerate(texts.items()):
        path = tmp_path / f"{number:03}"
        path.write_text(text, encoding="utf-8")
        found.append(CaptureFile(path, name))
    return found


def test_a_hundred_thousand_of_anything_are_read_in_time(captures: list[CaptureFile]) -> None:
    refusals = {read.reading.source: read.reading.refused for read in read_all(captures, jobs=2)}
    assert len(refusals) == len(IN_LINES) + len(LINES) + 6
    assert {name: why for name, why in refusals.items() if "second" in why or "fail" in why or "lost" in why} == {}
