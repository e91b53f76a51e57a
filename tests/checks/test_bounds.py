"""Each rule accepts what lies just within it, and refuses what lies one step beyond."""

import datetime
from pathlib import Path

import pytest

from plugins.checks.pictures import MOST_KIB
from plugins.checks.rules import check_content
from plugins.shared.contained import LEAST_PRINTS
from plugins.shared.header_rules import today
from tests.checks.conftest import GOOD, SUMMARY

TAGS = "communication, trust, separation, money, loneliness, dating"
ESSAY = GOOD.replace("question-answer", "essay").replace("Asker: Nobody\n", "")
OTHER = GOOD.replace("a-title", "b-title").replace("3b99", "3b98")
POST, SECOND = "posts/2026/a-title.md", "posts/2026/b-title.md"


def rules_of(content: Path) -> list[str]:
    return [problem.rule for problem in check_content(content)]


def write(content: Path, name: str, text: str | bytes) -> Path:
    path = content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


ACCEPTED = {
    "the longest title": GOOD.replace("A title", "A" * 90),
    "the shortest summary": GOOD.replace(SUMMARY, "x" * 40),
    "the longest summary": GOOD.replace(SUMMARY, "x" * 240),
    "six tags": GOOD.replace("communication, trust, separation", TAGS),
    "a change on the day": GOOD.replace("Asker:", "Modified: 2026-11-20\nAsker:"),
    "a letter with a yes": GOOD.replace("Asker:", "Letter_from: reader\nConsent: 2026-11-19\nAsker:"),
    "a draft with flags": GOOD.replace("published", "draft").replace("Asker:", "Flags: few-tags\nAsker:"),
    "a source without a date": GOOD.replace("Asker:", "Source_date: unknown\nAsker:"),
    "a number outside a letter": ESSAY.replace("> The letter.", "> Call 202-555-0143."),
    "headings up and down": GOOD + "\n## One\n\n### Two\n\n## Three\n\n### Four\n",
    "a heading that begins as a part of the page": GOOD + "\n## The answer in short\n",
    "a link to a heading of a post": GOOD + "\n## One\n\n[x]({filename}a-title.md#one)\n",
    "a link to a heading in other signs": GOOD + "\n## One\n\n[x](#%6Fne)\n",
    "an alias of its own": GOOD.replace("Asker:", "Aliases: /2012/03/old.html, /old/\nAsker:"),
}
REFUSED = {
    "seven tags": (GOOD.replace("communication, trust, separation", f"{TAGS}, weddings"), "tag-count"),
    "a summary one too short": (GOOD.replace(SUMMARY, "x" * 39), "summary-length"),
    "a summary one too long": (GOOD.replace(SUMMARY, "x" * 241), "summary-length"),
    "an id that is no UUID": (GOOD.replace("0b6f0d4e", "zzzzzzzz"), "permanent-id"),
    "a header alone": (GOOD.partition("\n>")[0], "not-empty"),
    "a level skipped further down": (GOOD + "\n## One\n\n### Two\n\n## Three\n\n#### Four\n", "headings-in-order"),
    "an address behind a backslash": (GOOD.replace("> The letter.", "> a.b\\@example.org"), "letters-are-private"),
    "a picture without any words": (GOOD + "\n![]({static}/images/x.webp)\n", "own-pictures"),
    "a folder for a picture": (GOOD + "\n![x]({static}/images/folder.webp)\n", "internal-links"),
    "the address of a page": (GOOD.replace("Asker:", "Aliases: /about/\nAsker:"), "aliases-apart"),
    "a second alias that is wrong": (GOOD.replace("Asker:", "Aliases: /old/, /../x/\nAsker:"), "alias-form"),
    "a second topic that is wrong": (GOOD.replace("Asker:", "Safety: abuse, abus\nAsker:"), "known-safety"),
    "a byte order mark alone": ("\ufeff" + GOOD, "line-ends"),
    "line ends of Windows alone": (GOOD.replace("\n", "\r\n"), "line-ends"),
}


@pytest.mark.parametrize("text", ACCEPTED.values(), ids=ACCEPTED)
def test_what_lies_within_is_well(text: str, content: Path) -> None:
    write(content, POST, text)
    assert check_content(content) == []


@pytest.mark.parametrize(("text", "rule"), REFUSED.values(), ids=REFUSED)
def test_what_lies_beyond_breaks_one_rule(text: str, rule: str, content: Path) -> None:
    (content / "images/folder.webp").mkdir(parents=True)
    write(content, "images/x.webp", b"")
    write(content, POST, text)
    assert {*rules_of(content)} == {rule}


FILES = {
    "a hidden file beside posts": ("posts/2026/.gitkeep", "", []),
    "the heaviest picture": ("images/2026/a.webp", b"x" * MOST_KIB * 1024, []),
    "a heavier one in a folder": ("images/2026/a.webp", b"x" * (MOST_KIB + 1) * 1024, ["small-pictures"]),
    "an unknown template": ("pages/more.md", "Title: More\nSlug: more\nTemplate: x\n\nText.\n", ["known-values"]),
    "a page with a broken link": ("pages/more.md", "Title: More\nSlug: more\n\n[x](#none)\n", ["own-anchors"]),
    "two pages at one address": ("pages/more.md", "Title: More\nSlug: about\n\nText.\n", ["pages-apart"]),
    "a needed page that waits": ("pages/ask.md", "Title: A\nSlug: ask\nStatus: draft\n\nText.\n", ["needed-pages"]),
    "a comment that hides an address": (
        "comments/a-title.toml",
        '[[comment]]\nid = "a"\nauthor = "b"\nbody = "a.b\\\\@example.org"\n',
        ["private-comments"],
    ),
    "an author whom nobody knows": (
        "authors.toml",
        '[[author]]\nname = "Ann"\nabout = "Ann writes."\nentitled_by = "Ann listens."\n',
        ["known-author"],
    ),
    "a shelf with no such post": ("start-here.toml", '[[post]]\nslug = "none"\nwhy = "So."\n', ["start-here"]),
}


@pytest.mark.parametrize(("name", "text", "rules"), FILES.values(), ids=FILES)
def test_a_file_breaks_just_these_rules(name: str, text: str | bytes, rules: list[str], content: Path) -> None:
    write(content, name, text)
    assert rules_of(content) == rules


def test_what_is_left_out_is_told_on_its_line_whatever_its_capitals(content: Path) -> None:
    write(content, POST, GOOD + "\n<SCRIPT>alert(1)</SCRIPT>\n")
    assert [(problem.rule, problem.line) for problem in check_content(content)] == [("nothing-left-out", 17)]


def test_a_folder_named_as_a_post_is_told(content: Path) -> None:
    (content / "posts/2026/folder.md").mkdir()
    [problem] = check_content(content)
    assert problem.message.startswith("this is a folder, and a name that ends in `.md` is a post's")


def test_an_id_in_capitals_is_the_same_and_the_first_keeps_it(content: Path) -> None:
    taken = OTHER.replace("0b6f0d4e-62a5-4b11-8f0e-5c1e7a8f3b98", "0B6F0D4E-62A5-4B11-8F0E-5C1E7A8F3B99")
    write(content, SECOND, taken)
    write(content, "posts/2026/c-title.md", taken.replace("b-title", "c-title"))
    told = [problem.message for problem in check_content(content) if problem.rule == "unique"]
    assert len(told) == 2
    assert all(f"is taken by {content / POST}:3; change one" in message for message in told)


def test_a_copy_is_told_at_its_own_place_unless_it_says_too_little(content: Path) -> None:
    letter = " ".join(f"word{number}" for number in range(LEAST_PRINTS + 2))
    write(content, POST, GOOD.replace("> The letter.\n\nThe answer.", f"> {letter}\n\nYes, and there is more to say."))
    copied = OTHER.replace("> The letter.\n\nThe answer.", f"> {letter}\n\nYes.")
    write(content, SECOND, copied)
    [problem] = check_content(content)
    assert (problem.rule, problem.path, problem.line) == ("no-copies", content / SECOND, 13)
    assert problem.message.startswith(f"{content / POST} holds at least 80%")
    for name, text in ((POST, GOOD), (SECOND, OTHER)):
        write(content, name, text)
    assert check_content(content) == []


@pytest.mark.parametrize(("days", "rules"), [(365, []), (366, ["helplines-verified"]), (-1, ["helplines-verified"])])
def test_a_helpline_is_verified_within_a_year(days: int, rules: list[str], content: Path) -> None:
    day = today() - datetime.timedelta(days=days)
    path = content / "helplines.toml"
    lines = path.read_text(encoding="utf-8").split("\n")
    head = "verified_on = "
    path.write_text("\n".join(f"{head}{day}" if line.startswith(head) else line for line in lines), encoding="utf-8")
    assert sorted({*rules_of(content)}) == rules
    assert check_content(content, drafts_finished=False) == []


def test_what_leads_to_drafts_is_told(content: Path) -> None:
    write(content, SECOND, OTHER.replace("published", "draft").replace("The answer.", "Another."))
    write(content, "start-here.toml", '[[post]]\nslug = "b-title"\nwhy = "So."\n')
    assert rules_of(content) == ["start-here"]


def test_a_build_lets_drafts_wait_and_nothing_else(content: Path) -> None:
    write(content, POST, GOOD.replace(SUMMARY, ""))
    assert [problem.rule for problem in check_content(content, drafts_finished=False)] == ["complete-header"]


def test_a_post_of_two_series_spelled_nearly_alike_is_told(content: Path) -> None:
    for number, name in enumerate(("The kitchen", "The kitchen", "The kitchn")):
        slug = f"part-{number}"
        text = GOOD.replace("a-title", slug).replace("3b99", f"3b0{number}").replace("The answer.", f"Part {number}.")
        write(content, f"posts/2026/{slug}.md", text.replace("Asker:", f"Series: {name}\nAsker:"))
    [problem] = check_content(content)
    assert (problem.rule, problem.path.name) == ("series-spelled-alike", "part-2.md")


def test_the_last_line_has_a_column_too(content: Path) -> None:
    write(content, POST, GOOD.removesuffix("\n"))
    [problem] = check_content(content)
    assert (problem.line, problem.column) == (15, 1)
