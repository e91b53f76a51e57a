"""Which posts answer the same question, and above all which do not."""

import doctest

import pytest

from plugins.shared import same_question
from plugins.shared.prints import prints_of
from plugins.shared.same_question import same_by_prints

LETTER = (
    "My husband Tom and I have been married for nine years and live in a small town. Since the spring he hardly speaks "
    "to me. He comes home, eats, and goes to the garage until midnight. I have asked him what is wrong and he says "
    "that nothing is. I do not know whether he still loves me. How can I reach him before it is too late?"
)
REPRINT = (
    "My husband Paul and I have been married for eleven years and live in a big city. Since the summer he hardly "
    "speaks to me. He comes home, eats, and goes to the basement until midnight. I have asked him what is wrong and "
    "he says that nothing is. I do not know whether he still loves me. How can I reach him before it is too late?"
)
SAME_TOPIC = (
    "I have been married to my husband for twelve years and this year he has gone quiet. He comes home, watches the "
    "news and falls asleep on the couch. When I ask him what is wrong he tells me that I imagine it. I do not know "
    "what I did. Is there still a way to reach him?"
)


def test_the_examples_in_the_module_hold() -> None:
    assert doctest.testmod(same_question).failed == 0


def same_questions(posts: dict[str, tuple[str, str]]) -> dict[str, frozenset[str]]:
    """For each slug the slugs that ask the same; `posts` maps a slug to its title and its letter."""
    letters = {slug: prints_of(letter) for slug, (_, letter) in posts.items()}
    slugs = list(posts)
    found = same_by_prints({slug: title for slug, (title, _) in posts.items()}, letters)
    return {slug: frozenset(slugs[place] for place in found.get(slug, ())) for slug in slugs}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("How Can I Get My Husband to Love Me Again?", "How to Get My Husband to Love Me Again: A Guide"),
        ("How Can I Get My Husband to Love Me Again?", "10 Proven Steps on How to Make My Husband Love Me Again"),
        (
            "How Can I Get My Husband to Love Me Again?",
            "Is It Possible to Get My Husband Back and Have Him Love Me Again?",
        ),
        ("Should I stay after she lied about money?", "Should I Stay After He Lied About Money?"),
        ("When should we go to marriage counseling?", "When Is It Time to Go to Marriage Counseling?"),
        ("Why won’t my wife trust me again?", "Why won't my wife trust me again"),
        ("How do I reach a husband who is distant?", "Ask the Desk: How Can I Reach a Husband Who Is So Distant?"),
    ],
)
def test_titles_that_ask_the_same(a: str, b: str) -> None:
    assert same_questions({"a": (a, ""), "b": (b, "")}) == {"a": {"b"}, "b": {"a"}}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("How Can I Get My Husband to Love Me Again?", "How Can I Love My Husband Again?"),
        ("How Can I Get My Husband to Love Me Again?", "How Can I Get My Wife to Love Me Again?"),
        ("How Can I Get My Husband to Love Me Again?", "Why Does My Husband Not Love Me?"),
        ("How do I tell my children about the divorce?", "When do I tell my children about the divorce?"),
        ("Should I tell my husband about the affair?", "Should I not tell my husband about the affair?"),
        ("Should I leave my husband after he cheated?", "Should I leave my husband after I cheated?"),
        ("Should I take my cheating husband back?", "Should I take my cheating husband to court?"),
        ("How can my husband forgive me for cheating?", "How can I forgive my husband for cheating?"),
        ("How do I forgive a cheating husband?", "How do I forgive a cheating husband twice?"),
        ("Ask the Night Desk", "Ask the Night Desk"),
        ("Marriage and money", "Marriage and money"),
        ("How to apologize", "How to apologize"),
        ("", ""),
    ],
)
def test_titles_that_ask_something_else_or_too_little(a: str, b: str) -> None:
    assert same_questions({"a": (a, ""), "b": (b, "")}) == {"a": set(), "b": set()}


def test_a_reprinted_letter_is_the_same_question_under_any_title() -> None:
    posts = {"a": ("The Garage", LETTER), "b": ("A Quiet Man", REPRINT), "c": ("Gone Quiet", SAME_TOPIC)}
    assert same_questions(posts) == {"a": {"b"}, "b": {"a"}, "c": set()}


def test_a_sentence_that_any_letter_holds_is_not_enough() -> None:
    sentence = "I do not know whether he still loves me."
    assert same_questions({"a": ("One", sentence), "b": ("Two", LETTER)}) == {"a": set(), "b": set()}


def test_of_hundreds_that_ask_the_same_each_is_paired_with_its_neighbors() -> None:
    title = "How can my husband love me again?"
    same = same_questions({f"post-{number:03}": (title, LETTER) for number in range(350)})
    assert "post-011" in same["post-010"]
    assert max(len(others) for others in same.values()) < 350
