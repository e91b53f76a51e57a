"""The search's index: of what is published and nothing else, the same each time, and never one that is not whole."""

import filecmp
import json
import shutil
from pathlib import Path

import pytest

from plugins.search.index import FOLDER, build_index, count_pages
from plugins.shared.errors import IndexingError
from tests.conftest import ROOT, Built, Run

PAGE = '<!doctype html><html lang="en"><title>x</title><body><article{}><h1>{}</h1><p>Some words.</p></article></body>'


def site_of(folder: Path, marked: int, unmarked: int = 0) -> Path:
    """A site with so many pages that can be found, and so many that can't."""
    for number in range(marked + unmarked):
        path = folder / f"page-{number}/index.html"
        path.parent.mkdir(parents=True)
        path.write_text(PAGE.format(" data-pagefind-body" if number < marked else "", number), encoding="utf-8")
    return folder


def files_of(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_the_index_holds_every_published_post_and_no_other_page(built: Built) -> None:
    marked = [page for page in built.output.rglob("*.html") if "data-pagefind-body" in page.read_text(encoding="utf-8")]
    assert {page.parent.parent.name for page in marked} == {"advice"}
    assert count_pages(built.output) == len(marked) > 10
    assert [*built.output.glob("drafts/*/index.html")]


def test_the_same_pages_make_the_same_index(built: Built, tmp_path: Path) -> None:
    again = tmp_path / "again"
    shutil.copytree(built.output, again)
    build_index(again, count_pages(built.output))
    before, after = built.output / FOLDER, again / FOLDER
    assert files_of(after) == files_of(before) != []
    assert filecmp.cmpfiles(before, after, files_of(before), shallow=False) == (files_of(before), [], [])


def test_nothing_is_published_that_no_page_loads(published: Built) -> None:
    scripts = [name for name in files_of(published.output / FOLDER) if name.endswith((".js", ".css"))]
    assert scripts == ["pagefind-worker.js", "pagefind.js"]


@pytest.mark.parametrize(("marked", "posts"), [(2, 3), (3, 2), (0, 3)])
def test_an_index_of_other_pages_than_the_posts_is_refused_and_removed(tmp_path: Path, marked: int, posts: int) -> None:
    site = site_of(tmp_path, marked, unmarked=1)
    with pytest.raises(IndexingError, match=f"holds . pages, but {posts} posts are published"):
        build_index(site, posts)
    assert not (site / FOLDER).exists()


def test_an_index_from_before_does_not_stay(tmp_path: Path) -> None:
    site = site_of(tmp_path, 1)
    (site / FOLDER).mkdir()
    (site / FOLDER / "old.js").write_text("", encoding="utf-8")
    build_index(site, 1)
    assert (count_pages(site), (site / FOLDER / "old.js").exists()) == (1, False)
    build_index(site, 0)
    assert not (site / FOLDER).exists()


def test_a_folder_without_pages_is_told(tmp_path: Path) -> None:
    with pytest.raises(IndexingError, match=r"Pagefind could not make the search index: .*did not contain any html"):
        build_index(tmp_path, 1)
    with pytest.raises(IndexingError, match="cannot be read"):
        count_pages(tmp_path)


def test_a_build_whose_index_is_not_whole_fails(project: Path, blog: Run) -> None:
    (project / "theme").unlink()
    shutil.copytree(ROOT / "theme", project / "theme")
    article = project / "theme/templates/article.html"
    article.write_text(article.read_text(encoding="utf-8").replace(" data-pagefind-body", ""), encoding="utf-8")
    done = blog("build", "--json", cwd=project)
    assert done.returncode == 1
    (problem,) = json.loads(done.stdout)["problems"]
    assert "posts are published" in problem["message"]
    assert not (project / "output" / FOLDER).exists()
