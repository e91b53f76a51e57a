"""A real git remote: one commit with the whole site, nobody's push overwritten, the history kept where asked for."""

import subprocess
from pathlib import Path

import pytest

from plugins.publish.branch import RECORD, GitHost
from plugins.publish.hosts import HostError
from plugins.publish.record import Record
from plugins.publish.target import parse_target
from tests.publish.sites import publish_to, small_release


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    """A bare repository, and a project whose remote `origin` it is."""
    bare, root = tmp_path / "remote.git", tmp_path / "project"
    for folder in (bare, root):
        folder.mkdir()
    git(bare, "init", "--quiet", "--bare")
    git(root, "init", "--quiet")
    git(root, "remote", "add", "origin", str(bare))
    return bare


def host_of(remote: Path, options: str = "", site_url: str = "https://example.org") -> GitHost:
    scratch = remote.parent / f"scratch{len([*remote.parent.iterdir()])}"
    scratch.mkdir()
    target = parse_target(f"git:origin#gh-pages{options}")
    return GitHost(remote.parent / "project", target, site_url, scratch)


def test_the_branch_is_one_commit_with_the_whole_site(remote: Path, tmp_path: Path) -> None:
    for word in ("one", "two"):
        publish_to(host_of(remote), small_release(tmp_path / word, word))
    assert git(remote, "rev-list", "--count", "gh-pages") == "1"
    record = Record.from_json(git(remote, "show", f"gh-pages:{RECORD}"))
    names = {*git(remote, "ls-tree", "-r", "--name-only", "gh-pages").splitlines()}
    assert names == {*record.files, RECORD, ".nojekyll", "CNAME"}
    assert record.carried
    assert "_headers" in names
    assert '<p id="word">two</p>' in git(remote, "show", "gh-pages:index.html")
    assert git(remote, "show", "gh-pages:CNAME") == "example.org"
    assert git(remote, "ls-tree", "main") == "" if git(remote, "branch", "--list", "main") else True


def test_a_site_below_the_hosts_own_name_needs_no_domain(remote: Path, tmp_path: Path) -> None:
    publish_to(host_of(remote, site_url="https://me.github.io/blog"), small_release(tmp_path / "one", "one"))
    assert "CNAME" not in git(remote, "ls-tree", "--name-only", "gh-pages").splitlines()


def test_history_is_kept_where_asked_for_and_leads_back(remote: Path, tmp_path: Path) -> None:
    for word in ("one", "two"):
        publish_to(host_of(remote, "?history=keep"), small_release(tmp_path / word, word))
    assert git(remote, "rev-list", "--count", "gh-pages") == "2"
    host_of(remote, "?history=keep").roll_back("")
    assert '<p id="word">one</p>' in git(remote, "show", "gh-pages:index.html")
    assert git(remote, "rev-list", "--count", "gh-pages") == "3"
    with pytest.raises(HostError, match="keeps no earlier site"):
        host_of(remote).roll_back("")


def test_somebody_elses_push_meanwhile_is_not_overwritten(remote: Path, tmp_path: Path) -> None:
    publish_to(host_of(remote), small_release(tmp_path / "one", "one"))
    late = host_of(remote)
    assert late.read()
    publish_to(host_of(remote), small_release(tmp_path / "two", "two"))
    with pytest.raises(HostError, match=r"stale info.*; the branch stays as it was"):
        publish_to(late, small_release(tmp_path / "three", "three"))
    assert '<p id="word">two</p>' in git(remote, "show", "gh-pages:index.html")


def test_a_remote_that_is_not_there_is_told(remote: Path, tmp_path: Path) -> None:
    git(tmp_path / "project", "remote", "set-url", "origin", str(tmp_path / "nowhere"))
    with pytest.raises(HostError, match=r"git ls-remote: .*; the branch stays as it was"):
        publish_to(host_of(remote), small_release(tmp_path / "one", "one"))
