"""A whole `blog publish` that is killed at any moment: readers get the old site or the new one, never a mixture."""

import contextlib
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from plugins.publish.folder import FolderHost
from plugins.publish.record import compare, record_of
from plugins.shared.ledger import read_ledger
from tests.conftest import BLOG, PUBLISH, ROOT

KILLS = 100
SIDES = min(os.cpu_count() or 1, 4)
"""How many projects are published beside each other, each with its share of the kills."""

PAGES = ("about", "ask", "help", "house-rules", "privacy", "search", "subscribe")
PAGE = "{header}\n\n## Your history\n\nThe word here is {word}.\n"
POST = "content/posts/2026/his-mother-has-a-key.md"


class Project:
    """A project as small as can be, of which every page says the same word."""

    def __init__(self, root: Path) -> None:
        self.root, self.temporary = root, root / "temporary"
        self.current, self.incoming = root / "www/current", root / "www/releases/incoming"
        for folder in (self.temporary, root / "content/pages", (root / POST).parent):
            folder.mkdir(parents=True)
        for name in ("pelicanconf.py", "publishconf.py", "theme", "plugins"):
            (root / name).symlink_to(ROOT / name)
        for name in ("content/tags.toml", "content/helplines.toml", POST):
            shutil.copy(ROOT / name, root / name)

    def say(self, word: str) -> None:
        """Have every page of the content say the word."""
        for name in PAGES:
            header = (ROOT / f"content/pages/{name}.md").read_text(encoding="utf-8").partition("\n\n")[0]
            page = PAGE.format(header=header, word=word)
            (self.root / f"content/pages/{name}.md").write_text(page, encoding="utf-8")

    def publish(self) -> "subprocess.Popen[bytes]":
        """The real command, begun, with all that it starts in a group of its own."""
        env = {**os.environ, **PUBLISH, "TMPDIR": str(self.temporary)}
        command = [str(BLOG), "publish", "folder:www"]
        return subprocess.Popen(
            command, cwd=self.root, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
        )

    def published(self) -> str:
        """The word of the site that is published, of which every file is as its record says."""
        host = FolderHost(self.root / "www")
        record = host.read()
        assert record
        public = self.current / "public"
        assert not compare(record, record_of(public))
        texts = [(public / f"{name}/index.html").read_text(encoding="utf-8") for name in PAGES]
        (word,) = {text.partition("The word here is ")[2].partition(".")[0] for text in texts}
        return word


def kill(process: "subprocess.Popen[bytes]", everything: bool) -> None:
    """Kill the command, alone or with all that it has started, and wait until nothing of it runs any more."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL) if everything else process.kill()
    process.communicate()
    end = time.monotonic() + 10  # where nobody clears away the dead, they count as running
    with contextlib.suppress(ProcessLookupError):
        while time.monotonic() < end:
            os.killpg(process.pid, 0)
            time.sleep(0.02)


def wait_for(process: "subprocess.Popen[bytes]", there: Callable[[], bool]) -> float:
    """Wait until something is there, or the command has ended; give the time."""
    while process.poll() is None and not there():
        time.sleep(0.001)
    return time.monotonic()


def finish(project: Project, word: str) -> tuple[float, float]:
    """Publish a word undisturbed; give how many seconds that took, and how many of them the switch did."""
    project.say(word)
    started = time.monotonic()
    process = project.publish()
    switching = wait_for(process, project.incoming.exists)
    said = process.communicate()[0].decode()
    assert process.returncode == 0, said
    assert project.published() == word
    return time.monotonic() - started, time.monotonic() - switching


def kill_again_and_again(root: Path, kills: int, chance: random.Random) -> list[bool]:
    """Kill so many publishes: at moments spread over all of it, over the switch, and as soon as the new site is shown.

    Gives of each whether the new site was there.
    """
    project = Project(root)
    finish(project, "first")
    took, switch = finish(project, "second")
    now, seen = "second", []
    for number in range(kills):
        new = f"word-{number}"
        project.say(new)
        process = project.publish()
        shown = project.current.readlink()
        if number % 10 < 6:
            time.sleep(took * number / kills)
        elif number % 10 < 9:
            wait_for(process, project.incoming.exists)
            time.sleep(switch * number / kills)
        else:
            wait_for(process, lambda shown=shown: project.current.readlink() != shown)
        kill(process, everything=bool(chance.randrange(3)))
        word = project.published()
        assert word in (now, new)
        seen.append(word == new)
        now = word
        read_ledger(root / "content/addresses.txt")
    finish(project, "last")
    assert [*project.temporary.iterdir()] == [], "the last one cleared what the others left"
    assert len([*(root / "www/releases").iterdir()]) <= 5
    return seen


def test_a_hundred_kills_leave_the_old_site_or_the_new(tmp_path: Path) -> None:
    def one_side(number: int) -> list[bool]:
        return kill_again_and_again(tmp_path / str(number), len(range(number, KILLS, SIDES)), random.Random(number))

    with ThreadPoolExecutor(SIDES) as pool:
        seen = [new for side in pool.map(one_side, range(SIDES)) for new in side]
    assert len(seen) == KILLS
    assert {True, False} == {*seen}
