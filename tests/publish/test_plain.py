"""A plain folder to upload by other means: the new site takes the old one's place, and a failure leaves the old one."""

import subprocess
import sys
from pathlib import Path

import pytest

from plugins.publish.exchange import exchange
from plugins.publish.hosts import HostError
from plugins.publish.plain import OutputHost
from plugins.publish.record import Changes
from tests.publish.sites import publish_to, small_release, words_of


def test_the_new_site_takes_the_old_ones_place(tmp_path: Path) -> None:
    host = OutputHost(tmp_path, tmp_path / "output")
    for word in ("one", "two"):
        publish_to(host, small_release(tmp_path / "work", word))
        assert words_of(host.folder) == {word}
    assert {path.name for path in tmp_path.iterdir()} == {"output", "build", "work"}


def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "served").mkdir()
    (tmp_path / "output").symlink_to("served")
    host = OutputHost(tmp_path, tmp_path / "output")
    for word in ("one", "two", "three"):
        publish_to(host, small_release(tmp_path / "work", word))
        assert words_of(tmp_path / "served") == {word}
    assert (tmp_path / "output").is_symlink()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_what_was_there_is_put_back_where_a_publish_was_killed_between_its_two_steps(tmp_path: Path) -> None:
    host = OutputHost(tmp_path, tmp_path / "output")
    publish_to(host, small_release(tmp_path / "work", "one"))
    host.folder.rename(tmp_path / ".output.old")
    release = small_release(tmp_path / "work", "two")
    (release.public / "index.html").unlink()
    (release.public / "index.html").symlink_to("nowhere")
    with pytest.raises(HostError, match="the site that was there stays as it was"):
        host.switch(release, Changes())
    assert words_of(host.folder) == {"one"}


LOOKS = """
import os, sys
print("ready", flush=True)
looks = missing = 0
while not os.path.exists(sys.argv[2]):
    looks += 1
    missing += not os.path.isdir(sys.argv[1])
print(looks, missing)
"""


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="no such call there")
def test_the_folder_is_there_at_every_moment_of_a_hundred_publishes(tmp_path: Path) -> None:
    host = OutputHost(tmp_path, tmp_path / "output")
    releases = [small_release(tmp_path / word, word) for word in ("one", "two")]
    publish_to(host, releases[0])
    with subprocess.Popen(
        [sys.executable, "-c", LOOKS, str(host.folder), str(tmp_path / "enough")], stdout=subprocess.PIPE, text=True
    ) as looking:
        assert looking.stdout
        assert looking.stdout.readline() == "ready\n"
        for turn in range(1, 101):
            host.switch(releases[turn % 2], Changes())
            assert words_of(host.folder) == {("one", "two")[turn % 2]}
        (tmp_path / "enough").touch()
        looks, missing = map(int, looking.stdout.read().split())
    assert looks > 100
    assert missing == 0


def test_only_what_is_there_is_exchanged(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    assert not exchange(tmp_path / "one", tmp_path / "other")
    assert [path.name for path in tmp_path.iterdir()] == ["one"]
