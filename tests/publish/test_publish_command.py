"""`blog publish` and `blog rollback` as a person runs them, from content to a folder that a web server serves."""

import json
import re
import shutil
from pathlib import Path

import pytest

from plugins.shared.ledger import read_ledger
from plugins.shared.posts import find_posts
from tests.conftest import PUBLISH, ROOT, Run

TARGET = "folder:www"
POST = "content/posts/2026/his-mother-has-a-key.md"
NEW = {
    "Title": "Title: A day to come",
    "Slug": "Slug: of-a-day-to-come",
    "Id": "Id: urn:uuid:7f0cb3f0-3f7c-4a7e-9a55-0d4e5b7f1a11",
    "Date": "Date: 2999-01-01",
}
ADDRESS = "/advice/his-mother-has-a-key/"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def published_once(tmp_path_factory: pytest.TempPathFactory, blog: Run) -> Path:
    """A project of which the site has been published to its folder `www`; tests work on copies of it."""
    folder = tmp_path_factory.mktemp("publish") / "project"
    folder.mkdir()
    for name in ("pelicanconf.py", "publishconf.py", "theme", "plugins"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "content", folder / "content")
    done = blog("publish", TARGET, cwd=folder, env=PUBLISH)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"Published [0-9a-f]{16} to folder:www: \d+ added, 0 changed, 0 removed\.", done.stdout)
    assert "in content/addresses.txt; commit it" in done.stdout
    assert "Built the site: " in done.stdout
    return folder


@pytest.fixture
def site(published_once: Path, tmp_path: Path) -> Path:
    """A copy of the project to change and publish again."""
    shutil.copytree(published_once, tmp_path / "project", symlinks=True)
    return tmp_path / "project"


def test_the_first_publish_is_whole(published_once: Path) -> None:
    public = published_once / "www/current/public"
    page = public / ADDRESS.strip("/") / "index.html"
    assert {path.name for path in page.parent.glob("index.html*")} == {"index.html", "index.html.br", "index.html.gz"}
    assert "default-src 'none'" in page.read_text(encoding="utf-8")
    assert (public / "_headers").is_file()
    assert (public / "_redirects").is_file()
    entries = read_ledger(published_once / "content/addresses.txt")
    assert entries[ADDRESS].post_id.startswith("urn:uuid:")
    assert {"/", "/about/", "/feeds/atom.xml", "/archive/"} < {*entries}
    assert not any("/page/" in address or "404" in address or "draft" in address for address in entries)


def test_a_change_is_told_then_published_then_taken_back(site: Path, blog: Run) -> None:
    before = (site / "www/current").readlink()
    addresses = (site / "content/addresses.txt").read_bytes()
    edit(site / "content/pages/about.md", "\n\n", "\n\nA sentence that is new.\n\n")
    done = blog("publish", TARGET, "--dry-run", cwd=site, env=PUBLISH)
    assert "  ~ about/index.html\n" in done.stdout
    assert re.search(r"Would publish [0-9a-f]{16} to folder:www: \d+ added, .*\. Nothing was changed\.", done.stdout)
    assert (site / "www/current").readlink() == before
    done = blog("publish", TARGET, "--json", cwd=site, env=PUBLISH)
    told = json.loads(done.stdout)
    assert "about/index.html" in told["changes"]["changed"]
    assert (told["new_addresses"], told["problems"]) == ([], [])
    about = site / "www/current/public/about/index.html"
    assert "A sentence that is new." in about.read_text(encoding="utf-8")
    assert (site / "content/addresses.txt").read_bytes() == addresses
    done = blog("rollback", TARGET, cwd=site)
    assert done.stdout == f"Returned to {before.name}.\n"
    assert "A sentence that is new." not in about.read_text(encoding="utf-8")


def test_what_would_vanish_stops_a_publish_until_it_is_settled(site: Path, blog: Run) -> None:
    before = (site / "www/current").readlink()
    edit(site / POST, "Slug: his-mother-has-a-key", "Slug: his-mother-and-her-key")
    (site / POST).rename(site / POST.replace("has-a-key", "and-her-key"))
    moved = site / POST.replace("has-a-key", "and-her-key")
    other = site / "content/posts/2026/nobody-in-this-house-sleeps.md"
    edit(other, "Status: published", "Status: draft")
    done = blog("publish", TARGET, cwd=site, env=PUBLISH)
    assert done.returncode == 1
    assert re.search(
        rf"addresses\.txt:\d+: addresses: `{ADDRESS}` was published and would vanish; its post \(urn:uuid:", done.stderr
    )
    assert (
        f"is {moved.relative_to(site)} now, at /advice/his-mother-and-her-key/; add `Aliases: {ADDRESS}`" in done.stderr
    )
    assert "`/advice/nobody-in-this-house-sleeps/` was published and would vanish; its post content/" in done.stderr
    assert "is no longer published; publish it, or write `/advice/nobody-in-this-house-sleeps/ gone`" in done.stderr
    assert (site / "www/current").readlink() == before
    edit(moved, "Status:", f"Aliases: {ADDRESS}\nStatus:")
    ledger = site / "content/addresses.txt"
    rows = [row if "nobody-in-this" not in row else f"{row.split()[0]} gone" for row in ledger.read_text().splitlines()]
    for row in [row for row in re.findall(r"`(/\S+)` was published", done.stderr) if not row.startswith("/advice/")]:
        rows = [f"{row} gone" if one.split()[0] == row else one for one in rows]
    ledger.write_text("\n".join(rows) + "\n", encoding="utf-8")
    scheduled = site / "content/posts/2999/of-a-day-to-come.md"
    scheduled.parent.mkdir()
    scheduled.write_text(other.read_text(encoding="utf-8"), encoding="utf-8")
    edit(scheduled, "Status: draft", "Status: published")
    text = re.sub(r"(?m)^(Title|Slug|Id|Date): .*", lambda row: NEW[row[1]], scheduled.read_text(encoding="utf-8"))
    scheduled.write_text(text.partition("\n\n")[0] + "\n\n> A letter that nobody may read yet.\n\nAnd its answer.\n")
    done = blog("publish", TARGET, "--json", cwd=site, env=PUBLISH)
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout)["build"]
    public = site / "www/current/public"
    assert f"{ADDRESS} /advice/his-mother-and-her-key/ 301\n" in (public / "_redirects").read_text(encoding="utf-8")
    nginx = (site / "www/current/server/nginx.conf").read_text(encoding="utf-8")
    assert f"location = {ADDRESS} {{ return 301 /advice/his-mother-and-her-key/; }}" in nginx
    assert "location = /advice/nobody-in-this-house-sleeps/ { return 410; }" in nginx
    assert told["scheduled"] == ["content/posts/2999/of-a-day-to-come.md"]
    assert not (public / "advice/of-a-day-to-come").exists()
    assert not any(b"of-a-day-to-come" in path.read_bytes() for path in public.rglob("*.[hx]*ml"))
    assert len(find_posts(site / "content")) == sum(
        len(told[group]) for group in ("published", "drafts", "scheduled", "held", "refused")
    )


def test_without_a_target_a_folder_to_upload_is_left(project: Path, blog: Run) -> None:
    done = blog("publish", cwd=project, env={**PUBLISH, "SITEURL": "https://you.github.io/blog"})
    assert done.returncode == 0, done.stdout + done.stderr
    assert "to output:output: " in done.stdout
    assert {"index.html", "_headers", "_redirects", "index.html.br"} <= {path.name for path in project.glob("output/*")}
    assert "/about/\n" in (project / "content/addresses.txt").read_text(encoding="utf-8")
    assert not [*project.glob(".output*")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ftp:somewhere"], "PUBLISH_TARGET = 'ftp:somewhere': write one of output:output, folder:"),
        (["git:origin#main"], "neither main nor master"),
        (["s3://bucket?acl=public"], "`acl=public` is not known behind the question mark"),
        (["output:content"], "it holds something that no build made"),
        (["folder:pelicanconf.py"], "pelicanconf.py: it is no folder; name one"),
        (["folder:pelicanconf.py/www"], "there is a file where a folder is expected"),
        (["folder:/proc/none"], "/proc/none: this is missing; add it, or correct the name"),
        (["git:nowhere"], "'nowhere' does not appear to be a git repository"),
        (["ssh:nobody@host.invalid:www"], "host.invalid"),
    ],
)
def test_a_target_that_cannot_be_is_told(arguments: list[str], said: str, project: Path, blog: Run) -> None:
    done = blog("publish", *arguments, cwd=project, env=PUBLISH)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "content/addresses.txt").exists()


@pytest.mark.parametrize("arguments", [("publish", ""), ("rollback", ""), ("rollback", "folder:www", "--to", "")])
def test_an_empty_argument_is_not_taken_for_none(arguments: tuple[str, ...], project: Path, blog: Run) -> None:
    done = blog(*arguments, cwd=project, env=PUBLISH)
    assert done.returncode == 2
    assert "it is empty; write something" in done.stderr
    assert not (project / "output").exists()


@pytest.mark.parametrize("target", ["folder:www", "folder:pelicanconf.py"])
def test_where_nothing_is_published_there_is_nothing_to_return_from(target: str, project: Path, blog: Run) -> None:
    done = blog("rollback", target, cwd=project, env=PUBLISH)
    assert done.returncode == 1
    assert "Nothing was changed; the site that is published is as it was." in done.stderr
    assert not (project / "www").exists()


def test_addresses_that_cannot_be_noted_are_told_after_the_site_is_published(site: Path, blog: Run) -> None:
    before = (site / "www/current").readlink()
    edit(site / "content/pages/about.md", "\n\n", "\n\nA sentence more.\n\n")
    ledger = site / "content/addresses.txt"
    ledger.write_text("/about/\n", encoding="utf-8")
    ledger.chmod(0o444)
    done = blog("publish", TARGET, cwd=site, env=PUBLISH)
    assert done.returncode == 1
    assert "content/addresses.txt: " in done.stderr
    assert "The site is published, only its new addresses are not noted there yet" in done.stderr
    assert (site / "www/current").readlink() != before


def test_nothing_is_published_while_anything_is_wrong_with_the_content(project: Path, blog: Run) -> None:
    edit(project / POST, "Kind: ", "Kind: x")
    edit(project / "content/pages/about.md", "Slug: about", "Slug: About")
    done = blog("publish", TARGET, "--json", cwd=project, env=PUBLISH)
    assert done.returncode == 1
    assert {POST, "content/pages/about.md"} <= {problem["path"] for problem in json.loads(done.stdout)["problems"]}
    assert not (project / "www").exists()


def test_settings_and_target_are_told_beside_what_is_wrong_with_the_content(project: Path, blog: Run) -> None:
    edit(project / POST, "Kind: ", "Kind: x")
    done = blog("publish", "ftp:somewhere", cwd=project, env=PUBLISH)
    assert (done.returncode, done.stderr.count("\n")) == (1, 4), done.stderr
    assert f"{POST}:" in done.stderr
    assert "publishconf.py: settings: PUBLISH_TARGET = 'ftp:somewhere': write one of " in done.stderr
    done = blog("publish", "ftp:somewhere", cwd=project)
    assert f"{POST}:" in done.stderr
    assert "publishconf.py: settings: PUBLISH_TARGET = 'ftp:somewhere': write one of " in done.stderr
    assert "publishconf.py: settings: SITEURL = '': the site's own address is needed to publish" in done.stderr


@pytest.mark.parametrize("target", ["output:output", "rsync:user@host.invalid:public_html", "s3://bucket"])
def test_a_host_that_keeps_nothing_says_so_when_asked_to_return(target: str, project: Path, blog: Run) -> None:
    env = {**PUBLISH, "AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b"}
    done = blog("rollback", target, cwd=project, env=env)
    assert done.returncode == 1
    assert "check out the earlier commit of your content and publish that" in done.stderr
