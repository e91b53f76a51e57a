"""Tables of HTML that hold data: a grid where a first row heads the columns, else row by row."""

from lxml import html  # type: ignore[import-untyped]  # it ships no types

CELL, ROW = "\t", "\n"
"""What parts the cells and the rows in the text of a piece that is a table."""

MOST_COLUMNS, MOST_ROWS, CELL_WORDS = 8, 200, 40
NOT_DATA = ("table", "ul", "ol", "dl", "blockquote", "form", "input", "select", "h1", "h2", "h3", "h4", "a", "script",
            "pre", "article", "iframe", "img")  # fmt: skip
"""What no cell of a data table holds; links stay where their addresses can stay with them."""


def grid_of(table: html.HtmlElement) -> list[list[str]]:
    """The cells of a data table, row by row; empty for a table that only lays out, or whose rows are no grid."""
    if any(True for _ in table.iterdescendants(*NOT_DATA)):
        return []
    rows = [_cells(row) for row in table.iterdescendants("tr")][: MOST_ROWS + 1]
    widths = {len(row) for row in rows}
    if not 2 <= len(rows) <= MOST_ROWS or len(widths) != 1 or not 2 <= max(widths) <= MOST_COLUMNS:
        return []
    long = any(len(cell.split()) > CELL_WORDS for row in rows for cell in row)
    return [] if long or any(cell.get("colspan") or cell.get("rowspan") for cell in table.iter("td", "th")) else rows


def has_header(table: html.HtmlElement) -> bool:
    """Whether the first row of a table heads its columns: all its cells say so, or its part of the table does."""
    first = next(table.iterdescendants("tr"))
    return first.getparent().tag == "thead" or all(cell.tag == "th" for cell in first.iterchildren("td", "th"))


def _cells(row: html.HtmlElement) -> list[str]:
    return [" ".join(cell.text_content().split()) for cell in row.iterchildren("td", "th")]
