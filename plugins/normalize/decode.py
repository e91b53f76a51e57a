"""Bytes to text. The byte order mark decides, then UTF-8, then what HTML declares, then the shape of the bytes."""

import codecs
import re
from typing import NamedTuple

BINARY = re.compile(
    rb"\A(?:\x89PNG|GIF8|\xff\xd8\xff|%PDF|PK\x03\x04|\x1f\x8b|Rar!|7z\xbc\xaf|\x7fELF|RIFF|OggS|ID3|MZ\x90)"
)
CONTROLS = bytes({*range(0x01, 0x20), 0x7F} - {*b"\t\n\v\f\r\x1b"})
"""Bytes that no text in any encoding is full of."""

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
         (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.I,
)
WHOLE_PAGE = re.compile(
    r"\s*+(?:<\?xml[^>]{0,200}>\s*+)?(?:(?><!--.{0,2000}?-->)\s*+)*+<(?:!doctype html|html)\b", re.I | re.S
)
HEAD, TAGGED = 20_000, 0.3
"""Characters that tell what a text is, and the share of their lines with elements that makes it a page."""
OPENINGS = re.compile(r"<(?:head|body|article|section|div|p|h[1-6]|meta|title|ul|table)\b[^<>]{0,2000}>", re.I)
CLOSINGS = re.compile(r"</(?:head|body|article|section|div|p|h[1-6]|title|ul|table)>", re.I)
WESTERN = {"ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin-1", "latin1", "windows-1252"}
DETECT_BYTES = 65_536


class UnreadableError(Exception):
    """Bytes that are no text; the message says what they seem to be."""


class Decoded(NamedTuple):
    """The text and the name of the encoding by which it was read."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """The text of a capture's bytes. Raises UnreadableError for what is no text at all."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding)
    head = data[:4096]
    controls = len(head) - len(head.translate(None, CONTROLS))
    if BINARY.match(data) or head.count(b"\0") > len(head) // 100 or controls > len(head) // 20:
        raise UnreadableError("these bytes are no text (an image, an archive or a program)")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    encoding = declared_charset(data) or _guess(data)
    return Decoded(data.decode(encoding, "replace"), encoding)


def declared_charset(data: bytes) -> str:
    """The encoding that a page's own head declares, where Python knows it; Latin-1 means cp1252 on the web."""
    found = DECLARED.search(data[:4096])
    if not found:
        return ""
    name = (found[1] or found[2]).decode("ascii").casefold()
    if name in WESTERN:
        return "cp1252"
    try:
        codec = codecs.lookup(name)
        text = data[:200].decode(codec.name, "replace")
    except (LookupError, UnicodeError, ValueError):
        return ""
    return codec.name if isinstance(text, str) and not codec.name.startswith("utf") else ""


def _guess(data: bytes) -> str:
    """The encoding that fits bytes which declare none. Western, unless the bytes speak plainly against it."""
    from charset_normalizer import from_bytes

    high = [byte for byte in data[:DETECT_BYTES] if byte > 0x7F]
    if len(high) * 10 < len(
        data[:DETECT_BYTES]
    ):  # a few accents and quotes among ASCII: too little to tell codecs apart
        return "cp1252"
    best = from_bytes(data[:DETECT_BYTES], cp_isolation=["cp1250", "cp1251", "cp1252", "cp1253", "koi8_r", "big5",
                                                         "shift_jis", "gb18030", "euc_kr"]).best()  # fmt: skip
    return best.encoding if best else "cp1252"


def is_html(text: str) -> bool:
    """Whether a text is a page of HTML: told by its elements, not by its name. A tag or two in a text make no page."""
    if WHOLE_PAGE.match(text):
        return True
    head = text[:HEAD]
    if "<" not in head:
        return False
    tagged = sum(1 for line in head.splitlines() if OPENINGS.search(line) or CLOSINGS.search(line))
    lines = sum(1 for line in head.splitlines() if line.strip())
    many = head.lstrip().startswith("<") or tagged >= TAGGED * lines
    return many and len(OPENINGS.findall(head)) >= 3 and len(CLOSINGS.findall(head)) >= 2
