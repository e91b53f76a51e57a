"""The exports of blogs, told by what is in them: each format in a module of its own, listed in order here.

`documents_of` is the door. It gives the entries of an export, those that become no post with the reason, or None where
the bytes are no export and are read as a page or a text.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from plugins.normalize.formats import blogger, docx, feeds, front_matter, hubspot, medium, substack, tables, wordpress
from plugins.normalize.formats.archive import DEEPEST, Budget, Member, is_archive, members_of
from plugins.normalize.formats.model import Document, Given, RefusedError, Remark

__all__ = ["ARCHIVES", "FORMATS", "Document", "RefusedError", "Remark", "documents_of"]

FORMATS: tuple[tuple[str, Callable[[Given], tuple[Document, ...] | None]], ...] = (
    ("docx", docx.documents),
    ("wordpress", wordpress.documents),
    ("blogger", blogger.documents),
    ("feed", feeds.documents),
    ("medium", medium.documents),
    ("substack", substack.documents),
    ("table", hubspot.documents),
    ("front-matter", front_matter.documents),
    ("other-table", tables.other_table),
)
"""Every format of a single file by name, the more telling first: a WordPress export is also a feed."""

ARCHIVES: tuple[tuple[str, Callable[[Sequence[Given]], tuple[Document, ...] | None]], ...] = (
    ("substack", substack.of_archive),
    ("medium", medium.of_archive),
)
"""Every format of several files in one archive."""


def documents_of(
    data: bytes, name: str, beside: Callable[[str], bytes | None] = lambda _: None
) -> tuple[Document, ...] | None:
    """The entries of an export; None for bytes that are none. `beside` reads a file that stands by the capture.

    Raises RefusedError for an export that must not be read: a bomb, a broken archive, XML that is no blog's.
    """
    return _documents(Given(data, name, beside), Budget(), 0)


def _documents(given: Given, budget: Budget, depth: int) -> tuple[Document, ...] | None:
    if is_archive(given) and not docx.is_docx(given):
        if depth > DEEPEST:
            raise RefusedError("an archive inside an archive inside an archive")
        return _of_archive(members_of(given, budget), budget, depth)
    for _, documents in FORMATS:
        try:
            found = documents(given)
        except (ValueError, RecursionError) as error:
            raise RefusedError(f"it cannot be read: {error}") from error
        if found is not None:
            return found
    return None


def _of_archive(members: Sequence[Member], budget: Budget, depth: int) -> tuple[Document, ...]:
    """The entries of an archive: of a whole export as one, else of each member; the members that are no captures."""
    captures = [member for member in members if not member.skip and not member.refused]
    found: list[Document] = []
    for _, documents in ARCHIVES:
        whole = documents(captures)
        if whole is not None:
            numbers = {member.name: member.number for member in captures}
            found = [replace(one, first=numbers.get(one.where, 0), last=numbers.get(one.where, 0)) for one in whole]
            break
    else:
        found = [one for member in captures for one in _of_member(member, budget, depth)]
    rest = [member for member in members if member.skip or member.refused]
    return (*found, *(_no_capture(member) for member in rest))


def _of_member(member: Member, budget: Budget, depth: int) -> list[Document]:
    """The entries of one member; the member itself, where it is no export but a plain capture."""
    try:
        inside = _documents(member, budget, depth + 1)
    except RefusedError as error:
        return [Document(member.name, refused=str(error), first=member.number, last=member.number)]
    if inside is None:
        inside = (Document("", data=member.data),)
    return [
        replace(one, where=f"{member.name}: {one.where}".rstrip(": "), first=member.number, last=member.number)
        for one in inside
    ]


def _no_capture(member: Member) -> Document:
    return Document(member.name, dropped=member.skip, refused=member.refused, first=member.number, last=member.number)
