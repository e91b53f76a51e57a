"""HubSpot's export of a blog as a table (and any other table of posts with a title and an HTML body a row)."""

from plugins.normalize.formats.model import Document, Given
from plugins.normalize.formats.moments import day_of
from plugins.normalize.formats.names import writer
from plugins.normalize.formats.paragraphs import with_paragraphs
from plugins.normalize.formats.tables import Row, columns_of, rows_of
from plugins.normalize.formats.trees import plain_title

TITLES = ("post title", "blog post title", "title", "name", "page title", "post name", "html title", "post seo title")
BODIES = ("post body", "blog post body", "body", "post content", "content", "post html", "html", "body html",
          "content html", "rss body", "html body")  # fmt: skip
SUMMARIES = ("post summary", "summary", "excerpt")
AUTHORS = ("author", "author name", "blog author", "author full name", "blog author name", "post author")
DATES = ("publish date", "published date", "date published", "publish date utc", "published at", "publish time",
         "post date", "date")  # fmt: skip
ADDRESSES = ("post url", "url", "live url", "page url", "absolute url", "link")
IDS = ("post id", "id", "content id", "blog post id", "hs object id")
STATES = ("status", "state", "current state", "post status", "currently published", "is published", "published")
LIVE = {"", "published", "live", "true", "yes", "1", "publish", "published or scheduled"}
SECRET = ("password", "post password")


def documents(given: Given) -> tuple[Document, ...] | None:
    """The rows of a table of posts; None for any file whose first line does not name a title and a body."""
    columns = set(columns_of(given))
    if not columns & set(TITLES) or not columns & {*BODIES}:
        return None
    return tuple(_document(number, row) for number, row in enumerate(rows_of(given), 1))


def _document(number: int, row: Row) -> Document:
    own, address = row.get(*IDS), row.get(*ADDRESSES)
    key = address if "://" in address else own
    return Document(
        where=f"row {number}",
        html=with_paragraphs(row.get(*BODIES)),
        title=plain_title(row.get(*TITLES)),
        author=writer(row.get(*AUTHORS)),
        published=day_of(row.get(*DATES)),
        url=address if "://" in address else "",
        key=f"table:{key}" if key else "",
        held=_why_held(row),
        first=row.first,
        last=row.last,
    )


def _why_held(row: Row) -> str:
    state = next((row.cells[name].strip().casefold() for name in STATES if row.cells.get(name, "").strip()), "")
    if any(row.get(name) for name in SECRET):
        return "the entry is protected by a password"
    if row.get("archived").casefold() in ("true", "yes", "1"):
        return "archived"
    if state not in LIVE and day_of(row.get("published")) is None:
        return "a draft" if state in ("draft", "false", "no", "0") else f"its state is `{state}`, not published"
    if not row.get(*BODIES):
        return "only an excerpt: the table holds no text for it" if row.get(*SUMMARIES) else "there is no text in it"
    return ""
