"""Fingerprints: no text that holds most of another is missed."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.shared import prints
from plugins.shared.prints import PrintsFile, prints_of, prints_with_part, share_held, telling

TEXTS = st.dictionaries(
    st.text("xyz", min_size=1, max_size=3), st.lists(st.sampled_from("abcdefgh"), max_size=40).map(" ".join), min_size=2
)


def test_the_examples_in_the_module_hold() -> None:
    assert doctest.testmod(prints).failed == 0


@given(TEXTS, st.sampled_from([0.3, 0.5, 0.8, 1.0]))
def test_whoever_holds_a_share_of_a_text_holds_one_of_its_telling_prints(texts: dict[str, str], share: float) -> None:
    found = {key: prints_of(text) for key, text in texts.items()}
    looked_up = telling(found, share)
    for a, own in found.items():
        for b, other in found.items():
            if a != b and own and share_held(own, set(other)) >= share:
                assert set(looked_up.get(a, ())) & set(other)


@given(st.text("ab ", max_size=30), st.text("ab ", max_size=60))
def test_the_share_held_is_that_of_the_shingles(a: str, b: str) -> None:
    one, other = ({*zip(row, row[1:], row[2:], strict=False)} for row in (a.split(), b.split()))
    if one and other:
        assert share_held(prints_of(a), set(prints_of(b))) == pytest.approx(len(one & other) / len(one))


def test_a_text_that_shares_little_is_looked_up_by_nothing() -> None:
    texts = {"one": "a b c d e f g h", "two": "a b c q r s t u v w", "three": "a b c d e f g h i"}
    looked_up = telling({key: prints_of(text) for key, text in texts.items()}, 0.8)
    assert "two" not in looked_up
    assert looked_up["one"]


def test_a_text_that_only_others_hold_is_looked_up() -> None:
    short, long = prints_of("a b c d e f g h"), prints_of("a b c d e f g h i")
    assert telling({"short": short}, 0.8) == {}
    assert set(telling({"short": short}, 0.8, {"long": long})["short"]) <= set(short)


def test_prints_counted_in_many_ranges_tell_the_same_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {
        number: prints_of(f"{'word other third '}{number} " * 9 + f"and {number // 2} more") for number in range(40)
    }
    looked_up = telling(texts, 0.9)
    monkeypatch.setattr(prints, "CELLS", 1 << 8)
    assert telling(texts, 0.9).keys() >= looked_up.keys()


def test_prints_come_back_from_a_file_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prints, "IN_MEMORY", 10)
    rows = {number: prints_of(f"one two {number} three four") for number in range(5)}
    with PrintsFile[int]() as found:
        found.update(rows)
        del found[2]
        assert dict(found) == {number: row for number, row in rows.items() if number != 2}
        assert len(found) == 4


@given(st.lists(st.sampled_from("abc"), max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_the_prints_of_a_part_are_those_of_its_own_text(row: list[str], start: int, end: int) -> None:
    for part in (row[start:end], row[end:] + row[:start]):
        assert prints_with_part(row, part) == (prints_of(row), prints_of(part))
