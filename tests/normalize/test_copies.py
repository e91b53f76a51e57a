"""Copies across captures: found by what articles say, whatever their titles and however many there are."""

import datetime
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.normalize.importing import ImportOptions, ImportResult, import_captures
from plugins.shared.contained import CONTAINED, Place, find_contained
from plugins.shared.prints import prints_of, share_held

DAY = datetime.date(2026, 11, 20)
HEAD = "How to Save It\n\nBy Ida Brandt on March 3, 2011\n\n"
SENTENCES = (
    "A porch is a room that has not made up its mind, and I have spent half of my marriage on one.",
    "It leaks in the corner above the chair, and by now we both know the sound of it.",
    "He puts the bucket there and I empty it, which is the nearest we come to dancing.",
    "Ask for one thing at a time, and ask for it before the meal and not after.",
    "When the answer is no, say thank you, and write the date of it on the calendar.",
    "My mother kept such a calendar for forty years and never showed it to anybody.",
    "You may find that the winter does most of the talking for the two of you.",
    "Leave the lamp in the hall on, for whoever comes home last will see it.",
)


def article(sentences: Sequence[str]) -> str:
    return HEAD + "\n\n".join(" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)) + "\n"


def run(folder: Path, texts: dict[str, str]) -> ImportResult:
    captures = folder / "captures"
    captures.mkdir(exist_ok=True)
    for name, text in texts.items():
        (captures / name).write_text(text, encoding="utf-8")
    return import_captures([captures], ImportOptions(into=folder / "into", date=DAY))


def outcomes(result: ImportResult) -> dict[str, str]:
    return {record.source: record.reason or record.outcome for record in result.records}


def test_an_article_that_stands_in_a_longer_one_is_held(tmp_path: Path) -> None:
    texts = {
        "a.txt": article(SENTENCES[:6]),
        "b.txt": article(SENTENCES),
        "c.txt": "Another Title\n\n" + article(SENTENCES[1:6]),
    }
    result = run(tmp_path, texts)
    assert outcomes(result) == {
        "a.txt": "its text stands in b.txt",
        "b.txt": "written",
        "c.txt": "its text stands in b.txt",
    }
    assert result.adds_up
    before = {path: path.read_bytes() for path in (tmp_path / "into").rglob("*") if path.is_file()}
    assert outcomes(run(tmp_path, {})) == outcomes(result) | {"b.txt": "unchanged"}
    assert {path: path.read_bytes() for path in before} == before


def test_of_two_of_one_length_the_first_by_name_is_kept(tmp_path: Path) -> None:
    one = article(SENTENCES)
    texts = {"b.txt": one.replace("bucket", "basin"), "a.txt": one, "c.txt": one.replace("winter", "autumn")}
    assert outcomes(run(tmp_path, texts)) == {
        "a.txt": "written",
        "b.txt": "its text stands in a.txt",
        "c.txt": "its text stands in a.txt",
    }


def test_articles_of_one_title_and_other_sentences_are_all_kept(tmp_path: Path) -> None:
    chance = random.Random(3)
    words = " ".join(SENTENCES).split()
    texts = {f"{n}.txt": article([" ".join(chance.choices(words, k=16)) + "." for _ in range(5)]) for n in range(5)}
    assert run(tmp_path, texts).counts["written"] == 5


def test_two_that_quote_each_other_at_length_are_both_kept(tmp_path: Path) -> None:
    """Half of each is its own; the other half is what they quote."""
    chance = random.Random(5)
    words = sorted({word for sentence in SENTENCES for word in sentence.strip(".").split()})
    one, two = ([" ".join(chance.choices(words, k=17)) + "." for _ in range(8)] for _ in "ab")
    result = run(tmp_path, {"one.txt": article([*one, *SENTENCES]), "two.txt": article([*SENTENCES, *two])})
    assert outcomes(result) == {"one.txt": "written", "two.txt": "written"}


def test_a_copy_with_comments_below_it_is_held(tmp_path: Path) -> None:
    said = [f"Posted @ Monday, March {day}, 2011 10:1{day} AM by Ann {day}\n\n{SENTENCES[day]}" for day in range(1, 6)]
    tail = "\n\nComments\n\n" + "\n\n".join(f"{row} That was number {at}." for at, row in enumerate(said)) + "\n"
    result = run(tmp_path, {"plain.txt": article(SENTENCES), "tail.txt": article(SENTENCES) + tail})
    assert sorted(outcomes(result).values())[1] == "written"
    assert result.counts["held"] == 1


def test_what_is_there_already_holds_a_later_copy_and_stays_itself(tmp_path: Path) -> None:
    run(tmp_path, {"short.txt": article(SENTENCES[:6])})
    later = outcomes(run(tmp_path, {"copy.txt": article(SENTENCES[:5]), "longer.txt": article(SENTENCES)}))
    assert later["copy.txt"] == "its text stands in longer.txt"
    assert later["longer.txt"] == "written"
    assert later["short.txt"] in ("written", "unchanged")
    (tmp_path / "captures" / "longer.txt").unlink()
    again = outcomes(run(tmp_path, {"other.txt": article(SENTENCES).replace("meal", "lunch")}))
    assert again["other.txt"] == "its text stands in longer.txt"


def test_many_near_copies_leave_one() -> None:
    base = prints_of(" ".join(SENTENCES))
    new = {Place(n, 1): prints_of(" ".join(SENTENCES) + f" And number {n} is mine.") for n in range(300)}
    found = find_contained(new, {Place(-1, 0): base[:10]})
    assert set(found) == set(new) - {Place(0, 1)}
    assert set(found.values()) == {Place(0, 1)}


@given(st.lists(st.lists(st.sampled_from("abcdefg"), min_size=3, max_size=25).map(" ".join), max_size=8))
def test_what_is_held_stands_in_what_is_kept_and_what_is_kept_stands_in_nothing_kept(texts: list[str]) -> None:
    new = {Place(number, 1): prints_of(text) for number, text in enumerate(texts)}
    found = find_contained(new, {})
    for place, keeper in found.items():
        assert keeper not in found
        assert share_held(new[place], set(new[keeper])) >= CONTAINED


@pytest.mark.parametrize(("share", "held"), [(0.75, False), (0.85, True)])
def test_the_threshold(share: float, held: bool) -> None:
    words = [f"w{number}" for number in range(203)]
    cut = round(200 * share) + 2
    other = prints_of(" ".join(words[:cut] + [f"x{number}" for number in range(300)]))
    found = find_contained({Place(0, 1): prints_of(" ".join(words)), Place(1, 1): other}, {})
    assert (Place(0, 1) in found) == held
