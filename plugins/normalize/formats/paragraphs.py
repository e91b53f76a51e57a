"""Text with tags in it, as WordPress stores it, to HTML: where no tag says otherwise, a line's end is one."""

import re

TAG = re.compile(r"<!--.{0,5000}?-->|</?([A-Za-z][A-Za-z0-9]*)\b[^<>]*>", re.S)
SHORTCODE = re.compile(r"\[caption\b[^\[\]]*\](.{0,3000}?)\[/caption\]", re.S | re.I)
BREAK = re.compile(r"\n\s*")
OWN_LINES = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "pre", "script", "style",
             "figcaption"}  # fmt: skip
BLOCKS = OWN_LINES | {"ul", "ol", "dl", "table", "tr", "tbody", "thead", "blockquote", "div", "section", "article",
                      "figure", "hr", "center", "address", "form", "aside", "header", "footer"}  # fmt: skip
BLOCK_EDITOR = "<!-- wp:"


def with_paragraphs(text: str) -> str:
    r"""HTML in which every end of a line that WordPress would show is a `<br>`, and a picture's caption is marked.

    What the block editor wrote is HTML already; inside a paragraph or an item of markup lines run on,
    and so does a line below which a small letter goes on.

    >>> with_paragraphs("One.\n\nTwo,\nThree\nfour.<ul>\n<li>a\nb</li>\n</ul>")
    'One.<br><br>Two,<br>Three\nfour.<ul><li>a\nb</li></ul>'
    """
    text = SHORTCODE.sub(r"<figcaption>\1</figcaption>", text.replace("\r\n", "\n").replace("\r", "\n"))
    if BLOCK_EDITOR in text or "\n" not in text:
        return text
    parts: list[str] = []
    at, own, beside_block = 0, 0, True
    for found in TAG.finditer(text):
        name = (found[1] or "").casefold()
        block = name in BLOCKS
        parts.append(_lines(text[at : found.start()], beside_block, block) if not own else text[at : found.start()])
        parts.append(found[0])
        if name in OWN_LINES and not found[0].endswith("/>"):
            own = max(own - 1, 0) if found[0].startswith("</") else own + 1
        beside_block = block or (beside_block and not text[at : found.start()].strip() and not name)
        at = found.end()
    parts.append(_lines(text[at:], beside_block, True) if not own else text[at:])
    return "".join(parts)


def _lines(text: str, after_block: bool, before_block: bool) -> str:
    """One run of text between tags with its line ends marked; those beside a block's edge are only layout."""
    if after_block:
        text = text.lstrip()
    if before_block:
        text = text.rstrip()
    return BREAK.sub(_break, text)


def _break(found: re.Match[str]) -> str:
    if found[0].count("\n") > 1:
        return "<br><br>"
    runs_on = found.string[found.end() : found.end() + 1].islower()
    return "\n" if runs_on else "<br>"
