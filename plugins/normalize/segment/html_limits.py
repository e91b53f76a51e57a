"""What a page of HTML may have at most, so that a parser written in C reads it in reasonable time."""

import re

LARGEST, MOST_ATTRIBUTES = 8_000_000, 4000

_ATTRIBUTE = r"""[\s/]*+(?>=?[^\s/>=]++|=)(?>\s*+=\s*+(?>"[^"]*+"?|'[^']*+'?|[^\s>]++)?+)?+"""
ATTRIBUTE = re.compile(_ATTRIBUTE)
TAG = re.compile(
    r"<!--.*?(?:--!?>|\Z)|"
    r"<(?P<raw>script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>])"
    rf"(?P<of_raw>(?:{_ATTRIBUTE})*+)(?>.*?(?=</(?P=raw)[\s/>])|.*)|"
    rf"<[a-z][^\s/>]*+(?P<of_tag>(?:{_ATTRIBUTE})*+)",
    re.I | re.S,
)
"""A comment, an element whose content is no markup, or a tag with its attributes: the tokens of HTML's own standard, so
that a sign in quotes ends no tag here that it does not end for the parser."""


def check_limits(text: str) -> None:
    """Raise ValueError for a page too long, or with a tag of too many attributes, which cost their number squared."""
    if len(text) > LARGEST:
        raise ValueError(f"{len(text)} characters of HTML; a page may have {LARGEST}")
    for tag in TAG.finditer(text):
        attributes = tag["of_tag"] or tag["of_raw"] or ""
        if len(attributes) > MOST_ATTRIBUTES and len(ATTRIBUTE.findall(attributes)) > MOST_ATTRIBUTES:
            raise ValueError(f"a tag with more than {MOST_ATTRIBUTES} attributes")
