"""Letters and answers out of a post."""

import doctest

import pytest

from plugins.questions import letters
from plugins.questions.letters import Letter, split_letters
from tests.small_site import SmallSite, build_small_site, post_file

QUOTE = "<blockquote>\n<p>{}</p>\n</blockquote>\n"


def test_the_example_in_the_module_holds() -> None:
    assert doctest.testmod(letters).failed == 0


def test_later_block_quotes_belong_to_the_answer_of_a_single_letter() -> None:
    page = QUOTE.format("Why?") + "<p>So.</p>\n" + QUOTE.format("A poem.") + "<p>End.</p>"
    introduction, (letter,) = split_letters(page, (), several=False)
    assert introduction == ""
    assert (letter.asker, letter.letter) == ("", "<p>Why?</p>")
    assert letter.answer == "<p>So.</p>\n<blockquote>\n<p>A poem.</p>\n</blockquote>\n<p>End.</p>"


def test_each_top_level_block_quote_of_several_is_a_letter() -> None:
    page = "<p>Two today.</p>" + QUOTE.format("One?") + "<p>Yes.</p>" + QUOTE.format("Two?") + "<p>No.</p>"
    introduction, found = split_letters(page, ["Ann"], several=True)
    assert introduction == "<p>Two today.</p>"
    assert found == (Letter(1, "Ann", "<p>One?</p>", "<p>Yes.</p>"), Letter(2, "", "<p>Two?</p>", "<p>No.</p>"))


def test_a_quotation_inside_an_answer_is_no_letter() -> None:
    page = QUOTE.format("One?") + "<ul><li><blockquote><p>Inner.</p></blockquote></li></ul>"
    _, found = split_letters(page, (), several=True)
    assert [letter.number for letter in found] == [1]
    assert "Inner." in found[0].answer


def test_two_people_may_write_one_letter() -> None:
    _, (letter,) = split_letters(QUOTE.format("We ask."), ["Ann", "Bob"], several=False)
    assert (letter.asker, letter.answer) == ("Ann, Bob", "")


@pytest.mark.parametrize("page", ["", "<p>No question.</p>", "plain text"])
def test_without_a_block_quote_there_is_no_letter(page: str) -> None:
    assert split_letters(page, ["Ann"], several=False) == ("", ())


def test_elements_are_written_as_they_were_given() -> None:
    inside = '<p>Café &amp; <br>naïve <img alt="" src="a.png"></p>'
    introduction, (letter,) = split_letters(f"{inside}<blockquote>{inside}</blockquote>{inside}", (), several=False)
    assert introduction == letter.letter == letter.answer == inside


def test_text_outside_of_elements_stays_text() -> None:
    introduction, _ = split_letters("1 &lt; 2 &amp; <b>3</b>" + QUOTE.format("?"), (), several=False)
    assert introduction == "1 &lt; 2 &amp; <b>3</b>"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    body = "Hello.\n\n> Why & how, <b>Bob</b>?\n\nSee [two]({filename}two.md).\n\n> Quoted."
    several = "> One?\n\nYes.\n\n> Two?\n\nNo."
    files = {
        "posts/one.md": post_file("one", body, Kind="question-answer", Asker="<u>Ann</u> & Co"),
        "posts/two.md": post_file("two", several, Kind="question-answer-multi", Asker="Ann; Bob"),
        "posts/three.md": post_file("three", "> A motto.\n\nText."),
        "posts/four.md": post_file("four", several, Kind="question-answer-multi", Status="draft"),
    }
    article = """{"introduction": {{ article.introduction|tojson }}, "letters": [{% for one in article.letters %}
    {{ [one.number, one.asker, one.letter, one.answer]|tojson }}{{ "," if not loop.last }}{% endfor %}]}"""
    plugins = ["plugins.posts", "plugins.questions"]
    return build_small_site(tmp_path_factory.mktemp("questions"), plugins, files, {"article": article})


def test_letters_come_with_their_links_resolved(site: SmallSite) -> None:
    assert site.exit_status == 0, site.said
    article = site.data("advice/one/index.html")
    assert article["introduction"] == "<p>Hello.</p>"
    assert article["letters"][0][:3] == [1, "<u>Ann</u> & Co", "<p>Why &amp; how, <b>Bob</b>?</p>"]
    assert '<a href="https://example.org/advice/two/">two</a>' in article["letters"][0][3]
    assert "Quoted." in article["letters"][0][3]


def test_every_kind_of_article_has_the_attributes(site: SmallSite) -> None:
    two = [[1, "Ann", "<p>One?</p>", "<p>Yes.</p>"], [2, "Bob", "<p>Two?</p>", "<p>No.</p>"]]
    assert site.data("advice/two/index.html")["letters"] == two
    assert site.data("advice/three/index.html") == {"introduction": "", "letters": []}
    assert len(site.data("drafts/four/index.html")["letters"]) == 2
