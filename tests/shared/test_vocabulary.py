"""The vocabulary file, and which tags a text gives evidence for."""

from collections import Counter
from pathlib import Path

import pytest

from plugins.shared.errors import SiteError
from plugins.shared.posts import TAGS_MAX, TAGS_MIN
from plugins.shared.similarity import tokens
from plugins.shared.vocabulary import (
    Tag,
    Vocabulary,
    find_cues,
    read_vocabulary,
    suggest_category,
    suggest_tags,
    words_without_cues,
)

SHIPPED = Path(__file__).parents[2] / "content" / "tags.toml"

GOOD = """
[[category]]
slug = "at-home"
name = "At home"
description = "Life under one roof."

[[category]]
slug = "money-matters"
name = "Money matters"
description = "What it costs."

[[tag]]
tag = "sleep"
name = "Sleep"
description = "For tired people."
category = "at-home"
aliases = ["insomnia"]
[tag.cues]
"awake" = 1.0
"snores" = 3.0
"can't sleep" = 5.0

[[tag]]
tag = "debt"
name = "Debt"
description = "For money that is owed."
category = "money-matters"
[tag.cues]
"debt" = 5.0
"credit card" = 3.0
"credit card debt" = 5.0
"""


@pytest.fixture
def vocabulary(tmp_path: Path) -> Vocabulary:
    path = tmp_path / "tags.toml"
    path.write_text(GOOD, encoding="utf-8")
    return read_vocabulary(path)


def test_the_file_is_read_in_its_order(vocabulary: Vocabulary) -> None:
    assert [*vocabulary.tags] == ["sleep", "debt"]
    assert [*vocabulary.categories] == ["at-home", "money-matters"]
    cues = {"awake": 1.0, "snores": 3.0, "can't sleep": 5.0}
    assert vocabulary.tags["sleep"] == Tag("sleep", "Sleep", "For tired people.", "at-home", ("insomnia",), cues)


def test_the_vocabulary_that_ships_is_in_order() -> None:
    shipped = read_vocabulary(SHIPPED)
    assert 30 <= len(shipped.tags) <= 60
    assert all(tag.cues for tag in shipped.tags.values())
    assert {tag.category for tag in shipped.tags.values()} == set(shipped.categories)


@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        ("\n[[category]]", "\nnote = 1\n[[category]]", 2, "`note` is not known here"),
        ('name = "Sleep"', "", 12, "a tag needs `name`"),
        ('name = "Sleep"', "name = 3", 12, "a tag needs `name`"),
        ('name = "Sleep"', 'name = "Sleep"\nnick = "Zz"', 12, "`nick` is not a tag's key"),
        ('tag = "sleep"', 'tag = "Sleep!"', 12, "`tag = 'Sleep!'` must be a-z, 0-9"),
        ('category = "at-home"', 'category = "home"', 12, "`category = 'home'` is the slug of no [[category]]"),
        ('aliases = ["insomnia"]', 'aliases = "insomnia"', 12, "`aliases` is a list"),
        ('"awake" = 1.0', '"awake" = 9', 12, "the cue 'awake' weighs 9"),
        ('"awake" = 1.0', '"awake" = true', 12, "the cue 'awake' weighs True"),
        ('"awake" = 1.0', '"Awake" = 1.0', 12, "the cue 'Awake' must be lower case"),
        ('"can\'t sleep"', '"can’t sleep"', 12, "the cue 'can’t sleep' must be lower case with straight apostrophes"),
        ('tag = "debt"', 'tag = "sleep"', 23, "`sleep` is taken already by the tag `sleep`"),
        ('name = "Debt"', 'name = "Insomnia"', 23, "`insomnia` is taken already by the tag `sleep`"),
        ('slug = "money-matters"', 'slug = "at-home"', 7, "`at-home` is taken already by the category `at-home`"),
        ('name = "Debt"', "name = ", 25, "this is not valid TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, before: str, after: str, line: int, message: str) -> None:
    path = tmp_path / "tags.toml"
    path.write_text(GOOD.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(SiteError) as caught:
        read_vocabulary(path)
    told = [(problem.line, problem.message) for problem in caught.value.problems]
    assert any(at == line and said.startswith(message) for at, said in told), told


def test_all_problems_are_told_at_once_and_a_missing_file_too(tmp_path: Path) -> None:
    path = tmp_path / "tags.toml"
    with pytest.raises(SiteError, match=r"tags\.toml: this file is missing"):
        read_vocabulary(path)
    path.write_text("[[tag]]\ntag = 'A'\n\n[[tag]]\ntag = 'b'\nname = 'B'\n", encoding="utf-8")
    with pytest.raises(SiteError) as caught:
        read_vocabulary(path)
    assert {problem.line for problem in caught.value.problems} == {1, 4}


def tags_of(vocabulary: Vocabulary, title: str, body: str) -> list[str]:
    return [one.tag for one in suggest_tags(vocabulary, title, body)]


def test_one_strong_cue_is_evidence_and_one_hint_is_not(vocabulary: Vocabulary) -> None:
    assert tags_of(vocabulary, "", "He snores.") == ["sleep"]
    assert tags_of(vocabulary, "", "I lay awake.") == []
    assert tags_of(vocabulary, "Nothing of the kind", "A garden, a fence.") == []


def test_cues_match_whole_words_whatever_their_case_and_apostrophes(vocabulary: Vocabulary) -> None:
    assert tags_of(vocabulary, "", "I CAN’T  SLEEP") == ["sleep"]
    assert tags_of(vocabulary, "", "INSOMNIA!") == ["sleep"]
    assert tags_of(vocabulary, "", "He is indebted to snoresville.") == []


def test_the_best_comes_first_with_its_cues(vocabulary: Vocabulary) -> None:
    sleep, debt = suggest_tags(vocabulary, "A tired man can't sleep", "He snores. His credit card debt, his debt!")
    assert (sleep.tag, sleep.cues) == ("sleep", ("can't sleep", "sleep", "snores")) or sleep.cues[0] == "can't sleep"
    assert (debt.tag, debt.cues) == ("debt", ("credit card debt", "debt"))
    assert sleep.score > debt.score


def test_the_longest_cue_counts_and_not_its_parts(vocabulary: Vocabulary) -> None:
    (debt,) = suggest_tags(vocabulary, "", "A credit card debt.")
    assert (debt.score, debt.cues) == (5.0, ("credit card debt",))


def test_a_text_gets_three_to_six_tags_of_the_vocabulary_that_ships() -> None:
    shipped = read_vocabulary(SHIPPED)
    everything = " ".join(cue for tag in shipped.tags.values() for cue in tag.cues)
    assert len(suggest_tags(shipped, "", everything)) <= TAGS_MAX
    body = "He gave me the silent treatment after the affair. I asked for a divorce, then for marriage counseling."
    assert len(suggest_tags(shipped, "Can we trust each other again?", body)) >= TAGS_MIN


def test_the_category_is_that_of_most_tags_and_of_the_first_in_doubt(vocabulary: Vocabulary) -> None:
    assert suggest_category(vocabulary, ["debt", "sleep"]) == "Money matters"
    assert suggest_category(vocabulary, ["sleep", "unknown", "debt"]) == "At home"
    assert suggest_category(vocabulary, ["unknown"]) == suggest_category(vocabulary, []) == ""


def test_words_outside_of_the_vocabulary_are_offered(vocabulary: Vocabulary) -> None:
    text = "The garden fence. My neighbor’s garden fence! That garden fence, and a debt, a debt, a debt. Ivy, ivy."
    words = tokens(text)
    found = find_cues(vocabulary, (), words)
    assert words_without_cues(found, Counter(words)) == ("garden fence",)
    assert words_without_cues(found, Counter(words), 0) == ()
    title, more = tokens("A garden"), tokens(f"{text} One more garden, another garden.")
    assert words_without_cues(find_cues(vocabulary, title, more), Counter(title + more)) == ("garden", "garden fence")
