"""The file of addresses: what it holds, what would break them, and what to do about it."""

from pathlib import Path

import pytest

from plugins.shared.errors import SiteError
from plugins.shared.ledger import Entry, format_ledger, merged, read_ledger, vanishing

TEXT = """\
# A remark.

/about/
/advice/one/   urn:uuid:1
/feeds/atom.xml
/tag/old/ moved /tag/new/
/advice/withdrawn/ gone
"""
IDS = {"/about/": "", "/advice/one/": "urn:uuid:1", "/feeds/atom.xml": "", "/tag/new/": "", "/tag/old/": ""}


def ledger(folder: Path, text: str = TEXT) -> Path:
    path = folder / "addresses.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    entries = read_ledger(ledger(tmp_path))
    assert entries["/tag/old/"] == Entry("/tag/old/", moved="/tag/new/")
    assert entries["/advice/withdrawn/"].gone
    assert read_ledger(ledger(tmp_path, format_ledger(entries))) == entries
    assert read_ledger(tmp_path / "none.txt") == {}


def test_new_addresses_are_added_and_old_lines_stay(tmp_path: Path) -> None:
    entries = read_ledger(ledger(tmp_path))
    text = format_ledger(merged(entries, {**IDS, "/advice/two/": "urn:uuid:2"}))
    rows = [row for row in text.splitlines() if not row.startswith("#")]
    assert rows == sorted(rows)
    assert {"/advice/two/ urn:uuid:2", "/tag/old/ moved /tag/new/", "/advice/withdrawn/ gone"} < {*rows}


@pytest.mark.parametrize("row", ["about", "/a b/", "/a/ gone for good", "/a/ moved", "/a/ moved b/", "/a/ no-id"])
def test_a_line_that_is_amiss_is_told_with_its_number(row: str, tmp_path: Path) -> None:
    with pytest.raises(SiteError, match=r"addresses\.txt:8: `"):
        read_ledger(ledger(tmp_path, f"{TEXT}{row}\n"))


def test_an_address_that_stands_twice_is_told(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match=r"addresses\.txt:8: `/about/` stands twice, first on line 3"):
        read_ledger(ledger(tmp_path, f"{TEXT}/about/ gone\n"))


@pytest.mark.parametrize(
    ("changes", "line", "said"),
    [
        ({"/about/": None}, 3, "`/about/` was published and would vanish; bring it back, write `/about/ moved "),
        ({"/feeds/atom.xml": None}, 5, "`/feeds/atom.xml` was published and would vanish"),
        ({"/advice/one/": "urn:uuid:9"}, 4, "was published with the Id urn:uuid:1 and now has urn:uuid:9"),
        ({"/advice/one/": ""}, 4, "was published with the Id urn:uuid:1 and now has none"),
        ({"/tag/new/": None}, 6, "`/tag/old/` leads to `/tag/new/`, which is not published"),
        ({"/advice/withdrawn/": ""}, 7, "`/advice/withdrawn/` is declared gone, but something is published there"),
    ],
)
def test_what_would_break_an_address_is_told(
    changes: dict[str, str | None], line: int, said: str, tmp_path: Path
) -> None:
    path = ledger(tmp_path)
    ids = {address: post_id for address, post_id in {**IDS, **changes}.items() if post_id is not None}
    (problem,) = vanishing(path, read_ledger(path), ids, {})
    assert (problem.path, problem.line) == (path, line)
    assert said in problem.message


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ({}, "; the post with the Id urn:uuid:1 is no longer there; bring it back"),
        (
            {"urn:uuid:1": (Path("a.md"), "/advice/one/")},
            "; its post a.md (urn:uuid:1) is no longer published; publish",
        ),
        (
            {"urn:uuid:1": (Path("b.md"), "/advice/b/")},
            "; its post (urn:uuid:1) is b.md now, at /advice/b/; add `Aliases: /advice/one/` to its header",
        ),
    ],
)
def test_of_a_post_that_would_vanish_it_is_told_where_it_is_now(
    now: dict[str, tuple[Path, str]], said: str, tmp_path: Path
) -> None:
    path = ledger(tmp_path)
    ids = {address: post_id for address, post_id in IDS.items() if address != "/advice/one/"}
    (problem,) = vanishing(path, read_ledger(path), ids, now)
    assert said in problem.message
    assert "gone` to give" in problem.message


def test_a_site_that_has_all_its_addresses_is_let_through(tmp_path: Path) -> None:
    path = ledger(tmp_path)
    assert [*vanishing(path, read_ledger(path), IDS, {})] == []
