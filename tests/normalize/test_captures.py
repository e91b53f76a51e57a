"""The captures beside the project, where they stand there, scored by their own script; and one of ours either way."""

import datetime
import re
import subprocess
import sys
from pathlib import Path

from plugins.normalize.importing import ImportOptions, import_captures

ROOT = Path(__file__).parents[2]
BESIDE = ROOT.parent / "shared" / "captures"
OPTIONS = {"date": datetime.date(2026, 11, 20), "vocabulary": ROOT / "content" / "tags.toml"}
OURS = (
    "Q: May I keep the ladder that he left? It is a good ladder. -- Up High\n\nA: You may, until he asks for it, "
    "and you should write his name on it.\n"
)


def table(folder: Path, into: Path) -> str:
    """What the captures' own script prints about an import of a folder."""
    import_captures([folder], ImportOptions(into=into, **OPTIONS))  # type: ignore[arg-type]
    command = [sys.executable, str(BESIDE / "score.py"), str(folder), str(into)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_every_folder_of_captures_beside_the_project_scores_full_marks(tmp_path: Path) -> None:
    folders = [BESIDE / name for name in ("seeds", "practice") if (BESIDE / name).is_dir()]
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "ladder.txt").write_text(OURS)
    ours = import_captures([tmp_path / "ours"], ImportOptions(into=tmp_path / "content", **OPTIONS))  # type: ignore[arg-type]
    assert ours.counts["written"] == 1
    for folder in folders:
        said = table(folder, tmp_path / folder.name)
        f1 = [float(value) for value in re.findall(r"^\S+\s+F1 ([\d.]+)", said, re.M)]
        assert f1, said
        assert min(f1) >= 0.97, said
        assert re.search(r"missing 0; markers left 0/\d+; mojibake left 0;", said), said
        for part in (
            r"headings (\d+)/(\d+) \(\+0 false\)",
            r"minute (\d+)/(\d+)",
            r"exact bodies (\d+)/(\d+)",
            r"index pages held back (\d+)/(\d+)",
        ):
            found = re.search(part, said)
            assert found, said
            assert found[1] == found[2], said
        for name in ("kind", "title", "author", "date", "asker"):
            found = re.search(rf"^{name}\s+(\d+)/(\d+) right, 0 invented", said, re.M)
            assert found, said
            assert found[1] == found[2], said
