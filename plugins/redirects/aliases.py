"""Former addresses (`Aliases`): the file that stands at each, and whose address it must not take."""

from collections.abc import Iterable, Iterator

from plugins.shared.errors import Problem
from plugins.shared.header_rules import ALIAS, at
from plugins.shared.posts import Post

OWN_FILES = (
    "index.html",
    "404.html",
    "archive/index.html",
    "authors/index.html",
    "styleguide/index.html",
    "topics/index.html",
    "updates/index.html",
)
OWN_FOLDERS = ("author", "category", "drafts", "feeds", "images", "page", "quizzes", "tag", "theme")
"""What the site itself has, and the folders that are all its own."""


def file_of(address: str) -> str:
    """The file of the output folder that answers at an address.

    >>> file_of("/2012/03/old/"), file_of("/2012/03/old.html")
    ('2012/03/old/index.html', '2012/03/old.html')
    """
    return address.lstrip("/") + ("index.html" if address.endswith("/") else "")


def clashes(texts: Iterable[tuple[Post, str]]) -> Iterator[Problem]:
    """Every alias that something else has. `texts` are posts and pages, each with its own address, such as `/about/`.

    Addresses that differ in capitals alone count as one: some systems keep only one such file.
    """
    listed = [*texts]
    taken = dict.fromkeys(OWN_FILES, "the site itself")
    taken |= {file_of(address).casefold(): str(post.path) for post, address in listed}
    for post, _ in listed:
        for alias in post.many("Aliases"):
            file = file_of(alias).casefold()
            owner = "the site itself" if file.split("/")[0] in OWN_FOLDERS else taken.get(file)
            if owner and ALIAS.fullmatch(alias):
                yield at(post, "Aliases", f"`{alias}` is taken by {owner}; remove it")
            taken.setdefault(file, f"{post.path}:{post.line_of('Aliases')}")
