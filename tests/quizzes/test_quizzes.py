"""Quizzes: read, checked, and added up by their page alone."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.checks.rules import check_content
from plugins.quizzes.quizzes import read_quiz, read_quizzes
from plugins.shared.errors import SiteError
from tests.conftest import ROOT
from tests.small_site import HOSTILE, SmallSite, build_small_site, post_file

SHIPPED = ROOT / "content/quizzes"
GOOD = """[[quiz]]
title = "A quiz"
summary = "In short."
limits = "It tells nothing."
safety = ["abuse"]
heed = "Then read."
heed_read = "a"

[[question]]
text = "One?"
choices = [{ points = 0, text = "No" }, { points = 2, text = "Yes" }]

[[question]]
text = "Two?"
choices = [{ points = 1, text = "No" }, { points = 3, text = "Yes", heed = true }]

[[result]]
from = 1
title = "Low"
text = "Well."

[[result]]
from = 3
title = "High"
text = "Hm."
read = ["a", "b"]
"""

Page = Callable[[str], BeautifulSoup]


def test_a_quiz_is_read_with_its_sums(tmp_path: Path) -> None:
    path = tmp_path / "a-quiz.toml"
    path.write_text(GOOD, encoding="utf-8")
    quiz = read_quiz(path)
    assert (quiz.url, quiz.safety, quiz.quick_exit) == ("quizzes/a-quiz/", ("abuse",), True)
    assert [(result.first, result.last, result.read) for result in quiz.results] == [(1, 2, ()), (3, 5, ("a", "b"))]
    assert [question.has_heed for question in quiz.questions] == [False, True]
    assert [choice.text for choice in quiz.heeded] == ["Yes"]
    assert quiz.leads_to == ("a", "a", "b")


@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        ('title = "A quiz"\n', "", 1, "a quiz needs `title`"),
        ("limits =", "limit =", 1, "a quiz needs `limits`"),
        ("limits =", "limit =", 1, "`limit` is not a key of a quiz"),
        ('["abuse"]', '["abus"]', 1, "`abus` is not known in `safety`"),
        ('["abuse"]', '"abuse"', 1, "`safety` is a list of texts"),
        ('heed = "Then read."\n', "", 1, "a choice has `heed = true`; say in `heed`"),
        (", heed = true", "", 1, "no choice has `heed = true`"),
        ("heed = true", 'heed = "yes"', 13, "`heed` of choice 2 is true, or left out"),
        ('text = "One?"', 'text = " "', 9, "a question needs `text`"),
        ("points = 2", "points = 6", 9, "`points` of choice 2 must be a whole number from 0 to 5"),
        ("points = 2", "points = true", 9, "`points` of choice 2 must be a whole number"),
        ("points = 2", "point = 2", 9, "`point` is not a key of a choice"),
        (', { points = 2, text = "Yes" }', "", 9, "a question needs two `choices` at least"),
        ("from = 1", "from = 0", 17, "`from = 0` must be 1, the fewest points"),
        ("from = 3", "from = 6", 22, "`from = 6` must be more than 1, where the one above begins, and at most 5"),
        ("from = 3", "from = 1", 22, "`from = 1` must be more than 1"),
        ("from = 3", 'from = "3"', 22, "a result needs `from`"),
        ('read = ["a", "b"]', "read = [1]", 22, "`read` is a list of texts"),
        ("[[quiz]]", "[[quizz]]", 1, "`quizz` is not known here"),
        ("[[quiz]]", "[[quiz]]\n[[quiz]]", 0, "the file holds 2 [[quiz]] tables"),
        ("[[quiz]]", "[[quiz]", 1, "this is not valid TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, before: str, after: str, line: int, message: str) -> None:
    path = tmp_path / "a-quiz.toml"
    assert before in GOOD
    path.write_text(GOOD.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(SiteError) as caught:
        read_quizzes(tmp_path)
    told = [(problem.line, problem.message) for problem in caught.value.problems]
    assert any(at == line and said.startswith(message) for at, said in told), told


def test_a_quiz_needs_more_than_one_of_each_and_a_good_name(tmp_path: Path) -> None:
    (tmp_path / "A_quiz.toml").write_text(GOOD.partition("[[question]]")[0], encoding="utf-8")
    with pytest.raises(SiteError) as caught:
        read_quizzes(tmp_path)
    told = " ".join(problem.message for problem in caught.value.problems)
    assert "`A_quiz` is the quiz's address" in told
    assert "two [[question]] tables" in told
    assert "two [[result]] tables" in told


def test_the_quizzes_that_ship_are_in_order() -> None:
    quizzes = read_quizzes(SHIPPED)
    assert quizzes
    assert all(len(quiz.limits) > 100 for quiz in quizzes)


def test_blog_check_tells_of_a_post_that_is_not_there(content: Path, tmp_path: Path) -> None:
    root = tmp_path / "content"
    shutil.copytree(content, root)
    place = root / "quizzes/a-quiz.toml"
    draft = GOOD.replace('"a", "b"', '"still-a-draft"').replace('heed_read = "a"', 'heed_read = "long-word"')
    place.write_text(draft, encoding="utf-8")
    [problem] = [problem for problem in check_content(root) if problem.rule == "quizzes"]
    assert (problem.path, problem.line) == (place, 26)
    assert problem.message.startswith("`still-a-draft` is no published post")


def build(folder: Path, quiz: str) -> SmallSite:
    files = {f"posts/{slug}.md": post_file(slug) for slug in "ab"} | {"quizzes/a-quiz.toml": quiz}
    templates = {
        "quizzes": "{% for quiz in quizzes %}{{ quiz.url }}{% endfor %}",
        "quiz": '{{ [quiz.title, page.quick_exit, posts["a"].url]|tojson }}',
    }
    return build_small_site(folder, ["plugins.posts", "plugins.quizzes"], files, templates)


def test_a_quiz_becomes_a_page_and_stands_in_the_list(tmp_path: Path) -> None:
    site = build(tmp_path, GOOD.replace('"A quiz"', f"'{HOSTILE}'"))
    assert site.exit_status == 0, site.said
    assert site.data("quizzes/a-quiz/index.html") == [HOSTILE, True, "advice/a/"]
    assert site.text("quizzes/index.html") == "quizzes/a-quiz/"


def test_a_quiz_that_leads_nowhere_stops_the_build(tmp_path: Path) -> None:
    site = build(tmp_path, GOOD.replace('"b"', '"c"'))
    assert site.exit_status != 0
    assert "a-quiz.toml:26: `c` is no published post" in site.said


def test_the_page_says_its_limits_and_the_way_to_help_before_it_asks(page: Page) -> None:
    soup = page("/quizzes/coming-back-after-a-quarrel/")
    [quiz] = read_quizzes(SHIPPED)
    header = soup.select_one(".article-header")
    assert header
    assert quiz.limits in header.get_text()
    assert header.select_one("a[href='/help/']")
    assert [legend.get_text() for legend in soup.select("fieldset > legend")] == [
        f"{question.number}. {question.text}" for question in quiz.questions
    ]
    assert len(soup.select("label > input[type=radio]")) == sum(len(question.choices) for question in quiz.questions)


def test_without_styles_the_points_and_a_table_tell_the_result(page: Page) -> None:
    soup = page("/quizzes/coming-back-after-a-quarrel/")
    points = [mark.get_text() for mark in soup.select(".question:first-of-type .choice-points")]
    assert points == ["(0)", "(1)", "(2)", "(3)"]
    assert [head.get_text() for head in soup.select("tbody th")] == ["0 to 6", "7 to 13", "14 to 21"]
    assert len(soup.select("tbody a[href^='/advice/']")) == 5


def test_the_form_can_send_nothing(page: Page) -> None:
    form = page("/quizzes/coming-back-after-a-quarrel/").form
    assert form
    assert (form["method"], form["autocomplete"]) == ("dialog", "off")
    assert form.select("[action], [formaction], [type=submit]") == []


def test_quizzes_are_found_from_the_topics_and_the_site_map(page: Page, site: Path) -> None:
    assert page("/topics/").select("a[href='/quizzes/coming-back-after-a-quarrel/']")
    assert page("/quizzes/").select(".post-list a[href='/quizzes/coming-back-after-a-quarrel/']")
    assert "<loc>/quizzes/coming-back-after-a-quarrel/</loc>" in (site / "sitemap.xml").read_text(encoding="utf-8")
