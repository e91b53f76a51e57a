"""From content to a host: build, check, finish, compare, switch; and back again."""

import runpy
import sys
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from plugins.publish.branch import GitHost
from plugins.publish.bucket import BucketHost
from plugins.publish.folder import FolderHost
from plugins.publish.hosts import Host, HostError
from plugins.publish.making import make_release
from plugins.publish.plain import OutputHost
from plugins.publish.record import Changes, carry, compare
from plugins.publish.server import SshHost
from plugins.publish.target import KEEPING, Target, parse_target
from plugins.publish.webroot import RsyncHost
from plugins.shared.build_result import BuildResult
from plugins.shared.errors import SettingsError, what_to_do
from plugins.shared.ledger import NAME, Entry, format_ledger, merged, read_ledger
from plugins.shared.scratch import scratch_folder
from plugins.shared.whole_files import write_whole

DEFAULT_TARGET = "output:output"

Build = Callable[[Path], BuildResult]
"""Builds the site that is to be published into the folder that it is given."""


@dataclass(frozen=True)
class Published:
    """What a publish did, or with a dry run would do. `new_addresses` were never published before."""

    target: str
    digest: str
    changes: Changes
    build: BuildResult
    new_addresses: tuple[str, ...]
    died: str


class BuildFailedError(Exception):
    """The site could not be built; nothing was published."""

    def __init__(self, result: BuildResult) -> None:
        self.result = result
        super().__init__("\n".join(result.log))


def read_settings(path: Path) -> dict[str, Any]:
    """The settings that a file of settings assigns. Raises SettingsError where it does."""
    sys.path.insert(0, str(path.parent.resolve()))
    try:
        return runpy.run_path(str(path))
    finally:
        sys.path.pop(0)


def target_of(settings: Mapping[str, Any], text: str = "") -> Target:
    """The target that is named, or else that of the settings. Raises SettingError where it is none."""
    return parse_target(text or settings.get("PUBLISH_TARGET") or DEFAULT_TARGET)


def open_host(target: Target, root: Path, site_url: str, scratch: Path) -> Host:
    """The host that a target names; `scratch` is a folder for what it needs meanwhile."""
    makers: dict[str, Callable[[], Host]] = {
        "output": lambda: OutputHost(root, root / target.place),
        "folder": lambda: FolderHost(root / target.place),
        "ssh": lambda: SshHost(target),
        "rsync": lambda: RsyncHost(root, target),
        "git": lambda: GitHost(root, target, site_url, scratch),
        "s3": lambda: BucketHost(target),
    }
    return makers[target.kind]()


def publish(
    root: Path, content: Path, settings_path: Path, build: Build, target_text: str = "", dry_run: bool = False
) -> Published:
    """Build the content, with these settings, and publish it, unless `dry_run`.

    Raises SiteError with everything that is wrong with the content, the built site or its addresses, BuildFailedError,
    SettingError, LockedError and HostError; after each of them the site that was published is still there.
    """
    settings = read_settings(settings_path)
    target = target_of(settings, target_text)
    ledger = content / NAME
    entries = read_ledger(ledger)
    with scratch_folder("publish") as scratch:
        host = open_host(target, root, settings["SITEURL"], scratch)
        with nullcontext("") if dry_run else host.lock() as died:
            built = build(scratch / "public")
            if not built.ok:
                raise BuildFailedError(built)
            release, ids = make_release(built, scratch / "server", content, entries, settings, target)
            old = host.read()
            release = replace(release, record=carry(old, release.record))
            changes = compare(old, release.record)
            if not dry_run:
                if old is None or old.digest != release.record.digest:
                    host.switch(release, changes)
                write_ledger(ledger, entries, ids)
    new = tuple(sorted(address for address in ids if address not in entries))
    return Published(target.text or DEFAULT_TARGET, release.record.digest, changes, built, new, died)


def write_ledger(path: Path, entries: Mapping[str, Entry], ids: Mapping[str, str]) -> None:
    """Add the addresses that are new, of a site that is published by now, to the file of addresses. Raises OSError."""
    try:
        write_whole(path, format_ledger(merged(entries, ids)).encode(), path.parent)
    except OSError as error:
        told = f"{path}: {what_to_do(error)}. The site is published, only its new addresses are not noted there yet"
        raise OSError(told) from error


def roll_back(root: Path, settings_path: Path, target_text: str = "", digest: str = "") -> str:
    """Return to an earlier release of a target; gives its name. Raises HostError, LockedError, SettingError."""
    try:
        settings = read_settings(settings_path)
    except SettingsError:
        if not target_text:
            raise
        settings = {"SITEURL": ""}
    target = target_of(settings, target_text)
    with scratch_folder("publish") as scratch:
        host = open_host(target, root, settings["SITEURL"], scratch)
        if target.kind in KEEPING and host.read() is None:
            raise HostError(f"{target.text}: nothing is published there that one could return from; correct the target")
        with host.lock() if target.kind in KEEPING else nullcontext():
            return host.roll_back(digest)
