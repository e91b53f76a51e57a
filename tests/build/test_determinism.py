"""The same content makes the same bytes, whatever the machine's time zone, language, clock, folder or chance."""

import gzip
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from plugins.publish.precompress import precompress
from plugins.publish.record import Record, compare, record_of
from tests.conftest import PUBLISH, ROOT

BUILD = """
from pathlib import Path
from plugins.build.run import build_site
from plugins.publish.making import make_release
from plugins.publish.publishing import read_settings
from plugins.publish.target import parse_target
from plugins.search.index import build_index
root, content = Path.cwd(), Path("content")
built = build_site(root, Path("public"), "publishconf.py", content, build_index)
if not built.ok:
    raise SystemExit(str(built.log))
settings = read_settings(root / "publishconf.py")
release, _ = make_release(built, Path("server"), content, {}, settings, parse_target("git:origin"))
print(release.record.to_json())
"""
ENVIRONMENTS: tuple[dict[str, str], ...] = (
    {},
    {"TZ": "Pacific/Kiritimati"},
    {"TZ": "America/St_Johns", "LC_ALL": "C"},
    {"LC_ALL": "C.UTF-8", "LANGUAGE": "de"},
    {"LANG": "tr_TR.UTF-8", "LC_ALL": ""},
    {"PYTHONHASHSEED": "1"},
    {"PYTHONHASHSEED": "4294967295", "TZ": "Asia/Kathmandu"},
    {"PYTHONUTF8": "0", "LC_ALL": "POSIX"},
    {"PYTHONOPTIMIZE": "1", "HOME": "/nonexistent"},
    {"COLUMNS": "20", "NO_COLOR": "1", "TERM": "dumb", "SOURCE_DATE_EPOCH": "0"},
)
CLOCKS = {2: ("faketime", "-f", "+900d"), 5: ("faketime", "-f", "+7h59m"), 8: ("faketime", "-f", "+30y")}
"""Machines whose clock is wrong, by hours or by years."""


def project(folder: Path, number: int) -> Path:
    """A copy of the project in a folder of a name and depth of its own, its files written in another order and time."""
    root = folder / f"a folder {'x' * number * 3}" / "é" / str(number)
    root.mkdir(parents=True)
    for name in ("pelicanconf.py", "publishconf.py", "theme", "plugins"):
        (root / name).symlink_to(ROOT / name)
    paths = sorted(path for path in (ROOT / "content").rglob("*") if path.is_file())
    for path in paths if number % 2 else reversed(paths):
        target = root / "content" / path.relative_to(ROOT / "content")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        os.utime(target, (10**9 + number, 10**9 + number))
    return root


def test_ten_machines_make_the_same_bytes(tmp_path: Path) -> None:
    def build(number: int) -> Record:
        root = project(tmp_path, number)
        env = {**os.environ, **PUBLISH, **ENVIRONMENTS[number], "PYTHONPATH": str(root)}
        command = [*CLOCKS.get(number, ()), sys.executable, "-c", BUILD]
        done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return Record.from_json(done.stdout)

    with ThreadPoolExecutor(2) as pool:
        first, *others = pool.map(build, range(len(ENVIRONMENTS)))
    assert len(first.files) > 100
    for other in others:
        assert not compare(first, other)
    assert {record.digest for record in others} == {first.digest}


def test_small_copies_know_no_time(tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for number, folder in enumerate(folders):
        folder.mkdir()
        (folder / "page.html").write_text("<p>Some words that are read here.</p>\n" * 50, encoding="utf-8")
        os.utime(folder / "page.html", (number, number))
        assert precompress(folder) == 2
    assert record_of(folders[0]) == record_of(folders[1])
    packed = folders[0] / "page.html.gz"
    assert packed.read_bytes()[4:8] == b"\0\0\0\0"
    assert gzip.decompress(packed.read_bytes()) == (folders[0] / "page.html").read_bytes()
