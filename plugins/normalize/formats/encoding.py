"""Bytes of an export to text: UTF-8 with a few stray bytes of Windows in it stays UTF-8."""

import codecs

from plugins.normalize.decode import declared_charset, decode

MOST_STRAY = 0.05
HANDLER = "stray-windows-bytes"


def _stray(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as Windows reads them."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(HANDLER, _stray)


def lenient_text(data: bytes) -> str:
    r"""The text of an export. An export that is UTF-8 save for a byte pasted here and there is read as both.

    >>> lenient_text("Zoë, Łódź, café – ".encode() * 40 + b"don\x92t")[-5:]
    'don’t'
    """
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        pass
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and not declared_charset(data):
        high = sum(byte > 0x7F for byte in data)
        stray = sum(sign == "\ufffd" for sign in data.decode("utf-8", "replace"))
        if stray <= MOST_STRAY * high:
            return data.decode("utf-8", HANDLER).removeprefix("\ufeff")
    return decode(data).text
