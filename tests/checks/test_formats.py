"""The problems as machines read them."""

import json
from pathlib import Path

from plugins.checks.formats import as_github, as_sarif, as_text
from plugins.shared.errors import Problem
from tests.checks.conftest import GOOD
from tests.conftest import Run


def test_annotations_of_github_are_escaped() -> None:
    problem = Problem(Path("a,b:c.md"), 3, "100 %: one\ntwo", "a-rule", 7)
    assert as_github([problem]) == "::error file=a%2Cb%3Ac.md,line=3,col=7,title=a-rule::100 %25: one%0Atwo"
    assert as_github([Problem(Path("a.md"), 0, "all of it")]) == "::error file=a.md::all of it"


def test_what_is_not_known_of_a_place_is_left_out() -> None:
    problems = [Problem(Path("a.md"), 0, "one", "r"), Problem(Path("a.md"), 2, "two", "r"), Problem(Path("b"), 0, "x")]
    assert as_text(problems).splitlines() == ["a.md: r: one", "a.md:2: r: two", "b: x"]


def test_a_log_in_sarif_names_each_rule_with_its_page() -> None:
    problems = [Problem(Path("x/a.md"), 3, "one", "known-tags", 7), Problem(Path("x/b.md"), 0, "two", "not-empty")]
    problems.append(Problem(Path("x/c.md"), 5, "three", "not-empty"))
    log = json.loads(as_sarif(problems))
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["known-tags", "not-empty"]
    assert rules[1]["shortDescription"]["text"] == "A post says something."
    assert all(Path(rule["helpUri"]).is_file() for rule in rules)
    first, second, third = (one["locations"][0]["physicalLocation"] for one in run["results"])
    assert first == {"artifactLocation": {"uri": "x/a.md"}, "region": {"startLine": 3, "startColumn": 7}}
    assert second == {"artifactLocation": {"uri": "x/b.md"}}
    assert third["region"] == {"startLine": 5, "startColumn": 1}, "columns are counted from 1"


def test_every_format_comes_from_the_command(content: Path, blog: Run) -> None:
    (content / "posts/2026/a-title.md").write_text(GOOD.replace("Kind: q", "Kind: x"), encoding="utf-8")
    said = {form: blog("check", "--content", content, "--format", form) for form in ("text", "json", "github", "sarif")}
    assert {done.returncode for done in said.values()} == {1}
    assert said["text"].stdout.startswith(f"{content}/posts/2026/a-title.md:10:1: known-values: `Kind: x")
    assert json.loads(said["json"].stdout)["problems"][0]["column"] == 1
    assert said["github"].stdout.startswith("::error file=")
    assert json.loads(said["sarif"].stdout)["runs"][0]["results"][0]["ruleId"] == "known-values"


def test_two_formats_at_once_are_refused(content: Path, blog: Run) -> None:
    assert json.loads(blog("check", "--content", content, "--json", "--format", "json").stdout) == {"problems": []}
    done = blog("check", "--content", content, "--json", "--format", "sarif")
    assert (done.returncode, "does not go with --format sarif" in done.stderr) == (2, True)


def test_where_all_is_well_machines_get_an_empty_answer(content: Path, blog: Run) -> None:
    assert json.loads(blog("check", "--content", content, "--json").stdout) == {"problems": []}
    assert json.loads(blog("check", "--content", content, "--format", "sarif").stdout)["runs"][0]["results"] == []
    assert blog("check", "--content", content, "--format", "github").stdout == ""
