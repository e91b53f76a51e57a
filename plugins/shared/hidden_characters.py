"""Characters that do not show, and can make a line read as something that it is not."""

HIDDEN = frozenset(
    {chr(code) for span in ((0, 9), (11, 13), (14, 32), (127, 160)) for code in range(*span)}
    | {chr(code) for code in (0x200B, 0x2060, 0xFEFF)}
    | {chr(code) for span in ((0x202A, 0x202F), (0x2066, 0x206A), (0xE0000, 0xE0080)) for code in range(*span)}
)
"""Controls but tab and line ends, spaces without width, marks that turn the direction of what follows (UAX 9, as in
CVE-2021-42574), and tags. Joiners and the two plain direction marks are not among them: scripts and emoji need them."""


def without_hidden(text: str) -> str:
    r"""The text without the characters that do not show.

    >>> without_hidden("a\u200b name\u202e")
    'a name'
    """
    return "".join(sign for sign in text if sign not in HIDDEN)
