"""Measures of a text."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.shared import text
from plugins.shared.posts import SLUG, SLUG_MAX_BYTES
from plugins.shared.text import plain, reading_minutes, slugify_title, word_count


def test_the_examples_in_the_module_hold() -> None:
    assert doctest.testmod(text).failed == 0


@pytest.mark.parametrize(
    ("markdown", "count"),
    [
        ("", 0),
        ("Don’t go — it's half-past two.", 5),
        ("[one](https://example.org/a/b-c_(d)) two", 2),
        ("[one](https://example.org/a),two", 2),
        ("![a *small* cat](/images/cat.png)", 3),
        ("one\n\n[1]: https://example.org/far/away\n", 1),
        ("<p>one <b>two</b></p> three &amp; four", 4),
        ("See https://example.org/a/b for more", 3),
        ("2 < 3 and 5 > 4", 5),
        ("Łódź, naïve, Zürich", 3),
    ],
)
def test_only_what_is_read_counts_as_words(markdown: str, count: int) -> None:
    assert word_count(markdown) == count


def test_words_on_either_side_of_a_tag_stay_apart() -> None:
    assert plain("<p>one</p><p>two</p>").split() == ["one", "two"]


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (238, 1), (500, 2), (2380, 10)])
def test_reading_takes_whole_minutes(words: int, minutes: int) -> None:
    assert reading_minutes(words) == minutes


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Can’t He See It?", "cant-he-see-it"),
        ('Fish & <b>chips</b> "quoted" </script>', "fish-b-chips-b-quoted-script"),
        ("&amp; stays &#38; text", "amp-stays-38-text"),
        ("Où est l’amour ?", "ou-est-lamour"),
        ("…!", ""),
        ("x" * 100, "x" * 80),
    ],
)
def test_slugs_of_titles(title: str, slug: str) -> None:
    assert slugify_title(title) == slug


@given(st.text(max_size=200))
def test_a_slug_is_always_a_slug(title: str) -> None:
    slug = slugify_title(title)
    assert slug == "" or SLUG.fullmatch(slug)
    assert len(slug.encode()) <= SLUG_MAX_BYTES


def test_a_long_title_is_cut_between_words() -> None:
    slug = slugify_title("What should I do when my husband of twenty years no longer talks to me at the kitchen table")
    assert slug == "what-should-i-do-when-my-husband-of-twenty-years-no-longer-talks-to-me-at-the"
