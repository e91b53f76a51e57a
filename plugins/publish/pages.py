"""One built page: what it links to, what it loads, what can be linked to in it, and whether its tags are in order."""

from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
MAY_STAY_OPEN = frozenset("p li dt dd option tr td th thead tbody tfoot colgroup".split())
"""Elements whose end tag HTML lets be left out (HTML Standard, 13.1.2.4 Optional tags)."""

LOADED = {"script": "src", "img": "src", "source": "src", "iframe": "src", "embed": "src", "object": "data",
          "audio": "src", "video": "src", "track": "src"}  # fmt: skip
LOADED_RELATIONS = frozenset("stylesheet icon manifest preload modulepreload apple-touch-icon".split())
DATA_SCRIPTS = frozenset(("application/ld+json", "application/json", "speculationrules", "importmap"))


@dataclass(frozen=True)
class Link:
    """An address in a page: its line, its text, and `link`, `form`, `refresh` or the element that loads it."""

    line: int
    address: str
    what: str


@dataclass(frozen=True)
class BuiltPage:
    """What a built page holds. `faults` are (line, what is wrong with the HTML)."""

    links: tuple[Link, ...]
    ids: frozenset[str]
    faults: tuple[tuple[int, str], ...]

    def loaded(self, *elements: str) -> tuple[str, ...]:
        """The addresses of what the page loads by these elements; of all that it loads where none is named."""
        passive = ("link", "form", "refresh")
        return tuple(
            link.address for link in self.links if (link.what in elements if elements else link.what not in passive)
        )

    @property
    def forms(self) -> tuple[str, ...]:
        """Where the page's forms are sent to."""
        return tuple(link.address for link in self.links if link.what == "form")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[Link] = []
        self.ids: set[str] = set()
        self.faults: list[tuple[int, str]] = []
        self.open: list[tuple[str, int]] = []
        self.foreign = 0
        self.doctype = ""

    def fault(self, text: str) -> None:
        self.faults.append((self.getpos()[0], text))

    def handle_decl(self, decl: str) -> None:
        self.doctype = self.doctype or decl.casefold()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.take(tag, attrs)
        if tag not in VOID and not self.foreign:
            self.fault(f"`<{tag}/>` does not close the element; write its end tag")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.take(tag, attrs)
        if tag not in VOID:
            self.open.append((tag, self.getpos()[0]))
            self.foreign += tag in ("svg", "math")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or tag not in [name for name, _ in self.open]:
            self.fault(f"`</{tag}>` closes nothing; remove it")
            return
        while self.open[-1][0] != tag:
            name, line = self.open.pop()
            if name not in MAY_STAY_OPEN:
                self.fault(f"`<{name}>` of line {line} is still open at `</{tag}>`; close it before")
        self.open.pop()
        self.foreign -= tag in ("svg", "math")

    def take(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if len(values) < len(attrs):
            self.fault(f"an attribute of `<{tag}>` stands twice")
        if "id" in values and values["id"] in self.ids:
            self.fault(f"the id `{values['id']}` stands twice on this page")
        self.ids |= {values["id"]} if "id" in values else set()
        self.take_links(tag, values)
        self.refuse_inline(tag, values)

    def take_links(self, tag: str, values: dict[str, str]) -> None:
        found = []
        if tag in ("a", "area") and "href" in values:
            found.append((values["href"], "link"))
        elif tag == "form":
            found.append((values.get("action", ""), "form"))
        elif tag == "link":
            loaded = LOADED_RELATIONS & {*values.get("rel", "").casefold().split()}
            found.append((values.get("href", ""), min(loaded) if loaded else "link"))
        elif tag == "meta" and values.get("http-equiv", "").casefold() == "refresh":
            found.append((values.get("content", "").partition("url=")[2], "refresh"))
        elif LOADED.get(tag) in values:
            found.append((values[LOADED[tag]], tag))
        found += [(part.split()[0], "img") for part in values.get("srcset", "").split(",") if part.strip()]
        self.links += [Link(self.getpos()[0], address, what) for address, what in found]

    def refuse_inline(self, tag: str, values: dict[str, str]) -> None:
        if tag == "style" or "style" in values:
            self.fault("a style stands in the page, which the site's own policy blocks; put it into a style sheet")
        if tag == "script" and "src" not in values and values.get("type", "") not in DATA_SCRIPTS:
            self.fault("a script stands in the page, which the site's own policy blocks; put it into a file")
        for name in values:
            if name.startswith("on"):
                self.fault(f"`{name}` holds a script, which the site's own policy blocks; put it into a file")


def read_page(path: Path) -> BuiltPage:
    """Read a built page. Faults of its HTML are told by it, not raised."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    if reader.doctype != "doctype html":
        reader.faults.insert(0, (1, "a page begins with `<!doctype html>`"))
    left = [(tag, line) for tag, line in reader.open if tag not in (MAY_STAY_OPEN | {"html", "body"})]
    reader.faults += [(line, f"`<{tag}>` is never closed") for tag, line in left]
    return BuiltPage(tuple(reader.links), frozenset(reader.ids), tuple(reader.faults))


def read_pages(folder: Path) -> dict[str, BuiltPage]:
    """Every page of HTML below a folder, by its path there, with `/`."""
    return {path.relative_to(folder).as_posix(): read_page(path) for path in sorted(folder.rglob("*.html"))}


def inside(address: str, site_url: str, page: str) -> str | None:
    """The path below the site's root that an address of a page leads to; None where it leads elsewhere.

    `page` is the page's own path. What stands behind `?` or `#` is left out.

    >>> inside("https://example.org/a/b/#c", "https://example.org", "index.html"), inside("../b/", "", "a/index.html")
    ('a/b/', 'b/')
    >>> inside("https://example.com/", "https://example.org", "index.html") is None
    True
    """
    base = urlsplit(site_url)
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        if (parts.scheme or "https", parts.netloc) != (base.scheme, base.netloc):
            return None
        path = parts.path
    elif not parts.path:
        return page
    else:
        path = parts.path if parts.path.startswith("/") else f"{base.path}/{_joined(page, parts.path)}"
    root = f"{base.path}/"
    return path.removeprefix(root) if path.startswith(root) else "" if path == base.path else None


def _joined(page: str, path: str) -> str:
    steps = page.split("/")[:-1]
    for step in path.split("/")[:-1]:
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    last = path.split("/")[-1]
    return "/".join([*steps, "" if last in (".", "..") else last])
