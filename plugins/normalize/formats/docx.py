"""Word documents (.docx), by mammoth: their text with headings, lists and emphasis; pictures are left out.

What Word's properties name as the creator and the title is whoever's computer it was, so it is not taken.
"""

import io
import re
import zipfile
from collections.abc import Sequence

from plugins.normalize.formats.archive import BROKEN, Budget, Member, members_of
from plugins.normalize.formats.model import Document, Given, RefusedError

BACK = re.compile(r'\s*<a href="#(?:foot|end)note-ref-[^"]*">↑</a>')
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
    members = members_of(given, Budget(), every=True)
    for member in members:
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
    text = Document("the document", html=BACK.sub("", found.value), first=1, last=1, stated=False)
    return (text, *(Document(what, dropped=f"{count} in Word's file, left out", first=1, last=1)
                    for what, count in _left_out(members) if count))  # fmt: skip


def _left_out(members: Sequence[Member]) -> tuple[tuple[str, int], ...]:
    """What a Word document holds beside its text, and how many of each."""
    remarks = sum(member.data.count(b"<w:comment ") for member in members if member.name == "word/comments.xml")
    pictures = sum(member.name.startswith("word/media/") for member in members)
    return ("reviewers' remarks", remarks), ("pictures", pictures)
