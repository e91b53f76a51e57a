"""How alike texts are."""

import doctest
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.shared import similarity
from plugins.shared.similarity import HEAVIEST_TERMS, TfidfIndex, term_counts, tokens, words

SLEEP = "My husband snores and our baby wakes. Nobody sleeps; the baby cries at two."
SNORING = "Snoring drives us apart: he snores, I lie awake, and the earplugs help nobody."
MONEY = "She hid a credit card debt. The bank wrote, and I opened the letter from the bank."


def test_the_examples_in_the_module_hold() -> None:
    assert doctest.testmod(similarity).failed == 0


def test_tokens_are_folded_and_words_lose_what_says_little() -> None:
    text = "The HUSBAND’S straße — [he’s](https://example.org/gone), <b>not</b> talking, 24 hours a day"
    assert tokens(text) == ["the", "husband", "strasse", "he's", "not", "talking", "24", "hours", "a", "day"]
    assert words(text) == ["husband", "strasse", "talking", "hours", "day"]


def index_of(texts: Sequence[str]) -> TfidfIndex:
    counts = [term_counts(words(text)) for text in texts]
    return TfidfIndex(Counter(term for terms, _ in counts for term in terms), len(counts), counts)


def test_the_nearest_document_is_about_the_same() -> None:
    index = index_of([SLEEP, SNORING, MONEY])
    assert set(index.similarities(0)) == {1}
    assert index.similarities(2) == {}


def test_documents_that_say_the_same_are_alike_and_an_empty_one_is_like_nothing() -> None:
    index = index_of(["garden fence", "", "garden fence", "and then he was there"])
    assert index.similarities(0) == {2: pytest.approx(1.0)}
    assert index.similarities(1) == index.similarities(3) == {}


def test_the_lighter_terms_of_a_long_document_are_left_out() -> None:
    rare = [f"rare{number}" for number in range(HEAVIEST_TERMS)]
    index = index_of([" ".join([*rare, "common"]), "common", "common rare0", "common rare0"])
    assert set(index.similarities(0)) == {2, 3}


@given(st.lists(st.text("abc de", max_size=40), min_size=1, max_size=6))
def test_cosines_lie_between_zero_and_one(texts: list[str]) -> None:
    index = index_of(texts)
    for place in range(len(texts)):
        for other, cosine in index.similarities(place).items():
            assert 0 < cosine <= 1.000001
            assert cosine == pytest.approx(index.similarities(other)[place])
