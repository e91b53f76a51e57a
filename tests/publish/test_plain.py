"""A plain folder to upload by other means: the new site takes the old one's place, and a failure leaves the old one."""

from pathlib import Path

import pytest

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
