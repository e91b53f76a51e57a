"""Each rule about content: what it accepts is the shipped content, what it refuses is in this table."""

import json
from pathlib import Path

import pytest

from plugins.checks.rules import check_content
from tests.checks.conftest import GOOD, SUMMARY
from tests.conftest import ROOT, Run


def told(content: Path) -> list[str]:
    return [
        f"{problem.path.relative_to(content)}:{problem.line}: {problem.message}" for problem in check_content(content)
    ]


def test_the_shipped_content_is_well() -> None:
    assert check_content(ROOT / "content") == []


def test_a_good_post_is_well(content: Path) -> None:
    assert told(content) == []


REFUSED = {
    "no title": ("Title: A title\n", "", ":1: `Title` is missing"),
    "an empty summary": (SUMMARY, "", ":8: `Summary` is missing"),
    "a long title": ("A title", "A" * 91, ":1: the title has 91 characters"),
    "an unknown key that is near one": ("Asker:", "Askr:", "(did you mean `Asker`?)"),
    "a link to no heading": ("The answer.", "## One\n\n[x](#two)", ":17: there is no heading `#two`"),
    "a link to no heading elsewhere": ("The answer.", "[x]({filename}a-title.md#two)", "has no heading `#two`"),
    "a hidden character": ("The answer.", "The an\u202eswer.", ":15: U+202E stands here and does not show"),
    "letters in two parts": ("The answer.", "The re\u0301ponse.", ":15: letters and their accents are apart"),
    "a wrong encoding": ("The answer.", "It donâ€™t", ":15: `donâ€™t` looks like `don’t` in a wrong encoding"),
    "line ends of Windows": ("The answer.\n", "The answer.\r\n", ":15: the lines end as on Windows"),
    "no end of the last line": ("The answer.\n", "The answer.", ":15: the last line ends with one newline"),
    "too many ends": ("The answer.\n", "The answer.\n\n", ":15: the last line ends with one newline"),
    "a byte order mark": ("Title: A", "\ufeffTitle: A", ":1: the file begins with a byte order mark"),
    "a short summary": (SUMMARY, "Short.", ":8: the summary has 6"),
    "an unknown key": ("Asker:", "Askers:", ":11: `Askers` is not a header key"),
    "an address of its own": ("Asker: Nobody", "Save_as: ../index.html", ":11: `Save_as` is not a header key"),
    "two titles": ("Slug: a-title", "Title: B\nSlug: a-title", ":2: `Title` stands twice, first on line 1"),
    "a title over two lines": ("Slug: a-title", "    and more\nSlug: a-title", ":2: a header line reads `Key: value`"),
    "an unknown kind": ("question-answer", "question-anser", "did you mean `question-answer`?"),
    "an unknown status": ("published", "hidden", "`Status: hidden` is not known"),
    "a date of the old sort": ("2026-11-20", "20.11.2026", ":4: `Date: 20.11.2026` is not a date"),
    "a day that is none": ("2026-11-20", "2026-02-30", ":4: `Date: 2026-02-30` is not a date"),
    "changed before it was": ("Asker:", "Modified: 2026-11-19\nAsker:", ":11: `Modified: 2026-11-19` is before"),
    "an unknown safety note": ("Asker: Nobody", "Safety: abus", ":11: `Safety: abus` is not known"),
    "a placeholder": ("The answer.", "Write the answer here.", ":15: this line is still as `blog new` wrote it"),
    "a slug with capitals": ("Slug: a-title", "Slug: A_Title", ":2: `Slug: A_Title` must be"),
    "a slug that is a path": ("Slug: a-title", "Slug: ../x", ":2: `Slug: ../x` must be"),
    "a long slug": ("Slug: a-title", f"Slug: {'a' * 81}", "at most 80"),
    "another file name": ("Slug: a-title", "Slug: b-title", "rename it to b-title.md"),
    "the wrong year": ("2026-11-20", "2025-11-20", "a post of 2025 belongs in"),
    "an id that is none": ("urn:uuid:0b6f0d4e", "0b6f0d4e", ":3: `Id` must be urn:uuid:"),
    "an unknown tag": ("trust", "trusst", ":7: `trusst` is not a tag of"),
    "a tag twice": ("trust", "communication", ":7: `communication` stands twice"),
    "too few tags": ("communication, trust, separation", "trust", "three to six"),
    "an unknown category": ("Love and marriage", "Love and marrige", "did you mean `Love and marriage`?"),
    "open flags": ("Asker: Nobody", "Flags: title-inferred", "is not settled"),
    "a reader's letter without a yes": ("Asker:", "Letter_from: reader\nAsker:", ":11: `Letter_from: reader` needs"),
    "a letter from nobody known": ("Asker:", "Letter_from: readers\nAsker:", "(did you mean `reader`?)"),
    "a yes of no day": ("Asker:", "Letter_from: reader\nConsent: yes\nAsker:", ":12: `Consent: yes` is not a date"),
    "an asker without a letter": ("question-answer", "essay", "`Kind: essay` has no asker"),
    "a related post that is not": ("Asker: Nobody", "Related_posts: b-title", ":11: there is no post `b-title`"),
    "an update of nothing": ("Asker: Nobody", "Update_of: b-title", ":11: there is no post `b-title`"),
    "a heading of the page": ("The answer.", "## The comments\n\nText.", ":15: `#the-comments` is the address of a"),
    "itself as related": ("Asker: Nobody", "Related_posts: a-title", "is this post itself"),
    "no body": ("> The letter.\n\nThe answer.\n", "", "the post is empty"),
    "no letter": ("> The letter.", "The letter.", ":13: there is no letter"),
    "no answer": ("The answer.\n", "", ":13: the letter has no answer"),
    "an address for a name": ("Asker: Nobody", "Asker: a.b@example.org", ":11: `Asker` holds somebody's e-mail"),
    "an address in a letter": ("> The letter.", "> I am a\\_b@example.org.", ":13: the letter holds somebody's e"),
    "a second title": ("The answer.", "# A heading\n\nThe answer.", ":15: `#` is the post's title"),
    "a level skipped": ("The answer.", "## One\n\n#### Two\n\nThe answer.", ":17: a heading of level 4"),
    "a link to nothing": ("The answer.", "[x]({filename}/posts/2026/b.md)", ""),
    "a picture of somebody else": ("The answer.", "![x](https://example.org/x.png)", ":15: the picture `https://example.org"),
    "a picture without words": ("The answer.", "![ ]({static}/images/x.png)", ":15: say between the brackets"),
    "a picture in HTML": ("The answer.", '<img src="x.png">', ":15: the picture `x.png` is left out"),
    "a link out of the content": ("The answer.", "[x]({static}/../../../etc/passwd)", ":15: `{static}/../../"),
    "a link that takes along": ("The answer.", "[x]({attach}/images/index.html)", ":15: `{attach}/images"),
    "a link to a private file": ("The answer.", "    [x]: {static}/comments/a.toml", ":15: `{static}/comm"),
    "the other form of a link": ("The answer.", "~~~\n[x](|static|../../Makefile)\n~~~", ":16: `|static|../"),
    "a link in HTML": ("The answer.", '<a href="{static}/tags.toml">x</a>', ":15: `{static}/tags.toml` is no"),
    "a link to no picture": ("The answer.", "![x]({static}/images/none.png)", ":15: there is no picture"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), REFUSED.values(), ids=REFUSED)
def test_a_post_is_refused_with_its_line(content: Path, old: str, new: str, message: str) -> None:
    assert old in GOOD
    (content / "posts/2026/a-title.md").write_text(GOOD.replace(old, new), encoding="utf-8")
    problems = told(content)
    assert any(message.replace("three to six", "3 to 6") in problem for problem in problems), problems
    assert all(problem.startswith("posts/2026/a-title.md:") for problem in problems)


FILES = {
    "posts/2026/b.txt": ("A text", "the build leaves this out"),
    "posts/2026/c.MD": (GOOD, "the build leaves this out"),
    "posts/2026/latin.md": (GOOD.replace("answer", "réponse").encode("latin-1"), ":10: this is not UTF-8"),
    "posts/2026/a-title.md.imported": (GOOD, "an import wrote this"),
    "posts/2027/a-title.md": (GOOD.replace("2026-", "2027-"), "`Slug: a-title` is taken by"),
    "pages/topics.md": ("Title: Topics\nSlug: topics\n\nText.\n", "/topics/ is taken by the site itself"),
    "stray.md": (GOOD, "the build leaves this out; a post goes to"),
    "images/stray.md": (GOOD, "the build leaves this out; a post goes to"),
    "posts/2026/folder.md/x.png": ("", "the build leaves this out"),
    "pages/images.md": ("Title: Pictures\nSlug: images\n\nText.\n", "/images/ is taken by the site itself"),
    "pages/none.md": ("Slug: none\n\nText.\n", "`Title` is missing"),
    "comments/nobody.toml": ("", "there is no post `nobody`"),
    "comments/a-title.toml": ('[[comment]]\nid = "a"\nautor = "b"\n', ":1: a comment needs `author`"),
    "comments/x.toml": (
        '[[comment]]\nid = "a"\nauthor = "b"\nbody = "212-555-0100"',
        "comment a holds somebody",
    ),
    "helplines.toml": ("[[helpline]]\n", "helplines.toml:"),
    "images/Aux.png": ("", "Windows keeps the name `Aux`"),
    "images/big.webp": (b"x" * 205_825, "this picture weighs 201 KiB; make it smaller than 200 KiB"),
    "tags.toml": ("x = [", "this is not valid TOML"),
}


def test_what_an_answer_names_and_what_is_held_is_not_private(content: Path) -> None:
    path = content / "posts/2026/a-title.md"
    answer = "Call 202-555-0143.\n\n> Or write to help@example.org.\n\nDo."
    path.write_text(GOOD.replace("The answer.", answer), encoding="utf-8")
    (content / "comments").mkdir()
    held = '[[comment]]\nid = "a"\nauthor = "b"\nbody = "a@example.org"\nstatus = "held"\nreason = "personal data"\n'
    (content / "comments/a-title.toml").write_text(held, encoding="utf-8")
    assert told(content) == []


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_refused(content: Path, name: str) -> None:
    text, message = FILES[name]
    path = content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    problems = told(content)
    assert any(message in problem and problem.startswith(name) for problem in problems), problems


@pytest.mark.parametrize(
    "name", ["comments/a-title.toml", "quizzes/a.toml", "start-here.toml", "authors.toml", "tags.toml"]
)
def test_a_folder_where_a_file_is_expected_is_told_among_all_else(content: Path, name: str) -> None:
    (content / name).unlink(missing_ok=True)
    (content / name).mkdir(parents=True)
    (content / "posts/2026/b.txt").touch()
    expected = f"{name}:0: this is a folder where a file is expected; move it, or give it another name"
    assert expected in told(content)
    assert any(problem.startswith("posts/2026/b.txt") for problem in told(content))


def test_two_names_that_are_one_on_many_machines_are_refused(content: Path) -> None:
    (content / "images").mkdir()
    for name in ("Caf\u00e9.webp", "cafe\u0301.webp"):
        (content / "images" / name).touch()
    [problem] = told(content)
    assert "on many machines this and" in problem


@pytest.mark.parametrize("name", ["posts/2026/link.md", "images/link.txt", "posts/2026/none.md"])
def test_a_link_to_a_file_outside_is_refused(content: Path, name: str) -> None:
    (content / name).parent.mkdir(exist_ok=True)
    (content / name).symlink_to("/no/such/file" if "none" in name else "/etc/hostname")
    assert any("symbolic link" in problem for problem in told(content))


def test_a_page_that_all_pages_link_to_may_not_be_missing(content: Path) -> None:
    (content / "pages/subscribe.md").unlink()
    assert any(problem.startswith("pages/subscribe.md:0: every page of the site links") for problem in told(content))


def test_what_an_import_wrote_beside_a_post_does_not_stop_a_build(content: Path) -> None:
    (content / "posts/2026/a-title.md.imported").touch()
    assert [problem.rule for problem in check_content(content)] == ["no-imports-beside"]
    assert check_content(content, drafts_finished=False) == []


def test_a_published_post_links_to_no_draft(content: Path) -> None:
    draft = GOOD.replace("a-title", "b-title").replace("3b99", "3b98").replace("published", "draft")
    (content / "posts/2026/b-title.md").write_text(draft, encoding="utf-8")
    path = content / "posts/2026/a-title.md"
    path.write_text(GOOD + "\n[x]({filename}b-title.md)\n", encoding="utf-8")
    [problem] = told(content)
    assert problem.startswith("posts/2026/a-title.md:17: b-title.md is a draft, so the link would lead nowhere")
    path.write_text(path.read_text(encoding="utf-8").replace("published", "draft"), encoding="utf-8")
    assert told(content) == []


@pytest.mark.parametrize(
    ("kind", "body", "lines"),
    [
        ("question-answer", "> Letter.\n\nAnswer.\n\n> A closing quotation.", []),
        ("question-answer-multi", "> One.\n\nAnswer.\n\n> Two.\n\nAnswer.", []),
        ("question-answer-multi", "> One.\n\nAnswer.\n\n> Two.", [17]),
        ("question-answer", "> One.\n>\n> More.", [15]),
    ],
)
def test_every_letter_has_its_answer(content: Path, kind: str, body: str, lines: list[int]) -> None:
    text = GOOD.replace("question-answer", kind).replace("> The letter.\n\nThe answer.", body)
    (content / "posts/2026/a-title.md").write_text(text, encoding="utf-8")
    assert [problem.line for problem in check_content(content)] == lines


def test_all_problems_are_told_at_once_and_counted(content: Path, blog: Run) -> None:
    path = content / "posts/2026/a-title.md"
    path.write_text(GOOD.replace("trust", "trusst").replace("2026-11-20", "yesterday"), encoding="utf-8")
    done = blog("check", "--content", content)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0].startswith(f"{path}:4:1: iso-dates: `Date: yesterday` ")
    assert lines[1].startswith(f"{path}:7:22: known-tags: `trusst` ")
    assert done.stderr.splitlines() == ["2 problems to mend; docs/rules/ explains each rule"]


def test_json_for_machines(content: Path, blog: Run) -> None:
    (content / "posts/2026/a-title.md").write_text(GOOD.replace("Kind: q", "Kind: x"), encoding="utf-8")
    done = blog("check", "--content", content, "--json")
    assert done.returncode == 1
    [problem] = json.loads(done.stdout)["problems"]
    assert (problem["line"], problem["rule"]) == (10, "known-values")


def test_a_missing_folder_is_a_usage_error(blog: Run) -> None:
    done = blog("check", "--content", "no/such/folder")
    assert done.returncode == 2
    assert "no/such/folder" in done.stderr


def test_a_draft_may_be_unfinished_when_the_site_is_built(content: Path) -> None:
    path = content / "posts/2026/a-title.md"
    draft = GOOD.replace("published", "draft").replace(SUMMARY, "").replace("> The letter.", "A letter to come.")
    path.write_text(draft, encoding="utf-8")
    assert [problem.rule for problem in check_content(content)] == ["complete-header", "letter-is-quoted"]
    assert check_content(content, drafts_finished=False) == []
    path.write_text(draft.replace("Date: 2026-11-20", "Date: soon"), encoding="utf-8")
    assert [problem.rule for problem in check_content(content, drafts_finished=False)] == ["iso-dates"]
