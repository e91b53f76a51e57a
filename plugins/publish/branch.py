"""A branch of a git repository, such as the one that GitHub Pages serves: one commit that holds the whole site.

The push is refused by the repository where somebody has published meanwhile, so that no lock is needed there.
"""

import os
import subprocess
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import urlsplit

from plugins.publish.hosts import HostError, Release
from plugins.publish.lock import locked
from plugins.publish.record import Changes, Record
from plugins.publish.target import Target

RECORD = ".blog-record.json"
NO_JEKYLL = ".nojekyll"
"""Tells GitHub Pages to serve the files as they are, those that begin with `_` too."""

_SETTINGS = r"^(http|credential|url|core\.sshcommand|user|ssh)"
"""What of the project's own git settings is needed to reach the remote."""

_NOBODY = {"NAME": "blog publish", "EMAIL": "blog@localhost"}


class GitHost:
    """Publishes to a branch, by default without keeping its history."""

    def __init__(self, root: Path, target: Target, site_url: str, scratch: Path) -> None:
        self.root, self.branch, self.name = root, target.name, target.text
        self.repository = scratch / "site.git"
        self.keep_history = target.options.get("history") == "keep"
        self.domain = urlsplit(site_url).hostname or ""
        self.tip = ""
        known = self._git("remote", "get-url", target.place, cwd=root, check=False)
        self.remote = known or (
            str((root / target.place).resolve()) if (root / target.place).exists() else target.place
        )

    def lock(self) -> AbstractContextManager[str]:
        """Hold a lock on this machine."""
        return locked(self.root / "build" / "publish.lock")

    def read(self) -> Record | None:
        """The record that the branch's last commit holds."""
        self._fetch()
        text = self._git("show", f"{self.tip}:{RECORD}", check=False) if self.tip else ""
        try:
            return Record.from_json(text) if text else None
        except ValueError as error:
            raise HostError(f"{self.name}: {error}; remove {RECORD} from the branch, then publish") from error

    def switch(self, release: Release, changes: Changes) -> None:
        """Push one commit with the whole site."""
        index = {"GIT_INDEX_FILE": str(self.repository / "site.index"), "GIT_WORK_TREE": str(release.public)}
        self._git("add", "--all", "--force", ".", env=index, cwd=release.public)
        extra = {NO_JEKYLL: "", RECORD: release.record.to_json()}
        if self.domain and not self.domain.endswith(".github.io"):
            extra["CNAME"] = f"{self.domain}\n"
        rows = [
            f"100644 {self._git('hash-object', '-w', '--stdin', text=text)}\t{path}" for path, text in extra.items()
        ]
        rows += [f"100644 {self._git('rev-parse', f'{self.tip}:{path}')}\t{path}" for path in release.record.carried]
        self._git("update-index", "--add", "--index-info", env=index, text="\n".join(rows) + "\n")
        self._push(self._git("write-tree", env=index), f"Publish {release.record.digest}")

    def roll_back(self, digest: str) -> str:
        """Push a commit with the site before this one, where the branch keeps its history."""
        self._fetch()
        before = (
            self._git("rev-parse", "--verify", "--quiet", f"{self.tip}~1^{{tree}}", check=False) if self.tip else ""
        )
        if digest or not self.keep_history or not before:
            raise HostError(
                f"{self.name}: the branch keeps no earlier site to return to; check out the earlier commit of your "
                "content and publish that. With `?history=keep` behind the target it keeps them, and returns by one"
            )
        name = self._git("log", "-1", "--format=%s", f"{self.tip}~1").removeprefix("Publish ")
        self._push(before, f"Publish {name}")
        return name

    def _fetch(self) -> None:
        """Make a scratch repository that reaches the remote as the project does, with the branch's last commits."""
        if self.repository.exists():
            return
        self.repository.mkdir()
        self._git("init", "--quiet", "--bare")
        settings = self._git("config", "--null", "--get-regexp", _SETTINGS, cwd=self.root, check=False)
        for key, _, value in (row.partition("\n") for row in settings.split("\0") if row):
            self._git("config", "--add", key, value)
        self.tip = self._git("ls-remote", self.remote, f"refs/heads/{self.branch}").partition("\t")[0]
        if self.tip:
            depth = () if self.keep_history else ("--depth", "1")
            self._git("fetch", "--quiet", *depth, self.remote, f"refs/heads/{self.branch}")

    def _push(self, tree: str, message: str) -> None:
        parents = ("-p", self.tip) if self.keep_history and self.tip else ()
        known = self._git("config", "user.email", check=False)
        people = {f"GIT_{who}_{key}": value for who in ("AUTHOR", "COMMITTER") for key, value in _NOBODY.items()}
        commit = self._git("commit-tree", tree, *parents, "-m", message, env={} if known else people)
        place = f"refs/heads/{self.branch}"
        self._git("push", "--quiet", f"--force-with-lease={place}:{self.tip}", self.remote, f"{commit}:{place}")

    def _git(
        self,
        *arguments: str,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
        text: str | None = None,
        check: bool = True,
    ) -> str:
        """Run git in the scratch repository, or in `cwd`; gives what it wrote. Raises HostError."""
        own = {} if cwd and not env else {"GIT_DIR": str(self.repository)}
        variables = {**os.environ, "GIT_TERMINAL_PROMPT": "0", **own, **(env or {})}
        done = subprocess.run(
            ["git", *arguments], cwd=cwd or self.repository, env=variables, input=text, capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        if done.returncode and check:
            said = "; ".join(line.strip() for line in done.stderr.splitlines() if line.strip())
            raise HostError(f"{self.name}: git {arguments[0]}: {said}; the branch stays as it was")
        return done.stdout.removesuffix("\n") if not done.returncode else ""
