"""The addresses that were ever published, a line each in a file that is kept in git: they never die.

    /advice/a-post/ urn:uuid:…      an address, and the permanent Id of what stands there, where that has one
    /tag/old/ moved /tag/new/       leads to another address of the site
    /advice/withdrawn/ gone         is given up for good, on purpose

The pages after the first of a list (`/tag/trust/page/2/`) come and go with what is listed, and are left out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plugins.shared.errors import Problem, SiteError

NAME = "addresses.txt"
HEAD = """\
# Every address that was ever published. `blog publish` adds to this file; commit it with the posts.
# A line that reads `/an/address/ gone` gives the address up; `/an/address/ moved /another/` leads on from it.
"""
NO_ADDRESS = re.compile(r"(?:.*/)?page/\d+/index\.html|404\.html|drafts/.*")
_LINE = re.compile(
    r"(?P<address>/[!-~]*)(?: (?:(?P<gone>gone)|moved (?P<moved>/[!-~]*)|(?P<id>[a-z][a-z0-9+.-]*:[!-~]+)))?"
)


@dataclass(frozen=True)
class Entry:
    """One published address. `moved` is where it leads, `gone` that it was given up, `line` where it stands."""

    address: str
    post_id: str = ""
    moved: str = ""
    gone: bool = False
    line: int = field(default=0, compare=False)

    def __str__(self) -> str:
        rest = "gone" if self.gone else f"moved {self.moved}" if self.moved else self.post_id
        return f"{self.address} {rest}".rstrip()


def address_of(path: str) -> str:
    """The address at which a file of the site answers; '' for a file that has none to keep.

    >>> address_of("about/index.html"), address_of("old.html"), address_of("page/2/index.html"), address_of("a.css")
    ('/about/', '/old.html', '', '')
    """
    if not path.endswith((".html", ".xml")) or NO_ADDRESS.fullmatch(path):
        return ""
    return f"/{path.removesuffix('index.html')}" if f"/{path}".endswith("/index.html") else f"/{path}"


def read_ledger(path: Path) -> dict[str, Entry]:
    """The entries of the file by address, none where there is no file. Raises SiteError with every line amiss."""
    if not path.exists():
        return {}
    entries: dict[str, Entry] = {}
    problems = []
    for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        text = " ".join(row.split())
        if not text or text.startswith("#"):
            continue
        match = _LINE.fullmatch(text)
        if match is None:
            expected = "a line reads `/address/ Id`, `/address/ moved /another/` or `/address/ gone`"
            problems.append(Problem(path, number, f"`{text}` is no address; {expected}", "addresses"))
        elif match["address"] in entries:
            first = entries[match["address"]].line
            message = f"`{match['address']}` stands twice, first on line {first}; keep one"
            problems.append(Problem(path, number, message, "addresses"))
        else:
            entries[match["address"]] = Entry(
                match["address"], match["id"] or "", match["moved"] or "", bool(match["gone"]), number
            )
    if problems:
        raise SiteError(problems)
    return entries


def format_ledger(entries: Mapping[str, Entry]) -> str:
    """The text of the file, ordered by address."""
    return HEAD + "".join(f"{entries[address]}\n" for address in sorted(entries))


def merged(old: Mapping[str, Entry], ids: Mapping[str, str]) -> dict[str, Entry]:
    """The entries with the addresses of a new release, `ids` (address to Id, '' for none), among them."""
    return {**{address: Entry(address, post_id) for address, post_id in ids.items() if address not in old}, **old}


def vanishing(
    path: Path, old: Mapping[str, Entry], ids: Mapping[str, str], now: Mapping[str, tuple[Path, str]]
) -> Iterator[Problem]:
    """What a new release, `ids` (address to Id), would break. `path` is the file of `old`.

    `now` says of every Id which file has it and at what address it stands now, whether that is published or not.
    """
    for address, entry in sorted(old.items()):
        if entry.gone and address in ids:
            message = f"`{address}` is declared gone, but something is published there again; remove the word `gone`"
        elif entry.moved and entry.moved not in ids:
            message = (
                f"`{address}` leads to `{entry.moved}`, which is not published; correct it, or write `{address} gone`"
            )
        elif not (entry.gone or entry.moved) and address not in ids:
            message = _lost(entry, now)
        elif entry.post_id and ids.get(address) not in (entry.post_id, None):
            message = (
                f"`{address}` was published with the Id {entry.post_id} and now has {ids[address] or 'none'}: readers "
                "of feeds would get it anew; restore the Id in the header"
            )
        else:
            continue
        yield Problem(path, entry.line, message, "addresses")


def _lost(entry: Entry, now: Mapping[str, tuple[Path, str]]) -> str:
    """What to do about an address that would vanish."""
    post, address = now.get(entry.post_id, (None, ""))
    if post is None:
        was = f"; the post with the Id {entry.post_id} is no longer there" if entry.post_id else ""
        mend = (
            f"bring it back, write `{entry.address} moved /another/address/`, or `{entry.address} gone` to give it up"
        )
    elif address == entry.address:
        was = f"; its post {post} ({entry.post_id}) is no longer published"
        mend = f"publish it, or write `{entry.address} gone` to give the address up"
    else:
        was = f"; its post ({entry.post_id}) is {post} now, at {address}"
        mend = f"add `Aliases: {entry.address}` to its header, or write `{entry.address} gone` to give the address up"
    return f"`{entry.address}` was published and would vanish{was}; {mend}"


def moves(entries: Iterable[Entry]) -> dict[str, str]:
    """Where each address leads that the file says has moved."""
    return {entry.address: entry.moved for entry in entries if entry.moved}
