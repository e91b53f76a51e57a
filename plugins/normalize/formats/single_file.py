"""A page that a browser saved whole in one file: MHTML (Chrome, Edge, Opera) and Safari's web archive.

The page itself is taken out of it; its pictures, styles and frames are left alone. Other files that hold no page and no
text for readers are refused with what to do instead: a mail with its headers, JSON, RTF.
"""

import codecs
import email
import email.policy
import json
import plistlib
import re
from email.message import EmailMessage
from xml.parsers.expat import ExpatError

from plugins.normalize.formats.model import RefusedError

HEAD_BYTES = 16_384
HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\r\n]*+(?:\r?\n[ \t][^\r\n]*+)*+\r?\n){2,200}\r?\n")
MAIL = re.compile(rb"^(?:MIME-Version|Message-ID|Received|Return-Path|DKIM-Signature):", re.I | re.M)
SENDER = re.compile(rb"^From:[^\r\n]*@", re.I | re.M)
MHTML = re.compile(rb"^Content-Type:\s*+multipart/related\b", re.I | re.M)


def main_page(data: bytes) -> bytes:
    """The page within a page saved as one file, as UTF-8 with its mark; the bytes themselves where they are none.

    Raises RefusedError for such a file that is broken, and for what is neither a page nor a text.
    """
    if data.startswith(b"bplist00"):
        return _of_web_archive(data)
    if data.startswith(b"{\\rtf"):
        raise RefusedError("an RTF document; save it as .docx or as plain text, and import that")
    if data.lstrip()[:1] in (b"{", b"[") and _is_json(data):
        raise RefusedError("JSON, which holds data and no article")
    head = HEADER.match(data[:HEAD_BYTES])
    if head and MHTML.search(head[0]):
        return _of_mhtml(data)
    if head and MAIL.search(head[0]) and SENDER.search(head[0]):
        raise RefusedError("a mail with its headers, which name people; save the text of the letter alone")
    return data


def _is_json(data: bytes) -> bool:
    try:
        return isinstance(json.loads(data), dict | list)
    except (ValueError, RecursionError):
        return False


def _of_mhtml(data: bytes) -> bytes:
    """The first page of HTML in an MHTML file (RFC 2557): the one that was saved; the others are its frames."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        part = next((one for one in message.walk() if one.get_content_type() == "text/html"), None)
        if not isinstance(part, EmailMessage):
            raise RefusedError("a page saved as one file (MHTML) without a page in it")
        payload = part.get_payload(decode=True)
    except (RecursionError, ValueError, LookupError, AttributeError) as error:
        raise RefusedError(f"a page saved as one file (MHTML) that cannot be read: {error}") from error
    return _as_utf8(payload if isinstance(payload, bytes) else b"", part.get_content_charset() or "")


def _of_web_archive(data: bytes) -> bytes:
    """The main resource of a Safari web archive."""
    try:
        main = plistlib.loads(data)["WebMainResource"]
        page, encoding = main["WebResourceData"], main.get("WebResourceTextEncodingName", "")
    except (plistlib.InvalidFileException, ExpatError, KeyError, TypeError, AttributeError, ValueError, OverflowError,
            RecursionError, IndexError, MemoryError) as error:  # fmt: skip
        raise RefusedError("a property list of Apple's that is no web archive, or a broken one") from error
    return _as_utf8(page if isinstance(page, bytes) else b"", encoding if isinstance(encoding, str) else "")


def _as_utf8(page: bytes, charset: str) -> bytes:
    """A page in the encoding that its envelope names, with the mark that says UTF-8; as it is where that is unknown."""
    try:
        return codecs.BOM_UTF8 + page.decode(charset, "replace").encode("utf-8", "replace")
    except (LookupError, ValueError):
        return page
