"""Captures that hold what another holds: byte for byte, or most of the sentences of their article. One is kept."""

from collections.abc import Mapping
from dataclasses import replace
from types import TracebackType
from typing import Self

from plugins.normalize.accounting import Account
from plugins.normalize.article import Entry, Reading
from plugins.normalize.findings import Read, only
from plugins.normalize.library import Library, whole
from plugins.normalize.write.post import post_id_of
from plugins.shared.contained import LEAST_PRINTS, Place, find_contained
from plugins.shared.prints import PrintsFile, prints_of


class Copies:
    """What has been read so far, to find the copies in it. Of two articles the longer is kept, or the first by name.

    A post that is there already is kept too, and so is the article that it came from. Of an entry that several exports
    of one blog hold the last is kept: the order is that of the captures' names, in which exports carry their dates.
    """

    def __init__(self) -> None:
        self._first: dict[str, str] = {}
        self._last: dict[str, int] = {}
        self._keys: dict[Place, str] = {}
        self._ids: dict[Place, str] = {}
        self._sources: list[str] = []
        self._prints = PrintsFile[Place]()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._prints.close()

    def note(self, read: Read) -> Read:
        """Take note of the next capture. One with the bytes of an earlier one comes back held."""
        reading, number = read.reading, len(self._sources)
        self._sources.append(reading.source)
        if reading.sha256 in self._first and not reading.refused:
            first = self._first[reading.sha256]
            return only(read, _held(reading, f"the same bytes as {first}", copy=first == reading.source))
        self._first.setdefault(reading.sha256, reading.source)
        for article in reading.articles:
            place = Place(number, article.number)
            self._ids[place] = post_id_of(reading, article)
            if len(prints := read.likeness[article.number].prints) >= LEAST_PRINTS:
                self._prints[place] = prints
            if article.key:
                self._keys[place] = article.key
                self._last[article.key] = number
        return read

    def find(self, library: Library) -> dict[Place, str]:
        """The articles that another one, or a post that is there, makes superfluous, each with the reason."""
        older = {
            place: f"a later export holds it: {self._sources[self._last[key]]}"
            for place, key in self._keys.items()
            if self._last[key] != place.capture
        }
        for place in [one for one in self._prints if self._ids[one] in library.by_id or one in older]:
            del self._prints[place]
        return older | (self._contained(library) if self._prints else {})

    def _contained(self, library: Library) -> dict[Place, str]:
        names: dict[Place, str] = {}
        with PrintsFile[Place]() as there:
            for number, post in enumerate(library.by_id.values()):
                place = Place(-1, number)
                there[place], names[place] = prints_of(whole(post).body), post.get("Source") or post.get("Slug")
            found = find_contained(self._prints, there)
        return {
            place: f"its text stands in {names.get(keeper) or self._sources[keeper.capture]}"
            for place, keeper in found.items()
        }


def without(reading: Reading, reasons: Mapping[int, str]) -> Reading:
    """A reading without the articles (by number) that are held for a reason; of several they become entries."""
    copies = [article for article in reading.articles if reasons.get(article.number)]
    if copies and not copies[0].where:
        return _held(reading, reasons[copies[0].number])
    by_place = {article.where: reasons[article.number] for article in copies}
    by_lines = {article.lines: reasons[article.number] for article in copies if reading.several}
    entries = (Entry(one.number, one.where, one.title, reasons[one.number], "", len(one.comments)) for one in copies)
    return replace(
        reading,
        articles=tuple(article for article in reading.articles if article not in copies),
        entries=(*reading.entries, *entries),
        accounts=tuple(_account(account, by_place, by_lines) for account in reading.accounts),
    )


def _account(account: Account, by_place: Mapping[str, str], by_lines: Mapping[tuple[int, int], str]) -> Account:
    """The account of an export's entry by its place, or of lines of a capture of several, where its article is held."""
    if reason := by_place.get(account.what):
        return account._replace(became="held", what=f"{account.what}: {reason}")
    inside = (reason for (first, last), reason in by_lines.items() if first <= account.first <= last)
    if reason := next(inside, ""):
        return account._replace(became="held", what=reason, rule="")
    return account


def _held(reading: Reading, reason: str, copy: bool = False) -> Reading:
    """A reading that is held as a whole."""
    accounts = tuple(account._replace(became="held", what=reason, rule="") for account in reading.accounts)
    return replace(reading, articles=(), entries=(), held=reason, accounts=accounts, copy=copy)
