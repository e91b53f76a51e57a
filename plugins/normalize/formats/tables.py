"""Tables of comma-separated values, as exports write them: rows by folded column names, with their lines."""

import csv
import io
import re
from typing import NamedTuple

from plugins.normalize.decode import UnreadableError
from plugins.normalize.formats.model import Document, Given

LARGEST_CELL = 16_000_000
LEAST_LINES = 5
DELIMITERS = ",;\t"


class Row(NamedTuple):
    """One row: its cells by column, and its first and last line in the file."""

    cells: dict[str, str]
    first: int
    last: int

    def get(self, *columns: str) -> str:
        """The first cell among some columns that is not empty."""
        return next((self.cells[name].strip() for name in columns if self.cells.get(name, "").strip()), "")


def folded(column: str) -> str:
    r"""A column's name as words in small letters.

    >>> folded("Post_URL"), folded("\ufeffpostBody")
    ('post url', 'post body')
    """
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", column.removeprefix("\ufeff"))
    return " ".join(re.findall(r"[a-z0-9]+", words.casefold()))


def columns_of(given: Given) -> tuple[str, ...]:
    """The folded names in the first line of a table; none where the first line is not like a table's."""
    head = re.split(rb"[\r\n]", given.data[:4000], maxsplit=1)[0]
    if b"\0" in head or not any(sign.encode() in head for sign in DELIMITERS):
        return ()
    line = head.decode("utf-8", "replace").strip()
    cells = next(csv.reader([line], delimiter=_delimiter(line)), [])
    return tuple(folded(cell) for cell in cells) if len(cells) > 2 and all(len(cell) < 60 for cell in cells) else ()


def other_table(given: Given) -> tuple[Document, ...] | None:
    """A table that is none of posts (subscribers, statistics), held; None for what is no table.

    Its first lines, five at least, all have one number of cells.
    """
    columns = columns_of(given)
    if not columns:
        return None
    lines = given.data[:20_000].decode("utf-8", "replace").splitlines()[:20]
    lines = [line for line in lines[: 20 if len(given.data) < 20_000 else -1] if line.strip()]
    if len(lines) < LEAST_LINES:
        return None
    try:
        if any(len(cells) != len(columns) for cells in csv.reader(lines, delimiter=_delimiter(lines[0]))):
            return None
    except csv.Error:
        return None
    last = given.data.count(b"\n") + 1
    return (Document("the table", held="a table, and none of posts", first=1, last=last),)


def _delimiter(line: str) -> str:
    return max(DELIMITERS, key=line.count)


def rows_of(given: Given) -> tuple[Row, ...]:
    """The rows of a table below its head. Raises ValueError for what is no table after all."""
    try:
        text = given.text
    except UnreadableError as error:
        raise ValueError(str(error)) from error
    csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text[:4000].split("\n", 1)[0]))
    rows = []
    try:
        head = [folded(cell) for cell in next(reader, [])]
        before = reader.line_num
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(Row(dict(zip(head, cells, strict=False)), before + 1, reader.line_num))
            before = reader.line_num
    except csv.Error as error:
        raise ValueError(f"the table is broken at line {reader.line_num}: {error}") from error
    return tuple(rows)
