"""The library of the posts that are there: slugs that many posts would like, and posts without their bodies."""

from pathlib import Path

from plugins.normalize.library import Library, read_library, whole


class Counted(dict[str, str]):
    """Slugs that count how often one is looked up."""

    lookups = 0

    def get(self, key: str, default: str = "") -> str:  # type: ignore[override]
        self.lookups += 1
        return super().get(key, default)


def test_a_slug_that_thousands_would_like_is_numbered_in_order_without_trying_every_number_again() -> None:
    slugs = Counted({"the-porch": "first", "the-porch-3": "third"})
    library = Library({}, slugs, {"first", "third"})
    found = []
    for number in range(2000):
        slug, taken = library.free_slug("the-porch", f"post {number}")
        library.hold(slug, f"post {number}")
        found.append(slug)
        assert taken
    assert found == ["the-porch-2", *(f"the-porch-{number}" for number in range(4, 2003))]
    assert slugs.lookups < 3 * len(found)


def test_a_post_that_holds_a_slug_already_keeps_it_and_its_number_is_no_other_posts() -> None:
    library = Library({}, {"tea": "a", "tea-2": "b"}, {"a", "b"})
    assert library.free_slug("tea", "c") == ("tea-3", True)
    assert library.free_slug("tea", "b") == ("tea-2", True)
    assert library.free_slug("tea", "a") == ("tea", False)
    assert library.free_slug("tea", "c") == ("tea-3", True)


def test_a_number_shortens_the_longest_slug() -> None:
    long = "-".join(["porch"] * 13)[:80]
    library = Library({}, {long: "a"}, {"a"})
    slug, _ = library.free_slug(long, "b")
    assert slug.endswith("-2")
    assert len(slug) <= 80


def test_posts_are_held_without_their_bodies_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "posts" / "2026" / "tea.md"
    path.parent.mkdir(parents=True)
    path.write_text("Title: Tea\nSlug: tea\nId: urn:tea\n\nPour it.\n", encoding="utf-8")
    post = read_library(tmp_path).by_id["urn:tea"]
    assert (post.get("Title"), post.body, whole(post).body.strip()) == ("Tea", "", "Pour it.")
