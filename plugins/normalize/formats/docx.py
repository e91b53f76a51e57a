"""Word documents (.docx), by mammoth: their text with headings, lists and emphasis; pictures are left out.

What Word's properties name as the creator and the title is whoever's computer it was, so it is not taken.
"""

import io
import zipfile

from plugins.normalize.formats.archive import BROKEN, Budget, members_of
from plugins.normalize.formats.model import Document, Given, RefusedError

TEXT = "word/document.xml"
STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh\np[style-name='Quote'] => " \
         "blockquote > p:fresh\np[style-name='Intense Quote'] => blockquote > p:fresh"  # fmt: skip


def is_docx(given: Given) -> bool:
    """Whether the bytes are a Word document: a zip with Word's text in it."""
    if not given.data.startswith(b"PK\x03\x04") or TEXT.encode() not in given.data:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(given.data)) as archive:
            return TEXT in archive.namelist()
    except BROKEN:
        return False


def documents(given: Given) -> tuple[Document, ...] | None:
    """The text of a Word document; None for anything else. Raises RefusedError for a hostile or broken one."""
    if not is_docx(given):
        return None
    for member in members_of(given, Budget(), every=True):
        if member.name.endswith((".xml", ".rels")) and (b"<!DOCTYPE" in member.data or b"<!ENTITY" in member.data):
            raise RefusedError("the document declares entities of its own, which Word never does")
    import mammoth  # type: ignore[import-untyped]  # it ships no types

    no_pictures = mammoth.images.img_element(lambda _: {"src": ""})
    try:
        found = mammoth.convert_to_html(io.BytesIO(given.data), style_map=STYLES, convert_image=no_pictures)
    except RecursionError:
        raise RefusedError("the document is nested too deeply") from None
    except Exception as error:  # mammoth raises whatever its parts raise for a file that is not what it says
        raise RefusedError(f"the document cannot be read ({type(error).__name__}: {error})") from error
    return (Document("the document", html=found.value, first=1, last=1),)
