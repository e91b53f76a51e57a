"""Each letter's page and feed entry say whose letter it is."""

from pathlib import Path

from tests.conftest import Run

COMPOSITE, READER = "Letters here are composites", "A reader sent this letter, and agreed to its publication."


def test_a_readers_letter_is_not_called_a_composite(project: Path, blog: Run) -> None:
    path = project / "content/posts/2026/his-mother-has-a-key.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nAsker:", "\nLetter_from: reader\nConsent: 2026-08-01\nAsker:"), encoding="utf-8")
    done = blog("build", "--output", "output", cwd=project)
    assert done.returncode == 0, done.stderr
    pages = project / "output/advice"
    said = (pages / "his-mother-has-a-key/index.html").read_text(encoding="utf-8")
    assert READER in said
    assert COMPOSITE not in said
    other = (pages / "nobody-in-this-house-sleeps/index.html").read_text(encoding="utf-8")
    assert COMPOSITE in other
    assert READER not in other
    feed = (project / "output/feeds/atom.xml").read_text(encoding="utf-8")
    assert feed.count(READER) == 1
    assert COMPOSITE in feed
