"""The workflows for the hosts: they are read as they should be, and run what there is."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PUBLISHING = {"publish": "github-pages", "netlify": "netlify", "cloudflare": "cloudflare-pages"}


@pytest.mark.parametrize(("kind", "files"), [("workflows", "workflows/*.yml"), ("actions", "actions/*/action.yml")])
def test_github_knows_every_word_of_them(kind: str, files: str) -> None:
    paths = [str(path) for path in (ROOT / ".github").glob(files)]
    assert paths
    command = [str(Path(sys.executable).with_name("check-jsonschema")), "--builtin-schema", f"vendor.github-{kind}"]
    done = subprocess.run([*command, *paths], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_runs_what_there_is_and_may_do_little(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        assert job["steps"]
        assert "runs-on" in job
        for step in job["steps"]:
            used = step.get("uses", "")
            assert not used.startswith("./") or (ROOT / used / "action.yml").is_file()
            for name in re.findall(r"(?m)^\.ci/\S+", step.get("run", "")):
                assert (ROOT / name).stat().st_mode & 0o111


@pytest.mark.parametrize(("name", "host"), PUBLISHING.items())
def test_each_host_tests_then_publishes_then_keeps_the_addresses(name: str, host: str) -> None:
    text = (ROOT / f".github/workflows/{name}.yml").read_text(encoding="utf-8")
    steps = [text.index(step) for step in (".ci/run", "uses: ./.github/actions/site\n")]
    assert steps == sorted(steps) or "preview:" in text
    assert f"vars.PUBLISH_HOST == '{host}'" in text
    assert text.rstrip().endswith("run: .ci/keep-addresses")
    assert (ROOT / f"docs/hosts/{host}.md").is_file()


def test_secrets_are_not_given_to_pull_requests_from_elsewhere() -> None:
    for path in WORKFLOWS:
        for job in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values():
            if "secrets." in str(job):
                assert "head.repo.full_name == github.repository" in job["if"] or "!= 'pull_request'" in job["if"]


def test_hosts_that_build_by_themselves_publish_the_folder_that_is_built() -> None:
    netlify = tomllib.loads((ROOT / "netlify.toml").read_text(encoding="utf-8"))
    assert (netlify["build"]["command"], netlify["build"]["publish"]) == ("make publish", "output")
    assert tomllib.loads((ROOT / "wrangler.toml").read_text(encoding="utf-8"))["pages_build_output_dir"] == "output"
