"""Substack's export: `posts.csv` says what there is, and a file of HTML for each post holds its text."""

from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from plugins.normalize.decode import UnreadableError
from plugins.normalize.formats.encoding import lenient_text
from plugins.normalize.formats.model import Document, Given
from plugins.normalize.formats.moments import day_of
from plugins.normalize.formats.tables import Row, columns_of, rows_of

COLUMNS = {"post id", "post date", "is published", "title"}
LIST = "posts.csv"
POSTS = ("", "newsletter", "podcast")
OPEN = ("", "everyone", "only_free")


def documents(given: Given) -> tuple[Document, ...] | None:
    """The posts of a `posts.csv`, their texts taken from the files that stand beside it; None for anything else."""
    if not set(columns_of(given)) >= COLUMNS:
        return None
    return tuple(_document(number, row, given.beside) for number, row in enumerate(rows_of(given), 1))


def of_archive(members: Sequence[Given]) -> tuple[Document, ...] | None:
    """The posts of a whole Substack export, and any other page in it held; None for another kind of archive."""
    table = next((one for one in members if PurePosixPath(one.name).name == LIST), None)
    pages = {PurePosixPath(one.name).name: one for one in members if one.name.casefold().endswith((".html", ".htm"))}
    if table is None:
        return None
    used: set[str] = set()

    def page_of(name: str) -> bytes | None:
        used.add(name)
        return pages[name].data if name in pages else None

    found = documents(Given(table.data, table.name, page_of))
    if found is None:
        return None
    spare = [Document(one.name, held=f"a page that {LIST} does not name") for name, one in pages.items()
             if name not in used]  # fmt: skip
    rest = [Document(one.name, held="a list in Substack's export, no article") for one in members
            if one is not table and one not in pages.values()]  # fmt: skip
    return (*found, *spare, *rest)


def _document(number: int, row: Row, page_of: Callable[[str], bytes | None]) -> Document:
    key, title = row.get("post id"), row.get("title")
    data = page_of(f"{key}.html") if key else None
    try:
        body = lenient_text(data) if data is not None else ""
    except UnreadableError:
        body = ""
    return Document(
        where=f"row {number}",
        html=body,
        title=title,
        deck=row.get("subtitle"),
        published=day_of(row.get("post date")),
        key=f"substack:{key}" if key else "",
        held=_why_held(row, body),
        first=row.first,
        last=row.last,
    )


def _why_held(row: Row, body: str) -> str:
    kind, audience = row.get("type").casefold(), row.get("audience").casefold()
    if row.get("is published").casefold() not in ("true", "1", "yes"):
        return "a draft"
    if kind not in POSTS:
        return f"a Substack `{kind}`, no post"
    if audience not in OPEN:
        return f"for some readers only (`{audience}`)"
    return "" if body.strip() else "the export holds no text for it"
