"""How alike texts are."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.shared import similarity
from plugins.shared.similarity import TfidfIndex, tokens, words

DOCUMENTS = {
    "sleep": "My husband snores and our baby wakes. Nobody sleeps; the baby cries at two.",
    "snoring": "Snoring drives us apart: he snores, I lie awake, and the earplugs help nobody.",
    "money": "She hid a credit card debt. The bank wrote, and I opened the letter from the bank.",
}


def test_the_examples_in_the_module_hold() -> None:
    assert doctest.testmod(similarity).failed == 0


def test_tokens_are_folded_and_words_lose_what_says_little() -> None:
    text = "The HUSBAND’S straße — [he’s](https://example.org/gone), <b>not</b> talking, 24 hours a day"
    assert tokens(text) == ["the", "husband", "strasse", "he's", "not", "talking", "24", "hours", "a", "day"]
    assert words(text) == ["husband", "strasse", "talking", "hours", "day"]


def test_the_nearest_document_is_about_the_same() -> None:
    index = TfidfIndex(DOCUMENTS)
    assert [key for key, _ in index.nearest("sleep", 2)] == ["snoring"]
    assert index.nearest("money", 5) == []
    assert set(index.similarities("sleep")) == {"snoring"}


def test_equals_come_in_the_order_of_their_keys() -> None:
    index = TfidfIndex({"c": "garden fence", "b": "garden fence", "a": "garden fence"})
    assert [key for key, _ in index.nearest("c", 2)] == ["a", "b"]
    assert index.similarities("a")["b"] == pytest.approx(1.0)


def test_an_empty_document_is_like_nothing() -> None:
    index = TfidfIndex({"empty": "", "full": "garden fence", "stops": "and then he was there"})
    assert index.nearest("empty", 3) == index.nearest("full", 3) == index.nearest("stops", 3) == []
    with pytest.raises(KeyError):
        index.similarities("missing")


@given(st.dictionaries(st.text("ab", max_size=3), st.text("abc de", max_size=40), min_size=1))
def test_cosines_lie_between_zero_and_one(documents: dict[str, str]) -> None:
    index = TfidfIndex(documents)
    for key in documents:
        for other, cosine in index.similarities(key).items():
            assert 0 < cosine <= 1.000001
            assert cosine == pytest.approx(index.similarities(other)[key])
