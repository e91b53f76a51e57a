"""What a reader downloads: before a post is painted its HTML and its styles, and no more; then scripts."""

from pathlib import Path

import pytest

from tests.browser.nginx import finished
from tests.conftest import PUBLISH, Built
from tests.theme.weights import BUDGET, FIRST_ROUND_TRIP, SCRIPTS_BUDGET, Weight, scripts_weight, weigh


@pytest.fixture(scope="module")
def public(published: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that goes to the host: the published site with the policy in its pages."""
    return finished(published, tmp_path_factory.mktemp("finished"), PUBLISH["SITEURL"])


@pytest.fixture(scope="module")
def posts(public: Path) -> dict[str, Weight]:
    """What each post weighs, and each sheet of steps."""
    pages = (public / "advice").rglob("index.html")
    return {page.parent.relative_to(public).as_posix(): weigh(public, page) for page in pages}


def test_a_post_weighs_little_beyond_its_words(posts: dict[str, Weight]) -> None:
    assert len(posts) > 15
    assert {name: weight.beyond for name, weight in posts.items() if weight.beyond > BUDGET} == {}


def test_a_post_of_a_thousand_words_arrives_in_the_first_round_trip(posts: dict[str, Weight]) -> None:
    short = {name: weight.total for name, weight in posts.items() if weight.words <= 1_000}
    assert short
    assert {name: size for name, size in short.items() if size > FIRST_ROUND_TRIP} == {}


def test_drafts_weigh_as_little(site: Path) -> None:
    drafts = [weigh(site, page) for page in (site / "drafts").glob("*/index.html")]
    assert drafts
    assert [weight for weight in drafts if weight.beyond > BUDGET] == []


def test_all_scripts_together_weigh_little(public: Path) -> None:
    assert 0 < scripts_weight(public) <= SCRIPTS_BUDGET
