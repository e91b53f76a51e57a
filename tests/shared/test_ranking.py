"""Which posts belong beside which."""

import random
import time

from plugins.shared.ranking import Document, rank_related

COLD = Document("cold", "My husband has gone cold", "He is distant, silent and cold at dinner.", ("distance", "talk"))
QUIET = Document("quiet", "A silent husband", "Silent dinners with a distant husband.", ("distance",))
DEBT = Document("debt", "The hidden credit card", "She owes the bank nine thousand dollars.", ("money",))
BANK = Document("bank", "A letter from the bank", "The bank wrote about the credit card she hid.", ())
TALK = Document("talk", "Speaking up at work", "My boss interrupts every meeting.", ("talk",))


def slugs(documents: list[Document], slug: str, limit: int = 5) -> list[str]:
    return [one.slug for one in rank_related(documents, limit)[slug]]


def test_text_decides_and_shared_tags_add() -> None:
    documents = [COLD, QUIET, DEBT, BANK, TALK]
    assert slugs(documents, "cold") == ["quiet", "talk"]
    assert slugs(documents, "debt") == ["bank"]
    ranked = rank_related(documents, 5)["cold"]
    assert [one.shared_tags for one in ranked] == [("distance",), ("talk",)]
    assert ranked[0].score > ranked[1].score
    assert not any(one.same_question for one in ranked)


def test_no_post_is_near_itself_and_none_is_forced_on_a_post() -> None:
    ranked = rank_related([COLD, DEBT], 5)
    assert ranked == {"cold": (), "debt": ()}


def test_the_limit_keeps_the_best() -> None:
    assert slugs([COLD, QUIET, TALK], "cold", 1) == ["quiet"]
    assert slugs([COLD, QUIET, TALK], "cold", 0) == []


def test_equals_stand_in_the_order_of_their_slugs_however_they_were_given() -> None:
    same = [Document(slug, "Garden fences", "A fence between gardens.") for slug in "dbac"]
    assert slugs(same, "b") == slugs(same[::-1], "b") == ["a", "c", "d"]


def test_the_same_question_comes_first() -> None:
    asked = Document("asked", "How can my husband love me again?", "A talk about gardens.", ())
    again = Document("again", "Can my husband love me again?", "Quite another answer about bread and salt.", ())
    near = Document("near", "Gardens", "A talk about gardens and husbands.", ())
    ranked = rank_related([near, asked, again], 5)["asked"]
    assert [(one.slug, one.same_question) for one in ranked] == [("again", True), ("near", False)]


def test_a_thousand_posts_are_ranked_in_seconds() -> None:
    chance = random.Random(7)
    vocabulary = [f"word{number}" for number in range(8000)]
    spread = [1 / (place + 10) for place in range(8000)]
    documents = [
        Document(
            f"post-{number}",
            " ".join(chance.choices(vocabulary, spread, k=6)),
            " ".join(chance.choices(vocabulary, spread, k=700)),
            tuple(chance.sample(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"], 4)),
        )
        for number in range(1000)
    ]
    started = time.perf_counter()
    ranked = rank_related(documents, 4)
    assert {len(links) for links in ranked.values()} == {4}
    assert time.perf_counter() - started < 15
