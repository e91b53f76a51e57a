"""XML read safely: no entity of its own, no network, no huge trees; what is broken is told by its lines."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from plugins.normalize.decode import UnreadableError
from plugins.normalize.formats.model import Document, Given, RefusedError

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z]{2,10};")
OPENING = re.compile(r"\s*<(?:\?xml|!DOCTYPE|!--|rss\b|feed\b|rdf:RDF\b)", re.I)
ROOT = re.compile(r"<([A-Za-z][\w:.-]*)")
ENTRY = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]")
FEEDS = {"rss", "feed", "rdf:rdf"}
SPACES = (
    ("http://www.w3.org/2005/Atom", "atom"),
    ("http://purl.org/rss/1.0/modules/content/", "content"),
    ("http://purl.org/dc/elements/1.1/", "dc"),
    ("http://purl.org/dc/terms/", "dc"),
    ("http://purl.org/atom/app#", "app"),
    ("http://www.w3.org/2007/app", "app"),
    ("http://purl.org/syndication/thread/1.0", "thr"),
    ("http://schemas.google.com/blogger/2018", "blogger"),
    ("http://purl.org/rss/1.0/", "rss"),
)


@dataclass(frozen=True)
class Tree:
    """The root of an XML text, and the lines at which the text is broken, with what is wrong there.

    `stated` is how many entries the text of a broken one holds, read or not.
    """

    root: etree._Element
    broken: dict[int, str]
    stated: int = 0


def tree_of(given: Given) -> Tree | None:
    """The tree of a feed; None for what is no XML, or a page. Raises RefusedError for any other or hostile XML."""
    if "tree" not in given.read:
        given.read["tree"] = _tree_of(given)
    tree = given.read["tree"]
    return tree if isinstance(tree, Tree) else None


def _tree_of(given: Given) -> Tree | None:
    if given.data[:1] not in b" \t\r\n<\xef\xff\xfe" or b"<" not in given.data[:64]:
        return None
    try:
        text = given.text
    except UnreadableError:
        return None
    if not OPENING.match(text):
        return None
    at = _root_at(text)
    name = ROOT.match(text, at) if at >= 0 else None
    declared = text.lstrip()[:5].casefold() == "<?xml"
    if "<!ENTITY" in text[: at if name else 20_000].upper() and (declared or name):
        raise RefusedError("the XML declares entities of its own, which no blog's export does; they can be a bomb")
    if name and name[1].casefold() in FEEDS:
        return _parse(text)
    if declared and (not name or name[1].casefold() != "html"):
        raise RefusedError(f"an XML file that is no blog's export (it begins with <{name[1] if name else '?'}>)")
    return None


def _root_at(text: str) -> int:
    """Where the first element begins, behind declarations, comments and instructions; -1 where they do not end."""
    at = 0
    while True:
        at += len(text[at : at + 2000]) - len(text[at : at + 2000].lstrip())
        if text.startswith("<?", at):
            end, length = text.find("?>", at), 2
        elif text.startswith("<!--", at):
            end, length = text.find("-->", at), 3
        elif text.startswith("<!", at):
            bracket, end, length = text.find("[", at), text.find(">", at), 1
            if at < bracket < end:
                end = text.find(">", max(text.find("]", bracket), bracket))
        else:
            return at
        if end < 0:
            return -1
        at = end + length


def _parse(text: str) -> Tree:
    """The tree, read strictly where that can be; else as far as it goes, with the lines at which it is broken."""
    text = CONTROLS.sub("", re.sub(r"\A\s*<\?xml.*?\?>", lambda found: "\n" * found[0].count("\n"), text, flags=re.S))
    named = NAMED.sub(lambda found: html.unescape(found[0]), text)
    for attempt in (text, named):
        try:
            return Tree(etree.fromstring(attempt.encode("utf-8"), _parser(recover=False)), {})
        except etree.XMLSyntaxError:
            continue
    parser = _parser(recover=True)
    root = etree.fromstring(named.encode("utf-8"), parser)
    if root is None:
        raise RefusedError("the XML cannot be read: " + (str(parser.error_log[0].message) if parser.error_log else ""))
    stated = sum(len(ENTRY.findall(part)) for part in _outside_cdata(named))
    return Tree(root, {error.line: str(error.message) for error in reversed(parser.error_log)}, stated)


def _outside_cdata(text: str) -> Iterator[str]:
    """The parts of an XML text between its CDATA sections."""
    for place, part in enumerate(text.split("<![CDATA[")):
        yield part if not place else part.partition("]]>")[2]


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def name_of(element: etree._Element) -> str:
    """An element's name with a short prefix for its namespace, whatever prefix and version the file uses."""
    if not isinstance(element.tag, str):
        return ""
    space, _, local = element.tag.rpartition("}")
    space = space.lstrip("{")
    if space.startswith("http://wordpress.org/export/"):
        return ("excerpt:" if space.endswith("/excerpt/") else "wp:") + local
    short = next((prefix for address, prefix in SPACES if space == address), "" if not space else "?")
    return f"{short}:{local}" if short not in ("", "rss") else local


def text_of(element: etree._Element) -> str:
    """All text inside an element, CDATA sections joined, without the space around it."""
    return "".join(element.itertext()).strip()


def fields_of(element: etree._Element) -> dict[str, str]:
    """The texts of an element's children by name; of several with one name the first that says something."""
    fields: dict[str, str] = {}
    for child in element:
        name = name_of(child)
        if name and not fields.get(name):
            fields[name] = text_of(child)
    return fields


def lines_of(entries: list[etree._Element], broken: dict[int, str]) -> list[tuple[int, int, str]]:
    """First and last line of each entry, and what is broken between them; an entry ends where the next begins."""
    starts = [max(entry.sourceline or 1, 1) for entry in entries]
    found = []
    for place, start in enumerate(starts):
        last = max(starts[place + 1] - 1, start) if place + 1 < len(starts) else _end(entries[place])
        wrong = next((broken[line] for line in sorted(broken) if start <= line <= last), "")
        found.append((start, last, wrong))
    if found and broken and not any(wrong for _, _, wrong in found):
        found[-1] = (*found[-1][:2], next(iter(broken.values())))
    return found


def unread(tree: Tree, read: int) -> tuple[Document, ...]:
    """The entries of a broken text that are in it and could not be reached, each refused."""
    why = next(iter(tree.broken.values()), "")
    last = max(tree.broken, default=0)
    return tuple(
        Document(f"entry {number}", refused=f"the XML is broken before it: {why}", first=last, last=last)
        for number in range(read + 1, tree.stated + 1)
    )


def _end(entry: etree._Element) -> int:
    """The last line of an entry: where its parent's next part begins, or as far as its own text goes."""
    following = entry.getnext()
    if following is not None and following.sourceline:
        return max(int(following.sourceline) - 1, int(entry.sourceline or 1))
    lines: int = etree.tostring(entry, encoding="unicode").count("\n")
    return int(entry.sourceline or 1) + lines


def plain_title(text: str) -> str:
    """A title without the markup and the entities that exports keep in titles; a `<word>` that is no markup stays.

    >>> plain_title("It&#8217;s <em>over</em> & <done>")
    'It’s over & <done>'
    """
    bare = re.sub(
        r"</?(?:a|b|i|em|strong|span|sup|sub|small|u|font|code|q|cite|br)\b[^<>]{0,200}>", "", text, flags=re.I
    )
    return " ".join(html.unescape(bare).split())
